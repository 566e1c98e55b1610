//! What of the plan is shown and how, and its files.

use crate::browser::{today, value_of};
use crate::components::export::save;
use crate::store::store;
use crate::text::{catalogue, t};
use readiness::assessment::Task;
use readiness::catalogue::Word;
use readiness::plan::Action;
use readiness::{Assessment, Outcome, Plan, report};
use std::cell::RefCell;
use yew::prelude::*;

/// What is wanted of the plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wanted {
    /// The actions of one owner; of everybody if empty.
    owner: String,
    /// Only what nobody has taken.
    free: bool,
    /// Only what resolves a likely finding.
    findings: bool,
    /// As a board rather than a list.
    pub board: bool,
}

thread_local! {
    /// What was wanted last: whoever comes back to the page finds it as it was.
    static KEPT: RefCell<Wanted> = RefCell::default();
}

impl Wanted {
    /// What was wanted last.
    pub fn kept() -> Self {
        KEPT.with_borrow(Clone::clone)
    }

    /// Whether a task of the organisation's own is among what is wanted.
    pub fn fits_task(&self, task: &Task, plan: &Plan) -> bool {
        let owned = !plan.owners().contains(self.owner.as_str()) || task.owner.trim() == self.owner;
        owned && !(self.free && is_taken(task)) && !self.findings
    }

    /// Whether an action is among what is wanted. Somebody who owns nothing any more is no filter.
    pub fn fits(&self, action: &Action, plan: &Plan) -> bool {
        let owned = !plan.owners().contains(self.owner.as_str()) || action.owners.contains(&self.owner);
        owned && !(self.free && action.is_taken()) && !(self.findings && action.grade().is_none())
    }
}

/// Whether somebody has begun to see to a task.
pub fn is_taken(task: &Task) -> bool {
    !task.owner.trim().is_empty() || task.due.is_some()
}

/// The filters, the view, and the files.
pub fn tools(plan: &Plan, wanted: &UseStateHandle<Wanted>) -> Html {
    let change = |set: fn(&mut Wanted, Event)| {
        let wanted = wanted.clone();
        move |event: Event| {
            let mut next = (*wanted).clone();
            set(&mut next, event);
            KEPT.set(next.clone());
            wanted.set(next);
        }
    };
    let tick = |name, testid: &'static str, on: bool, set: fn(&mut Wanted, Event)| {
        html! { <label class="choice"><input type="checkbox" checked={on} onchange={change(set)} data-testid={testid} />{ t(name) }</label> }
    };
    let file = |word, testid: &'static str, ending, media_type, make: fn(&Plan, &Assessment) -> String| {
        let wanted = (**wanted).clone();
        let onclick = move |_| hand_out(&wanted, ending, media_type, make);
        html! { <button type="button" class="button second" data-testid={testid} {onclick}>{ t(word) }</button> }
    };
    html! {
        <div class="filters">
            <label class="field">
                <span>{ t(Word::ActionsOwner) }</span>
                <select onchange={change(|wanted, event| wanted.owner = value_of(&event))} data-testid="plan-owner">
                    <option value="" selected={wanted.owner.is_empty()}>{ t(Word::ActionsEverybody) }</option>
                    { for plan.owners().into_iter().map(|name| html! { <option value={name.to_owned()} selected={wanted.owner == name}>{ name.to_owned() }</option> }) }
                </select>
            </label>
            <p class="row">
                { tick(Word::ActionsFree, "plan-free", wanted.free, |wanted, _| wanted.free = !wanted.free) }
                { tick(Word::ActionsFindings, "plan-findings", wanted.findings, |wanted, _| wanted.findings = !wanted.findings) }
                { tick(Word::ActionsBoard, "plan-board", wanted.board, |wanted, _| wanted.board = !wanted.board) }
            </p>
            <p class="row">
                { file(Word::ActionsCsv, "download-plan-csv", "csv", "text/csv", |plan, assessment| plan.to_csv(catalogue(), assessment)) }
                { file(Word::ActionsIcs, "download-plan-ics", "ics", "text/calendar", |plan, assessment| plan.to_ics(catalogue(), assessment, today())) }
            </p>
        </div>
    }
}

/// Hands out what is shown.
fn hand_out(wanted: &Wanted, ending: &str, media_type: &str, make: fn(&Plan, &Assessment) -> String) {
    store().read(|assessment| {
        let outcome = Outcome::new(catalogue(), assessment, today());
        let plan = Plan::of(catalogue(), assessment, &outcome);
        let mut shown = plan.clone();
        shown.actions.retain(|action| wanted.fits(action, &plan));
        shown.tasks.retain(|(_, task)| wanted.fits_task(task, &plan));
        let name = report::file_name(assessment.profile.organisation.trim(), assessment.left_out(), today());
        save(&format!("{name}-plan.{ending}"), media_type, &make(&shown, assessment));
    });
}
