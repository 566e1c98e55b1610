//! Where a link leads: ids become the application's routes.

/// An item of the register.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    Requirement(String),
    Control(String),
    Document(String),
    Page(String),
    Fact(String),
}

impl Target {
    /// The item that a link in Markdown names; none if it does not look like one.
    pub fn of_link(url: &str) -> Option<Self> {
        let id = url.to_owned();
        if let Some(page) = url.strip_prefix("learn/") {
            Some(Self::Page(page.to_owned()))
        } else if url.starts_with("doc-") {
            Some(Self::Document(id))
        } else if url.starts_with("A.") {
            Some(Self::Control(id))
        } else if url.starts_with(|first: char| first.is_ascii_digit()) && url.contains('-') {
            Some(Self::Requirement(id))
        } else {
            None
        }
    }

    /// The route to it. Facts have none of their own: the profile shows all of them.
    pub fn route(&self) -> String {
        match self {
            Self::Requirement(id) => format!("#/clauses/{}?item={id}", subclause_of(id)),
            Self::Control(id) => format!("#/controls/{id}"),
            Self::Document(id) => format!("#/documents/{id}"),
            Self::Page(id) => format!("#/learn/{id}"),
            Self::Fact(_) => "#/profile".to_owned(),
        }
    }

    /// What to call it in a problem.
    pub fn described(&self) -> String {
        match self {
            Self::Requirement(id) => format!("requirement '{id}'"),
            Self::Control(id) => format!("control '{id}'"),
            Self::Document(id) => format!("document '{id}'"),
            Self::Page(id) => format!("page 'learn/{id}'"),
            Self::Fact(id) => format!("fact '{id}'"),
        }
    }
}

/// The sub-clause that a requirement's id names: `6.1.3` of `6.1.3-d-status`.
pub(crate) fn subclause_of(requirement: &str) -> &str {
    requirement.split('-').next().unwrap_or(requirement)
}

/// Only encrypted pages are linked.
pub(crate) fn leads_outside(url: &str) -> bool {
    url.strip_prefix("https://").is_some_and(|rest| !rest.is_empty() && !url.contains(char::is_whitespace))
}
