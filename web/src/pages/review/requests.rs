//! An auditor's list of requests: dropped here, looked up beside the page, shown, and saved with what there is on each.

use crate::browser::download_bytes;
use crate::components::export::{save, tell};
use crate::components::opener::{Carried, Wants, What, use_opener};
use crate::components::{FileDrop, Same, table, trouble, use_slices};
use crate::text::{say, t};
use readiness::Format;
use readiness::catalogue::Word;
use readiness::job::Answered;
use readiness::merge::excerpts;
use std::rc::Rc;
use web_sys::js_sys::Uint8Array;
use yew::prelude::*;

/// What there is to show.
#[derive(Clone)]
enum State {
    Waiting,
    Problem(String),
    /// The list, and its workbook.
    Answered(Same<(Answered, Uint8Array)>),
}

/// How many rows are drawn at once.
const SLICE: usize = 50;

/// The section.
#[component]
pub fn Requests() -> Html {
    let state = use_state(|| State::Waiting);
    let onopen = {
        let state = state.setter();
        Callback::from(move |carried: Result<Carried, String>| {
            state.set(match carried {
                Ok(Carried { what: What::Answered(answered, xlsx), .. }) => {
                    State::Answered(Same(Rc::new((*answered, xlsx))))
                }
                Ok(_) => State::Problem(t(Word::OpenNoProgram).to_owned()),
                Err(problem) => State::Problem(problem),
            });
        })
    };
    let opener = use_opener(Wants::Requests, onopen);
    html! {
        <section data-testid="requests">
            <h2>{ t(Word::RequestsTitle) }</h2>
            <p>{ t(Word::RequestsText) }</p>
            <FileDrop label={Word::RequestsDrop} testid="requests-file" onfile={opener.onfile()} accept=".xlsx,.csv,.age,text/csv" />
            { opener.view() }
            <div aria-live="polite">
                { match &*state {
                    State::Waiting => html! {},
                    State::Problem(problem) => trouble("requests-problem", problem.clone(), html! {}),
                    State::Answered(list) => html! { <List list={list.clone()} /> },
                } }
            </div>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct ListProps {
    list: Same<(Answered, Uint8Array)>,
}

/// The list, with what there is on each request.
#[component]
fn List(props: &ListProps) -> Html {
    let (it, xlsx) = &*props.list;
    let all = (it.cells.len() / it.columns.max(1)).saturating_sub(1);
    let drawn = use_slices(all, SLICE, SLICE).min(all);
    let head = it.cells.iter().take(it.columns);
    let head = html! { <tr>{ for head.map(|cell| html! { <th scope="col">{ cell.clone() }</th> }) }</tr> };
    let rows = (0..drawn).step_by(SLICE).map(|from| html! { <Rows key={from} list={props.list.clone()} {from} /> });
    let named = |format: Format| format!("{}.{}", it.name, format.ending());
    let to_xlsx = {
        let (name, bytes) = (named(Format::Xlsx), xlsx.clone());
        move |_| {
            tell(&name, download_bytes(&name, Format::Xlsx.media_type(), &bytes));
        }
    };
    let to_csv = {
        let (name, csv) = (format!("{}.csv", it.name), it.csv.clone());
        move |_| {
            save(&name, Format::SoaCsv.media_type(), &csv);
        }
    };
    html! {
        <>
            <p data-testid="requests-counts">{ say(Word::RequestsCounts, &[("n", &all.to_string()), ("open", &it.open.to_string())]) }</p>
            { table(Word::RequestsTitle, "requests-table", head, html! { <>{ for rows }</> }) }
            <p class="actions">
                <button type="button" class="button second" data-testid="requests-xlsx" onclick={to_xlsx}>{ t(Word::RequestsSaveXlsx) }</button>
                <button type="button" class="button second" data-testid="requests-csv" onclick={to_csv}>{ t(Word::RequestsSaveCsv) }</button>
            </p>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct RowsProps {
    list: Same<(Answered, Uint8Array)>,
    /// The first one.
    from: usize,
}

/// Some of its rows.
#[component]
fn Rows(props: &RowsProps) -> Html {
    let (it, _) = &*props.list;
    let rows = it.cells.chunks(it.columns.max(1)).skip(1 + props.from).take(SLICE);
    let row = |row: &[String]| html! { <tr>{ for row.iter().map(|cell| html! { <td class="words">{ for excerpts(&[cell]) }</td> }) }</tr> };
    rows.map(row).collect()
}
