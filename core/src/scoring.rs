//! Readiness: how much of what a stage asks for is met, as an exact interval.

use crate::assessment::{Assessment, Level};
use crate::catalogue::Catalogue;
use crate::standing::Standing;
pub use crate::target::Stage;
use std::ops::Range;

/// Tenths of a percent, 0 to 1000, rounded half up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tenths(u16);

impl Tenths {
    /// All of it.
    pub const ALL: Self = Self(1000);

    /// The share of `part` in `whole`, rounded half up; 0 of 0 is 0.
    pub fn share(part: u64, whole: u64) -> Self {
        if whole == 0 {
            return Self(0);
        }
        Self(u16::try_from((2000 * part + whole) / (2 * whole)).unwrap_or(1000).min(1000))
    }

    /// The value, 0 to 1000.
    pub fn value(self) -> u16 {
        self.0
    }
}

impl std::fmt::Display for Tenths {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

/// An interval: `low` counts open items as unmet, `high` as met.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The headline.
    pub low: Tenths,
    /// What it could be once everything is answered.
    pub high: Tenths,
}

/// Levels and targets are 0 to 4, so a met share is a whole number of twelfths.
const WHOLE: u64 = 12;

/// Readiness of some requirements for a stage.
pub fn readiness(catalogue: &Catalogue, assessment: &Assessment, stage: Stage, items: Range<usize>) -> Interval {
    let mut tally = Tally::default();
    for id in catalogue.requirement_ids_in(items) {
        tally.count(assessment.level(id), catalogue.requirement(id).target(stage, catalogue));
    }
    tally.interval()
}

fn met_share(level: Level, target: Level) -> u64 {
    let target = u64::from(target.value());
    (WHOLE * u64::from(level.value()) / target).min(WHOLE)
}

/// The exact sum behind an interval, in twelfths of an item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    met: u64,
    open: u64,
    whole: u64,
}

impl Tally {
    /// Counts one more item; `None` is open.
    pub fn count(&mut self, level: Option<Level>, target: Level) {
        self.whole += WHOLE;
        match level {
            None => self.open += WHOLE,
            Some(level) => self.met += met_share(level, target),
        }
    }

    /// What an item would still add to `low` if it met its target; an open one adds all of itself.
    pub fn gain(level: Option<Level>, target: Level) -> u64 {
        WHOLE - level.map_or(0, |level| met_share(level, target))
    }

    /// What `low` lacks to reach a percentage, in the unit of [`Tally::gain`]; 0 once it is reached.
    ///
    /// Exact: 59.96 % is shown as 60.0 %, and does not reach 60 %.
    pub fn lacks(&self, percent: u64) -> u64 {
        (percent * self.whole).div_ceil(100).saturating_sub(self.met)
    }

    /// The interval, rounded for people.
    pub fn interval(&self) -> Interval {
        Interval { low: Tenths::share(self.met, self.whole), high: Tenths::share(self.met + self.open, self.whole) }
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.met += other.met;
        self.open += other.open;
        self.whole += other.whole;
    }
}

/// The state of the Statement of Applicability.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Soa {
    /// Controls of Annex A that have been decided.
    pub decided: usize,
    /// Those of them that are justified.
    pub justified: usize,
    /// The share of Annex A that is decided and justified.
    pub complete: Tenths,
    /// Controls that apply, own ones included.
    pub applicable: usize,
    /// Those of them that are at 'Operating' or above.
    pub in_place: usize,
    /// How far the applicable controls are implemented, on average.
    pub implementation: Tenths,
}

/// Completeness and implementation of the Statement of Applicability.
pub fn soa(catalogue: &Catalogue, assessment: &Assessment) -> Soa {
    soa_of(&Standing::new(catalogue, assessment))
}

/// The same for an assessment that is laid out already.
pub(crate) fn soa_of(standing: &Standing<'_>) -> Soa {
    let annex = standing.applicable().chain(standing.excluded()).filter(|(id, _)| id.annex().is_some());
    let justified = annex.filter(|(_, entry)| entry.is_justified()).count();
    let (mut met, mut applicable, mut in_place) = (0, 0, 0);
    for (_, entry) in standing.applicable() {
        applicable += 1;
        in_place += usize::from(entry.item.level >= Some(Level::Operating));
        met += entry.item.level.map_or(0, |level| met_share(level, Level::Operating));
    }
    Soa {
        decided: standing.decided,
        justified,
        complete: Tenths::share(justified as u64, standing.catalogue.controls.len() as u64),
        applicable,
        in_place,
        implementation: Tenths::share(met, applicable as u64 * WHOLE),
    }
}
