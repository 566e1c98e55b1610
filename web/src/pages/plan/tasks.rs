//! Tasks: added, changed, ticked and removed in place. Those of the plan are the organisation's own; decisions of a
//! management review are tasks too.

use super::tools::Wanted;
use crate::browser::{EARLIEST, day_of, today, value_of};
use crate::store::store;
use crate::text::{catalogue, t, tell};
use readiness::assessment::{Task, Tasks};
use readiness::catalogue::{ManagementReviewId, Word};
use readiness::{Assessment, Edit, Plan, figures};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// Whose tasks they are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TasksOf {
    /// The plan's.
    Plan,
    /// Decisions of a management review.
    Review(ManagementReviewId),
}

impl TasksOf {
    fn tasks(self, of: &Assessment) -> Option<&Tasks> {
        match self {
            Self::Plan => Some(&of.plan.tasks),
            Self::Review(id) => of.management_reviews.get(&id).map(|review| &review.decisions),
        }
    }

    fn edit(self, tasks: Tasks) -> Edit {
        match self {
            Self::Plan => Edit::own_plan().tasks(tasks),
            Self::Review(id) => Edit::management_review(id).decisions(tasks),
        }
    }

    /// What a line for another one asks for, what its button says, and what is said of those that are done.
    fn words(self) -> [Word; 3] {
        match self {
            Self::Plan => [Word::ActionsTask, Word::ActionsTaskAdd, Word::ActionsTasksDone],
            Self::Review(_) => [Word::AuditsDecision, Word::AuditsDecisionAdd, Word::AuditsDecisionsDone],
        }
    }
}

/// Those that are to be done, with a line for another; folded away, those that are done. On a board all are in its columns.
pub fn tasks(plan: &Plan, wanted: &Wanted) -> Html {
    let shown = plan.tasks.iter().filter(|(_, task)| !wanted.board && wanted.fits_task(task, plan));
    let shown: Vec<_> = shown.cloned().collect();
    let open = shown.iter().filter(|(_, task)| task.done.is_none()).count();
    html! {
        <section data-testid="tasks">
            <h2>{ t(Word::PlanOwnTasks) }{ if open == 0 { String::new() } else { format!(" ({open})") } }</h2>
            { task_lines(TasksOf::Plan, &shown) }
        </section>
    }
}

/// Tasks with their places: those that are to be done, a line for another; folded away, those that are done.
pub fn task_lines(of: TasksOf, shown: &[(usize, Task)]) -> Html {
    let rows = |done: bool| {
        let rows = shown.iter().filter(|(_, task)| task.done.is_some() == done);
        rows.map(|it| row(of, it, false)).collect::<Vec<_>>()
    };
    let (open, done) = (rows(false), rows(true));
    let [new, add_it, are_done] = of.words();
    html! {
        <>
            if !open.is_empty() { <ul class="plain">{ for open }</ul> }
            <form class="line" onsubmit={move |event: SubmitEvent| add(of, &event)}>
                <input type="text" aria-label={t(new)} placeholder={t(new)} data-testid="task-new" />
                <button type="submit" class="button second" data-testid="task-add">{ t(add_it) }</button>
            </form>
            if !done.is_empty() {
                <details data-testid="tasks-done">
                    <summary>{ tell(are_done, [("n", done.len().to_string())]) }</summary>
                    <ul class="plain">{ for done }</ul>
                </details>
            }
        </>
    }
}

/// Adds what the line says, and empties it for the next one.
fn add(of: TasksOf, event: &SubmitEvent) {
    event.prevent_default();
    let form = event.target().and_then(|form| form.dyn_into::<HtmlElement>().ok());
    let line = form.and_then(|form| form.query_selector("input").ok().flatten());
    let Some(line) = line.and_then(|line| line.dyn_into::<HtmlInputElement>().ok()) else { return };
    let what = line.value();
    if !what.trim().is_empty() {
        make(of, |tasks| Some(tasks.with([Task::new(what.trim())])), false);
        line.set_value("");
    }
    let _ = line.focus();
}

