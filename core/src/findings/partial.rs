//! `partial`: some answered items of a sub-clause are below their stage 2 target, where neither `absent` nor `systemic`
//! speaks for the whole sub-clause. A likely minor, one for the sub-clause.

use super::answered::Answered;
use super::{Grade, Rule, absent, all_items, remedy, systemic};
use crate::catalogue::Word;

pub(crate) static PARTIAL: Rule = Rule {
    name: "partial",
    label: Word::RulePartial,
    find: |grounds| {
        let is_major = |answered: &Answered| absent::holds(answered) || systemic::holds(answered);
        grounds.by_subclause(&PARTIAL, |_, _| Grade::Minor, |answered| (!is_major(answered)).then(|| answered.below()))
    },
    why: |facts| match facts.finding.items.len() {
        1 => facts.catalogue.tell(
            Word::FindingPartialOneWhy,
            [("item", facts.items()), ("level", facts.level()), ("target", facts.target())],
        ),
        _ => facts.catalogue.tell(
            Word::FindingPartialWhy,
            [
                ("n", facts.count()),
                ("all", facts.answered().to_string()),
                ("place", facts.place()),
                ("items", facts.items()),
            ],
        ),
    },
    resolve: |facts| facts.steps(Word::FindingPartialResolve),
    effort: |facts| facts.effort_of_levels(),
    fewest: all_items,
    between: Word::BetweenSubclause,
    remedy: remedy::raise,
};
