//! Readiness as the organisation and as the reviewer see it.

use crate::browser::today;
use crate::components::table;
use crate::store::store;
use crate::text::{catalogue, t};
use readiness::catalogue::Word;
use readiness::figures;
use readiness::review::Review;
use readiness::scoring::Stage;
use readiness::{Assessment, Outcome};
use yew::prelude::*;

/// Both, side by side; nothing for an extract without answers.
pub fn beside(review: &Review, theirs: Word) -> Html {
    let outcomes = store().read(|assessment| {
        let outcome = |assessment: &Assessment| Outcome::new(catalogue(), assessment, today());
        let left_out = assessment.left_out();
        left_out.supports_readiness().then(|| (outcome(assessment), outcome(&review.view(assessment)), left_out))
    });
    let Some((ours, view, left_out)) = outcomes.flatten() else { return html! {} };
    let figure = |outcome: &Outcome, stage| {
        let readiness = figures::interval(catalogue(), *outcome.readiness.get(stage));
        match left_out.supports_findings() {
            true => format!("{readiness}, {}", outcome.judgement.get(stage).verdict.label(catalogue())),
            false => readiness,
        }
    };
    let head = html! { <tr>
        <th scope="col">{ t(Word::ReviewStage) }</th><th scope="col">{ t(Word::ReviewOurs) }</th><th scope="col">{ t(theirs) }</th>
    </tr> };
    let rows = [(Stage::One, Word::StageOne), (Stage::Two, Word::StageTwo)].into_iter().map(|(stage, name)| {
        html! {
            <tr><th scope="row">{ t(name) }</th><td>{ figure(&ours, stage) }</td><td>{ figure(&view, stage) }</td></tr>
        }
    });
    table(Word::ReviewBeside, "beside", head, rows.collect())
}
