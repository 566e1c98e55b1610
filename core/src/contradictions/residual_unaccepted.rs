//! `residual-unaccepted`: 6.1.3-f, risk owners approve the plan and accept the residual risks, is done in practice,
//! while a treated risk is not accepted. A risk that is avoided leaves nothing to accept.

use super::{Check, Contradiction, unless_empty};
use crate::assessment::Treatment;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    unless_empty(Check::ResidualUnaccepted, standing, "6.1.3-f", |standing| {
        let leaves_rest = |treatment| treatment != Treatment::Avoid;
        let risks = standing.assessment.risks.iter();
        let open = risks.filter(|(_, risk)| risk.treatment.is_some_and(leaves_rest) && !risk.residual_accepted);
        open.map(|(id, _)| (*id).into()).collect()
    })
}
