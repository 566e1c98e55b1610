//! `systemic`: not `absent`; at least three answered items of a sub-clause fall well short of what stage 2 looks for, and
//! they are more than half of the answered ones. A likely major, one for the sub-clause.

use super::answered::{Answered, fewest_to_lift_a_major};
use super::{Effort, Grade, Rule, absent, remedy};
use crate::catalogue::Word;
use crate::standing::Standing;

pub(crate) static SYSTEMIC: Rule = Rule {
    name: "systemic",
    label: Word::RuleSystemic,
    find: |grounds| {
        // What is behind it is what falls short, not what is there.
        grounds.by_subclause(&SYSTEMIC, |_, _| Grade::Major, |answered| holds(answered).then(|| answered.below()))
    },
    why: |facts| {
        let standing = Standing::new(facts.catalogue, facts.assessment);
        let [short, all] = Answered::of_finding(&standing, facts.finding)
            .map_or([0, 0], |answered| [answered.count(|said| said.is_short), answered.items.len()]);
        facts.catalogue.tell(
            Word::FindingSystemicWhy,
            [("n", short.to_string()), ("all", all.to_string()), ("place", facts.place())],
        )
    },
    resolve: |facts| facts.steps(Word::FindingSystemicResolve),
    effort: |_| Effort::Large,
    fewest: fewest_to_lift_a_major,
    between: Word::BetweenSubclause,
    remedy: remedy::raise,
};

/// Fewer items say too little about a whole sub-clause.
const AT_LEAST: usize = 3;

pub(super) fn holds(answered: &Answered) -> bool {
    let short = answered.count(|said| said.is_short);
    !absent::holds(answered) && short >= AT_LEAST && 2 * short > answered.items.len()
}
