//! The action plan: every likely finding and every open item as an action, in the order in which an ISMS is really
//! built, dated backwards from the target date.

mod action;
mod csv;
mod ics;
mod phase;
mod schedule;
mod unlocks;

pub use action::{Action, Effort, What};
pub use phase::Phase;
pub use schedule::{Due, Warning};
pub use unlocks::Unlocks;

use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, ControlId};
use crate::date::Date;
use crate::outcome::Outcome;
use schedule::Schedule;

/// The plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What to do, in order.
    pub actions: Vec<Action>,
    /// What no longer fits.
    pub warnings: Vec<Warning>,
}

impl Plan {
    /// Derives the plan.
    pub fn new(catalogue: &Catalogue, assessment: &Assessment, today: Date) -> Self {
        Self::of(catalogue, assessment, &Outcome::new(catalogue, assessment, today))
    }

    /// Derives the plan from an outcome of the same assessment.
    pub fn of(catalogue: &Catalogue, assessment: &Assessment, outcome: &Outcome) -> Self {
        let mut todo: Vec<(Phase, (usize, Option<ControlId>), What)> =
            what(catalogue, assessment, outcome).map(|it| (it.phase(catalogue), it.order(catalogue), it)).collect();
        todo.sort_by_key(|(phase, order, _)| (*phase, *order));
        let schedule = Schedule::new(assessment.profile.target_date, outcome.today);
        let actions: Vec<_> = todo
            .into_iter()
            .map(|(phase, _, what)| Action {
                phase,
                owners: what.owners(assessment),
                due: schedule.due(phase, what.own_due(assessment)),
                effort: what.effort(assessment),
                unlocks: Unlocks::of(&what, phase, outcome),
                what,
            })
            .collect();
        let warnings = schedule.warnings(&actions);
        Self { actions, warnings }
    }

    /// Everybody who owns an action, in the order of the alphabet.
    pub fn owners(&self) -> std::collections::BTreeSet<&str> {
        self.actions.iter().flat_map(|action| &action.owners).map(String::as_str).collect()
    }
}

/// Everything that there is to do: answers first, then the findings.
fn what<'a>(
    catalogue: &'a Catalogue,
    assessment: &'a Assessment,
    outcome: &'a Outcome,
) -> impl Iterator<Item = What> + 'a {
    let open = catalogue.requirement_ids().filter(|id| assessment.level(*id).is_none()).map(What::Answer);
    let unregistered = catalogue
        .document_ids()
        .filter(|id| assessment.document_status(*id).is_none() && assessment.needs(catalogue.document(*id).mandatory));
    // From the first decision on, the finding `soa_incomplete` says it.
    let undecided = (outcome.soa.decided == 0).then_some(What::Decide(catalogue.controls.len()));
    let findings = outcome.findings.iter().cloned().map(What::Resolve);
    open.chain(unregistered.map(What::Register)).chain(undecided).chain(findings)
}
