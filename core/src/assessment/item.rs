//! What requirements and controls have in common: how far they are, and what shows it.

use crate::date::{Date, Timestamp};
use serde::{Deserialize, Serialize};

/// How far something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Nothing exists yet.
    NotStarted,
    /// Agreed or drafted, not decided.
    Planned,
    /// Decided and, where needed, written down.
    Defined,
    /// Done in practice.
    Operating,
    /// Done in practice, and records prove it.
    Evidenced,
}

impl Level {
    /// All levels, from the lowest.
    pub const ALL: [Self; 5] = [Self::NotStarted, Self::Planned, Self::Defined, Self::Operating, Self::Evidenced];

    /// Its value, 0 to 4.
    pub fn value(self) -> u8 {
        self as u8
    }

    /// Its name in files, such as `not_started`.
    pub fn name(self) -> &'static str {
        ["not_started", "planned", "defined", "operating", "evidenced"][usize::from(self.value())]
    }
}

/// The state of a requirement or a control.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Item {
    /// How far it is; `None` is open.
    pub level: Option<Level>,
    /// The person's own note.
    pub note: String,
    /// References to evidence, one each.
    pub evidence: Vec<String>,
    /// Who looks after it.
    pub owner: String,
    /// When it is to be done.
    pub due: Option<Date>,
}

impl Item {
    /// Whether at least one reference to evidence has text.
    pub fn has_evidence(&self) -> bool {
        self.evidence.iter().any(|reference| !reference.trim().is_empty())
    }
}

/// The answer to a requirement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Answer {
    /// Level, note, evidence, owner and due date.
    #[serde(flatten)]
    pub item: Item,
    /// When it was last changed.
    pub updated: Timestamp,
}
