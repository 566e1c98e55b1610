//! `plan-without-treatment`: 6.1.3-e, a risk treatment plan is formulated, is done in practice, while risks are
//! recorded and none of them has a treatment. To retain a risk is a treatment.

use super::{Check, Contradiction, unless_empty};
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    unless_empty(Check::PlanWithoutTreatment, standing, "6.1.3-e", |standing| {
        let risks = &standing.assessment.risks;
        let untreated = risks.values().all(|risk| risk.treatment.is_none());
        risks.keys().filter(|_| untreated).map(|id| (*id).into()).collect()
    })
}
