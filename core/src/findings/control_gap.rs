//! `control_gap`: an applicable control is at 0 or 1, or has no level, and has neither an owner nor a due date. A
//! likely minor, one a control; the organisation's own controls included.

use super::{Finding, Grade, Place, Rule};
use crate::assessment::Level;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> impl Iterator<Item = Finding> {
    let gaps = standing.applicable().filter(|(_, entry)| {
        let item = &entry.item;
        let planned = !item.owner.trim().is_empty() || item.due.is_some();
        item.level.is_none_or(|level| level <= Level::Planned) && !planned
    });
    gaps.map(|(id, _)| Finding {
        rule: Rule::ControlGap,
        grade: Grade::Minor,
        place: Place::Control(id),
        items: vec![id.into()],
    })
}
