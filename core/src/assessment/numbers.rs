//! Numbers of records in lists: none is given twice in the life of an assessment.

use super::field::{kept, record};
use super::{Assessment, Edit, Entries, Entry, Field, FieldValue, Part};
use crate::catalogue::{AuditId, Catalogue, ControlId, CustomId, ManagementReviewId, NonconformityId, RiskId};

record! {
    /// The last numbers that were given, where what had them is no longer there.
    LastNumbers from 48 {
        /// The last number of a risk.
        risks: Option<u32> = kept();
        /// The last number of a control of the organisation's own.
        custom_controls: Option<u32> = kept();
        /// The last number of a nonconformity.
        nonconformities: Option<u32> = kept();
        /// The last number of an internal audit.
        internal_audits: Option<u32> = kept();
        /// The last number of a management review.
        management_reviews: Option<u32> = kept();
    }
}

/// A list that grows and shrinks, whose records have numbers; in the order of [`LastNumbers::FIELDS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Series {
    /// Risks.
    Risks,
    /// Controls of the organisation's own.
    CustomControls,
    /// Nonconformities.
    Nonconformities,
    /// Internal audits.
    Audits,
    /// Management reviews.
    ManagementReviews,
}

impl Series {
    /// All of them.
    pub const ALL: [Self; LastNumbers::FIELDS.len()] =
        [Self::Risks, Self::CustomControls, Self::Nonconformities, Self::Audits, Self::ManagementReviews];

    /// The list that a part belongs to, and its number there.
    pub fn of(part: Part) -> Option<(Self, u32)> {
        Some(match part {
            Part::Risk(id) => (Self::Risks, id.number()),
            Part::Custom(id) => (Self::CustomControls, id.number()),
            Part::Nonconformity(id) => (Self::Nonconformities, id.number()),
            Part::Audit(id) => (Self::Audits, id.number()),
            Part::ManagementReview(id) => (Self::ManagementReviews, id.number()),
            Part::Meta | Part::Profile | Part::Answer(_) | Part::Document(_) | Part::Control(_) | Part::Unknown => {
                return None;
            }
        })
    }

    /// The part with the number after this one; `None` after the last one that an id can have.
    pub(crate) fn after(self, last: u32) -> Option<Part> {
        match self {
            Self::Risks => RiskId::next([last]).map(Part::Risk),
            Self::CustomControls => CustomId::next([last]).map(Part::Custom),
            Self::Nonconformities => NonconformityId::next([last]).map(Part::Nonconformity),
            Self::Audits => AuditId::next([last]).map(Part::Audit),
            Self::ManagementReviews => ManagementReviewId::next([last]).map(Part::ManagementReview),
        }
    }

    fn field(self) -> &'static Field {
        &LastNumbers::FIELDS[self as usize]
    }
}

impl Assessment {
    /// How many records a list has, and the last of their numbers.
    pub(crate) fn listed(&self, series: Series) -> (usize, Option<u32>) {
        fn of<K: Ord + Copy, V>(entries: &Entries<K, V>, number: fn(K) -> u32) -> (usize, Option<u32>) {
            (entries.len(), entries.keys().next_back().map(|id| number(*id)))
        }
        match series {
            Series::Risks => of(&self.risks, RiskId::number),
            Series::CustomControls => of(&self.custom_controls, CustomId::number),
            Series::Nonconformities => of(&self.nonconformities, NonconformityId::number),
            Series::Audits => of(&self.internal_audits, AuditId::number),
            Series::ManagementReviews => of(&self.management_reviews, ManagementReviewId::number),
        }
    }

    /// The last number that is known to have been given by what is there, or by what once was.
    fn given(&self, series: Series) -> Option<u32> {
        match self.last_numbers.get(series.field().at) {
            Some(FieldValue::Number(kept)) => kept.max(self.listed(series).1),
            _ => self.listed(series).1,
        }
    }

    /// The last number that anything has or had, or that something else speaks of; 0 before the first.
    pub(crate) fn last_number(&self, series: Series) -> u32 {
        let spoken_of = match series {
            Series::Risks => self.controls.values().flat_map(|entry| &entry.risks).map(|id| id.number()).max(),
            Series::CustomControls => {
                let own = |id: &ControlId| if let ControlId::Custom(id) = id { Some(id.number()) } else { None };
                self.controls.keys().filter_map(own).max()
            }
            Series::Nonconformities | Series::Audits | Series::ManagementReviews => None,
        };
        self.given(series).max(spoken_of).unwrap_or(0)
    }

    /// The next of a list, with a number that no other has or ever had; `None` where all numbers are given.
    pub fn next_of(&self, series: Series) -> Option<Part> {
        series.after(self.last_number(series))
    }

    /// The id of the next risk, see [`Assessment::next_of`].
    pub fn next_risk(&self) -> Option<RiskId> {
        RiskId::next([self.last_number(Series::Risks)])
    }

    /// The id of the next control of the organisation's own, see [`Assessment::next_of`].
    pub fn next_custom(&self) -> Option<CustomId> {
        CustomId::next([self.last_number(Series::CustomControls)])
    }

    /// What belongs to a risk or to a control of the organisation's own that is not there: links and entries, by their
    /// ids as files spell them.
    pub fn remains(&self, catalogue: &Catalogue) -> Vec<String> {
        let mut remains = Vec::new();
        for (id, entry) in &self.controls {
            if matches!(id, ControlId::Custom(own) if !self.custom_controls.contains_key(own)) {
                remains.push(id.name(catalogue));
            }
            let gone = entry.risks.iter().filter(|risk| !self.risks.contains_key(risk));
            remains.extend(gone.map(|risk| format!("{}: {risk}", id.name(catalogue))));
        }
        remains
    }

    /// The edits that make these the last numbers, in the order of [`Series::ALL`], where they are later than what is known.
    pub(crate) fn raise_last_numbers(&self, lasts: [u32; Series::ALL.len()]) -> Vec<Edit> {
        let later =
            Series::ALL.into_iter().zip(lasts).filter(|(series, last)| *last > self.given(*series).unwrap_or(0));
        later.map(|(series, last)| Edit::Set(Part::Meta, series.field(), FieldValue::Number(Some(last)))).collect()
    }

    /// Remembers that a number was given.
    pub(super) fn remember_number(&mut self, part: Part) {
        let Some((series, number)) = Series::of(part) else { return };
        let last = self.given(series).max(Some(number));
        self.last_numbers.set(series.field().at, &FieldValue::Number(last));
        self.forget_known_numbers();
    }

    /// What is there says by itself that its number was given, so that nothing is written for it.
    pub(super) fn forget_known_numbers(&mut self) {
        for series in Series::ALL {
            if self.given(series) == self.listed(series).1 {
                self.last_numbers.set(series.field().at, &FieldValue::Number(None));
            }
        }
    }
}
