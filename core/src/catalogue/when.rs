//! When a control is usually needed, as an expression over the profile.

use super::{Catalogue, FactId};

/// The condition under which a control is suggested.
#[derive(Debug, Clone, PartialEq)]
pub enum When {
    /// For every organisation.
    Always,
    /// For one with more people than this.
    MorePeopleThan(u32),
    /// If at least one of these facts is true.
    AnyOf(Vec<FactId>),
}

impl When {
    /// Parses `always`, `people > 5`, or facts joined with `or`; `None` for anything else.
    pub(super) fn parse(text: &str, catalogue: &Catalogue) -> Option<Self> {
        if text == "always" {
            return Some(Self::Always);
        }
        if let Some(limit) = text.strip_prefix("people > ") {
            return limit.parse().ok().map(Self::MorePeopleThan);
        }
        let facts = text.split(' ').filter(|word| *word != "or");
        facts.map(|fact| catalogue.parse_fact(fact)).collect::<Option<_>>().map(Self::AnyOf)
    }
}
