//! The way through, on the page: which step a page belongs to, and where one goes on from it.

use crate::browser::host;
use crate::route::{About, Route};
use crate::store::use_assessment;
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::way::{Done, Step};
use yew::prelude::*;

/// The page on which a step begins.
pub fn page_of(step: Step) -> Route {
    match step {
        Step::Quick => Route::Quick,
        Step::Organisation => Route::Organisation,
        Step::Requirements => Route::Clauses,
        Step::Documents => Route::Documents(None),
        Step::Risks => Route::Risks,
        Step::Controls => Route::Controls(None),
        Step::Results => Route::Results,
    }
}

/// The step that a page belongs to.
fn step_of(route: Route) -> Option<Step> {
    Some(match route {
        Route::Subclause(..) | Route::Ask(_) => Step::Requirements,
        Route::Plan | Route::Report | Route::Quote | Route::Owner => Step::Results,
        _ => return Step::ALL.into_iter().find(|step| page_of(*step) == route.page()),
    })
}

/// The steps of this site: a host may hide the page of one.
pub fn steps() -> impl Iterator<Item = Step> {
    Step::ALL.into_iter().filter(|step| !host::hides(page_of(*step).row().host))
}

/// `Step 2 of 7`.
pub fn number(step: Step) -> String {
    let n = steps().take_while(|it| *it != step).count() + 1;
    say(Word::StepNumber, &[("n", &n.to_string()), ("all", &steps().count().to_string())])
}

/// How far a step is, in words; nothing where it has no questions.
pub fn state(done: Done) -> String {
    match done {
        Done { of: 0, .. } => String::new(),
        done if done.is_all() => t(Word::StepDone).to_owned(),
        Done { done: 0, .. } => t(Word::StepNotBegun).to_owned(),
        Done { done, of } => say(Word::TaskSome, &[("n", &done.to_string()), ("all", &of.to_string())]),
    }
}

/// Properties of [`Above`].
#[derive(PartialEq, Properties)]
pub struct PageProps {
    /// The page.
    pub route: Route,
}

/// Which step of the way a page is, how long it takes, and how far it is.
#[component]
pub fn Above(props: &PageProps) -> Html {
    let step = step_of(props.route);
    let done = use_assessment(|open| step.map(|step| step.done(catalogue(), open)));
    let Some(step) = step else { return html! {} };
    let state = done.map(state).unwrap_or_default();
    html! {
        <p class="crumbs" data-testid="step">
            <strong>{ number(step) }</strong>
            // The last step is to read its first page; what follows from it takes as long as it takes.
            if step != Step::Results || props.route == Route::Results { { " · " }{ t(step.time()) } }
            if !state.is_empty() { { " · " }{ state } }
        </p>
    }
}

/// Where one goes on at the end of a page about an assessment, and that one may leave.
#[component]
pub fn Below(props: &PageProps) -> Html {
    let go_on = use_assessment(|open| Some(Step::to_go_on(catalogue(), open)));
    let route = props.route;
    // Sub-clauses and single questions have ways of their own; the quick start has its end.
    if route.row().about == About::Anything || matches!(route, Route::Subclause(..) | Route::Ask(_)) {
        return html! {};
    }
    match (route, step_of(route)) {
        (Route::Results, _) => onward(Route::Plan, None),
        (Route::Plan, _) => onward(Route::Report, None),
        (Route::Report | Route::Owner, _) => onward(Route::Home, None),
        (_, Some(step)) if step != Step::Results => continues(step),
        _ => go_on.map_or_else(Html::default, |step| onward(page_of(step), Some(step))),
    }
}

/// The way on from a step to the next one.
pub fn continues(step: Step) -> Html {
    let next = steps().find(|next| *next > step).unwrap_or(Step::Results);
    onward(page_of(next), Some(next))
}

fn onward(to: Route, step: Option<Step>) -> Html {
    html! {
        <nav class="onward" aria-label={t(Word::StepOnward)}>
            if to != Route::Home {
                <a href={Route::Home.href()} data-testid="leave">{ t(Word::StepLeave) }</a>
            }
            <span class="hint">{ step.map(|step| format!("{}, {}", number(step), t(step.time()))) }</span>
            { go_on(to) }
        </nav>
    }
}

/// The button that goes on to a page.
pub fn go_on(to: Route) -> Html {
    html! { <a class="button" href={to.href()} data-testid="onward">{ say(Word::StepContinue, &[("name", t(to.row().name))]) }</a> }
}
