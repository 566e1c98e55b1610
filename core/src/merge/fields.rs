//! States as their fields: what is merged and compared one by one.

use crate::assessment::{Assessment, Edit, Field, FieldValue, Part};
use crate::catalogue::{Catalogue, ControlId};
use std::collections::BTreeSet;

/// How finely states are told apart. A risk, or a control of one's own, is one field with all that was said about its
/// number, unless its number means the same thing in all of the states: what belongs to it comes and goes with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Grain {
    whole: BTreeSet<Part>,
    parts: BTreeSet<Part>,
}

impl Grain {
    /// How finely several sides can be merged that have these ancestors.
    pub fn of_merge(ancestors: &[&Assessment], sides: &[&Assessment]) -> Self {
        Self::new(ancestors, sides, |part| {
            // Added by several, it is the same thing if all gave it the same name.
            let was = ancestors.iter().any(|state| state.entry(part).is_some());
            !was && alike(sides, part)
        })
    }

    /// How finely two states are compared.
    pub fn of_difference(before: &Assessment, after: &Assessment) -> Self {
        Self::new(&[before], &[after], |_| false)
    }

    fn new(ancestors: &[&Assessment], sides: &[&Assessment], same: impl Fn(Part) -> bool) -> Self {
        let states = || ancestors.iter().chain(sides);
        let parts: BTreeSet<Part> = states().flat_map(|state| state.parts()).collect();
        let everywhere = |part: Part| states().all(|state| state.entry(part).is_some());
        let numbered = parts.iter().copied().filter(|part| part.is_numbered());
        let whole = numbered.filter(|part| !everywhere(*part) && !same(*part)).collect();
        Self { whole, parts }
    }

    /// The fields of all parts of a state, as the edits that make them what they are: for each state as many, in the same
    /// order. Joint fields are one, a batch, and so is what belongs to one number.
    pub fn fields(&self, state: &Assessment, catalogue: &Catalogue) -> Vec<Edit> {
        self.parts.iter().flat_map(|part| self.of_part(state, *part, catalogue)).collect()
    }

    /// All parts of the states, in the order of the standard.
    pub(super) fn parts(&self) -> Vec<Part> {
        self.parts.iter().copied().collect()
    }

    /// Whether an edit is one of all that was said about a number.
    pub(super) fn is_whole(&self, edit: &Edit) -> bool {
        match edit {
            Edit::Batch(edits) => matches!(edits.first(), Some(Edit::Add(_))),
            Edit::Remove(part) => self.whole.contains(part),
            _ => false,
        }
    }

    /// Risks that are not merged field by field.
    pub(super) fn is_whole_part(&self, part: Part) -> bool {
        self.whole.contains(&part)
    }

    /// The same of one part.
    pub(super) fn of_part(&self, state: &Assessment, part: Part, catalogue: &Catalogue) -> Vec<Edit> {
        match part {
            Part::Unknown => vec![Edit::Unknown(state.unknown.clone())],
            Part::Control(ControlId::Custom(id)) if self.is_whole_part(Part::Custom(id)) => Vec::new(),
            _ if self.is_whole_part(part) => vec![self.whole(state, part)],
            _ => {
                let there = if state.entry(part).is_some() { Edit::Add(part) } else { Edit::Remove(part) };
                let mut fields: Vec<_> = part.is_numbered().then_some(there).into_iter().collect();
                fields.extend(self.record(state, part));
                if part == Part::Profile {
                    fields.extend(catalogue.fact_ids().map(|id| Edit::Fact(id, state.facts.get(&id).copied())));
                }
                fields
            }
        }
    }

    fn record(&self, state: &Assessment, part: Part) -> Vec<Edit> {
        let (joint, single): (Vec<_>, Vec<_>) = part.said().partition(|field| field.joint);
        let set = |field| self.set(state, part, field);
        let joint: Vec<_> = joint.into_iter().map(set).collect();
        let joint = if joint.is_empty() { None } else { Some(Edit::Batch(joint)) };
        joint.into_iter().chain(single.into_iter().map(set)).collect()
    }

    /// A field; of the risks that a control treats, those that are not told with the risk.
    fn set(&self, state: &Assessment, part: Part, field: &'static Field) -> Edit {
        let mut value = in_order(state.value(part, field));
        if let FieldValue::Risks(risks) = &mut value {
            risks.retain(|risk| !self.is_whole_part(Part::Risk(*risk)));
        }
        Edit::Set(part, field, value)
    }

    /// All that was said about a number: the record, the links to a risk, the entry of a control.
    fn whole(&self, state: &Assessment, part: Part) -> Edit {
        if state.entry(part).is_none() {
            return Edit::Remove(part);
        }
        let mut edits = vec![Edit::Add(part)];
        edits.extend(part.said().map(|field| self.set(state, part, field)));
        match part {
            Part::Risk(risk) => {
                let linked = state.controls.iter().filter(|(_, entry)| entry.risks.contains(&risk));
                edits.extend(linked.map(|(control, _)| Edit::Link(*control, risk, true)));
            }
            Part::Custom(id) => {
                let of = Part::Control(ControlId::Custom(id));
                edits.extend(of.said().map(|field| Edit::Set(of, field, in_order(state.value(of, field)))));
            }
            _ => {}
        }
        Edit::Batch(edits)
    }
}

/// A value whose risks stand in the order of their numbers, each once.
fn in_order(mut value: FieldValue) -> FieldValue {
    if let FieldValue::Risks(risks) = &mut value {
        risks.sort_unstable();
        risks.dedup();
    }
    value
}

/// Whether all states that have one of a list give it the same name, its first field.
fn alike(states: &[&Assessment], part: Part) -> bool {
    let name = |state: &&Assessment| {
        let field = part.said().next()?;
        state.entry(part)?.get(field.at).map(|name| name.texts().concat())
    };
    let mut names = states.iter().filter_map(name);
    let first = names.next().unwrap_or_default();
    !first.is_empty() && names.all(|name| name == first)
}
