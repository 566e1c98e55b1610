//! Ids: positions in a catalogue, which exist only by parsing.

use super::Catalogue;
use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! position {
    ($name:ident, $list:ident, $parse:ident, $ids:ident, $doc:literal) => {
        #[doc = $doc]
        ///
        /// Ordered as in the standard.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u16);

        impl $name {
            /// The position in the catalogue.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }

            pub(super) fn at(index: usize) -> Self {
                Self(u16::try_from(index).expect("a catalogue has fewer than 65,536 entries"))
            }

            /// The id as files spell it.
            pub fn name(self, catalogue: &Catalogue) -> &'static str {
                catalogue.$list[self.index()].id
            }
        }

        impl Catalogue {
            #[doc = concat!("Parses the id of an entry of `", stringify!($list), "`; `None` if there is no such entry.")]
            pub fn $parse(&self, id: &str) -> Option<$name> {
                self.$list.iter().position(|entry| entry.id == id).map($name::at)
            }

            #[doc = concat!("All ids of `", stringify!($list), "`, in order.")]
            pub fn $ids(&self) -> impl DoubleEndedIterator<Item = $name> + ExactSizeIterator + use<> {
                (0..self.$list.len()).map($name::at)
            }
        }
    };
}

position!(
    RequirementId,
    requirements,
    parse_requirement,
    requirement_ids,
    "The id of a requirement, such as `4.3-document`."
);
position!(DocumentId, documents, parse_document, document_ids, "The id of a document, such as `doc-scope`.");
position!(FactId, facts, parse_fact, fact_ids, "The id of a fact, such as `develops_software`.");

macro_rules! numbered {
    ($name:ident, $prefix:literal, $pattern:literal, $doc:literal) => {
        #[doc = $doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("pattern" = $pattern)))]
        #[serde(into = "String", try_from = "String")]
        pub struct $name(u32);

        impl $name {
            #[doc = concat!("Parses `", $prefix, "1`, `", $prefix, "2`, …; `None` for anything else.")]
            pub fn parse(id: &str) -> Option<Self> {
                let digits = id.strip_prefix($prefix)?;
                let plain = !digits.starts_with(['0', '+']) && digits.len() < 7;
                digits.parse().ok().filter(|number| plain && *number > 0).map(Self)
            }

            /// The id after all of these numbers; `None` after the last one that an id can have.
            pub fn next(taken: impl IntoIterator<Item = u32>) -> Option<Self> {
                let last = taken.into_iter().max().unwrap_or(0);
                (last < 999_999).then_some(Self(last + 1))
            }

            /// Its number, 1 to 999,999.
            pub fn number(self) -> u32 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(id: String) -> Result<Self, String> {
                Self::parse(&id).ok_or_else(|| format!("'{id}' is not an id like {}1", $prefix))
            }
        }
    };
}

numbered!(CustomId, "C.", r"^C\.[1-9][0-9]{0,5}$", "The id of a control of the organisation's own, such as `C.1`.");
numbered!(RiskId, "R", "^R[1-9][0-9]{0,5}$", "The id of a risk, such as `R1`.");
numbered!(NonconformityId, "NC", "^NC[1-9][0-9]{0,5}$", "The id of a nonconformity, such as `NC1`.");
numbered!(AuditId, "IA", "^IA[1-9][0-9]{0,5}$", "The id of an internal audit, such as `IA1`.");
numbered!(ManagementReviewId, "MR", "^MR[1-9][0-9]{0,5}$", "The id of a management review, such as `MR1`.");

/// The id of a control: of Annex A, or of the organisation's own. Annex A comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ControlId {
    /// A control of Annex A.
    Annex(AnnexId),
    /// A control of the organisation's own.
    Custom(CustomId),
}

/// The position of a control in Annex A.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnnexId(u16);

impl AnnexId {
    /// The position in [`Catalogue::controls`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl ControlId {
    pub(super) fn at(index: usize) -> Self {
        Self::Annex(AnnexId(u16::try_from(index).expect("a catalogue has fewer than 65,536 controls")))
    }

    /// The position in [`Catalogue::controls`], for a control of Annex A.
    pub fn annex(self) -> Option<usize> {
        match self {
            Self::Annex(id) => Some(id.index()),
            Self::Custom(_) => None,
        }
    }

    /// The id as files spell it.
    pub fn name(self, catalogue: &Catalogue) -> String {
        match self {
            Self::Annex(id) => catalogue.controls[id.index()].id.to_owned(),
            Self::Custom(id) => id.to_string(),
        }
    }
}

impl Catalogue {
    /// Parses the id of a control, such as `A.8.25` or `C.1`; `None` if there can be no such control.
    pub fn parse_control(&self, id: &str) -> Option<ControlId> {
        match CustomId::parse(id) {
            Some(custom) => Some(ControlId::Custom(custom)),
            None => self.controls.iter().position(|control| control.id == id).map(ControlId::at),
        }
    }

    /// The ids of the controls of Annex A, in order.
    pub fn control_ids(&self) -> impl DoubleEndedIterator<Item = ControlId> + ExactSizeIterator + use<> {
        (0..self.controls.len()).map(ControlId::at)
    }
}
