//! What is said about assessing and treating risks, against the risk register.

use super::{Check, unless_empty};
use crate::assessment::Risk;
use crate::catalogue::{RiskId, Word};
use crate::standing::Standing;

pub(super) static CHECKS: [Check; 4] = [
    // 6.1.2-c2, risk owners are identified, is done in practice, while a recorded risk has none.
    Check {
        name: "risk-owner-missing",
        why: Word::ContradictionRiskOwnerMissing,
        find: |standing, _| unless_empty(standing, "6.1.2-c2", such(standing, |risk| risk.owner.trim().is_empty())),
    },
    // 6.1.2-d3, levels of risk are determined, is done in practice, while a recorded risk lacks its likelihood or its
    // impact.
    Check {
        name: "risk-unassessed",
        why: Word::ContradictionRiskUnassessed,
        find: |standing, _| {
            let lacks = |risk: &Risk| risk.likelihood.is_none() || risk.impact.is_none();
            unless_empty(standing, "6.1.2-d3", such(standing, lacks))
        },
    },
    // 6.1.3-e, a risk treatment plan is formulated, is done in practice, while risks are recorded and none of them has a
    // treatment. To retain a risk is a treatment.
    Check {
        name: "plan-without-treatment",
        why: Word::ContradictionPlanWithoutTreatment,
        find: |standing, _| {
            let untreated = standing.assessment.risks.values().all(|risk| risk.treatment.is_none());
            unless_empty(standing, "6.1.3-e", such(standing, |_| untreated))
        },
    },
    // 6.1.3-f, risk owners approve the plan and accept the residual risks, is done in practice, while a treated risk is
    // not accepted. A risk that is avoided leaves nothing to accept.
    Check {
        name: "residual-unaccepted",
        why: Word::ContradictionResidualUnaccepted,
        find: |standing, _| {
            let open = |risk: &Risk| risk.treatment.is_some() && risk.awaits_acceptance();
            unless_empty(standing, "6.1.3-f", such(standing, open))
        },
    },
];

fn such(standing: &Standing<'_>, is_so: impl Fn(&Risk) -> bool) -> Vec<RiskId> {
    let risks = standing.assessment.risks.iter();
    risks.filter(|(_, risk)| is_so(risk)).map(|(id, _)| *id).collect()
}
