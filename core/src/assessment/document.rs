//! The register of documents.

use crate::date::Date;
use serde::{Deserialize, Serialize};

/// How far a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DocumentStatus {
    /// There is none.
    Missing,
    /// It is being written, or nobody has approved it.
    Draft,
    /// It is approved and in use.
    Approved,
}

impl DocumentStatus {
    /// All, from the lowest.
    pub const ALL: [Self; 3] = [Self::Missing, Self::Draft, Self::Approved];

    /// Its name in files, such as `draft`.
    pub fn name(self) -> &'static str {
        ["missing", "draft", "approved"][self as usize]
    }
}

/// What was said about a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct DocumentEntry {
    /// How far it is; `None` while nothing was said.
    pub status: Option<DocumentStatus>,
    /// Where it is, or its number and version.
    pub reference: String,
    /// Who looks after it.
    pub owner: String,
    /// When it was last reviewed.
    pub reviewed: Option<Date>,
}
