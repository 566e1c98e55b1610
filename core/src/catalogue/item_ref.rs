//! What findings, contradictions and actions point at: one thing that a person says something about.

use super::{
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
}

impl Catalogue {
    /// Parses the id of a requirement or a control.
    pub fn parse_item(&self, id: &str) -> Option<ItemRef> {
        let requirement = self.parse_requirement(id).map(ItemRef::Requirement);
        requirement.or_else(|| self.parse_control(id).map(ItemRef::Control))
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
