//! What to do next, in the order in which an ISMS is really built.

use crate::browser::{download, today, value_of};
use crate::components::{heading, item_links, lead};
use crate::route::Route;
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::plan::{Action, Phase};
use readiness::{Assessment, Plan};
use yew::prelude::*;

/// The page.
#[component]
pub fn PlanPage() -> Html {
    use_topic(Topic::Assessment);
    let owner = use_state(|| None::<String>);
    let page = store().read(|assessment| {
        let plan = Plan::new(catalogue(), assessment, today());
        html! {
            <>
                if !plan.warnings.is_empty() {
                    <div class="warning" data-testid="plan-warnings">
                        { for plan.warnings.iter().map(|warning| html! { <p>{ warning.words(catalogue()) }</p> }) }
                        <p><a href={Route::Organisation.href()}>{ t(Word::ActionsTarget) }</a></p>
                    </div>
                }
                { tools(&plan, &owner) }
                { for Phase::ALL.into_iter().map(|phase| in_phase(phase, &plan, owner.as_deref(), assessment)) }
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
            { page.unwrap_or_default() }
        </>
    }
}

/// The filter by owner, and the files.
fn tools(plan: &Plan, owner: &UseStateHandle<Option<String>>) -> Html {
    let choose = {
        let owner = owner.clone();
        move |event: Event| owner.set(Some(value_of(&event)).filter(|name| !name.is_empty()))
    };
    let chosen = owner.as_deref().unwrap_or_default().to_owned();
    html! {
        <div class="filters">
            <label class="field">
                <span>{ t(Word::ActionsOwner) }</span>
                <select onchange={choose} data-testid="plan-owner">
                    <option value="" selected={chosen.is_empty()}>{ t(Word::ActionsEverybody) }</option>
                    { for plan.owners().into_iter().map(|name| html! { <option value={name.to_owned()} selected={name == chosen}>{ name.to_owned() }</option> }) }
                </select>
            </label>
            <p class="row">
                <button type="button" class="button second" data-testid="download-plan-csv" onclick={|_| save("csv", "text/csv", |plan, assessment| plan.to_csv(catalogue(), assessment))}>{ t(Word::ActionsCsv) }</button>
                <button type="button" class="button second" data-testid="download-plan-ics" onclick={|_| save("ics", "text/calendar", |plan, assessment| plan.to_ics(catalogue(), assessment, today()))}>{ t(Word::ActionsIcs) }</button>
            </p>
        </div>
    }
}

fn in_phase(phase: Phase, plan: &Plan, owner: Option<&str>, assessment: &Assessment) -> Html {
    let mine = |action: &&Action| owner.is_none_or(|name| action.owners.iter().any(|owner| owner == name));
    let actions: Vec<_> = plan.actions.iter().filter(|action| action.phase == phase).filter(mine).collect();
    html! {
        if !actions.is_empty() {
            <section>
                <h2>{ phase.label(catalogue()) }{ " (" }{ actions.len() }{ ")" }</h2>
                { for actions.into_iter().map(|action| one(action, assessment)) }
            </section>
        }
    }
}

fn one(action: &Action, assessment: &Assessment) -> Html {
    let catalogue = catalogue();
    let owners = if action.owners.is_empty() { t(Word::ActionsNobody).to_owned() } else { action.owners.join(", ") };
    let due = match action.due {
        None => t(Word::ActionsNoDate).to_owned(),
        Some(due) => due.day.to_string(),
    };
    let unlocks = action.unlocks.words(catalogue).join(", ");
    html! {
        <article class="card action" key={action.key(catalogue)} data-testid="action">
            <h3>{ action.title(catalogue, assessment) }</h3>
            <p>{ action.task(catalogue, assessment) }</p>
            <dl class="facts">
                <div><dt>{ t(Word::ActionsOwner) }</dt><dd>{ owners }</dd></div>
                <div><dt>{ t(Word::ActionsDue) }</dt><dd>{ due }</dd></div>
                <div><dt>{ t(Word::ActionsEffort) }</dt><dd>{ action.effort.label(catalogue) }</dd></div>
                if !unlocks.is_empty() {
                    <div><dt>{ t(Word::ActionsUnlocks) }</dt><dd>{ unlocks }</dd></div>
                }
            </dl>
            { item_links(action.what.items()) }
        </article>
    }
}

fn save(ending: &str, media_type: &str, make: fn(&Plan, &Assessment) -> String) {
    let content = store().read(|assessment| make(&Plan::new(catalogue(), assessment, today()), assessment));
    let name = format!("action-plan-{}.{ending}", today());
    let saved = content.is_some_and(|content| download(&name, media_type, &content).is_ok());
    store()
        .notify(if saved { say(Word::ExportDone, &[("name", &name)]) } else { t(Word::ExportFailed).to_owned() }, None);
}
