//! What a reviewer thinks of an item.

use crate::assessment::{Assessment, DocumentStatus, Edit, Level};
use crate::catalogue::{Catalogue, ItemRef, Word};

/// Whether a reviewer goes along with what the organisation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// They do.
    Agree,
    /// They ask something.
    Question,
    /// They do not.
    Disagree,
}

impl Mark {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Agree, Self::Question, Self::Disagree];

    /// Its name in files, such as `agree`.
    pub fn name(self) -> &'static str {
        ["agree", "question", "disagree"][self as usize]
    }

    /// What a person reads, such as 'Agrees'.
    pub fn label(self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(match self {
            Self::Agree => Word::ReviewAgree,
            Self::Question => Word::ReviewQuestion,
            Self::Disagree => Word::ReviewDisagree,
        })
    }
}

/// How far an item is: the level of a requirement or a control, the status of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Opinion {
    /// A level.
    Level(Level),
    /// A status.
    Status(DocumentStatus),
}

impl Opinion {
    /// What can be said about an item; nothing where it has neither level nor status.
    pub fn all(item: ItemRef) -> Vec<Self> {
        match item {
            ItemRef::Requirement(_) | ItemRef::Control(_) => Level::ALL.map(Self::Level).into(),
            ItemRef::Document(_) => DocumentStatus::ALL.map(Self::Status).into(),
            _ => Vec::new(),
        }
    }

    /// What the organisation says about an item; `None` while it is open.
    pub fn said(assessment: &Assessment, item: ItemRef) -> Option<Self> {
        match item {
            ItemRef::Requirement(id) => assessment.level(id).map(Self::Level),
            ItemRef::Control(id) => assessment.controls.get(&id)?.item.level.map(Self::Level),
            ItemRef::Document(id) => assessment.document_status(id).map(Self::Status),
            _ => None,
        }
    }

    /// Its name in files, such as `operating` or `draft`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Level(level) => level.name(),
            Self::Status(status) => status.name(),
        }
    }

    /// What a person reads of it, said about this item.
    pub fn label(self, catalogue: &Catalogue, item: ItemRef) -> &'static str {
        match (self, item) {
            (Self::Level(level), _) => level.label(catalogue),
            (Self::Status(status), ItemRef::Document(id)) => status.label_of(catalogue, id),
            (Self::Status(status), _) => status.label(catalogue),
        }
    }

    /// The change that says so about an item; `None` if the item can't have it.
    pub(super) fn edit(self, item: ItemRef) -> Option<Edit> {
        match (item, self) {
            (ItemRef::Requirement(id), Self::Level(level)) => Some(Edit::answer(id).level(Some(level))),
            (ItemRef::Control(id), Self::Level(level)) => Some(Edit::control(id).item().level(Some(level))),
            (ItemRef::Document(id), Self::Status(status)) => Some(Edit::document(id).status(Some(status))),
            _ => None,
        }
    }
}
