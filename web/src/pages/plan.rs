//! What to do next, in the order in which an ISMS is really built: as a list, or as a board.

mod done;
mod row;
mod tasks;
mod tools;

use crate::browser::today;
use crate::components::{GetStarted, heading, lead, use_slices, use_unfolded_print};
use crate::route::Route;
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, t, tell};
use readiness::assessment::Task;
use readiness::catalogue::Word;
use readiness::plan::{Action, Phase, audit_day};
use readiness::target::Stage;
use readiness::{Assessment, Plan, figures};
use row::{card, row};
pub use tasks::{TasksOf, task_lines};
use tasks::{task_row, tasks};
use tools::{Wanted, is_taken, tools};
use yew::prelude::*;

/// The page.
#[component]
pub fn PlanPage() -> Html {
    use_topic(Topic::Assessment);
    use_unfolded_print();
    let wanted = use_state(Wanted::kept);
    let drawn = use_slices(Phase::ALL.len(), 1, usize::MAX);
    let page = store().read(|assessment| {
        let plan = Plan::new(catalogue(), assessment, today());
        let shown: Vec<_> = plan.actions.iter().filter(|action| wanted.fits(action, &plan)).collect();
        html! {
            <>
                if !plan.warnings.is_empty() {
                    <div class="warning" data-testid="plan-warnings">
                        { for plan.warnings.iter().map(|warning| html! { <p>{ warning.words(catalogue()) }</p> }) }
                        <p><a href={Route::Organisation.href()}>{ t(if assessment.profile.target_date.is_some() { Word::ActionsTarget } else { Word::DashboardSetTarget }) }</a></p>
                    </div>
                }
                { stages(assessment) }
                { tools(&plan, &wanted) }
                <datalist id="owners">{ for plan.owners().into_iter().map(|name| html! { <option value={name.to_owned()} /> }) }</datalist>
                { tasks(&plan, &wanted) }
                if wanted.board {
                    { board(&shown, &plan, &wanted, assessment) }
                } else {
                    { Phase::ALL.into_iter().take(drawn).map(|phase| in_phase(phase, &shown, assessment)).collect::<Html>() }
                }
                if plan.actions.is_empty() {
                    <p class="empty">{ t(Word::ActionsNone) }</p>
                } else if shown.is_empty() {
                    <p class="empty">{ t(Word::ActionsNoneFit) }</p>
                }
            </>
        }
    });
    html! {
        <>
            { heading(t(Word::MenuPlan)) }
            { lead(t(Word::ActionsLead)) }
            <GetStarted />
            { page.unwrap_or_default() }
        </>
    }
}

/// When both stages of the audit have to be held, so that the target date is met.
fn stages(assessment: &Assessment) -> Html {
    let Some(target) = assessment.profile.target_date else { return html! {} };
    let day = |day| figures::date(catalogue(), day);
    let [one, two] = Stage::ALL.map(|stage| day(audit_day(stage, target)));
    let args = [("date", day(target)), ("one", one), ("two", two)];
    html! { <p class="hint" data-testid="plan-stages">{ tell(Word::ActionsStages, args) }</p> }
}

fn in_phase(phase: Phase, shown: &[&Action], assessment: &Assessment) -> Html {
    let actions: Vec<_> = shown.iter().filter(|action| action.phase == phase).collect();
    let planned = actions.iter().find_map(|action| action.due.filter(|due| !due.own));
    html! {
        if !actions.is_empty() {
            <section>
                <h2>{ phase.label(catalogue()) }{ " (" }{ actions.len() }{ ")" }</h2>
                if let Some(due) = planned {
                    <p class="hint">{ tell(Word::ActionsPlanned, [("date", figures::date(catalogue(), due.day))]) }</p>
                }
                <ul class="plain">{ for actions.into_iter().map(|action| row(action, assessment)) }</ul>
            </section>
        }
    }
}

/// What nobody has taken yet beside what somebody has, and the tasks that are done.
fn board(shown: &[&Action], plan: &Plan, wanted: &Wanted, assessment: &Assessment) -> Html {
    let column = |name: Word, is_in: fn(bool) -> bool, of_task: fn(&Task) -> bool| {
        let fits = |task: &Task| of_task(task) && wanted.fits_task(task, plan);
        let tasks = plan.tasks.iter().filter(|(_, task)| fits(task)).map(|it| task_row(it, true));
        let actions = shown.iter().filter(|action| is_in(action.is_taken())).map(|action| card(action, assessment));
        let cards: Vec<_> = tasks.chain(actions).collect();
        html! {
            <section>
                <h2>{ t(name) }{ " (" }{ cards.len() }{ ")" }</h2>
                <ul class="plain">{ for cards }</ul>
            </section>
        }
    };
    html! {
        <div class="board">
            { column(Word::ActionsToDo, |taken| !taken, |task| task.done.is_none() && !is_taken(task)) }
            { column(Word::ActionsTaken, |taken| taken, |task| task.done.is_none() && is_taken(task)) }
            { column(Word::ActionsDone, |_| false, |task| task.done.is_some()) }
        </div>
    }
}
