//! What a contradiction says to a person.

use super::{Check, Contradiction};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Word};
use crate::item_ref::ItemRef;
use crate::wording;

/// Why the two can't both hold, in one sentence that names both.
pub fn why(contradiction: &Contradiction, catalogue: &Catalogue, assessment: &Assessment) -> String {
    let word = match contradiction.check {
        Check::DocumentMissing => Word::ContradictionDocumentMissing,
        Check::DocumentApproved => Word::ContradictionDocumentApproved,
        Check::DocumentsRequired => Word::ContradictionDocumentsRequired,
        Check::PolicyCommunicated => Word::ContradictionPolicyCommunicated,
        Check::RiskOwnerMissing => Word::ContradictionRiskOwnerMissing,
        Check::RiskUnassessed => Word::ContradictionRiskUnassessed,
        Check::ControlsUndecided => Word::ContradictionControlsUndecided,
        Check::InclusionUnjustified => Word::ContradictionInclusionUnjustified,
        Check::StatusUnknown => Word::ContradictionStatusUnknown,
        Check::ExclusionUnjustified => Word::ContradictionExclusionUnjustified,
        Check::PlanWithoutTreatment => Word::ContradictionPlanWithoutTreatment,
        Check::ResidualUnaccepted => Word::ContradictionResidualUnaccepted,
        Check::PlanCarriedOut => Word::ContradictionPlanCarriedOut,
        Check::ControlsNotInPlace => Word::ContradictionControlsNotInPlace,
        Check::AuditNotHeld => Word::ContradictionAuditNotHeld,
        Check::ReviewNotHeld => Word::ContradictionReviewNotHeld,
        Check::ReviewWithoutAudit => Word::ContradictionReviewWithoutAudit,
        Check::ExclusionCalledFor if contradiction.against == [ItemRef::People] => {
            Word::ContradictionExclusionCalledForPeople
        }
        Check::ExclusionCalledFor => Word::ContradictionExclusionCalledFor,
        Check::ExclusionTreatsRisk => Word::ContradictionExclusionTreatsRisk,
        Check::ExcludedInPractice => Word::ContradictionExcludedInPractice,
        Check::NothingToControl => Word::ContradictionNothingToControl,
        Check::FactsDisagree => Word::ContradictionFactsDisagree,
    };
    let items = |side: &[ItemRef]| wording::items(catalogue, assessment, side.iter().copied());
    let ids = |side: &[ItemRef]| side.iter().map(|item| item.name(catalogue)).collect::<Vec<_>>().join(", ");
    let (said, against) = (&contradiction.said, &contradiction.against);
    let people = assessment.profile.people.unwrap_or_default();
    catalogue.tell(
        word,
        [
            ("said", items(said)),
            ("n", said.len().to_string()),
            ("id", ids(said)),
            ("against", items(against)),
            ("m", against.len().to_string()),
            ("otherid", ids(against)),
            ("people", people.to_string()),
        ],
    )
}
