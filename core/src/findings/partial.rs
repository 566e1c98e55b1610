//! `partial`: an answered item is below its stage 2 target, where neither `absent` nor `systemic` speaks for the whole
//! sub-clause. A likely minor, one an item.

use super::{Answered, Finding, Grade, Place, Rule, absent, systemic};

pub(super) fn find(answered: &Answered) -> impl Iterator<Item = Finding> {
    let holds = !absent::holds(answered) && !systemic::holds(answered);
    answered.below.iter().filter(move |_| holds).map(|id| Finding {
        rule: Rule::Partial,
        grade: Grade::Minor,
        place: Place::Subclause(answered.subclause),
        items: vec![(*id).into()],
    })
}
