//! All that was said about a number comes or goes together, under the number or under another one.

use super::{Choice, Conflict, Grain, Settled};
use crate::assessment::{Assessment, Edit, FieldValue, FoundIn, Part, Series};
use crate::catalogue::{AuditId, ControlId, CustomId, NonconformityId};
use crate::date::Timestamp;
use std::collections::BTreeMap;

/// The first side on its way to the result, and the edits that bring it there.
pub(super) struct Result<'a> {
    grain: &'a Grain,
    state: Assessment,
    edits: Vec<Edit>,
    /// What became of a side's control of its own under a number: another number, or nothing.
    controls: BTreeMap<(usize, CustomId), Option<CustomId>>,
    /// The number that a side's internal audit has now, where that is another one.
    audits: BTreeMap<(usize, AuditId), AuditId>,
    /// The side from which a nonconformity says which audit found it.
    found: BTreeMap<NonconformityId, usize>,
    /// The last number that any side gave, of each list.
    given: [u32; Series::ALL.len()],
}

impl<'a> Result<'a> {
    pub fn new(sides: &[&Assessment], grain: &'a Grain) -> Self {
        let state = sides[0].clone();
        let given = Series::ALL.map(|series| sides.iter().map(|side| side.last_number(series)).max().unwrap_or(0));
        Self {
            grain,
            state,
            edits: Vec::new(),
            controls: BTreeMap::new(),
            audits: BTreeMap::new(),
            found: BTreeMap::new(),
            given,
        }
    }

    /// Makes a change.
    pub fn push(&mut self, edit: Edit) {
        self.state.apply(&edit, &Timestamp::default());
        self.edits.push(edit);
    }

    /// Sets a field as a side has it. The risks that are not told by it stay linked.
    pub fn set(&mut self, edit: &Edit, side: usize) {
        match edit {
            Edit::Set(Part::Nonconformity(id), field, _) if field.name == "reference" => {
                self.found.insert(*id, side);
                self.push(edit.clone());
            }
            Edit::Set(part, field, FieldValue::Risks(risks)) => {
                let mut risks = risks.clone();
                if let FieldValue::Risks(linked) = self.state.value(*part, field) {
                    risks.extend(linked.iter().filter(|risk| self.grain.is_whole_part(Part::Risk(**risk))));
                }
                risks.sort_unstable();
                risks.dedup();
                self.push(Edit::Set(*part, field, FieldValue::Risks(risks)));
            }
            edit => self.push(edit.clone()),
        }
    }

    /// Takes over what was said about a number and merges by itself.
    pub fn settle(&mut self, settled: &Settled) {
        self.put(&settled.edit, settled.by[0]);
    }

    /// Does what a person decided about a number.
    pub fn decide(&mut self, conflict: &Conflict, choice: Choice) {
        match choice {
            Choice::Both if conflict.both => {
                for (index, (option, by)) in conflict.options.iter().enumerate() {
                    // The first option keeps the number: it is the first side's wherever that has one.
                    match index {
                        0 => self.put(option, by[0]),
                        _ => self.add(option, by),
                    }
                }
            }
            Choice::Option(index) => {
                let Some((option, by)) = conflict.options.get(index) else { return };
                for (_, others) in conflict.options.iter().filter(|(other, _)| other != option) {
                    self.note(option, others, None);
                }
                self.put(option, by[0]);
            }
            Choice::Both | Choice::Present => {
                for (option, by) in conflict.options.iter().filter(|(option, _)| *option != conflict.present) {
                    self.note(option, by, None);
                }
            }
        }
    }

    /// Puts what one side says about a number in the place of what is there.
    fn put(&mut self, whole: &Edit, side: usize) {
        let Some(part) = number_of(whole) else { return };
        match whole {
            Edit::Remove(_) => self.push(self.state.removal(part)),
            _ => {
                self.push(Edit::Batch(self.state.detachment(part)));
                self.take(whole, part, side);
            }
        }
    }

