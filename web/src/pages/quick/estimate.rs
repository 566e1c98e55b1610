//! What the answers of the quick start say: what an auditor would stop on, what is good, the estimate, and the way on.

use super::own;
use crate::browser::{focus, today};
use crate::components::lead;
use crate::pages::spine;
use crate::route::Route;
use crate::store::{Topic, use_topic};
use crate::text::{catalogue, say, t};
use readiness::catalogue::{Quick, Word};
use readiness::quick::Said;
use readiness::way::Step;
use readiness::{Outcome, figures};
use yew::prelude::*;

/// Properties of [`Estimate`].
#[derive(PartialEq, Properties)]
pub struct EstimateProps {
    /// Goes back to the first question.
    pub again: Callback<MouseEvent>,
}

/// What an auditor would likely stop on, strengths, the interval for each stage, and the way on.
#[component]
pub fn Estimate(props: &EstimateProps) -> Html {
    use_topic(Topic::Assessment);
    // It may come later than the last answer, which had the focus.
    use_effect_with((), |()| focus::focus("#quick-question"));
    let page = own(|open| {
        let said = Said::new(catalogue(), open);
        (said.answered > 0).then(|| (told(&said), estimated(&Outcome::new(catalogue(), open, today()))))
    });
    html! {
        <>
            <h1 id="quick-question" tabindex="-1">{ t(Word::QuickDoneTitle) }</h1>
            if let Some((told, estimated)) = page.flatten() {
                { told }
                { estimated }
                <p>{ t(Word::QuickOnwardText) }</p>
                { spine::continues(Step::Quick) }
            } else {
                { lead(t(Word::QuickNothingAnswered)) }
            }
            <p><button type="button" class="link" onclick={props.again.clone()} data-testid="quick-again">{ t(Word::QuickAgain) }</button></p>
        </>
    }
}

fn told(said: &Said<'_>) -> Html {
    let n = said.stops.len().to_string();
    html! {
        <>
            if said.stops.is_empty() {
                <p>{ t(Word::QuickNoStops) }</p>
            } else {
                <section data-testid="quick-stops">
                    <h2>{ say(Word::QuickStops, &[("n", &n)]) }</h2>
                    <ol>{ for said.stops.iter().map(|it| line(it, it.stop)) }</ol>
                </section>
            }
            if !said.strengths.is_empty() {
                <section data-testid="quick-strengths">
                    <h2>{ t(Word::QuickStrengths) }</h2>
                    <ul>{ for said.strengths.iter().map(|it| html! { <li>{ it.strength }</li> }) }</ul>
                </section>
            }
        </>
    }
}

/// What is said, and where it is put right.
fn line(question: &Quick, text: &'static str) -> Html {
    let item = question.answers[0];
    let title = own(|open| item.title(catalogue(), open).to_owned()).unwrap_or_default();
    html! { <li>{ text }{ " " }<a class="hint" href={Route::from(item).href()}><bdi>{ item.name(catalogue()) }</bdi>{ " " }{ title }</a></li> }
}

fn estimated(outcome: &Outcome) -> Html {
    let (answered, all) = (outcome.answered.to_string(), outcome.items.to_string());
    let stages = [
        (Word::StageOne, Word::ResultsStageOneIs, outcome.readiness.one),
        (Word::StageTwo, Word::ResultsStageTwoIs, outcome.readiness.two),
    ];
    html! {
        <section>
            <h2>{ t(Word::QuickInterval) }</h2>
            <dl class="cards" data-testid="quick-estimate">
                { for stages.into_iter().map(|(name, about, interval)| html! {
                    <div class="card">
                        <dt>{ t(name) }</dt>
                        <dd class="figure">{ figures::interval(catalogue(), interval) }</dd>
                        <dd class="hint">{ t(about) }</dd>
                    </div>
                }) }
            </dl>
            <p>{ say(if is_nearly_all(outcome) { Word::QuickNarrow } else { Word::QuickWide }, &[("answered", &answered), ("all", &all)]) }</p>
            <p class="hint">{ t(Word::QuickHedge) }</p>
        </section>
    }
}

/// Whether so much is answered that little can still change.
fn is_nearly_all(outcome: &Outcome) -> bool {
    outcome.answered * 10 >= outcome.items * 9
}
