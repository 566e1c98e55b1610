//! Decisions about controls: the Statement of Applicability is made of them.

use super::item::Item;
use crate::catalogue::RiskId;
use serde::{Deserialize, Serialize};

/// Why a control is included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// It treats a risk.
    Risk,
    /// A law or regulation asks for it.
    Legal,
    /// A contract asks for it.
    Contractual,
    /// The business wants it.
    Business,
}

impl Reason {
    /// All reasons.
    pub const ALL: [Self; 4] = [Self::Risk, Self::Legal, Self::Contractual, Self::Business];

    /// Its name in files, such as `risk`.
    pub fn name(self) -> &'static str {
        ["risk", "legal", "contractual", "business"][self as usize]
    }
}

/// A set of reasons, in the order of [`Reason::ALL`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(into = "Vec<Reason>", from = "Vec<Reason>")]
pub struct Reasons(u8);

impl Reasons {
    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this one is among them.
    pub fn contains(self, reason: Reason) -> bool {
        self.0 & (1 << reason as u8) != 0
    }

    /// The same set with a reason taken in or out.
    #[must_use]
    pub fn with(self, reason: Reason, included: bool) -> Self {
        let bit = 1 << reason as u8;
        Self(if included { self.0 | bit } else { self.0 & !bit })
    }

    /// The reasons, in order.
    pub fn iter(self) -> impl Iterator<Item = Reason> {
        Reason::ALL.into_iter().filter(move |reason| self.contains(*reason))
    }
}

impl FromIterator<Reason> for Reasons {
    fn from_iter<T: IntoIterator<Item = Reason>>(reasons: T) -> Self {
        reasons.into_iter().fold(Self::default(), |set, reason| set.with(reason, true))
    }
}

impl From<Vec<Reason>> for Reasons {
    fn from(reasons: Vec<Reason>) -> Self {
        reasons.into_iter().collect()
    }
}

impl From<Reasons> for Vec<Reason> {
    fn from(reasons: Reasons) -> Self {
        reasons.iter().collect()
    }
}

/// What was decided about a control. Nothing is ever excluded by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Decision {
    /// Not yet decided.
    #[default]
    Undecided,
    /// It applies, for at least one reason once the entry is complete.
    Applicable {
        /// Why it is included.
        reasons: Reasons,
        /// More about why, in words.
        justification: String,
    },
    /// It does not apply.
    Excluded {
        /// Why not, in words; must not be empty once the entry is complete.
        justification: String,
    },
}

impl Decision {
    /// Whether it was decided that the control applies.
    pub fn is_applicable(&self) -> bool {
        matches!(self, Self::Applicable { .. })
    }

    /// Whether it was decided that the control is excluded.
    pub fn is_excluded(&self) -> bool {
        matches!(self, Self::Excluded { .. })
    }

    /// Whether anything was decided.
    pub fn is_decided(&self) -> bool {
        *self != Self::Undecided
    }

    /// Whether the decision has what an auditor asks of it: a reason for what is included, words for what is excluded.
    pub fn is_justified(&self) -> bool {
        match self {
            Self::Undecided => false,
            Self::Applicable { reasons, .. } => !reasons.is_empty(),
            Self::Excluded { justification } => !justification.trim().is_empty(),
        }
    }

    /// The words that justify it; empty where there are none.
    pub fn justification(&self) -> &str {
        match self {
            Self::Undecided => "",
            Self::Applicable { justification, .. } | Self::Excluded { justification } => justification,
        }
    }

    /// The reasons for an inclusion; none otherwise.
    pub fn reasons(&self) -> Reasons {
        match self {
            Self::Applicable { reasons, .. } => *reasons,
            _ => Reasons::default(),
        }
    }
}

/// All that was said about a control.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(into = "Flat", from = "Flat")]
pub struct ControlEntry {
    /// Whether it applies.
    pub decision: Decision,
    /// How far it is implemented, and what shows it.
    pub item: Item,
    /// The risks that it treats.
    pub risks: Vec<RiskId>,
}

/// A control that is not in Annex A.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct CustomControl {
    /// Its name.
    pub name: String,
    /// Where it comes from, such as `own` or another standard.
    pub source: String,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
enum FlatDecision {
    Applicable,
    Excluded,
}

/// The form of a [`ControlEntry`] in files.
#[derive(Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
struct Flat {
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<FlatDecision>,
    reasons: Reasons,
    justification: String,
    #[serde(flatten)]
    item: Item,
    risks: Vec<RiskId>,
}

impl From<Flat> for ControlEntry {
    fn from(flat: Flat) -> Self {
        let justification = flat.justification;
        let decision = match flat.decision {
            None => Decision::Undecided,
            Some(FlatDecision::Applicable) => Decision::Applicable { reasons: flat.reasons, justification },
            Some(FlatDecision::Excluded) => Decision::Excluded { justification },
        };
        Self { decision, item: flat.item, risks: flat.risks }
    }
}

impl From<ControlEntry> for Flat {
    fn from(entry: ControlEntry) -> Self {
        let decision = match entry.decision {
            Decision::Undecided => None,
            Decision::Applicable { .. } => Some(FlatDecision::Applicable),
            Decision::Excluded { .. } => Some(FlatDecision::Excluded),
        };
        Self {
            decision,
            reasons: entry.decision.reasons(),
            justification: entry.decision.justification().to_owned(),
            item: entry.item,
            risks: entry.risks,
        }
    }
}
