//! `inclusion-unjustified`: 6.1.3-d-inclusion, the Statement of Applicability justifies each inclusion, is done in
//! practice, while a control applies without a reason.

use super::{Check, Contradiction, unless_empty};
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    unless_empty(Check::InclusionUnjustified, standing, "6.1.3-d-inclusion", |standing| {
        let reasonless = standing.applicable().filter(|(_, entry)| !entry.decision.is_justified());
        reasonless.map(|(id, _)| id.into()).collect()
    })
}
