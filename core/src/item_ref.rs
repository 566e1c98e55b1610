//! What findings, contradictions and actions point at: one thing that a person said something about.

use crate::assessment::{Assessment, Item};
use crate::catalogue::{
    AuditId, Catalogue, ControlId, DocumentId, FactId, ManagementReviewId, NonconformityId, RequirementId, RiskId,
};
use std::borrow::Cow;

/// A reference to something that was, or is to be, answered. Ordered as in the standard, the profile last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemRef {
    /// A requirement of clauses 4 to 10.
    Requirement(RequirementId),
    /// A document of the register.
    Document(DocumentId),
    /// A control, of Annex A or of the organisation's own.
    Control(ControlId),
    /// A risk of the register.
    Risk(RiskId),
    /// A nonconformity of the register.
    Nonconformity(NonconformityId),
    /// An internal audit.
    Audit(AuditId),
    /// A management review.
    ManagementReview(ManagementReviewId),
    /// A yes/no question of the profile.
    Fact(FactId),
    /// The number of people in the profile.
    People,
}

impl ItemRef {
    /// The id as files spell it; the number of people is `people`, as the profile's field.
    pub fn name(self, catalogue: &Catalogue) -> Cow<'static, str> {
        match self {
            Self::Requirement(id) => id.name(catalogue).into(),
            Self::Document(id) => id.name(catalogue).into(),
            Self::Control(id) => match catalogue.control(id) {
                Some(control) => control.id.into(),
                None => id.name(catalogue).into(),
            },
            Self::Risk(id) => id.to_string().into(),
            Self::Nonconformity(id) => id.to_string().into(),
            Self::Audit(id) => id.to_string().into(),
            Self::ManagementReview(id) => id.to_string().into(),
            Self::Fact(id) => id.name(catalogue).into(),
            Self::People => "people".into(),
        }
    }

    /// What a person calls it: its title, its name, or the question.
    pub fn title<'a>(self, catalogue: &Catalogue, assessment: &'a Assessment) -> &'a str {
        use crate::catalogue::Word;
        match self {
            Self::Requirement(id) => catalogue.requirement(id).title,
            Self::Document(id) => catalogue.document(id).name,
            Self::Control(id @ ControlId::Annex(_)) => catalogue.control(id).map_or("", |control| control.name),
            Self::Control(ControlId::Custom(id)) => assessment.custom_controls.get(&id).map_or("", |own| &own.name),
            Self::Risk(id) => match assessment.risks.get(&id).map(|risk| risk.title.trim()) {
                Some(title) if !title.is_empty() => title,
                _ => catalogue.word(Word::PieceUnnamedRisk),
            },
            Self::Nonconformity(_) | Self::Audit(_) | Self::ManagementReview(_) => short(self.text(assessment)),
            Self::Fact(id) => catalogue.fact(id).question,
            Self::People => catalogue.word(Word::PiecePeople),
        }
    }

    /// The text that a record without a title begins its name with.
    fn text(self, assessment: &Assessment) -> &str {
        match self {
            Self::Nonconformity(id) => assessment.nonconformities.get(&id).map_or("", |it| &it.finding),
            Self::Audit(id) => assessment.internal_audits.get(&id).map_or("", |it| &it.scope),
            _ => "",
        }
    }

    /// Whether its title is only the beginning of a text.
    pub(crate) fn is_cut(self, assessment: &Assessment) -> bool {
        let text = self.text(assessment).trim();
        short(text).len() < text.len()
    }

    /// Who looks after it, as it was said; `None` where nobody does.
    pub fn owner(self, assessment: &Assessment) -> Option<&str> {
        let owner = match self {
            Self::Requirement(_) | Self::Control(_) => &self.entry(assessment)?.owner,
            Self::Document(id) => &assessment.documents.get(&id)?.owner,
            Self::Risk(id) => &assessment.risks.get(&id)?.owner,
            Self::Nonconformity(id) => &assessment.nonconformities.get(&id)?.owner,
            Self::Audit(_) | Self::ManagementReview(_) | Self::Fact(_) | Self::People => return None,
        };
        Some(owner.trim()).filter(|owner| !owner.is_empty())
    }

    /// What was said about a requirement or a control.
    pub(crate) fn entry(self, assessment: &Assessment) -> Option<&Item> {
        match self {
            Self::Requirement(id) => assessment.answers.get(&id).map(|answer| &answer.item),
            Self::Control(id) => assessment.controls.get(&id).map(|entry| &entry.item),
            _ => None,
        }
    }
}

/// The beginning of a text that may be long, for a sentence: whole words of its first line.
fn short(text: &str) -> &str {
    const LONGEST: usize = 60;
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => line[..end].rsplit_once(' ').map_or(&line[..end], |(words, _)| words),
        None => line,
    }
}

impl From<RequirementId> for ItemRef {
    fn from(id: RequirementId) -> Self {
        Self::Requirement(id)
    }
}

impl From<DocumentId> for ItemRef {
    fn from(id: DocumentId) -> Self {
        Self::Document(id)
    }
}

impl From<ControlId> for ItemRef {
    fn from(id: ControlId) -> Self {
        Self::Control(id)
    }
}

impl From<RiskId> for ItemRef {
    fn from(id: RiskId) -> Self {
        Self::Risk(id)
    }
}

impl From<FactId> for ItemRef {
    fn from(id: FactId) -> Self {
        Self::Fact(id)
    }
}

impl From<NonconformityId> for ItemRef {
    fn from(id: NonconformityId) -> Self {
        Self::Nonconformity(id)
    }
}

impl From<AuditId> for ItemRef {
    fn from(id: AuditId) -> Self {
        Self::Audit(id)
    }
}

impl From<ManagementReviewId> for ItemRef {
    fn from(id: ManagementReviewId) -> Self {
        Self::ManagementReview(id)
    }
}
