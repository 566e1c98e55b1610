//! `absent`: every answered item of a sub-clause is at 0 or 1, and at least half of its items are answered. A likely
//! major, one for the sub-clause; a likely minor where one sentence of the standard is all there is.

use super::answered::{Answered, fewest_to_lift_a_major};
use super::{Effort, Grade, Rule, all_items, remedy};
use crate::catalogue::Word;

pub(crate) static ABSENT: Rule = Rule {
    name: "absent",
    label: Word::RuleAbsent,
    find: |grounds| {
        let grade = |catalogue: &crate::Catalogue, subclause: usize| match catalogue.subclauses[subclause].id {
            "6.3" | "7.1" | "10.1" => Grade::Minor,
            _ => Grade::Major,
        };
        grounds.by_subclause(&ABSENT, grade, |answered| holds(answered).then(|| answered.items.iter().map(|it| it.id)))
    },
    why: |facts| {
        facts.catalogue.tell(
            Word::FindingAbsentWhy,
            [("n", facts.count()), ("all", facts.requirements().len().to_string()), ("place", facts.place())],
        )
    },
    resolve: |facts| facts.steps(Word::FindingAbsentResolve),
    effort: |_| Effort::Large,
    fewest: |standing, finding| match finding.grade {
        Grade::Major => fewest_to_lift_a_major(standing, finding),
        _ => all_items(standing, finding),
    },
    between: Word::BetweenSubclause,
    remedy: remedy::raise,
};

pub(super) fn holds(answered: &Answered) -> bool {
    let all = answered.items.iter().all(|said| said.is_undecided);
    all && !answered.items.is_empty() && 2 * answered.items.len() >= answered.of
}
