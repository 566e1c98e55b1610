//! What a host's file says, as the site takes it.

use serde::Serialize;
use std::collections::BTreeMap;

/// What the site does for this host. What is empty stays as in the standard site. All texts are plain text; all
/// addresses are `https:`, `mailto:` or relative.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(default)]
pub struct Settings {
    /// The host's name, in the place of ours.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Their logo: a picture of the site's folder.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub logo: String,
    /// The tag of the language to begin with.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// What they say on the start page, a paragraph a line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub intro: String,
    /// Their form for quotes.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub quote_link: String,
    /// Their email address for quotes.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub quote_email: String,
    /// Their privacy notice.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub privacy: String,
    /// Their imprint.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub imprint: String,
    /// The names of the parts that are not shown, each between spaces; see [`Part`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hidden: String,
    /// The profile that a new assessment begins with, as a record of the file format; see [`Settings::set_facts`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub profile: String,
    /// Their own guidance, by the id of a requirement, control or document.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub guidance: BTreeMap<String, Guidance>,
    /// Origins of pages that may embed the site.
    pub parents: Vec<String>,
    /// The style sheet that makes the site theirs: their colours and what they hide.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub style: String,
    /// The colours of the browser's own frame, light and dark; none where the header keeps its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub frame: Vec<String>,
}

impl Settings {
    /// Takes over what a new assessment knows of the organisation; ids are names that JSON takes as they are.
    pub(crate) fn set_facts(&mut self, facts: &BTreeMap<String, bool>) {
        if !facts.is_empty() {
            let facts: Vec<_> = facts.iter().map(|(id, fact)| format!("\"{id}\":{fact}")).collect();
            self.profile = format!("{{\"facts\":{{{}}}}}", facts.join(","));
        }
    }

    /// Takes over what is not shown.
    pub(crate) fn set_hidden(&mut self, parts: &[Part]) {
        for part in Part::ALL.into_iter().filter(|part| parts.contains(part)) {
            self.hidden.push_str(if self.hidden.is_empty() { " " } else { "" });
            self.hidden.push_str(part.name());
            self.hidden.push(' ');
        }
    }
}

/// What a host says about an item, beside our guidance.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Guidance {
    /// A paragraph a line.
    pub text: String,
    /// Where to read more; empty without one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// What the link is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub link_name: String,
}

/// A part of the site that a host can hide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The first estimate from a few questions.
    QuickStart,
    /// The sample firms.
    Examples,
    /// The reading pages in menu and search; explanations of questions stay.
    Learn,
    /// What certification bodies ask before they quote.
    Quote,
    /// Reviewers' comments.
    Review,
    /// Putting together what several people did.
    Colleagues,
    /// Checking a report that somebody sent.
    Verify,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::QuickStart, Self::Examples, Self::Learn, Self::Quote, Self::Review, Self::Colleagues, Self::Verify];

    /// Its name in the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::QuickStart => "quick_start",
            Self::Examples => "examples",
            Self::Learn => "learn",
            Self::Quote => "quote",
            Self::Review => "review",
            Self::Colleagues => "colleagues",
            Self::Verify => "verify",
        }
    }

    /// The part with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// The address of its page within the site; `None` if it is only a piece of one.
    pub const fn address(self) -> Option<&'static str> {
        Some(match self {
            Self::QuickStart => "#/quick",
            Self::Examples => return None,
            Self::Learn => "#/learn",
            Self::Quote => "#/quote",
            Self::Review => "#/review",
            Self::Colleagues => "#/colleagues",
            Self::Verify => "#/verify",
        })
    }
}
