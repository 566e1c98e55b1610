//! `exclusion-unjustified`: 6.1.3-d-exclusion, the Statement of Applicability justifies each exclusion, is done in
//! practice, while an exclusion lacks its justification.

use super::{Check, Contradiction, unless_empty};
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    unless_empty(Check::ExclusionUnjustified, standing, "6.1.3-d-exclusion", |standing| {
        let unjustified = standing.catalogue.control_ids().filter(|id| {
            let decision = standing.decision(*id);
            decision.is_excluded() && !decision.is_justified()
        });
        unjustified.map(Into::into).collect()
    })
}
