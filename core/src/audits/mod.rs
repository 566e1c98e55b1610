//! Audits and reviews: what the register of nonconformities says, what an internal audit looks at, which was held last.
//! Derived, as all else; what people said of them is in [`crate::assessment`]. What there is to talk about in a management
//! review is in [`crate::agenda`].

mod foreseen;
mod sample;

pub use foreseen::{About, Foreseen, foreseen};
pub use sample::{Clues, begin, clues, independence, owned_by_auditors, register, registered, result_label, suggest};

use crate::assessment::{Assessment, Graded, ManagementReview, Nonconformity, Task};
use crate::catalogue::{AuditId, Catalogue, ManagementReviewId, Word};
use crate::date::Date;
use serde_json::{Value, json};

/// How the register of nonconformities stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Nonconformities in all, without opportunities for improvement.
    pub all: usize,
    /// Those that are open still.
    pub open: usize,
    /// Those whose action is to be done still, while the day for it has passed.
    pub overdue: usize,
    /// Opportunities for improvement that are open.
    pub opportunities: usize,
}

impl Count {
    /// Counts them.
    pub fn of(assessment: &Assessment, today: Date) -> Self {
        let count =
            |fits: &dyn Fn(&Nonconformity) -> bool| assessment.nonconformities.values().filter(|one| fits(one)).count();
        Self {
            all: count(&Nonconformity::is_one),
            open: count(&|one| one.is_one() && one.is_open()),
            overdue: count(&|one| one.is_one() && one.is_overdue(today)),
            opportunities: count(&|one| one.grade == Some(Graded::Opportunity) && one.is_open()),
        }
    }

    /// The same in a sentence.
    pub fn words(self, catalogue: &Catalogue) -> String {
        let Self { all, open, overdue, opportunities } = self;
        let counts = [("n", all), ("open", open), ("overdue", overdue), ("better", opportunities)];
        catalogue.tell(Word::RegisterCount, counts.map(|(name, n)| (name, n.to_string())))
    }

    /// The same for the result, with what of the certification body's findings was foreseen.
    pub(crate) fn to_value(self, foreseen: Option<Foreseen>) -> Value {
        let Self { all, open, overdue, opportunities } = self;
        let mut value = json!({ "all": all, "open": open, "overdue": overdue, "opportunities": opportunities });
        if let Some(foreseen) = foreseen {
            value["foreseen"] = foreseen.foreseen.len().into();
            value["compared"] = foreseen.compared().into();
        }
        value
    }
}

/// What internal audits covered: as the person told it, or else as the last one that was held says.
pub(crate) fn covered(assessment: &Assessment, today: Date) -> String {
    let told = assessment.profile.audit_covered.trim();
    let scope = || last_audit(assessment, today).map_or("", |(id, _)| assessment.internal_audits[&id].scope.trim());
    if told.is_empty() { scope() } else { told }.to_owned()
}

/// How many nonconformities are open: by the register, or else as the person told it; empty if nobody knows.
pub(crate) fn still_open(assessment: &Assessment, today: Date) -> String {
    match assessment.nonconformities.is_empty() {
        true => assessment.profile.nonconformities_open.map(|n| n.to_string()).unwrap_or_default(),
        false => Count::of(assessment, today).open.to_string(),
    }
}

/// How far a nonconformity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its action is to be done.
    Open,
    /// The same, and the day for it has passed.
    Late,
    /// Its action is done, and nobody has checked yet whether it worked.
    ToCheck,
    /// Somebody has; it can be closed.
    Checked,
    /// It is closed.
    Closed,
}

impl State {
    /// How far it is on a day.
    pub fn of(one: &Nonconformity, today: Date) -> Self {
        match one {
            _ if !one.is_open() => Self::Closed,
            _ if one.checked.is_some() => Self::Checked,
            _ if one.done.is_some() => Self::ToCheck,
            _ if one.is_overdue(today) => Self::Late,
            _ => Self::Open,
        }
    }

    /// What a person reads.
    pub fn label(self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(match self {
            Self::Open => Word::RegisterOpen,
            Self::Late => Word::RegisterOpenLate,
            Self::ToCheck => Word::RegisterToCheck,
            Self::Checked => Word::RegisterCheckedState,
            Self::Closed => Word::RegisterIsClosed,
        })
    }
}

/// The last internal audit that was held, and its day.
pub(crate) fn last_audit(assessment: &Assessment, today: Date) -> Option<(AuditId, Date)> {
    let held = assessment.internal_audits.iter().filter_map(|(id, audit)| Some((*id, audit.date?)));
    held.filter(|(_, date)| *date <= today).max_by_key(|(id, date)| (*date, *id))
}

/// The last management review that was held, and its day.
pub(crate) fn last_review(assessment: &Assessment, today: Date) -> Option<(ManagementReviewId, Date)> {
    let held = assessment.management_reviews.iter().filter_map(|(id, review)| Some((*id, review.date?)));
    held.filter(|(_, date)| *date <= today).max_by_key(|(id, date)| (*date, *id))
}

/// The decisions of a review that are to be done still.
pub fn open_decisions(review: &ManagementReview) -> impl Iterator<Item = Task> {
    review.decisions.iter().filter(|task| task.done.is_none() && !task.what.trim().is_empty())
}
