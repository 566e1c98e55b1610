//! What to do next, in the order in which an ISMS is really built.

use crate::browser::{download, today, value_of};
use crate::components::{Begin, heading, item_links, lead};
use crate::route::Route;
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::plan::{Action, Phase};
use readiness::{Assessment, Plan, figures};
use yew::prelude::*;

/// The page.
#[component]
pub fn PlanPage() -> Html {
    use_topic(Topic::Assessment);
    let owner = use_state(|| None::<String>);
    let page = store().read(|assessment| {
        let plan = Plan::new(catalogue(), assessment, today());
        // Somebody who owns nothing any more is no filter.
        let owner_now = owner.as_deref().filter(|name| plan.owners().contains(name));
        html! {
            <>
                if !plan.warnings.is_empty() {
                    <div class="warning" data-testid="plan-warnings">
                        { for plan.warnings.iter().map(|warning| html! { <p>{ warning.words(catalogue()) }</p> }) }
                        <p><a href={Route::Organisation.href()}>{ t(Word::ActionsTarget) }</a></p>
                    </div>
                }
                { tools(&plan, owner_now, owner.setter()) }
                { for Phase::ALL.into_iter().map(|phase| in_phase(phase, &plan, owner_now, assessment)) }
                if plan.actions.is_empty() {
                    <p class="empty">{ t(Word::ActionsNone) }</p>
                }
            </>
        }
    });
    html! {
        <>
            { heading(t(Word::MenuPlan)) }
            { lead(t(Word::ActionsLead)) }
            <Begin />
            { page.unwrap_or_default() }
        </>
    }
}

/// The filter by owner, and the files.
fn tools(plan: &Plan, owner: Option<&str>, set: UseStateSetter<Option<String>>) -> Html {
    let choose = move |event: Event| set.set(Some(value_of(&event)).filter(|name| !name.is_empty()));
    let file = |word, testid: &'static str, ending, media_type, make| {
        let owner = owner.map(str::to_owned);
        let onclick = move |_| save(owner.as_deref(), ending, media_type, make);
        html! { <button type="button" class="button second" data-testid={testid} {onclick}>{ t(word) }</button> }
    };
    html! {
        <div class="filters">
            <label class="field">
                <span>{ t(Word::ActionsOwner) }</span>
                <select onchange={choose} data-testid="plan-owner">
                    <option value="" selected={owner.is_none()}>{ t(Word::ActionsEverybody) }</option>
                    { for plan.owners().into_iter().map(|name| html! { <option value={name.to_owned()} selected={owner == Some(name)}>{ name.to_owned() }</option> }) }
                </select>
            </label>
            <p class="row">
                { file(Word::ActionsCsv, "download-plan-csv", "csv", "text/csv", |plan, assessment| plan.to_csv(catalogue(), assessment)) }
                { file(Word::ActionsIcs, "download-plan-ics", "ics", "text/calendar", |plan, assessment| plan.to_ics(catalogue(), assessment, today())) }
            </p>
        </div>
    }
}

fn in_phase(phase: Phase, plan: &Plan, owner: Option<&str>, assessment: &Assessment) -> Html {
    let shown = plan.actions.iter().filter(|action| action.phase == phase && is_for(action, owner));
    let actions: Vec<_> = shown.collect();
    html! {
        if !actions.is_empty() {
            <section>
                <h2>{ phase.label(catalogue()) }{ " (" }{ actions.len() }{ ")" }</h2>
                { for actions.into_iter().map(|action| one(action, assessment)) }
            </section>
        }
    }
}

fn is_for(action: &Action, owner: Option<&str>) -> bool {
    owner.is_none_or(|name| action.owners.iter().any(|owner| owner == name))
}

fn one(action: &Action, assessment: &Assessment) -> Html {
    let catalogue = catalogue();
    let owners = if action.owners.is_empty() { t(Word::ActionsNobody).to_owned() } else { action.owners.join(", ") };
    let due = match action.due {
        None => t(Word::ActionsNoDate).to_owned(),
        Some(due) => figures::date(catalogue, due.day),
    };
    let late = assessment.profile.target_date.is_some_and(|target| action.is_late(target));
    let unlocks = action.unlocks.words(catalogue).join(", ");
    html! {
        <article class="card" key={action.key(catalogue)} data-testid="action">
            <h3>{ action.title(catalogue, assessment) }</h3>
            <p>{ action.task(catalogue, assessment) }</p>
            <dl class="facts">
                <div><dt>{ t(Word::ActionsOwner) }</dt><dd>{ owners }</dd></div>
                <div><dt>{ t(Word::ActionsDue) }</dt><dd>{ due }if late { { " " }<span class="tag warn">{ t(Word::ActionsLate) }</span> }</dd></div>
                <div><dt>{ t(Word::ActionsEffort) }</dt><dd>{ action.effort.label(catalogue) }</dd></div>
                if !unlocks.is_empty() {
                    <div><dt>{ t(Word::ActionsUnlocks) }</dt><dd>{ unlocks }</dd></div>
                }
            </dl>
            { item_links(action.what.items()) }
        </article>
    }
}

/// Hands out what is shown: the whole plan, or an owner's part of it.
fn save(owner: Option<&str>, ending: &str, media_type: &str, make: fn(&Plan, &Assessment) -> String) {
    let content = store().read(|assessment| {
        let mut plan = Plan::new(catalogue(), assessment, today());
        plan.actions.retain(|action| is_for(action, owner));
        make(&plan, assessment)
    });
    let name = format!("action-plan-{}.{ending}", today());
    let saved = content.is_some_and(|content| download(&name, media_type, &content).is_ok());
    store()
        .notify(if saved { say(Word::ExportDone, &[("name", &name)]) } else { t(Word::ExportFailed).to_owned() }, None);
}
