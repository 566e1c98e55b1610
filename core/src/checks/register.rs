//! What is said about internal audit, management review and corrective action, against what their registers say.

use super::{Check, Sides, in_practice, is_more_than_a_year_before, sides, unless_empty};
use crate::assessment::{AuditResult, Nonconformity};
use crate::audits::{self, About};
use crate::catalogue::{ItemRef, NonconformityId, Word};
use crate::standing::Standing;

pub(super) static CHECKS: [Check; 8] = [
    // 10.2-c, corrective action is carried out, is done in practice, while the day for an open one has passed.
    Check {
        name: "action-overdue",
        why: Word::PointActionOverdue,
        find: |standing, today| unless_empty(standing, "10.2-c", those(standing, |one| one.is_overdue(today))),
    },
    // 10.2-b2, causes are found, is done in practice, while one is done or closed without a cause.
    Check {
        name: "cause-missing",
        why: Word::PointCauseMissing,
        find: |standing, _| {
            let dealt_with = |one: &Nonconformity| one.done.or(one.closed).is_some();
            unless_empty(standing, "10.2-b2", those(standing, |one| dealt_with(one) && one.cause.trim().is_empty()))
        },
    },
    // 10.2-d, the effect is reviewed, is done in practice, while one is closed without a check of its effect.
    Check {
        name: "effect-not-recorded",
        why: Word::PointEffectNotRecorded,
        find: |standing, _| {
            unless_empty(standing, "10.2-d", those(standing, |one| !one.is_open() && one.checked.is_none()))
        },
    },
    // The profile says how many are open, and the register says another number.
    Check {
        name: "open-count",
        why: Word::PointOpenCount,
        find: |standing, today| {
            let assessment = standing.assessment;
            let open = audits::Count::of(assessment, today).open;
            let differs = |told: u32| usize::try_from(told).is_ok_and(|told| told != open);
            let all: Vec<ItemRef> = those(standing, |_| true).map(ItemRef::from).collect();
            let differs = assessment.profile.nonconformities_open.is_some_and(differs) && !all.is_empty();
            differs.then(|| alone(all)).into_iter().collect()
        },
    },
    // An auditor looks after something that the audit looks at.
    Check {
        name: "auditor-owns",
        why: Word::PointAuditorOwns,
        find: |standing, _| {
            let found = standing.assessment.internal_audits.iter().filter_map(|(id, audit)| {
                sides([*id], audits::owned_by_auditors(standing.catalogue, standing.assessment, audit))
            });
            found.collect()
        },
    },
    // An audit found something that the register does not have.
    Check {
        name: "finding-not-registered",
        why: Word::PointFindingNotRegistered,
        find: |standing, _| {
            let found = standing.assessment.internal_audits.iter().filter_map(|(id, audit)| {
                let lost = audit.sample.iter().filter(|it| {
                    let found = matches!(it.result, Some(AuditResult::Major | AuditResult::Minor));
                    found && audits::registered(standing.assessment, *id, it).is_none()
                });
                let items = lost.filter_map(|it| match About::parse(standing.catalogue, &it.item)? {
                    About::Item(item) => Some(item),
                    About::Clause(_) => None,
                });
                sides([*id], items)
            });
            found.collect()
        },
    },
    // The last internal audit, or the last management review, was held more than twelve months ago.
    Check {
        name: "held-long-ago",
        why: Word::PointHeldLongAgo,
        find: |standing, today| {
            let audit = audits::last_audit(standing.assessment, today).map(|(id, date)| (ItemRef::from(id), date));
            let review = audits::last_review(standing.assessment, today).map(|(id, date)| (ItemRef::from(id), date));
            let held = audit.into_iter().chain(review);
            held.filter(|(_, date)| is_more_than_a_year_before(*date, today)).map(|(it, _)| alone(vec![it])).collect()
        },
    },
    // 9.3.3-decisions, the review leads to decisions, is done in practice, while the day for one has passed.
    Check {
        name: "decision-overdue",
        why: Word::PointDecisionOverdue,
        find: |standing, today| {
            let late = standing.assessment.management_reviews.iter().filter(|(_, review)| {
                audits::open_decisions(review).any(|task| task.due.is_some_and(|due| due < today))
            });
            sides(in_practice(standing, "9.3.3-decisions"), late.map(|(id, _)| *id)).into_iter().collect()
        },
    },
];

/// The nonconformities of which something is true.
fn those<'a>(
    standing: &'a Standing<'_>,
    fits: impl Fn(&Nonconformity) -> bool + 'a,
) -> impl Iterator<Item = NonconformityId> + 'a {
    let all = standing.assessment.nonconformities.iter();
    all.filter(move |(_, one)| one.is_one() && fits(one)).map(|(id, _)| *id)
}

fn alone(said: Vec<ItemRef>) -> Sides {
    [said, Vec::new()]
}