/// A task of the plan as a row, or as a card of the board.
pub fn task_row(task: &(usize, Task), card: bool) -> Html {
    row(TasksOf::Plan, task, card)
}

fn row(of: TasksOf, (index, task): &(usize, Task), card: bool) -> Html {
    html! { <TaskRow key={*index} {of} index={*index} task={task.clone()} {card} /> }
}

/// Properties of [`TaskRow`].
#[derive(PartialEq, Properties)]
struct TaskProps {
    /// Whose it is.
    of: TasksOf,
    /// Its place among the tasks.
    index: usize,
    /// The task.
    task: Task,
    /// Whether it is a card of the board.
    card: bool,
}

/// A task with its fields.
#[component]
fn TaskRow(props: &TaskProps) -> Html {
    let TaskProps { of, index, task, card } = props;
    let (of, index) = (*of, *index);
    // Which field is being typed into: each key goes on from the last one, and all are taken back together.
    let typing = use_mut_ref(|| None::<&'static str>);
    let named = |word| format!("{}: {}", t(word), task.what);
    let text = |testid: &'static str, label: String, hint: Word, value: &str, set: fn(&mut Task, String)| {
        let typing = typing.clone();
        let oninput = move |event: InputEvent| {
            let goes_on = typing.replace(Some(testid)) == Some(testid);
            change(of, index, goes_on, |task| set(task, value_of(&event)));
        };
        html! { <input type="text" list={(testid == "task-owner").then_some("owners")} data-testid={testid} aria-label={label} placeholder={t(hint)} value={value.to_owned()} {oninput} /> }
    };
    let typed = typing.clone();
    let tick = move |_: Event| change(of, index, false, |task| task.done = task.done.xor(Some(today())));
    let date =
        move |event: Event| day_of(&event).into_iter().for_each(|day| change(of, index, false, |it| it.due = day));
    let remove = move |_: MouseEvent| {
        if make(of, |tasks| tasks.replaced(index, None), false) {
            store().notify_done(t(Word::NoticeRemoved).to_owned());
        }
    };
    html! {
        <li class={classes!("do", card.then_some("card"))} data-testid="task" onfocusin={move |_: FocusEvent| *typed.borrow_mut() = None}>
            <div class="line">
                <input type="checkbox" checked={task.done.is_some()} aria-label={named(Word::ActionsTaskDone)} onchange={tick} data-testid="task-done" />
                { text("task-what", t(Word::ActionsTask).to_owned(), Word::ActionsTask, &task.what, |task, text| task.what = text) }
                <button type="button" class="quiet" aria-label={named(Word::ActionsTaskRemove)} onclick={remove} data-testid="task-remove">{ "×" }</button>
            </div>
            { text("task-owner", named(Word::ActionsOwner), Word::ActionsOwner, &task.owner, |task, text| task.owner = text) }
            if let Some(day) = task.done {
                <span class="hint">{ t(Word::PlanDone) }{ " " }{ figures::short_date(catalogue(), day) }</span>
            } else {
                <input type="date" min={EARLIEST} data-testid="task-due" aria-label={named(Word::ActionsDue)} value={task.due.map(|day| day.to_string()).unwrap_or_default()} onchange={date} />
            }
        </li>
    }
}

/// Changes a task; `goes_on` where it is one step with the last change.
fn change(of: TasksOf, index: usize, goes_on: bool, set: impl FnOnce(&mut Task)) {
    make(
        of,
        |tasks| {
            let mut task = tasks.iter().nth(index)?;
            set(&mut task);
            tasks.replaced(index, Some(task))
        },
        goes_on,
    );
}

/// Makes a change of the tasks; returns whether there was one.
fn make(of: TasksOf, change: impl FnOnce(&Tasks) -> Option<Tasks>, goes_on: bool) -> bool {
    let Some(tasks) = store().read(|open| change(of.tasks(open)?)).flatten() else { return false };
    if goes_on {
        store().apply_more(of.edit(tasks))
    } else {
        store().apply(of.edit(tasks))
    }
    true
}
