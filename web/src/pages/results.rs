//! Where the organisation stands: contradictions, verdicts and what they take, the gravest likely findings, maps. What is
//! not needed at once is folded away, but for paper.

mod findings;
mod maps;
mod open;
mod verdicts;

use crate::browser::today;
use crate::components::{GetStarted, framed, heading, item_links, lead, table, use_slices, use_unfolded_print};
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, say, t};
use findings::Findings;
use maps::maps;
use open::open;
use readiness::catalogue::Word;
use readiness::checks::{self, Mismatch};
use readiness::outcome::PerStage;
use readiness::picture::{Bars, intervals};
use readiness::{Assessment, Outcome, figures};
use std::rc::Rc;
use verdicts::verdicts;
use yew::prelude::*;

/// The page in slices: what a window shows, the findings, the rest.
const SLICES: usize = 3;

/// The page.
#[component]
pub fn Results() -> Html {
    use_topic(Topic::Assessment);
    let drawn = use_slices(SLICES, 1, 1);
    use_unfolded_print();
    let page = store().read(|assessment| {
        let outcome = Rc::new(Outcome::new(catalogue(), assessment, today()));
        // An extract may not bear all of it.
        let left_out = assessment.left_out();
        html! {
            <>
                if left_out.supports_contradictions() { { contradictory(&outcome, assessment) } }
                if left_out.supports_findings() {
                    { verdicts(&outcome, assessment) }
                    if drawn > 1 { <Findings outcome={outcome.clone()} /> }
                }
                if drawn > 2 {
                    { maps(assessment) }
                    if left_out.supports_readiness() { { by_clause(&outcome) } }
                    if left_out.supports_contradictions() { { pointed(&outcome, assessment) } }
                    if left_out.supports_findings() { { open(&outcome, assessment) } }
                }
            </>
        }
    });
    html! {
        <>
            { heading(t(Word::MenuResults)) }
            { lead(t(Word::ResultsLead)) }
            <GetStarted />
            { page.unwrap_or_default() }
        </>
    }
}

/// Contradictions come first: while there are some, the answers can't be trusted.
fn contradictory(outcome: &Outcome, assessment: &Assessment) -> Html {
    let found = &outcome.contradictions;
    if found.is_empty() {
        return html! {};
    }
    html! {
        <section class="warning" data-testid="contradictions">
            <h2>{ say(Word::ResultsContradictions, &[("n", &found.len().to_string())]) }</h2>
            <p>{ t(Word::ResultsContradictionsText) }</p>
            { mismatches(found, assessment) }
        </section>
    }
}

/// Points to check block nothing, so they come after the verdicts.
fn pointed(outcome: &Outcome, assessment: &Assessment) -> Html {
    let found = &outcome.points;
    html! {
        if !found.is_empty() {
            <details class="card" data-testid="points">
                <summary><h2>{ say(Word::ResultsPoints, &[("n", &found.len().to_string())]) }</h2></summary>
                <p>{ t(Word::ResultsPointsText) }</p>
                { mismatches(found, assessment) }
            </details>
        }
    }
}

fn mismatches(found: &[Mismatch], assessment: &Assessment) -> Html {
    let one = |it: &Mismatch| html! { <>{ checks::why(it, catalogue(), assessment) }{ item_links(it.between()) }</> };
    first_few(found.iter().map(one).collect())
}

/// How many entries of a list are shown before the rest is folded away.
const FEW: usize = 3;

/// A list whose first few entries are seen at once.
fn first_few(entries: Vec<Html>) -> Html {
    let rest = entries.len().saturating_sub(FEW);
    let list = |entries: &[Html]| html! { <ul>{ for entries.iter().map(|it| html! { <li>{ it.clone() }</li> }) }</ul> };
    html! {
        <>
            { list(&entries[..entries.len() - rest]) }
            if rest > 0 {
                <details>
                    <summary>{ say(Word::ResultsMore, &[("n", &rest.to_string())]) }</summary>
                    { list(&entries[FEW..]) }
                </details>
            }
        </>
    }
}

/// Readiness by clause: a picture, and the table behind it.
fn by_clause(outcome: &Outcome) -> Html {
    let catalogue = catalogue();
    let all = (t(Word::ResultsAll).to_owned(), outcome.readiness);
    let clauses = catalogue.clauses.iter().zip(&outcome.clauses);
    let rows: Vec<_> = std::iter::once(all)
        .chain(clauses.map(|(clause, stages)| (format!("{} {}", clause.id, clause.title), *stages)))
        .map(|(label, stages)| Bars { label, stages })
        .collect();
    let head = html! {
        <tr><th scope="col">{ t(Word::ResultsClause) }</th><th scope="col">{ t(Word::StageOne) }</th><th scope="col">{ t(Word::StageTwo) }</th></tr>
    };
    let body = rows.iter().map(|Bars { label, stages: PerStage { one, two } }| {
        html! {
            <tr><th scope="row">{ label.clone() }</th><td>{ figures::interval(catalogue, *one) }</td><td>{ figures::interval(catalogue, *two) }</td></tr>
        }
    });
    html! {
        <section>
            <h2>{ t(Word::ResultsByClause) }</h2>
            { framed(&intervals(catalogue, &rows)) }
            <p class="hint">{ t(Word::ReportIntervals) }</p>
            <details>
                <summary>{ t(Word::ResultsTable) }</summary>
                { table(Word::ResultsByClause, "by-clause", head, body.collect()) }
            </details>
        </section>
    }
}
