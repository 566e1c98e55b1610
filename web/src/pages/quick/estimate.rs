//! What the answers so far say, and where to go on.

use crate::browser::today;
use crate::components::lead;
use crate::pages::clauses::first_open;
use crate::route::Route;
use crate::store::use_assessment;
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::{Outcome, figures};
use yew::prelude::*;

/// Properties of [`Estimate`].
#[derive(PartialEq, Properties)]
pub struct EstimateProps {
    /// Goes back to the first question.
    pub again: Callback<MouseEvent>,
}

/// The interval for each stage, why it is wide, and the way on.
#[component]
pub fn Estimate(props: &EstimateProps) -> Html {
    let read = use_assessment(|open| Some((Outcome::new(catalogue(), open, today()), first_open(open))));
    let (outcome, next) = read.map_or((None, None), |(outcome, next)| (Some(outcome), next));
    let nearly = outcome.as_ref().is_some_and(is_nearly_all);
    html! {
        <>
            <h1 id="quick-question" tabindex="-1">{ t(if nearly { Word::QuickNearlyTitle } else { Word::QuickDoneTitle }) }</h1>
            if let Some(outcome) = outcome.filter(|outcome| outcome.answered > 0) {
                { estimated(&outcome) }
                <div class="actions">
                    <a class="button" href={next.map_or(Route::Results, Route::requirement).href()} data-testid="quick-onward">
                        { t(Word::QuickOnward) }
                    </a>
                    <a class="button" href={Route::Organisation.href()}>{ t(Word::QuickOrganisation) }</a>
                </div>
                <p>{ t(Word::QuickOnwardText) }</p>
            } else {
                { lead(t(Word::QuickNothingAnswered)) }
            }
            <p><button type="button" class="link" onclick={props.again.clone()} data-testid="quick-again">{ t(Word::QuickAgain) }</button></p>
        </>
    }
}

/// Whether so much is answered that little can still change.
fn is_nearly_all(outcome: &Outcome) -> bool {
    outcome.answered * 10 >= outcome.items * 9
}

fn estimated(outcome: &Outcome) -> Html {
    let (answered, all) = (outcome.answered.to_string(), outcome.items.to_string());
    let found = outcome.findings.len();
    let stages = [(Word::StageOne, outcome.readiness.one), (Word::StageTwo, outcome.readiness.two)];
    html! {
        <>
            <dl class="cards" data-testid="quick-estimate">
                { for stages.into_iter().map(|(name, interval)| html! {
                    <div class="card"><dt>{ t(name) }</dt><dd class="figure">{ figures::interval(catalogue(), interval) }</dd></div>
                }) }
            </dl>
            <p>{ say(if is_nearly_all(outcome) { Word::QuickNarrow } else { Word::QuickWide }, &[("answered", &answered), ("all", &all)]) }</p>
            if found > 0 {
                <p><a href={Route::Results.href()} data-testid="quick-findings">{ say(Word::QuickFindings, &[("n", &found.to_string())]) }</a></p>
            } else {
                <p>{ t(Word::QuickNoFindings) }</p>
            }
            <p class="hint">{ t(Word::QuickHedge) }</p>
        </>
    }
}
