//! `control_gap`: some applicable controls are at 0 or 1, and lack an owner, or a due date that has not passed. One likely
//! minor for all of them, the organisation's own controls included.
//!
//! A control without a level is open: nobody said that it is not in place.

use super::{Finding, Grade, Place, Rule, all_items, remedy};
use crate::assessment::{Item, Level};
use crate::catalogue::{ItemRef, Word};

pub(crate) static CONTROL_GAP: Rule = Rule {
    name: "control_gap",
    label: Word::RuleControlGap,
    find: |grounds| {
        let standing = grounds.standing;
        let Some(place) = standing.catalogue.subclause("8.3").map(Place::Subclause) else { return Vec::new() };
        let planned = |item: &Item| !item.owner.trim().is_empty() && item.due.is_some_and(|due| due >= grounds.today);
        let low = |item: &Item| item.level.is_some_and(|level| level <= Level::Planned);
        let gaps = standing.applicable().filter(|(_, entry)| low(&entry.item) && !planned(&entry.item));
        let items: Vec<ItemRef> = gaps.map(|(id, _)| id.into()).collect();
        let found = !items.is_empty();
        found.then_some(Finding { rule: &CONTROL_GAP, grade: Grade::Minor, place, items }).into_iter().collect()
    },
    why: |facts| facts.catalogue.tell(Word::FindingControlGapWhy, [("n", facts.count()), ("items", facts.items())]),
    resolve: |facts| facts.catalogue.tell(Word::FindingControlGapResolve, [("n", facts.count())]),
    effort: |facts| facts.effort_of_levels(),
    fewest: all_items,
    between: Word::BetweenControlGaps,
    remedy: remedy::implement,
};
