//! Tasks of one's own: added, changed, ticked and removed in place.

use super::tools::Wanted;
use crate::browser::{EARLIEST, day_of, focus, today, value_of, window};
use crate::store::store;
use crate::text::{catalogue, t, tell};
use readiness::Plan;
use readiness::assessment::{Task, Tasks};
use readiness::catalogue::Word;
use readiness::{Edit, figures};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The line for another task.
const NEW: &str = "[data-testid=task-new]";

/// Those that are to be done, with a line for another; folded away, those that are done. On a board all are in its columns.
pub fn tasks(plan: &Plan, wanted: &Wanted) -> Html {
    let shown = |done: bool| {
        let fits = |task: &Task| !wanted.board && task.done.is_some() == done && wanted.fits_task(task, plan);
        plan.tasks.iter().filter(|(_, task)| fits(task)).map(|it| task_row(it, false)).collect::<Vec<_>>()
    };
    let (open, done) = (shown(false), shown(true));
    html! {
        <section data-testid="tasks">
            <h2>{ t(Word::PlanOwnTasks) }{ if open.is_empty() { String::new() } else { format!(" ({})", open.len()) } }</h2>
            if !open.is_empty() { <ul class="plain">{ for open }</ul> }
            <form class="line" onsubmit={add}>
                <input type="text" aria-label={t(Word::ActionsTask)} placeholder={t(Word::ActionsTask)} data-testid="task-new" />
                <button type="submit" class="button second" data-testid="task-add">{ t(Word::ActionsTaskAdd) }</button>
            </form>
            if !done.is_empty() {
                <details data-testid="tasks-done">
                    <summary>{ tell(Word::ActionsTasksDone, [("n", done.len().to_string())]) }</summary>
                    <ul class="plain">{ for done }</ul>
                </details>
            }
        </section>
    }
}

/// Adds what the line says, and empties it for the next one.
fn add(event: SubmitEvent) {
    event.prevent_default();
    let line = window().document().and_then(|it| it.query_selector(NEW).ok().flatten());
    let Some(line) = line.and_then(|line| line.dyn_into::<HtmlInputElement>().ok()) else { return };
    let what = line.value();
    if !what.trim().is_empty() {
        store()
            .read(|open| open.plan.tasks.adding(Task::new(what.trim())))
            .into_iter()
            .for_each(|it| store().apply(it));
        line.set_value("");
    }
    focus::focus(NEW);
}

/// A task as a row, or as a card of the board.
pub fn task_row((index, task): &(usize, Task), card: bool) -> Html {
    html! { <TaskRow key={*index} index={*index} task={task.clone()} {card} /> }
}

/// Properties of [`TaskRow`].
#[derive(PartialEq, Properties)]
struct TaskProps {
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
    let TaskProps { index, task, card } = props;
    let index = *index;
    // Which field is being typed into: each key goes on from the last one, and all are taken back together.
    let typing = use_mut_ref(|| None::<&'static str>);
    let named = |word| format!("{}: {}", t(word), task.what);
    let text = |testid: &'static str, label: String, hint: Word, value: &str, set: fn(&mut Task, String)| {
        let typing = typing.clone();
        let oninput = move |event: InputEvent| {
            let goes_on = typing.replace(Some(testid)) == Some(testid);
            change(index, goes_on, |task| set(task, value_of(&event)));
        };
        html! { <input type="text" list={(testid == "task-owner").then_some("owners")} data-testid={testid} aria-label={label} placeholder={t(hint)} value={value.to_owned()} {oninput} /> }
    };
    let typed = typing.clone();
    let tick = move |_: Event| change(index, false, |task| task.done = task.done.xor(Some(today())));
    let date = move |event: Event| day_of(&event).into_iter().for_each(|day| change(index, false, |it| it.due = day));
    let remove = move |_: MouseEvent| {
        if make(|tasks| tasks.replacing(index, None), false) {
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
fn change(index: usize, goes_on: bool, set: impl FnOnce(&mut Task)) {
    make(
        |tasks| {
            let mut task = tasks.iter().nth(index)?;
            set(&mut task);
            tasks.replacing(index, Some(task))
        },
        goes_on,
    );
}

/// Makes a change of the tasks; returns whether there was one.
fn make(edit: impl FnOnce(&Tasks) -> Option<Edit>, goes_on: bool) -> bool {
    let Some(edit) = store().read(|open| edit(&open.plan.tasks)).flatten() else { return false };
    if goes_on {
        store().apply_more(edit)
    } else {
        store().apply(edit)
    }
    true
}
