//! Whose level, note and evidence it is: a requirement's or a control's.

use crate::text::catalogue;
use readiness::Assessment;
use readiness::assessment::{Edit, Item, ItemEdit, Part};
use readiness::catalogue::{ControlId, RequirementId};

/// Whose item it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemOf {
    /// A requirement's answer.
    Requirement(RequirementId),
    /// A control's implementation.
    Control(ControlId),
}

impl ItemOf {
    /// The part that holds it.
    pub fn part(self) -> Part {
        match self {
            Self::Requirement(id) => Part::Answer(id),
            Self::Control(id) => Part::Control(id),
        }
    }

    /// Its id as files spell it.
    pub fn name(self) -> String {
        match self {
            Self::Requirement(id) => id.name(catalogue()).to_owned(),
            Self::Control(id) => id.name(catalogue()),
        }
    }

    /// The level of headings within it: sub-clauses have their requirements right below their titles.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Requirement(_) => "h3",
            Self::Control(_) => "h4",
        }
    }

    /// What was said about it.
    pub fn read(self, assessment: &Assessment) -> Item {
        let item = match self {
            Self::Requirement(id) => assessment.answers.get(&id).map(|answer| &answer.item),
            Self::Control(id) => assessment.controls.get(&id).map(|entry| &entry.item),
        };
        item.cloned().unwrap_or_default()
    }

    /// Whether a person did not know what to answer; `None` where that is asked elsewhere: of a control, with the decision.
    pub fn unsure(self, assessment: &Assessment) -> Option<bool> {
        match self {
            Self::Requirement(id) => Some(assessment.is_unsure(id)),
            Self::Control(_) => None,
        }
    }

    /// What makes the changes of it.
    pub fn edit(self) -> ItemEdit {
        Edit::item(self.part())
    }
}
