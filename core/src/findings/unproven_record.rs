//! `unproven_record`: records are said to prove something, and none is listed. A likely minor, one for the sub-clause.
//!
//! A reference without any text is no evidence.

use super::{Effort, Grade, Rule, all_items, remedy};
use crate::assessment::Level;
use crate::catalogue::{Kind, RequirementId, Word};
use crate::standing::Standing;

pub(crate) static UNPROVEN_RECORD: Rule = Rule {
    name: "unproven_record",
    label: Word::RuleUnprovenRecord,
    find: |grounds| {
        let unproven = |id: &RequirementId| holds(grounds.standing, *id);
        grounds.by_subclause(
            &UNPROVEN_RECORD,
            |_, _| Grade::Minor,
            |answered| Some(answered.items.iter().map(|said| said.id).filter(unproven)),
        )
    },
    why: |facts| facts.catalogue.tell(Word::FindingUnprovenRecordWhy, [("n", facts.count()), ("items", facts.items())]),
    resolve: |facts| facts.steps(Word::FindingUnprovenRecordResolve),
    effort: |_| Effort::Small,
    fewest: all_items,
    between: Word::BetweenRecords,
    remedy: remedy::show,
};

pub(super) fn holds(standing: &Standing<'_>, id: RequirementId) -> bool {
    let is_record = standing.catalogue.requirement(id).kind == Kind::Record;
    let bare = |item: &crate::assessment::Item| item.level == Some(Level::Evidenced) && !item.has_evidence();
    is_record && standing.item(id).is_some_and(bare)
}
