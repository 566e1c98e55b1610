//! `risk-owner-missing`: 6.1.2-c2, risk owners are identified, is done in practice, while a recorded risk has none.

use super::{Check, Contradiction, unless_empty};
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    unless_empty(Check::RiskOwnerMissing, standing, "6.1.2-c2", |standing| {
        let risks = standing.assessment.risks.iter();
        risks.filter(|(_, risk)| risk.owner.trim().is_empty()).map(|(id, _)| (*id).into()).collect()
    })
}
