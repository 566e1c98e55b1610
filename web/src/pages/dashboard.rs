//! The start page once work has begun: where one stands, what comes next, and until when.

use crate::browser::{local_minute, today};
use crate::components::{ExampleMark, verdict_tag};
use crate::navigation::use_late_heading;
use crate::pages::clauses::first_open;
use crate::pages::home::{Start, ways};
use crate::pages::spine;
use crate::route::Route;
use crate::store::{SaveState, Topic, store, use_topic};
use crate::text::{catalogue, say, t, tell};
use readiness::catalogue::Word;
use readiness::plan::Action;
use readiness::target::Stage;
use readiness::way::Step;
use readiness::{Assessment, Outcome, Plan, figures};
use yew::prelude::*;

/// How many things to do are shown: a week's worth.
const THINGS: usize = 5;

/// The page.
#[component]
pub fn Dashboard() -> Html {
    use_topic(Topic::Assessment);
    use_topic(Topic::Save);
    use_late_heading();
    let page = store().read(|open| {
        let outcome = Outcome::new(catalogue(), open, today());
        let plan = Plan::of(catalogue(), open, &outcome);
        html! {
            <div class="dashboard">
                <h1 tabindex="-1">{ say(Word::DashboardTitle, &[("name", open.name(catalogue()))]) }</h1>
                <ExampleMark />
                <div class="cards">
                    { next(open) }
                    { stands(&outcome) }
                    { target(open) }
                </div>
                { week(&plan, open) }
                { way(open) }
                { saved(open) }
            </div>
        }
    });
    html! {
        <>
            { page.unwrap_or_default() }
            <h2>{ t(Word::DashboardMore) }</h2>
            <div class="ways"><Start class="link" /></div>
            { ways() }
        </>
    }
}

/// The step to go on with, right at the place where one left off.
fn next(open: &Assessment) -> Html {
    let step = Step::to_go_on(catalogue(), open);
    let to = match (step, first_open(open)) {
        (Step::Requirements, Some(id)) => Route::requirement(id),
        _ => spine::page_of(step),
    };
    let state = spine::state(step.done(catalogue(), open));
    let parts = [spine::number(step), t(step.time()).to_owned(), state];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    html! {
        <section class="card" data-testid="next-step">
            <h2>{ t(Word::DashboardNext) }</h2>
            <p><strong>{ t(spine::page_of(step).row().name) }</strong></p>
            <p class="hint">{ parts.join(" · ") }</p>
            <a class="button" href={to.href()} data-testid="continue">{ t(Word::DashboardContinue) }</a>
        </section>
    }
}

/// Both verdicts with their intervals.
fn stands(outcome: &Outcome) -> Html {
    html! {
        <section class="card" data-testid="stands">
            <h2>{ t(Word::DashboardStands) }</h2>
            { for Stage::ALL.into_iter().zip([Word::StageOne, Word::StageTwo]).map(|(stage, name)| html! {
                <p class="row">
                    <strong>{ t(name) }</strong>
                    { verdict_tag(outcome.judgement.get(stage).verdict) }
                    <span class="hint">{ figures::interval(catalogue(), *outcome.readiness.get(stage)) }</span>
                </p>
            }) }
            <p><a href={Route::Results.href()}>{ t(Word::DashboardWhy) }</a>{ " · " }<a href={Route::Owner.href()} data-testid="owner">{ t(Word::OwnerTitle) }</a></p>
        </section>
    }
}

/// The days until the certificate is wanted.
fn target(open: &Assessment) -> Html {
    let Some(target) = open.profile.target_date else {
        return html! {
            <section class="card" data-testid="target">
                <h2>{ t(Word::DashboardTarget) }</h2>
                <p>{ t(Word::DashboardNoTarget) }</p>
                <p><a href={Route::Organisation.href()}>{ t(Word::DashboardSetTarget) }</a></p>
            </section>
        };
    };
    let days = target.days_since(today());
    let date = figures::date(catalogue(), target);
    html! {
        <section class="card" data-testid="target">
            <h2>{ t(Word::DashboardTarget) }</h2>
            if days < 0 {
                <p>{ tell(Word::DashboardPassed, [("date", date)]) }</p>
            } else {
                <p class="figure">{ tell(Word::DashboardDays, [("n", days.to_string())]) }</p>
                <p class="hint">{ tell(Word::DashboardUntil, [("date", date)]) }</p>
            }
            <p><a href={Route::Organisation.href()}>{ t(Word::ActionsTarget) }</a></p>
        </section>
    }
}

/// The first things of the plan.
fn week(plan: &Plan, open: &Assessment) -> Html {
    let line = |action: &Action| {
        let due = action.due.map(|due| tell(Word::DashboardBy, [("date", figures::short_date(catalogue(), due.day))]));
        let who = (!action.owners.is_empty()).then(|| action.owners.join(", "));
        let about: Vec<_> = who.into_iter().chain(due).collect();
        let title = action.title(catalogue(), open);
        let title = match action.items().first() {
            Some(item) => html! { <a href={Route::from(*item).href()}>{ title }</a> },
            None => html! { <a href={Route::Controls(None).href()}>{ title }</a> },
        };
        html! { <li>{ title }{ " " }<span class="hint">{ about.join(" · ") }</span></li> }
    };
    let things: Vec<_> = plan.actions.iter().take(THINGS).map(line).collect();
    html! {
        if !things.is_empty() {
            <section data-testid="week">
                <h2>{ tell(Word::DashboardWeek, [("n", things.len().to_string())]) }</h2>
                <ol>{ for things }</ol>
                <p><a href={Route::Plan.href()}>{ t(Word::DashboardPlan) }</a></p>
            </section>
        }
    }
}

/// All steps of the way, with their state.
fn way(open: &Assessment) -> Html {
    let now = Step::to_go_on(catalogue(), open);
    let row = |step: Step| {
        let done = step.done(catalogue(), open);
        let class = match done {
            done if done.is_all() => "tag done",
            done if done.done > 0 => "tag some",
            _ => "tag none",
        };
        let state = spine::state(done);
        let to = spine::page_of(step);
        html! {
            <li class="task" aria-current={(step == now).then_some("step")}>
                <a href={to.href()}>{ t(to.row().name) }</a>
                <span class="count">{ t(step.time()) }</span>
                if !state.is_empty() { <span {class}>{ state }</span> }
            </li>
        }
    };
    html! {
        <section class="tasks" data-testid="way">
            <h2>{ t(Word::DashboardWay) }</h2>
            <ol class="plain">{ for spine::steps().map(row) }</ol>
        </section>
    }
}

/// When all of it was last saved, and where.
fn saved(open: &Assessment) -> Html {
    let when = local_minute(&open.updated);
    let word = match store().save_state() {
        _ if store().is_in_memory_only() => Word::DashboardUnkept,
        SaveState::Failed(_) => Word::DashboardUnsaved,
        _ => Word::DashboardSaved,
    };
    html! {
        <p class="hint" data-testid="last-saved">{ tell(word, [("when", when)]) }{ " " }<a href={Route::Data.href()}>{ t(Word::MenuData) }</a></p>
    }
}
