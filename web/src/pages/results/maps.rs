//! Every requirement, control and document at a glance: pictures, each with its table behind it.

use crate::components::{self, framed, level_name};
use crate::route::Route;
use crate::text::{catalogue, t};
use readiness::assessment::{Decision, DocumentStatus, Level};
use readiness::catalogue::{Clause, ControlId, Mandatory, Word};
use readiness::picture::{controls_heat, documents, requirements_heat};
use readiness::{Assessment, ItemRef};
use yew::prelude::*;

/// The pictures and their tables.
pub fn maps(assessment: &Assessment) -> Html {
    let catalogue = catalogue();
    let href = |item| Some(Route::from(item).href());
    html! {
        <section>
            <h2>{ t(Word::ResultsMaps) }</h2>
            <p>{ t(Word::ResultsMapsText) }</p>
            { framed(&requirements_heat(catalogue, assessment, Some(&href))) }
            { table(Word::PictureRequirementsTitle, Word::ResultsClause, &level_names(false), requirements(assessment)) }
            { framed(&controls_heat(catalogue, assessment, Some(&href))) }
            { table(Word::PictureControlsTitle, Word::FilterTheme, &level_names(true), controls(assessment)) }
            { framed(&documents(catalogue, assessment, Some(&href))) }
            { listed(assessment) }
        </section>
    }
}

/// The names of the columns: each level, open, and excluded where that can be.
fn level_names(excluded: bool) -> Vec<&'static str> {
    let levels = Level::ALL.into_iter().map(Some).chain([None]).map(level_name);
    levels.chain(excluded.then(|| t(Word::ReportDecisionExcluded))).collect()
}

/// Which column a level is counted in.
fn column(level: Option<Level>) -> usize {
    level.map_or(Level::ALL.len(), |level| usize::from(level.value()))
}

fn requirements(assessment: &Assessment) -> Vec<(String, Vec<usize>)> {
    let catalogue = catalogue();
    let row = |clause: &Clause| {
        let mut counts = vec![0; level_names(false).len()];
        for id in catalogue.requirement_ids_in(catalogue.requirements_of(clause)) {
            counts[column(assessment.level(id))] += 1;
        }
        (format!("{} {}", clause.id, clause.title), counts)
    };
    catalogue.clauses.iter().map(row).collect()
}

fn controls(assessment: &Assessment) -> Vec<(String, Vec<usize>)> {
    let catalogue = catalogue();
    let counted = |ids: &mut dyn Iterator<Item = ControlId>| {
        let mut counts = vec![0; level_names(true).len()];
        for id in ids {
            counts[match assessment.decision(id) {
                Decision::Undecided => column(None),
                Decision::Excluded { .. } => Level::ALL.len() + 1,
                Decision::Applicable { .. } => column(assessment.controls.get(&id).and_then(|entry| entry.item.level)),
            }] += 1;
        }
        counts
    };
    let mut ids = catalogue.control_ids();
    let themes = catalogue.themes.iter();
    let mut rows: Vec<_> =
        themes.map(|theme| (theme.title.to_owned(), counted(&mut ids.by_ref().take(theme.controls.len())))).collect();
    if !assessment.custom_controls.is_empty() {
        let mut own = assessment.custom_controls.keys().map(|id| ControlId::Custom(*id));
        rows.push((t(Word::PictureOwnControls).to_owned(), counted(&mut own)));
    }
    rows
}

/// How many there are of each.
fn table(caption: Word, first: Word, names: &[&'static str], rows: Vec<(String, Vec<usize>)>) -> Html {
    let head = html! {
        <tr><th scope="col">{ t(first) }</th>{ for names.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr>
    };
    let body = rows.into_iter().map(|(name, counts)| {
        html! {
            <tr><th scope="row">{ name }</th>{ for counts.into_iter().map(|count| html! { <td>{ count }</td> }) }</tr>
        }
    });
    behind(caption, head, body.collect())
}

/// Each document with its status; the way there is here too.
fn listed(assessment: &Assessment) -> Html {
    let head = html! { <tr><th scope="col">{ t(Word::PaletteDocument) }</th><th scope="col">{ t(Word::ReportStatus) }</th></tr> };
    let rows = catalogue().document_ids().map(|id| {
        let status = t(match assessment.document_status(id) {
            Some(DocumentStatus::Approved) => Word::ReportDocumentApproved,
            Some(DocumentStatus::Draft) => Word::ReportDocumentDraft,
            Some(DocumentStatus::Missing) => Word::ReportDocumentMissing,
            None => match catalogue().document(id).mandatory {
                Mandatory::WhenApplicable(control) if assessment.decision(control).is_excluded() => {
                    Word::ReportDocumentUnneeded
                }
                _ => Word::ReportDocumentOpen,
            },
        });
        let href = Route::from(ItemRef::Document(id)).href();
        html! { <tr><th scope="row"><a {href}>{ catalogue().document(id).name }</a></th><td>{ status }</td></tr> }
    });
    behind(Word::PictureDocumentsTitle, head, rows.collect())
}

fn behind(caption: Word, head: Html, rows: Html) -> Html {
    html! {
        <details data-testid="map-table">
            <summary>{ t(Word::ResultsTable) }</summary>
            { components::table(caption, "behind", head, rows) }
        </details>
    }
}