    /// Adds what some sides say about a number under the next free one.
    fn add(&mut self, whole: &Edit, by: &[usize]) {
        let list = number_of(whole).and_then(Series::of);
        let next = list.and_then(|(series, _)| {
            let last = self.given[series as usize].max(self.state.last_number(series));
            series.after(last)
        });
        match next {
            Some(part) => {
                match (part, number_of(whole)) {
                    (Part::Custom(id), _) => self.note(whole, by, Some(id)),
                    (Part::Audit(id), Some(Part::Audit(was))) => {
                        self.audits.extend(by.iter().map(|side| ((*side, was), id)));
                    }
                    _ => {}
                }
                self.take(whole, part, by[0]);
            }
            // All numbers are given: it can't be kept.
            None => self.note(whole, by, None),
        }
    }

    /// Takes over what a side says about a number, under this one.
    fn take(&mut self, whole: &Edit, part: Part, side: usize) {
        if let Part::Nonconformity(id) = part {
            self.found.insert(id, side);
        }
        self.push(self.moved(whole, part, side));
    }

    /// Notes what became of a control of some sides' own.
    fn note(&mut self, whole: &Edit, by: &[usize], became: Option<CustomId>) {
        if let Some(Part::Custom(id)) = number_of(whole) {
            self.controls.extend(by.iter().map(|side| ((*side, id), became)));
        }
    }

    /// What a side says about a number, under another number, with the numbers that its controls have now. Links to risks
    /// that are told whole come with the risks, but for the first side's, which are there.
    fn moved(&self, whole: &Edit, to: Part, side: usize) -> Edit {
        let Edit::Batch(edits) = whole else { return whole.clone() };
        let edits = edits.iter().filter_map(|edit| {
            Some(match (edit, to) {
                (Edit::Add(_), _) => Edit::Add(to),
                (Edit::Set(Part::Control(_), field, value), Part::Custom(id)) => {
                    let mut value = value.clone();
                    if let FieldValue::Risks(risks) = &mut value {
                        risks.retain(|risk| side == 0 || !self.grain.is_whole_part(Part::Risk(*risk)));
                    }
                    Edit::Set(Part::Control(ControlId::Custom(id)), field, value)
                }
                (Edit::Set(_, field, value), _) => Edit::Set(to, field, value.clone()),
                (Edit::Link(control, ..), Part::Risk(risk)) => {
                    let control = match control {
                        ControlId::Custom(id) => {
                            ControlId::Custom(self.controls.get(&(side, *id)).copied().unwrap_or(Some(*id))?)
                        }
                        annex => *annex,
                    };
                    Edit::Link(control, risk, true)
                }
                (edit, _) => edit.clone(),
            })
        });
        Edit::Batch(edits.collect())
    }

    /// Lets what an internal audit found name that audit still, where it has another number now.
    fn refer(&mut self) {
        let renumbered = |(id, side): (&NonconformityId, &usize)| {
            let one = self.state.nonconformities.get(id)?;
            let was = AuditId::parse(one.reference.trim()).filter(|_| one.source == Some(FoundIn::InternalAudit))?;
            Some(Edit::nonconformity(*id).reference(self.audits.get(&(*side, was))?.to_string()))
        };
        self.found.iter().filter_map(renumbered).collect::<Vec<_>>().into_iter().for_each(|edit| self.push(edit));
    }

    /// The edits, once no number can be given again that any side gave. A risk that came has no link to a control that
    /// somebody removed.
    pub fn finish(mut self) -> Vec<Edit> {
        let own =
            self.state.controls.keys().filter_map(|id| if let ControlId::Custom(id) = id { Some(*id) } else { None });
        let removed =
            |id: &CustomId| self.grain.is_whole_part(Part::Custom(*id)) && !self.state.custom_controls.contains_key(id);
        for id in own.filter(removed).collect::<Vec<_>>() {
            self.push(Edit::Batch(self.state.detachment(Part::Custom(id))));
        }
        self.refer();
        let raised = self.state.raise_last_numbers(self.given);
        raised.into_iter().for_each(|edit| self.push(edit));
        self.edits
    }
}

/// The number that all that was said about it is about.
fn number_of(whole: &Edit) -> Option<Part> {
    match whole {
        Edit::Batch(edits) => edits.first().and_then(number_of),
        Edit::Add(part) | Edit::Remove(part) => Some(*part),
        _ => None,
    }
}
