//! `controls-not-in-place`: 8.3-implement, the risk treatment plan is implemented, is done in practice, while more than
//! half of the applicable controls whose level was said are at 0 or 1.

use super::{Check, Contradiction, unless_empty};
use crate::assessment::Level;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    unless_empty(Check::ControlsNotInPlace, standing, "8.3-implement", |standing| {
        let known: Vec<_> = standing.applicable().filter_map(|(id, entry)| Some((id, entry.item.level?))).collect();
        let lacking: Vec<_> = known.iter().filter(|(_, level)| *level <= Level::Planned).collect();
        // Some may be planned for later; most can't be while the plan is carried out.
        let most = 2 * lacking.len() > known.len();
        lacking.into_iter().filter(|_| most).map(|(id, _)| (*id).into()).collect()
    })
}
