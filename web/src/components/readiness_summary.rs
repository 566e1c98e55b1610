//! How it stands, in every view: answered items and readiness.

use crate::store::use_assessment;
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::figures;
use readiness::scoring::{Stage, readiness};
use yew::prelude::*;

/// The number of answered requirements and the readiness for both stages.
#[component]
pub fn ReadinessSummary() -> Html {
    let catalogue = catalogue();
    let all = catalogue.requirements.len();
    let Some((answered, stages)) = use_assessment(|assessment| {
        let stages = Stage::ALL.map(|stage| readiness(catalogue, assessment, stage, 0..all));
        Some((assessment.answered(), stages))
    }) else {
        return html! {};
    };
    html! {
        <div class="standing">
            <p>
                <strong data-testid="answered-count">{ answered }</strong>
                { " " }{ say(Word::StandingAnswered, &[("all", &all.to_string())]) }
            </p>
            <dl data-testid="score-overall">
                { for stages.into_iter().zip([Word::StageOne, Word::StageTwo]).map(|(interval, name)| html! {
                    <div><dt>{ t(name) }</dt><dd>{ figures::interval(catalogue, interval) }</dd></div>
                }) }
            </dl>
        </div>
    }
}
