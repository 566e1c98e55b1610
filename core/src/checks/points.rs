//! Points to check: what may well be right, and is worth a look before an auditor asks.

use super::{Check, Sides, is_more_than_a_year_before, sides};
use crate::assessment::{Item, Level, Portion};
use crate::catalogue::{ControlId, ItemRef, When, Word};
use crate::date::Date;
use crate::standing::Standing;
use crate::target::Stage;
use std::collections::BTreeMap;

pub(super) static CHECKS: [Check; 6] = [
    // A control is excluded that a fact of the profile calls for.
    Check {
        name: "exclusion-called-for",
        why: Word::PointExclusionCalledFor,
        find: |standing, _| {
            let is_true = |fact: &&_| standing.assessment.facts.get(fact) == Some(&true);
            let found = standing.excluded().filter_map(|(id, _)| match &standing.catalogue.control(id)?.when {
                When::AnyOf(facts) => sides([id], facts.iter().filter(is_true).copied()),
                // That most organisations need a control is no fact about this one.
                When::Always | When::MorePeopleThan(_) => None,
            });
            found.collect()
        },
    },
    // The same, called for by the number of people.
    Check {
        name: "exclusion-called-for",
        why: Word::PointExclusionCalledForPeople,
        find: |standing, _| {
            let people = standing.assessment.profile.people.unwrap_or(0);
            let called = |id: &ControlId| {
                let when = standing.catalogue.control(*id).map(|control| &control.when);
                matches!(when, Some(When::MorePeopleThan(limit)) if people > *limit)
            };
            let found = standing.excluded().map(|(id, _)| id).filter(called);
            found.map(|id| [vec![id.into()], vec![ItemRef::People]]).collect()
        },
    },
    // A control applies for which the profile says that there is nothing: all facts that would call for it are answered
    // with no, as with secure coding where nobody develops. A small number of people makes no control pointless.
    Check {
        name: "nothing-to-control",
        why: Word::PointNothingToControl,
        find: |standing, _| {
            let found = standing.applicable().filter_map(|(id, _)| {
                let When::AnyOf(facts) = &standing.catalogue.control(id)?.when else { return None };
                let nothing = facts.iter().all(|fact| standing.assessment.facts.get(fact) == Some(&false));
                sides([id], facts.iter().copied().filter(|_| nothing))
            });
            found.collect()
        },
    },
    // What has to be looked at again and again was last reviewed more than twelve months ago.
    Check {
        name: "out-of-date",
        why: Word::PointOutOfDate,
        find: |standing, today| {
            let documents = standing.assessment.documents.iter();
            let old = documents.filter(|(id, entry)| {
                let is_old = entry.reviewed.is_some_and(|reviewed| is_more_than_a_year_before(reviewed, today));
                is_old && REVIEWED.contains(&id.name(standing.catalogue))
            });
            old.map(|(id, _)| alone([(*id).into()])).collect()
        },
    },
    // One person owns more than half of all that has an owner, and something of the internal audit too.
    Check { name: "same-person", why: Word::PointSamePerson, find: same_person },
    // The date of an open action has passed.
    Check {
        name: "due-passed",
        why: Word::PointDuePassed,
        find: |standing, today| {
            let catalogue = standing.catalogue;
            let passed = |item: &Item| item.due.is_some_and(|due| due < today);
            let is_open = |item: &Item, target| item.level.is_none_or(|level| level < target);
            let requirements = catalogue.requirement_ids().filter(|id| {
                let open = |item: &Item| passed(item) && is_open(item, standing.target(*id, Stage::Two));
                standing.item(*id).is_some_and(open)
            });
            let controls = standing
                .applicable()
                .filter(|(_, entry)| passed(&entry.item) && is_open(&entry.item, Level::Operating));
            let items: Vec<ItemRef> =
                requirements.map(ItemRef::from).chain(controls.map(|(id, _)| ItemRef::from(id))).collect();
            (!items.is_empty()).then(|| alone(items)).into_iter().collect()
        },
    },
];

/// What an auditor expects to have been looked at within a year.
const REVIEWED: [&str; 5] =
    ["doc-policy", "doc-soa", "doc-risk-assessment-results", "doc-audit-programme", "doc-management-review"];

fn alone(said: impl Into<Vec<ItemRef>>) -> Sides {
    [said.into(), Vec::new()]
}

fn same_person(standing: &Standing<'_>, _: Date) -> Vec<Sides> {
    let assessment = standing.assessment;
    // An extract without names has one word in place of all of them.
    if assessment.left_out().contains(Portion::Owners) {
        return Vec::new();
    }
    let owned: Vec<(ItemRef, &str)> = assessment.owned().collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, owner) in &owned {
        *counts.entry(owner).or_default() += 1;
    }
    let Some((most, _)) = counts.into_iter().find(|(_, count)| 2 * count > owned.len()) else { return Vec::new() };
    let audit = |item: ItemRef| match item {
        ItemRef::Requirement(id) => standing.catalogue.subclause_of(id).id.starts_with("9.2"),
        ItemRef::Document(id) => id.name(standing.catalogue) == "doc-audit-programme",
        _ => false,
    };
    let audited: Vec<_> =
        owned.iter().filter(|(item, owner)| *owner == most && audit(*item)).map(|(it, _)| *it).collect();
    (!audited.is_empty()).then(|| alone(audited)).into_iter().collect()
}
