//! The risk register: small, and optional.

use serde::{Deserialize, Serialize};

/// What is done about a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Treatment {
    /// Controls make it smaller.
    Modify,
    /// It is accepted as it is.
    Retain,
    /// What causes it is given up.
    Avoid,
    /// Somebody else carries part of it.
    Share,
}

impl Treatment {
    /// All treatments.
    pub const ALL: [Self; 4] = [Self::Modify, Self::Retain, Self::Avoid, Self::Share];

    /// Its name in files, such as `modify`.
    pub fn name(self) -> &'static str {
        ["modify", "retain", "avoid", "share"][self as usize]
    }
}

/// One risk.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Risk {
    /// What could happen.
    pub title: String,
    /// The risk owner.
    pub owner: String,
    /// How likely it is, 1 to 5.
    pub likelihood: Option<u8>,
    /// How bad it would be, 1 to 5.
    pub impact: Option<u8>,
    /// What is done about it.
    pub treatment: Option<Treatment>,
    /// Whether the risk owner has accepted what remains.
    pub residual_accepted: bool,
}
