//! Dates: backwards from the target date, phase by phase.
//!
//! The distances are planning assumptions of ours, not rules of the standard: stage 2 eight weeks before the certificate,
//! for corrections and the decision; stage 1 fourteen, for what it finds; the management review eighteen; the internal
//! audit finished twenty. Half a year before that, for a small firm to build and run what is audited, of which the first
//! phase has two weeks.
//!
//! When less time is left, the phases before the internal audit are squeezed evenly into what there is. The audit, the
//! review and the improvement are not: an auditor looks for them, and they need what comes before.

use super::{Action, Due, Phase};
use crate::catalogue::{Catalogue, Word};
use crate::date::Date;
use crate::figures;
use crate::target::Stage;

/// What does not fit into the time that is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Warning {
    /// There is no target date to plan for.
    NoTarget,
    /// The target date has passed.
    TargetPassed(Date),
    /// The internal audit no longer fits: it had to be done by this day.
    AuditLate(Date),
    /// The management review no longer fits: it had to be done by this day.
    ReviewLate(Date),
    /// Stage 1 of the audit no longer fits: it had to be held by this day.
    StageLate(Date),
    /// So many actions are due, by a date of their own, after the target date.
    DueLate(usize),
}

impl Warning {
    /// What it says to a person.
    pub fn words(self, catalogue: &Catalogue) -> String {
        let dated = |word, day: Date| catalogue.tell(word, [("date", figures::date(catalogue, day))]);
        match self {
            Self::NoTarget => catalogue.word(Word::PlanNoTarget).to_owned(),
            Self::TargetPassed(day) => dated(Word::PlanTargetPassed, day),
            Self::AuditLate(day) => dated(Word::PlanAuditLate, day),
            Self::ReviewLate(day) => dated(Word::PlanReviewLate, day),
            Self::StageLate(day) => dated(Word::PlanStageLate, day),
            Self::DueLate(n) => catalogue.tell(Word::PlanDueLate, [("n", n.to_string())]),
        }
    }
}

impl Phase {
    /// The days before the target date by which it should be done.
    fn days_before_target(self) -> i32 {
        let weeks = match self {
            Self::Scope => 42,
            Self::Leadership => 40,
            Self::RiskAssessment => 36,
            Self::Applicability => 34,
            Self::Treatment => 30,
            Self::Support => 28,
            Self::Operation => 24,
            Self::Monitoring => 22,
            Self::InternalAudit => 20,
            Self::ManagementReview => 18,
            // What the internal audit found is dealt with before stage 1 looks at it.
            Self::Improvement => weeks_before(Stage::One),
        };
        7 * weeks
    }
}

/// The weeks before the target date at which a stage of the audit has to be.
const fn weeks_before(stage: Stage) -> i32 {
    match stage {
        Stage::One => 14,
        Stage::Two => 8,
    }
}

/// The day by which a stage of the audit has to have been held, so that the target date is met.
pub fn audit_day(stage: Stage, target: Date) -> Date {
    target.plus_days(-7 * weeks_before(stage))
}

/// How long the first phase takes, in days.
const FIRST_PHASE: i32 = 14;

pub(super) struct Schedule {
    target: Option<Date>,
    today: Date,
}

impl Schedule {
    pub fn new(target: Option<Date>, today: Date) -> Self {
        Self { target, today }
    }

    /// A person's own date, or else that of the phase; never a day before today unless a person set it.
    pub fn due(&self, phase: Phase, own: Option<Date>) -> Option<Due> {
        let planned = || Some(Due { day: self.planned(phase, self.target?), own: false });
        own.map(|day| Due { day, own: true }).or_else(planned)
    }

    fn planned(&self, phase: Phase, target: Date) -> Date {
        let audit = latest(Phase::InternalAudit, target);
        let left = audit.days_since(self.today).max(0);
        let before_audit = |phase: Phase| phase.days_before_target() - Phase::InternalAudit.days_before_target();
        let whole = before_audit(Phase::Scope) + FIRST_PHASE;
        let day = match before_audit(phase) {
            distance if distance > 0 && left < whole => audit.plus_days(-(distance * left / whole)),
            _ => latest(phase, target),
        };
        day.max(self.today)
    }

