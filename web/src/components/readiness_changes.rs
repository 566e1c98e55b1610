//! How readiness and verdicts move from one state to another.

use crate::text::{catalogue, t, tell};
use readiness::catalogue::Word;
use readiness::compare::{Change, Comparison};
use readiness::figures;
use readiness::scoring::Interval;
use readiness::verdict::Verdict;
use yew::prelude::*;

/// A line for each stage: readiness before and after, and the verdict that comes of it.
pub fn readiness_changes(comparison: &Comparison) -> Html {
    let Comparison { readiness, verdict, .. } = comparison;
    html! {
        <ul>
            { stage(Word::StageOne, readiness.one, verdict.one) }
            { stage(Word::StageTwo, readiness.two, verdict.two) }
        </ul>
    }
}

fn stage(name: Word, readiness: Change<Interval>, verdict: Change<Verdict>) -> Html {
    let args = [
        ("before", figures::percent(catalogue(), readiness.before.low)),
        ("after", figures::percent(catalogue(), readiness.after.low)),
        ("verdict", verdict.after.label(catalogue()).to_owned()),
    ];
    html! { <li><strong>{ t(name) }</strong>{ ": " }{ tell(Word::ResultsFromTo, args) }</li> }
}
