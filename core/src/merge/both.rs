//! Keeping both: two people added a risk, or a control of the organisation's own, under the same number.

use super::Conflict;
use crate::assessment::{Assessment, ControlChange, Edit};
use crate::catalogue::{ControlId, CustomId, RiskId};
use crate::date::Timestamp;

/// Whether an edit of a numbered entry says that there is none.
pub(super) fn is_absent(edit: &Edit) -> bool {
    matches!(edit, Edit::Risk(_, None) | Edit::Custom(_, None))
}

/// The edits that keep every option of some conflicts: the first side's entry keeps its number, each other gets the next
/// free one, and what belongs to it goes with it. `result` is the merge without them.
pub(super) fn keep(conflicts: &[&Conflict], result: &Assessment, sides: &[&Assessment]) -> Vec<Edit> {
    let mut risks: Vec<RiskId> = sides.iter().flat_map(|side| side.risks.keys().copied()).collect();
    let mut controls: Vec<CustomId> = sides.iter().flat_map(|side| side.custom_controls.keys().copied()).collect();
    let (mut edits, mut result) = (Vec::new(), result.clone());
    for conflict in conflicts {
        for (index, (option, by)) in conflict.options.iter().enumerate() {
            let side = sides[by[0]];
            let new = match option {
                // The first option keeps the number: it is the first side's wherever that has one.
                edit if index == 0 => vec![edit.clone()],
                Edit::Risk(id, risk) => {
                    let number = RiskId::next(&risks);
                    risks.push(number);
                    let mut edits = vec![Edit::Risk(number, risk.clone())];
                    edits.extend(relink(&result, sides[conflict.options[0].1[0]], side, *id, number));
                    edits
                }
                Edit::Custom(id, control) => {
                    let number = CustomId::next(&controls);
                    controls.push(number);
                    let mut edits = vec![Edit::Custom(number, control.clone())];
                    edits.extend(entry(side, ControlId::Custom(*id), ControlId::Custom(number)));
                    edits
                }
                _ => Vec::new(),
            };
            new.iter().for_each(|edit| drop(result.apply(edit, &Timestamp::default())));
            edits.extend(new);
        }
    }
    edits
}

/// Points the controls that a side linked to its risk at the risk's new number, and no longer at the other risk unless
/// `first` links it too.
fn relink(result: &Assessment, first: &Assessment, side: &Assessment, old: RiskId, new: RiskId) -> Vec<Edit> {
    let links =
        |state: &Assessment, control| state.controls.get(control).is_some_and(|entry| entry.risks.contains(&old));
    let linked = side.controls.keys().filter(|control| links(side, control));
    linked
        .map(|control| {
            let mut risks = result.controls.get(control).map(|entry| entry.risks.clone()).unwrap_or_default();
            risks.retain(|risk| *risk != old || links(first, control));
            risks.push(new);
            Edit::Control(*control, ControlChange::Risks(risks))
        })
        .collect()
}

/// A side's entry of a control, under another number.
fn entry(side: &Assessment, old: ControlId, new: ControlId) -> Vec<Edit> {
    use crate::assessment::ItemChange as I;
    let Some(it) = side.controls.get(&old).cloned() else { return Vec::new() };
    let item = [I::Level(it.item.level), I::Note(it.item.note), I::Evidence(it.item.evidence), I::Owner(it.item.owner)];
    [ControlChange::Decision(it.decision), ControlChange::Risks(it.risks), ControlChange::Item(I::Due(it.item.due))]
        .into_iter()
        .chain(item.map(ControlChange::Item))
        .map(|change| Edit::Control(new, change))
        .collect()
}
