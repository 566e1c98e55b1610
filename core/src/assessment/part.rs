//! The parts that an assessment is stored in: one record each, so that two tabs never overwrite each other's work.

use super::{Assessment, Entries};
use crate::catalogue::{
    AuditId, ControlId, CustomId, DocumentId, ManagementReviewId, NonconformityId, RequirementId, RiskId,
};

/// A part of an assessment: the smallest thing that is stored by itself. An [`Edit`](super::Edit) touches one, a batch several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Title, moments and what it knows of copies; written with every change.
    Meta,
    /// The profile and its facts.
    Profile,
    /// The answer to a requirement.
    Answer(RequirementId),
    /// The entry of a document.
    Document(DocumentId),
    /// The entry of a control.
    Control(ControlId),
    /// A control of the organisation's own.
    Custom(CustomId),
    /// A risk.
    Risk(RiskId),
    /// A nonconformity.
    Nonconformity(NonconformityId),
    /// An internal audit.
    Audit(AuditId),
    /// A management review.
    ManagementReview(ManagementReviewId),
    /// What this version does not know.
    Unknown,
}

impl Assessment {
    /// All parts that hold something.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = vec![Part::Meta, Part::Profile];
        parts.extend(self.answers.keys().map(|id| Part::Answer(*id)));
        parts.extend(self.documents.keys().map(|id| Part::Document(*id)));
        parts.extend(self.controls.keys().map(|id| Part::Control(*id)));
        parts.extend(self.custom_controls.keys().map(|id| Part::Custom(*id)));
        parts.extend(self.risks.keys().map(|id| Part::Risk(*id)));
        parts.extend(self.nonconformities.keys().map(|id| Part::Nonconformity(*id)));
        parts.extend(self.internal_audits.keys().map(|id| Part::Audit(*id)));
        parts.extend(self.management_reviews.keys().map(|id| Part::ManagementReview(*id)));
        if !self.unknown.is_null() {
            parts.push(Part::Unknown);
        }
        parts
    }

    /// Takes a part over from another state of the same assessment: its value there, or its absence.
    pub fn take(&mut self, part: Part, from: &Self) {
        fn copy<K: Ord + Copy, V: Clone>(to: &mut Entries<K, V>, key: K, from: &Entries<K, V>) {
            match from.get(&key) {
                Some(value) => to.insert(key, value.clone()),
                None => to.remove(&key),
            };
        }
        match part {
            Part::Meta => {
                (self.title, self.created, self.updated) =
                    (from.title.clone(), from.created.clone(), from.updated.clone());
                (self.shared, self.soa, self.plan) = (from.shared.clone(), from.soa.clone(), from.plan.clone());
                self.last_numbers = from.last_numbers.clone();
            }
            Part::Profile => (self.profile, self.facts) = (from.profile.clone(), from.facts.clone()),
            Part::Answer(id) => copy(&mut self.answers, id, &from.answers),
            Part::Document(id) => copy(&mut self.documents, id, &from.documents),
            Part::Control(id) => copy(&mut self.controls, id, &from.controls),
            Part::Custom(id) => copy(&mut self.custom_controls, id, &from.custom_controls),
            Part::Risk(id) => copy(&mut self.risks, id, &from.risks),
            Part::Nonconformity(id) => copy(&mut self.nonconformities, id, &from.nonconformities),
            Part::Audit(id) => copy(&mut self.internal_audits, id, &from.internal_audits),
            Part::ManagementReview(id) => copy(&mut self.management_reviews, id, &from.management_reviews),
            Part::Unknown => self.unknown = from.unknown.clone(),
        }
    }
}
