//! Every requirement, control and document at a glance, with its name and what its mark means. They wrap, so that a
//! phone shows all of them.

use crate::components;
use crate::route::Route;
use crate::text::{catalogue, t, tell};
use readiness::assessment::{DocumentStatus, Level};
use readiness::catalogue::{DocumentId, Word};
use readiness::picture::{LOOKS, Look, Row, Square, control_rows, requirement_rows};
use readiness::{Assessment, ItemRef};
use yew::prelude::*;

/// The maps and their tables.
pub fn maps(assessment: &Assessment) -> Html {
    let catalogue = catalogue();
    // Requirements can't be excluded.
    let levels = &LOOKS[..=Level::ALL.len()];
    html! {
        <section data-testid="maps">
            <h2>{ t(Word::ResultsMaps) }</h2>
            <p>{ t(Word::ResultsMapsText) }</p>
            { map(Word::PictureRequirementsTitle, Word::ResultsClause, levels, &requirement_rows(catalogue, assessment)) }
            { map(Word::PictureControlsTitle, Word::FilterTheme, &LOOKS, &control_rows(catalogue, assessment)) }
            <h3>{ t(Word::PictureDocumentsTitle) }</h3>
            { documents(assessment) }
        </section>
    }
}

/// A map with its legend before it and its figures behind it.
fn map(title: Word, first: Word, looks: &[Look], rows: &[Row]) -> Html {
    html! {
        <>
            <h3>{ t(title) }</h3>
            <ul class="plain row legend">
                { for looks.iter().map(|look| html! { <li class="row"><span class={classes!("square", look.class)}>{ look.sign }</span>{ t(look.name) }</li> }) }
            </ul>
            <dl class="map">
                { for rows.iter().map(|row| html! { <div><dt>{ &row.number }{ " " }{ row.title }</dt><dd>{ for row.squares.iter().map(square) }</dd></div> }) }
            </dl>
            { table(title, first, looks, rows) }
        </>
    }
}

fn square(square: &Square) -> Html {
    let Square { item, look, title } = square;
    html! { <a class={classes!("square", look.class)} href={Route::from(*item).href()} title={title.clone()} aria-label={title.clone()} data-sign={look.sign}></a> }
}

/// How many there are of each.
fn table(caption: Word, first: Word, looks: &[Look], rows: &[Row]) -> Html {
    let head = html! {
        <tr><th scope="col">{ t(first) }</th>{ for looks.iter().map(|look| html! { <th scope="col">{ t(look.name) }</th> }) }</tr>
    };
    let body = rows.iter().map(|row| {
        let count = |look: &Look| row.squares.iter().filter(|it| it.look.class == look.class).count();
        html! {
            <tr><th scope="row">{ &row.number }{ " " }{ row.title }</th>{ for looks.iter().map(|look| html! { <td>{ count(look) }</td> }) }</tr>
        }
    });
    html! {
        <details data-testid="map-table">
            <summary>{ t(Word::ResultsTable) }</summary>
            { components::table(caption, "behind", head, body.collect()) }
        </details>
    }
}

/// How many documents there are of each status, and folded away each of them: the way there is here too.
fn documents(assessment: &Assessment) -> Html {
    let ids = || catalogue().document_ids();
    let counts = std::array::from_fn(|index| ids().filter(|id| status(*id, assessment) == index).count().to_string());
    let [approved, draft, missing, open, unneeded]: [String; CLASSES.len()] = counts;
    let counts =
        [("approved", approved), ("draft", draft), ("missing", missing), ("open", open), ("unneeded", unneeded)];
    let document = |id: DocumentId| {
        let (class, state) = (CLASSES[status(id, assessment)], assessment.document_state(catalogue(), id));
        let href = Route::from(ItemRef::Document(id)).href();
        html! { <li><a {href}>{ catalogue().document(id).name }</a><span class={classes!("tag", class)}>{ state }</span></li> }
    };
    html! {
        <details data-testid="map-documents">
            <summary>{ tell(Word::PictureDocumentsDescription, counts) }</summary>
            <ul class="plain map">{ for ids().map(document) }</ul>
        </details>
    }
}

/// How each status looks: approved, draft, missing, nothing said, not needed.
const CLASSES: [&str; 5] = ["good", "warn", "bad", "none", ""];

fn status(id: DocumentId, assessment: &Assessment) -> usize {
    match assessment.document_status(id) {
        Some(DocumentStatus::Approved) => 0,
        Some(DocumentStatus::Draft) => 1,
        Some(DocumentStatus::Missing) => 2,
        None if assessment.is_spared(catalogue().document(id).mandatory) => 4,
        None => 3,
    }
}
