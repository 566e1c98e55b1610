//! Where the organisation stands: contradictions, verdicts, readiness, likely findings.

mod findings;
mod maps;
mod open;
mod verdicts;

use crate::browser::today;
use crate::components::{Begin, framed, heading, item_links, lead, table};
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, say, t};
use findings::Findings;
use maps::maps;
use open::open;
use readiness::catalogue::Word;
use readiness::contradictions;
use readiness::outcome::PerStage;
use readiness::picture::{Bars, intervals};
use readiness::{Assessment, Outcome, figures};
use std::rc::Rc;
use verdicts::verdicts;
use yew::prelude::*;

/// The page.
#[component]
pub fn Results() -> Html {
    use_topic(Topic::Assessment);
    let page = store().read(|assessment| {
        let outcome = Rc::new(Outcome::new(catalogue(), assessment, today()));
        // An extract may not bear all of it.
        let left_out = assessment.left_out();
        html! {
            <>
                if left_out.bears_contradictions() { { contradictory(&outcome, assessment) } }
                if left_out.bears_findings() { { verdicts(&outcome, assessment) } }
                if left_out.bears_readiness() { { by_clause(&outcome) } }
                if left_out.bears_findings() {
                    <Findings outcome={outcome.clone()} />
                    { open(&outcome, assessment) }
                }
                { maps(assessment) }
            </>
        }
    });
    html! {
        <>
            { heading(t(Word::MenuResults)) }
            { lead(t(Word::ResultsLead)) }
            <Begin />
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
            <ol>
                { for found.iter().map(|it| html! {
                    <li>
                        { contradictions::why(it, catalogue(), assessment) }
                        { item_links(it.between()) }
                    </li>
                }) }
            </ol>
        </section>
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
            <details>
                <summary>{ t(Word::ResultsTable) }</summary>
                { table(Word::ResultsByClause, "by-clause", head, body.collect()) }
            </details>
        </section>
    }
}
