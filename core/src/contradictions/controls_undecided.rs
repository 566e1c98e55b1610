//! `controls-undecided`: 6.1.3-d-controls, the Statement of Applicability holds the necessary controls, is done in
//! practice, while controls of Annex A are undecided.

use super::{Check, Contradiction, unless_empty};
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    unless_empty(Check::ControlsUndecided, standing, "6.1.3-d-controls", |standing| {
        let undecided = standing.catalogue.control_ids().filter(|id| !standing.decision(*id).is_decided());
        undecided.map(Into::into).collect()
    })
}