    pub fn warnings(&self, actions: &[Action]) -> Vec<Warning> {
        let Some(target) = self.target else {
            return if actions.is_empty() { Vec::new() } else { vec![Warning::NoTarget] };
        };
        if actions.is_empty() {
            return Vec::new();
        }
        if target < self.today {
            return vec![Warning::TargetPassed(target)];
        }
        let late = |phase: Phase, warning: fn(Date) -> Warning| {
            let to_do = actions.iter().any(|action| action.phase == phase);
            let day = latest(phase, target);
            (to_do && day < self.today).then(|| warning(day))
        };
        let stage = audit_day(Stage::One, target);
        let after = actions.iter().filter(|action| action.is_late(target)).count();
        [
            late(Phase::InternalAudit, Warning::AuditLate),
            late(Phase::ManagementReview, Warning::ReviewLate),
            (stage < self.today).then_some(Warning::StageLate(stage)),
            (after > 0).then_some(Warning::DueLate(after)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// The last day on which a phase can be done and the target date still be met.
fn latest(phase: Phase, target: Date) -> Date {
    target.plus_days(-phase.days_before_target())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    fn planned(phase: Phase, target: &str, today: &str) -> String {
        let due = Schedule::new(Some(day(target)), day(today)).due(phase, None).expect("a date");
        due.day.to_string()
    }

    #[test]
    fn with_time_enough_each_phase_keeps_its_distance() {
        // Weeks before the certificate: 42, 20, 18 and 14.
        assert_eq!(planned(Phase::Scope, "2027-12-01", "2026-11-24"), "2027-02-10");
        assert_eq!(planned(Phase::InternalAudit, "2027-12-01", "2026-11-24"), "2027-07-14");
        assert_eq!(planned(Phase::ManagementReview, "2027-12-01", "2026-11-24"), "2027-07-28");
        assert_eq!(planned(Phase::Improvement, "2027-12-01", "2026-11-24"), "2027-08-25");
        assert_eq!(audit_day(Stage::One, day("2027-12-01")).to_string(), "2027-08-25");
        assert_eq!(audit_day(Stage::Two, day("2027-12-01")).to_string(), "2027-10-06");
    }

    #[test]
    fn with_less_time_the_phases_before_the_audit_are_squeezed_and_the_rest_is_not() {
        // The audit has to be done by 2027-02-06, 74 days from today, instead of the 168 that would be wanted.
        assert_eq!(planned(Phase::Scope, "2027-06-26", "2026-11-24"), "2026-12-01");
        assert_eq!(planned(Phase::Applicability, "2027-06-26", "2026-11-24"), "2026-12-25");
        assert_eq!(planned(Phase::Monitoring, "2027-06-26", "2026-11-24"), "2027-01-31");
        assert_eq!(planned(Phase::InternalAudit, "2027-06-26", "2026-11-24"), "2027-02-06");
    }

    #[test]
    fn phases_never_change_places_and_never_lie_in_the_past() {
        let today = day("2026-11-24");
        for days in (-400..900).step_by(13) {
            let schedule = Schedule::new(Some(today.plus_days(days)), today);
            let days: Vec<_> = Phase::ALL.map(|phase| schedule.due(phase, None).expect("a date").day).to_vec();
            assert!(days.is_sorted(), "{days:?}");
            assert!(days[0] >= today);
        }
    }

    #[test]
    fn a_date_of_ones_own_stands_even_if_it_has_passed() {
        let schedule = Schedule::new(None, day("2026-11-24"));
        assert_eq!(schedule.due(Phase::Scope, None), None);
        let own = schedule.due(Phase::Scope, Some(day("2026-01-01")));
        assert_eq!(own, Some(Due { day: day("2026-01-01"), own: true }));
    }
}
