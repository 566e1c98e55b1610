//! `treatment_not_implemented`: at least ten applicable controls have a level, the organisation's own included, and more
//! than half of those are at 0 or 1. A likely major: the risk treatment plan is not implemented.

use super::{Effort, Finding, Grade, Place, Rule, remedy};
use crate::assessment::Level;
use crate::catalogue::{ControlId, ItemRef, Word};
use crate::standing::Standing;

/// Fewer say too little about the plan.
const AT_LEAST: usize = 10;

pub(crate) static TREATMENT_NOT_IMPLEMENTED: Rule = Rule {
    name: "treatment_not_implemented",
    label: Word::RuleTreatmentNotImplemented,
    find: |grounds| {
        let Some(place) = grounds.standing.catalogue.subclause("8.3").map(Place::Subclause) else { return Vec::new() };
        let known = levels(grounds.standing).count();
        let items: Vec<ItemRef> = lacking(grounds.standing).map(ItemRef::from).collect();
        let found = known >= AT_LEAST && 2 * items.len() > known;
        let finding = Finding { rule: &TREATMENT_NOT_IMPLEMENTED, grade: Grade::Major, place, items };
        found.then_some(finding).into_iter().collect()
    },
    why: |facts| {
        let all = levels(&Standing::new(facts.catalogue, facts.assessment)).count().to_string();
        facts.catalogue.tell(
            Word::FindingTreatmentNotImplementedWhy,
            [("n", facts.count()), ("all", all), ("items", facts.items())],
        )
    },
    resolve: |facts| facts.catalogue.word(Word::FindingTreatmentNotImplementedResolve).to_owned(),
    effort: |_| Effort::Large,
    // Half of them may come later.
    fewest: |standing, finding| {
        let may_stay = levels(standing).count() / 2;
        finding.items[..finding.items.len().saturating_sub(may_stay)].to_vec()
    },
    between: Word::BetweenTreatment,
    remedy: remedy::implement,
};

/// The applicable controls that have a level.
fn levels<'a>(standing: &'a Standing<'_>) -> impl Iterator<Item = (ControlId, Level)> + 'a {
    standing.applicable().filter_map(|(id, entry)| Some((id, entry.item.level?)))
}

fn lacking<'a>(standing: &'a Standing<'_>) -> impl Iterator<Item = ControlId> + 'a {
    levels(standing).filter(|(_, level)| *level <= Level::Planned).map(|(id, _)| id)
}
