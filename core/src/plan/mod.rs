//! The action plan: every likely finding and every open item, in the order in which an ISMS is really built, dated
//! backwards from the target date. What is about one sub-clause, or one theme of Annex A, is one action, so that there are
//! some forty at most however much there is to do. Beside them stand the tasks that the organisation added.

mod action;
mod csv;
mod done;
mod ics;
mod phase;
mod schedule;
mod unlocks;
mod what;

pub use action::{Action, Due};
pub use done::Said;
pub use phase::Phase;
pub use schedule::{Warning, audit_day};
pub use unlocks::Unlocks;
pub use what::{About, What};

use crate::assessment::{Assessment, ControlEntry, Task};
use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::findings::{Effort, MOSTLY_DECIDED};
use crate::outcome::Outcome;
use crate::standing::Standing;
use schedule::Schedule;

/// The plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What to do, in order.
    pub actions: Vec<Action>,
    /// The organisation's own tasks with their places in [`Tasks`](crate::assessment::Tasks), done ones too.
    pub tasks: Vec<(usize, Task)>,
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
        let whats = what(catalogue, assessment, outcome).flat_map(|it| it.by_theme(catalogue));
        let mut todo: Vec<_> = whats.map(|it| (it.phase(catalogue), it.about(catalogue), it)).collect();
        todo.sort_by_key(|(phase, about, _)| (*phase, *about));
        let schedule = Schedule::new(assessment.profile.target_date, outcome.today);
        let rows = todo.chunk_by(|one, two| (one.0, one.1) == (two.0, two.1));
        let actions: Vec<_> = rows
            .map(|row| {
                let (phase, about, _) = row[0];
                let what = || row.iter().map(|(_, _, what)| what);
                let mut owners: Vec<String> = Vec::new();
                for owner in what().flat_map(|it| it.owners(assessment)) {
                    if !owners.contains(&owner) {
                        owners.push(owner);
                    }
                }
                Action {
                    about,
                    phase,
                    owners,
                    due: schedule.due(phase, what().filter_map(|it| it.own_due(assessment)).min()),
                    effort: what().map(|it| it.effort(catalogue, assessment)).max().unwrap_or(Effort::Small),
                    unlocks: Unlocks::of(what(), phase, outcome),
                    what: what().cloned().collect(),
                }
            })
            .collect();
        let warnings = schedule.warnings(&actions);
        Self { actions, tasks: assessment.plan.tasks.iter().enumerate().collect(), warnings }
    }

    /// The tasks that are to be done.
    pub fn open_tasks(&self) -> impl Iterator<Item = &(usize, Task)> {
        self.tasks.iter().filter(|(_, task)| task.done.is_none())
    }

    /// Everybody who owns an action or a task, in the order of the alphabet.
    pub fn owners(&self) -> std::collections::BTreeSet<&str> {
        let of_tasks = self.tasks.iter().map(|(_, task)| task.owner.trim()).filter(|owner| !owner.is_empty());
        self.actions.iter().flat_map(|action| &action.owners).map(String::as_str).chain(of_tasks).collect()
    }
}

/// Everything that there is to do: answers first, then the likely findings, then what somebody found.
fn what<'a>(
    catalogue: &'a Catalogue,
    assessment: &'a Assessment,
    outcome: &'a Outcome,
) -> impl Iterator<Item = What> + 'a {
    let open = catalogue.requirement_ids().filter(|id| assessment.level(*id).is_none());
    let open = open.map(|id| if assessment.is_unsure(id) { What::FindOut(id.into()) } else { What::Answer(id) });
    let unregistered = catalogue
        .document_ids()
        .filter(|id| assessment.document_status(*id).is_none() && assessment.needs(catalogue.document(*id).mandatory));
    // Once most are decided, the finding `soa_incomplete` names the others.
    let unsure = catalogue.control_ids().filter(|id| assessment.controls.get(id).is_some_and(ControlEntry::is_unsure));
    let unsure: Vec<_> = unsure.collect();
    let undecided = catalogue.controls.len() - outcome.soa.decided - unsure.len();
    let undecided = (outcome.soa.decided < MOSTLY_DECIDED && undecided > 0).then_some(What::Decide(undecided));
    let standing = Standing::new(catalogue, assessment);
    let unrated: Vec<_> = catalogue.control_ids().filter(|id| standing.lacks_level(*id)).collect();
    let unrated = (!unrated.is_empty()).then_some(What::Rate(unrated));
    let findings = outcome.findings.iter().cloned().map(What::Resolve);
    let unsure = unsure.into_iter().map(|id| What::FindOut(id.into()));
    let register = assessment.nonconformities.iter().filter(|(_, one)| one.is_one() && one.is_open());
    let correct = register.map(|(id, _)| What::Correct(*id));
    let all = open.chain(unregistered.map(What::Register)).chain(undecided).chain(unsure).chain(unrated);
    all.chain(findings).chain(correct)
}
