//! What moved from one state to another, and which findings came and went.

use crate::browser::today;
use crate::components::{level_name, readiness_changes};
use crate::text::{catalogue, say, t};
use readiness::assessment::Decided;
use readiness::catalogue::Word;
use readiness::compare::{Comparison, State, moves};
use readiness::findings::Finding;
use readiness::{Assessment, ItemRef, Outcome};
use yew::prelude::*;

/// The comparison.
pub fn compared(before: &Assessment, after: &Assessment) -> Html {
    let catalogue = catalogue();
    let outcome = |assessment| Outcome::new(catalogue, assessment, today());
    let comparison = Comparison::new(&outcome(before), &outcome(after));
    let moves = moves(before, after);
    html! {
        <div class="card" data-testid="compared">
            { readiness_changes(&comparison) }
            { findings(Word::SnapshotsGone, &comparison.gone) }
            { findings(Word::SnapshotsCame, &comparison.came) }
            <h3>{ say(Word::SnapshotsMoved, &[("n", &moves.len().to_string())]) }</h3>
            <ul>
                { for moves.iter().map(|it| html! {
                    <li>{ it.item.name(catalogue) }{ " " }{ it.item.title(catalogue, it.known_in(before, after)).to_owned() }{ ": " }{ state(it.item, it.state.before) }{ " → " }{ state(it.item, it.state.after) }</li>
                }) }
            </ul>
        </div>
    }
}

fn findings(heading: Word, findings: &[Finding]) -> Html {
    let catalogue = catalogue();
    html! {
        if !findings.is_empty() {
            <h3>{ say(heading, &[("n", &findings.len().to_string())]) }</h3>
            <ul>{ for findings.iter().map(|it| html! { <li>{ it.place.title(catalogue) }{ ": " }{ it.rule.label(catalogue) }</li> }) }</ul>
        }
    }
}

fn state(item: ItemRef, state: State) -> &'static str {
    match state {
        State::Level(level) => level_name(level),
        State::Document(status) => status.map_or(t(Word::DocumentOpen), |status| match item {
            ItemRef::Document(id) => status.label_of(catalogue(), id),
            _ => status.label(catalogue()),
        }),
        State::There(there) => t(if there { Word::SnapshotsThere } else { Word::SnapshotsNotThere }),
        State::Decision(None) => t(Word::DecisionUndecided),
        State::Decision(Some(Decided::Applicable)) => t(Word::DecisionApplicable),
        State::Decision(Some(Decided::Excluded)) => t(Word::DecisionExcluded),
    }
}
