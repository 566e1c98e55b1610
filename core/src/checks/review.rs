//! What is said about internal audit, management review and corrective action, each against what it rests on.

use super::{Check, Sides, in_practice, sides, unless_empty};
use crate::assessment::Level;
use crate::catalogue::Word;
use crate::standing::Standing;

pub(super) static CHECKS: [Check; 4] = [
    // 9.2.2-c, audit results are reported, is done in practice, while nothing exists yet for any answered requirement of
    // 9.2.1, the audits themselves.
    Check {
        name: "audit-not-held",
        why: Word::ContradictionAuditNotHeld,
        find: |standing, _| {
            let audits = ["9.2.1-a1", "9.2.1-a2", "9.2.1-b"].into_iter().filter_map(|id| standing.level_of(id));
            let audits: Vec<_> = audits.collect();
            let nothing = audits.iter().all(|(_, level)| *level == Level::NotStarted);
            unless_empty(standing, "9.2.2-c", audits.into_iter().filter(|_| nothing).map(|(id, _)| id))
        },
    },
    // 9.3.3-document, evidence of the results of management reviews is kept, is done in practice, while nothing exists yet
    // for 9.3.1-interval, the reviews themselves.
    Check {
        name: "review-not-held",
        why: Word::ContradictionReviewNotHeld,
        find: |standing, _| {
            let held = standing.level_of("9.3.1-interval").filter(|(_, level)| *level == Level::NotStarted);
            sides(in_practice(standing, "9.3.3-document"), held.map(|(id, _)| id)).into_iter().collect()
        },
    },
    // 9.3.2-d3, records prove that the review considers audit results, while 9.2.2-document, evidence of the audits, is
    // below 3.
    Check {
        name: "review-without-audit",
        why: Word::ContradictionReviewWithoutAudit,
        find: |standing, _| evidenced_without(standing, "9.3.2-d3", "9.2.2-document"),
    },
    // 10.2-g, results of corrective actions are kept, is proven by records, while 10.2-d, their effect is reviewed, is
    // below 3.
    Check {
        name: "effect-unchecked",
        why: Word::ContradictionEffectUnchecked,
        find: |standing, _| evidenced_without(standing, "10.2-g", "10.2-d"),
    },
];

/// A requirement at 4 that rests on another one, which is below 3.
fn evidenced_without(standing: &Standing<'_>, said: &str, rests_on: &str) -> Vec<Sides> {
    let said = standing.level_of(said).filter(|(_, level)| *level == Level::Evidenced);
    let below = standing.level_of(rests_on).filter(|(_, level)| *level < Level::Operating);
    sides(said.map(|(id, _)| id), below.map(|(id, _)| id)).into_iter().collect()
}
