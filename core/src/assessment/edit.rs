//! Every change that a person can make. `apply.rs` makes them.

use super::{Field, FieldValue, Part};
use crate::catalogue::{ControlId, FactId, RiskId};
use serde_json::Value;

/// One change. Undo, merging, storage and the tests speak it.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Sets a field of a part's record. One of a list that is not there is not made by it.
    Set(Part, &'static Field, FieldValue),
    /// Adds an empty record to a list: see [`Series`](super::Series).
    Add(Part),
    /// Removes a record from a list. See [`Assessment::removal`](super::Assessment::removal) for all that goes with it.
    Remove(Part),
    /// Says that a control treats a risk, or (with `false`) that it does not.
    Link(ControlId, RiskId, bool),
    /// Answers a fact, or takes the answer back.
    Fact(FactId, Option<bool>),
    /// Says that it holds a state, by its digest, or (with `false`) takes that back. See [`Shared`](super::Shared).
    Includes(String, bool),
    /// Replaces what this version does not know, [`Assessment::unknown`](super::Assessment::unknown).
    Unknown(Value),
    /// Keeps a review under its id, or (with `None`) removes it. No answer changes; see [`crate::review`].
    Review(String, Option<Value>),
    /// Several changes that are done and undone together, in order.
    Batch(Vec<Edit>),
}

impl Edit {
    /// Whether it is a text, which comes letter by letter.
    pub fn is_typed(&self) -> bool {
        match self {
            Self::Set(_, field, _) => field.kind.is_typed(),
            Self::Review(_, review) => review.is_some(),
            _ => false,
        }
    }

    /// Whether it changes the same field as another one.
    pub fn is_of_same_field(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Set(part, field, _), Self::Set(of, other, _)) => part == of && field == other,
            _ => false,
        }
    }

    /// The parts that this change touches, [`Part::Meta`] left out unless it is what changes.
    pub fn parts(&self) -> Vec<Part> {
        match self {
            Self::Set(part, ..) => vec![*part],
            // With the numbers that were given.
            Self::Add(part) | Self::Remove(part) => vec![*part, Part::Meta],
            Self::Link(id, ..) => vec![Part::Control(*id)],
            Self::Fact(..) => vec![Part::Profile],
            Self::Includes(..) => vec![Part::Meta],
            Self::Unknown(_) | Self::Review(..) => vec![Part::Unknown],
            Self::Batch(edits) => edits.iter().flat_map(Self::parts).collect(),
        }
    }

    /// The names, in the record of a part, of what this change sets there.
    fn names_in(&self, part: Part) -> Vec<&'static str> {
        match self {
            Self::Set(of, field, _) if *of == part => {
                let mut tables = part.tables().iter();
                let table = tables.find(|table| table.fields.contains(field)).filter(|it| !it.within.is_empty());
                vec![table.map_or(field.name, |table| table.within)]
            }
            Self::Batch(edits) => edits.iter().flat_map(|edit| edit.names_in(part)).collect(),
            _ => Vec::new(),
        }
    }
}

impl Part {
    /// The names, in its record, of what is one decision: the joint fields, and what one of some changes has set together.
    /// Whoever takes over a part of it says something that nobody has decided.
    pub fn decided_together(self, edits: &[&Edit]) -> Vec<&'static str> {
        let mut together: Vec<_> = self.fields().filter(|field| field.joint).map(|field| field.name).collect();
        for name in edits.iter().map(|edit| edit.names_in(self)).filter(|names| names.len() > 1).flatten() {
            if !together.contains(&name) {
                together.push(name);
            }
        }
        together
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Decision, Level};
    use crate::catalogue::Catalogue;

    #[test]
    fn what_one_change_has_said_together_is_one_decision() {
        let catalogue = Catalogue::english();
        let (control, answer) =
            (catalogue.parse_control("A.8.30").unwrap(), catalogue.parse_requirement("9.3.2-a").unwrap());
        let (of_control, of_answer) = (Part::Control(control), Part::Answer(answer));
        let joint = ["decision", "reasons", "justification", "unsure"];
        assert_eq!(of_control.decided_together(&[]), joint, "whoever changes one of them");
        assert_eq!(of_control.decided_together(&[&Edit::control(control).decision(&Decision::Undecided)]), joint);
        assert_eq!(of_answer.decided_together(&[]), [""; 0]);
        let unsure = Edit::Batch(vec![Edit::answer(answer).level(None), Edit::only_answer(answer).unsure(true)]);
        let note = Edit::answer(answer).note("Words.".into());
        assert_eq!(of_answer.decided_together(&[&note, &unsure]), ["level", "unsure"]);
        assert_eq!(of_answer.decided_together(&[&note, &Edit::answer(answer).level(Some(Level::Planned))]), [""; 0]);
    }
}
