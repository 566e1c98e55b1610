//! `no_evidence`: a requirement is at or above its stage 2 target, and no evidence is listed for it. A likely
//! opportunity for improvement, one an item.
//!
//! Only requirements have a stage 2 target, so controls and documents are not asked. A reference without any text is
//! no evidence.

use super::{Answered, Finding, Grade, Place, Rule};
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>, answered: &Answered) -> impl Iterator<Item = Finding> {
    let mut below = answered.below.iter().peekable();
    let met = answered.items.iter().filter(move |id| below.next_if_eq(id).is_none());
    met.filter(|id| !standing.item(**id).is_some_and(|item| item.has_evidence())).map(|id| Finding {
        rule: Rule::NoEvidence,
        grade: Grade::Opportunity,
        place: Place::Subclause(answered.subclause),
        items: vec![(*id).into()],
    })
}
