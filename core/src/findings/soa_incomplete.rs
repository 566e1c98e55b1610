//! `soa_incomplete`: some decided controls of Annex A are included or excluded without a justification; once most are
//! decided, the undecided ones count too. A likely minor up to 23 of them, a likely major from 24.
//!
//! Controls of the organisation's own are not among the 93 and do not count.

use super::{Effort, Finding, Grade, Place, Rule, remedy};
use crate::assessment::Decision;
use crate::catalogue::{ItemRef, Word};
use crate::standing::Standing;

/// From this many controls on, the finding is a likely major: a quarter of Annex A.
const MAJOR_FROM: usize = 24;
/// From this many decided controls on, what is undecided is no longer just open.
pub(crate) const MOSTLY_DECIDED: usize = 75;

pub(crate) static SOA_INCOMPLETE: Rule = Rule {
    name: "soa_incomplete",
    label: Word::RuleSoaIncomplete,
    find: |grounds| {
        let standing = grounds.standing;
        let Some(place) = standing.catalogue.subclause("6.1.3").map(Place::Subclause) else { return Vec::new() };
        let is_decided = |id: &_| standing.decision(*id).is_decided();
        let undecided_count = standing.decided >= MOSTLY_DECIDED;
        let unsettled = |id: &_| !standing.is_justified(*id) && (undecided_count || is_decided(id));
        let items: Vec<ItemRef> = standing.catalogue.control_ids().filter(unsettled).map(ItemRef::from).collect();
        let grade = if items.len() >= MAJOR_FROM { Grade::Major } else { Grade::Minor };
        let found = !items.is_empty();
        found.then_some(Finding { rule: &SOA_INCOMPLETE, grade, place, items }).into_iter().collect()
    },
    why: |facts| {
        let of =
            |fits: fn(&Decision) -> bool| facts.controls().filter(|id| fits(facts.assessment.decision(*id))).count();
        let undecided = of(|decision| !decision.is_decided());
        let counts = [
            ("all", facts.catalogue.controls.len()),
            ("decided", Standing::new(facts.catalogue, facts.assessment).decided),
            ("undecided", undecided),
            ("reasonless", of(Decision::is_applicable)),
            ("unjustified", of(Decision::is_excluded)),
        ];
        // What does not count is not said to be none.
        let word = match undecided {
            0 => Word::FindingSoaIncompleteDecidedWhy,
            _ => Word::FindingSoaIncompleteWhy,
        };
        facts.catalogue.tell(word, counts.map(|(name, count)| (name, count.to_string())))
    },
    resolve: |facts| {
        let word = match facts.controls().all(|id| facts.assessment.decision(id).is_decided()) {
            true => Word::FindingSoaIncompleteDecidedResolve,
            false => Word::FindingSoaIncompleteResolve,
        };
        facts.catalogue.tell(word, [("n", facts.count()), ("items", facts.items())])
    },
    effort: |facts| if facts.finding.grade == Grade::Major { Effort::Large } else { Effort::Medium },
    // Settling all but 23 makes the major a minor; up to 23, all have to be settled.
    fewest: |_, finding| {
        let may_stay = if finding.grade == Grade::Major { MAJOR_FROM - 1 } else { 0 };
        finding.items[..finding.items.len() - may_stay].to_vec()
    },
    between: Word::BetweenSoa,
    remedy: remedy::decide,
};
