//! Likely findings by grade and by clause, and what resolving some of them would change.

use crate::browser::value_of;
use crate::components::{item_links, readiness_changes};
use crate::store::store;
use crate::text::{catalogue, say, t, tell};
use readiness::catalogue::Word;
use readiness::findings::{Finding, Grade, resolve, why};
use readiness::what_if::what_if;
use readiness::{Assessment, Outcome};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Findings`].
#[derive(PartialEq, Properties)]
pub struct FindingsProps {
    /// What was derived.
    pub outcome: Rc<Outcome>,
}

/// How many findings are shown at once; the rest is folded away by grade.
const TOP: usize = 3;

/// The gravest findings, and the others that the filter lets through.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let outcome = &props.outcome;
    let (clause, by_grade) = (use_state(String::new), use_state(String::new));
    let chosen = use_state(Vec::<Finding>::new);
    let toggle = {
        let chosen = chosen.clone();
        Callback::from(move |finding: Finding| {
            let mut list = (*chosen).clone();
            match list.iter().position(|known| known.is_same(&finding)) {
                Some(index) => drop(list.remove(index)),
                None => list.push(finding),
            }
            chosen.set(list);
        })
    };
    let shown = |finding: &&Finding| {
        let is = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
        is(&clause, clause_of(finding)) && is(&by_grade, finding.grade.name())
    };
    let none_fits = !outcome.findings.is_empty() && !outcome.findings.iter().any(|finding| shown(&finding));
    let clauses = catalogue().clauses.iter().map(|it| (it.id, format!("{} {}", it.id, it.title)));
    let clauses: Vec<_> = clauses.chain([("A", t(Word::MenuControls).to_owned())]).collect();
    let grades = Grade::ALL.map(|grade| (grade.name(), grade.label(catalogue()).to_owned()));
    let selected: Vec<_> = outcome.findings.iter().filter(|it| chosen.iter().any(|other| it.is_same(other))).collect();
    let card = |finding: &Finding| {
        let checked = selected.iter().any(|it| it.is_same(finding));
        store().read(|assessment| one(finding, assessment, checked, &toggle)).unwrap_or_default()
    };
    // The gravest come first. Opportunities weigh little: they are among the rest, unless they are asked for.
    let asked = !(clause.is_empty() && by_grade.is_empty());
    let weighty = Grade::ALL.into_iter().filter(|grade| *grade != Grade::Opportunity);
    let top: Vec<_> = weighty.flat_map(|grade| outcome.graded(grade)).take(if asked { 0 } else { TOP }).collect();
    let groups = Grade::ALL.into_iter().map(|grade| {
        let of_grade = outcome.graded(grade).filter(shown);
        let findings: Vec<_> = of_grade.filter(|it| !top.iter().any(|other| it.is_same(other))).collect();
        let count = [("n", findings.len().to_string()), ("grade", grade.label(catalogue()).to_owned())];
        html! {
            if !findings.is_empty() {
                // Open, where it is what was asked for.
                <details class="card group" open={asked} data-testid={format!("group-{}", grade.name())}>
                    <summary>{ tell(if top.is_empty() { Word::ResultsGroup } else { Word::ResultsGroupMore }, count) }</summary>
                    { for findings.into_iter().map(card) }
                </details>
            }
        }
    });
    html! {
        <section data-testid="findings">
            <h2>{ say(Word::ResultsFindings, &[("n", &outcome.findings.len().to_string())]) }</h2>
            <p>{ t(Word::ResultsFindingsText) }</p>
            { for top.iter().copied().map(card) }
            if outcome.findings.is_empty() {
                <p class="empty">{ t(Word::ResultsNoFindings) }</p>
            } else if outcome.findings.len() > TOP {
                <div class="filters">
                    { select(Word::ResultsWhere, "finding-clause", Word::ResultsEverywhere, &clauses, &clause) }
                    { select(Word::ResultsGrade, "finding-grade", Word::ResultsEveryGrade, &grades, &by_grade) }
                </div>
            }
            { for groups }
            if none_fits {
                <p class="empty">{ t(Word::ResultsNoneFit) }</p>
            }
            // After the list, so that it can stay in view at the lower edge while findings are chosen.
            <div class="effect" data-testid="effect">
                <div role="status">
                    if !selected.is_empty() {
                        { changed(&selected, outcome) }
                    }
                </div>
                if !selected.is_empty() {
                    <button type="button" class="quiet" onclick={move |_| chosen.set(Vec::new())} data-testid="clear-selection">{ t(Word::ResultsClear) }</button>
                }
            </div>
        </section>
    }
}

fn select(
    name: Word,
    testid: &'static str,
    all: Word,
    options: &[(&'static str, String)],
    chosen: &UseStateHandle<String>,
) -> Html {
    let set = chosen.setter();
    html! {
        <label class="field">
            <span>{ t(name) }</span>
            <select data-testid={testid} onchange={move |event: Event| set.set(value_of(&event))}>
                <option value="" selected={chosen.is_empty()}>{ t(all) }</option>
                { for options.iter().map(|(value, text)| html! { <option value={*value} selected={**chosen == *value}>{ text.clone() }</option> }) }
            </select>
        </label>
    }
}

fn clause_of(finding: &Finding) -> &'static str {
    finding.place.clause(catalogue()).map_or("A", |index| catalogue().clauses[index].id)
}

fn one(finding: &Finding, assessment: &Assessment, checked: bool, toggle: &Callback<Finding>) -> Html {
    let catalogue = catalogue();
    let why = why(finding, catalogue, assessment);
    let (toggle, chosen) = (toggle.clone(), finding.clone());
    html! {
        <article class="card" data-testid="finding" data-rule={finding.rule.name}>
            <header class="row">
                <label class="choice">
                    <input type="checkbox" {checked} aria-label={say(Word::ResultsSelect, &[("why", &why)])} onchange={move |_| toggle.emit(chosen.clone())} />
                </label>
                <h3>{ finding.place.title(catalogue) }{ ": " }{ finding.rule.label(catalogue) }</h3>
                <span class={classes!("tag", if finding.grade == Grade::Major { "bad" } else { "warn" })}>{ finding.grade.label(catalogue) }</span>
            </header>
            <p>{ why }</p>
            <details>
                <summary>{ t(Word::ResultsResolve) }</summary>
                <p>{ resolve(finding, catalogue, assessment) }</p>
                { item_links(finding.items.iter().copied()) }
            </details>
        </article>
    }
}

/// What resolving the chosen findings would change.
fn changed(selected: &[&Finding], outcome: &Outcome) -> Html {
    let catalogue = catalogue();
    let comparison = store().read(|assessment| what_if(catalogue, assessment, outcome, selected));
    html! {
        <>
            <p>{ say(Word::ResultsEffect, &[("n", &selected.len().to_string())]) }</p>
            { comparison.as_ref().map(readiness_changes) }
        </>
    }
}
