//! `risk-unassessed`: 6.1.2-d3, levels of risk are determined, is done in practice, while a recorded risk lacks its
//! likelihood or its impact.

use super::{Check, Contradiction, unless_empty};
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    unless_empty(Check::RiskUnassessed, standing, "6.1.2-d3", |standing| {
        let risks = standing.assessment.risks.iter();
        let lacks = risks.filter(|(_, risk)| risk.likelihood.is_none() || risk.impact.is_none());
        lacks.map(|(id, _)| (*id).into()).collect()
    })
}
