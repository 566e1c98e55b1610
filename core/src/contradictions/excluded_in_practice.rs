//! `excluded-in-practice`: a control is excluded, and at the same time said to be done in practice. Both are about the
//! same item.

use super::{Check, Contradiction};
use crate::assessment::Level;
use crate::catalogue::ControlId;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> impl Iterator<Item = Contradiction> {
    let own = standing.assessment.custom_controls.keys().map(|id| ControlId::Custom(*id));
    let entries = standing.catalogue.control_ids().chain(own).filter_map(|id| Some((id, standing.control(id)?)));
    let found = entries.filter(|(_, entry)| entry.decision.is_excluded() && entry.item.level >= Some(Level::Operating));
    found.map(|(id, _)| Contradiction::new(Check::ExcludedInPractice, id, Vec::new()))
}
