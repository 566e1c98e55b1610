//! The verdicts for both stages, each on one line, with the list of what stands between it and the next better one.

use super::first_few;
use crate::text::{catalogue, t};
use readiness::catalogue::Word;
use readiness::scoring::Interval;
use readiness::verdict::{Judgement, Verdict};
use readiness::{Assessment, Outcome, figures};
use yew::prelude::*;

/// Both verdicts side by side.
pub fn verdicts(outcome: &Outcome, assessment: &Assessment) -> Html {
    html! {
        <section class="cards" aria-label={t(Word::ResultsVerdicts)}>
            { verdict(Word::StageOne, Word::ResultsStageOneIs, &outcome.judgement.one, outcome.readiness.one, assessment) }
            { verdict(Word::StageTwo, Word::ResultsStageTwoIs, &outcome.judgement.two, outcome.readiness.two, assessment) }
        </section>
    }
}

fn verdict(stage: Word, about: Word, judgement: &Judgement, interval: Interval, assessment: &Assessment) -> Html {
    let class = match judgement.verdict {
        Verdict::Open => "none",
        Verdict::NotReady => "bad",
        Verdict::Nearly => "warn",
        Verdict::Ready => "good",
    };
    let between = judgement.between.iter().map(|obstacle| obstacle.words(catalogue(), assessment).into());
    html! {
        <article class="card verdict" data-testid="verdict" data-verdict={judgement.verdict.name()}>
            <header class="row">
                <h2>{ t(stage) }</h2>
                <span class={classes!("tag", class)}>{ judgement.verdict.label(catalogue()) }</span>
                <span class="figure">{ figures::interval(catalogue(), interval) }</span>
            </header>
            <p class="hint">{ t(about) }</p>
            if !judgement.between.is_empty() {
                <h3>{ t(Word::ResultsBetween) }</h3>
                { first_few(between.collect()) }
            }
        </article>
    }
}
