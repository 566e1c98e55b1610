//! `systemic`: at least three items are answered, and more than half of the answered ones are below their stage 2
//! target. A likely major, one for the sub-clause, unless `absent` says it already.

use super::{Answered, Finding, Grade, Place, Rule, absent};

/// Fewer answered items say too little about a whole sub-clause.
const AT_LEAST: usize = 3;

pub(super) fn holds(answered: &Answered) -> bool {
    let most = 2 * answered.below.len() > answered.items.len();
    !absent::holds(answered) && answered.items.len() >= AT_LEAST && most
}

pub(super) fn find(answered: &Answered) -> Option<Finding> {
    holds(answered).then(|| Finding {
        rule: Rule::Systemic,
        grade: Grade::Major,
        place: Place::Subclause(answered.subclause),
        // What is behind it is what falls short, not what is there.
        items: answered.below.iter().map(|id| (*id).into()).collect(),
    })
}
