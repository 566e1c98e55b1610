//! `absent`: every answered item of the sub-clause is at 0 or 1. A likely major, one for the sub-clause.

use super::{Answered, Finding, Grade, Place, Rule};

pub(super) fn holds(answered: &Answered) -> bool {
    !answered.items.is_empty() && answered.undecided == answered.items.len()
}

pub(super) fn find(answered: &Answered) -> Option<Finding> {
    holds(answered).then(|| Finding {
        rule: Rule::Absent,
        grade: Grade::Major,
        place: Place::Subclause(answered.subclause),
        items: answered.items.iter().map(|id| (*id).into()).collect(),
    })
}
