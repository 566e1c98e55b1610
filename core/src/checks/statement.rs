//! What is said about the Statement of Applicability and the risk treatment plan, against the decisions about controls.

use super::{Check, sides, unless_empty};
use crate::assessment::Level;
use crate::catalogue::{ItemRef, Word};

pub(super) static CHECKS: [Check; 8] = [
    // 6.1.3-d-controls, the Statement of Applicability holds the necessary controls, is done in practice, while controls
    // of Annex A are undecided.
    Check {
        name: "controls-undecided",
        why: Word::ContradictionControlsUndecided,
        find: |standing, _| {
            let all = standing.decided == standing.catalogue.controls.len();
            let annex = standing.catalogue.control_ids().filter(|_| !all);
            let undecided = annex.filter(|id| !standing.decision(*id).is_decided());
            unless_empty(standing, "6.1.3-d-controls", undecided)
        },
    },
    // 6.1.3-d-inclusion, the Statement of Applicability justifies each inclusion, is done in practice, while a control
    // applies without a justification.
    Check {
        name: "inclusion-unjustified",
        why: Word::ContradictionInclusionUnjustified,
        find: |standing, _| {
            let bare = standing.applicable().filter(|(_, entry)| !entry.is_justified());
            unless_empty(standing, "6.1.3-d-inclusion", bare.map(|(id, _)| id))
        },
    },
    // 6.1.3-d-status, the Statement of Applicability says whether each necessary control is implemented, is done in
    // practice, while an applicable control has no level.
    Check {
        name: "status-unknown",
        why: Word::ContradictionStatusUnknown,
        find: |standing, _| {
            let unknown = standing.applicable().filter(|(_, entry)| entry.item.level.is_none());
            unless_empty(standing, "6.1.3-d-status", unknown.map(|(id, _)| id))
        },
    },
    // 6.1.3-d-exclusion, the Statement of Applicability justifies each exclusion, is done in practice, while an exclusion
    // lacks its justification.
    Check {
        name: "exclusion-unjustified",
        why: Word::ContradictionExclusionUnjustified,
        find: |standing, _| {
            let annex = standing.excluded().filter(|(id, _)| id.annex().is_some());
            let bare = annex.filter(|(_, entry)| !entry.is_justified());
            unless_empty(standing, "6.1.3-d-exclusion", bare.map(|(id, _)| id))
        },
    },
    // 8.3-implement, the risk treatment plan is implemented, is done in practice, while 6.1.3-e, the plan itself, is at 0
    // or 1.
    Check {
        name: "plan-carried-out",
        why: Word::ContradictionPlanCarriedOut,
        find: |standing, _| {
            let plan = standing.level_of("6.1.3-e").filter(|(_, level)| *level <= Level::Planned);
            unless_empty(standing, "8.3-implement", plan.map(|(id, _)| id))
        },
    },
    // 8.3-implement is done in practice, while more than half of the applicable controls whose level was said are at 0
    // or 1. Some may be planned for later; most can't be while the plan is carried out.
    Check {
        name: "controls-not-in-place",
        why: Word::ContradictionControlsNotInPlace,
        find: |standing, _| {
            let known = || standing.applicable().filter_map(|(id, entry)| Some((id, entry.item.level?)));
            let lacking = || known().filter(|(_, level)| *level <= Level::Planned).map(|(id, _)| id);
            let most = 2 * lacking().count() > known().count();
            unless_empty(standing, "8.3-implement", lacking().filter(|_| most))
        },
    },
    // A control is excluded, while a risk is linked to it.
    Check {
        name: "exclusion-treats-risk",
        why: Word::ContradictionExclusionTreatsRisk,
        find: |standing, _| {
            let risks = |id| standing.assessment.risks_of(id).map(|(risk, _)| risk);
            standing.excluded().filter_map(|(id, _)| sides([id], risks(id))).collect()
        },
    },
    // A control is excluded, and at the same time said to be done in practice. Both are about the same item.
    Check {
        name: "excluded-in-practice",
        why: Word::ContradictionExcludedInPractice,
        find: |standing, _| {
            let found = standing.excluded().filter(|(_, entry)| entry.item.level >= Some(Level::Operating));
            found.map(|(id, _)| [vec![ItemRef::from(id)], Vec::new()]).collect()
        },
    },
];
