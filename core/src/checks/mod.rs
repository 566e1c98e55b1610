//! Checks: things that a person said and that don't go together, by topic; each check whole in its place there.
//!
//! A *contradiction* is two things that can't both hold. They come first, since answers that contradict each other can't
//! be trusted, and while one stands no verdict is 'ready'. A *point to check* may well be right, and blocks nothing.
//! Neither is a finding. Something that was not said contradicts nothing: an open item, an unanswered fact and a document
//! without a status are left alone.

mod documents;
mod points;
mod profile;
mod register;
mod review;
mod risks;
mod statement;

use crate::assessment::{Assessment, Level};
use crate::catalogue::{Catalogue, ItemRef, RequirementId, Word};
use crate::date::Date;
use crate::figures;
use crate::standing::Standing;
use crate::wording;

/// All checks for contradictions, in the order of the method.
pub static CONTRADICTIONS: [&[Check]; 5] =
    [&documents::CHECKS, &risks::CHECKS, &statement::CHECKS, &review::CHECKS, &profile::CHECKS];

/// All checks for points, in the order of the method.
pub static POINTS: [&[Check]; 2] = [&points::CHECKS, &register::CHECKS];

/// A check.
pub struct Check {
    /// Its name in the method and in files, such as `exclusion-unjustified`.
    pub name: &'static str,
    /// Why what it finds does not go together, in one sentence that names both sides.
    why: Word,
    /// What was said, and what was said against it.
    find: fn(&Standing<'_>, Date) -> Vec<Sides>,
}

/// What was said, never empty; and what was said against it, empty where both are about the same item.
type Sides = [Vec<ItemRef>; 2];

impl PartialEq for Check {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Check {}

impl std::fmt::Debug for Check {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// The check.
    pub check: &'static Check,
    /// What was said; never empty.
    pub said: Vec<ItemRef>,
    /// What was said against it; empty where both are about the same item.
    pub against: Vec<ItemRef>,
}

impl Mismatch {
    /// All that it is between: what was said, then what was said against it.
    pub fn between(&self) -> impl Iterator<Item = ItemRef> {
        self.said.iter().chain(&self.against).copied()
    }
}

/// What some checks find, in the order of the standard by what was said; that of one item in the order of the checks.
pub fn all(checks: &'static [&'static [Check]], standing: &Standing<'_>, today: Date) -> Vec<Mismatch> {
    let mismatches = checks.iter().copied().flatten().flat_map(|check| {
        let found = (check.find)(standing, today).into_iter();
        found.map(move |[said, against]| Mismatch { check, said, against })
    });
    let mut mismatches: Vec<_> = mismatches.collect();
    mismatches.sort_by_key(|mismatch| mismatch.said[0]);
    mismatches
}

/// Why the two don't go together, in one sentence that names both.
pub fn why(mismatch: &Mismatch, catalogue: &Catalogue, assessment: &Assessment) -> String {
    let items = |side: &[ItemRef]| wording::items(catalogue, assessment, side.iter().copied());
    let ids = |side: &[ItemRef]| side.iter().map(|item| item.name(catalogue)).collect::<Vec<_>>().join(", ");
    let (said, against) = (&mismatch.said, &mismatch.against);
    catalogue.tell(
        mismatch.check.why,
        [
            ("said", items(said)),
            ("n", said.len().to_string()),
            ("id", ids(said)),
            ("against", items(against)),
            ("m", against.len().to_string()),
            ("otherid", ids(against)),
            ("told", assessment.profile.nonconformities_open.unwrap_or_default().to_string()),
            ("open", said.iter().filter(|item| is_open(assessment, **item)).count().to_string()),
            ("people", assessment.profile.people.unwrap_or_default().to_string()),
            ("owner", said[0].owner(assessment).unwrap_or_default().to_owned()),
            ("date", reviewed(assessment, said[0]).map_or_else(String::new, |day| figures::date(catalogue, day))),
        ],
    )
}

fn reviewed(assessment: &Assessment, item: ItemRef) -> Option<Date> {
    match item {
        ItemRef::Document(id) => assessment.documents.get(&id)?.reviewed,
        ItemRef::Audit(id) => assessment.internal_audits.get(&id)?.date,
        ItemRef::ManagementReview(id) => assessment.management_reviews.get(&id)?.date,
        _ => None,
    }
}

fn is_open(assessment: &Assessment, item: ItemRef) -> bool {
    matches!(item, ItemRef::Nonconformity(id) if assessment.nonconformities.get(&id).is_some_and(|it| it.is_open()))
}

fn is_more_than_a_year_before(day: Date, today: Date) -> bool {
    let (year, month, day) = day.parts();
    (year + 1, month, day) < today.parts()
}

/// The requirement, if it is said to be done in practice at least.
fn in_practice(standing: &Standing<'_>, id: &str) -> Option<RequirementId> {
    standing.level_of(id).filter(|(_, level)| *level >= Level::Operating).map(|(id, _)| id)
}

/// A requirement that is said to be done in practice, with whatever speaks against it.
fn unless_empty(
    standing: &Standing<'_>,
    said: &str,
    against: impl IntoIterator<Item = impl Into<ItemRef>>,
) -> Vec<Sides> {
    sides([said].into_iter().filter_map(|id| in_practice(standing, id)), against).into_iter().collect()
}

/// Both sides, if there is something on each. What speaks against it is looked for first: mostly there is nothing.
fn sides(
    said: impl IntoIterator<Item = impl Into<ItemRef>>,
    against: impl IntoIterator<Item = impl Into<ItemRef>>,
) -> Option<Sides> {
    let mut said = said.into_iter().map(Into::into).peekable();
    let mut against = against.into_iter().map(Into::into).peekable();
    (against.peek().is_some() && said.peek().is_some()).then(|| [said.collect(), against.collect()])
}
