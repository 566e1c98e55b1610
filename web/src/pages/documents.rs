//! The register of documents that the standard asks for.

mod changed;
mod draft;
mod entry;
mod rules;
mod suggested;

use crate::components::{heading, lead, use_slices};
use crate::store::use_assessment;
use crate::text::{catalogue, t, tell};
use changed::Changed;
use draft::Drafts;
use entry::DocumentCard;
use readiness::assessment::DocumentStatus;
use readiness::catalogue::{Mandatory, Word};
use rules::Rules;
use suggested::Suggested;
use yew::prelude::*;

/// Properties of [`Documents`].
#[derive(PartialEq, Properties)]
pub struct DocumentsProps {
    /// Whether the address names one: then that is there at once.
    pub named: bool,
}

/// How many documents are drawn when the page is opened, as many as a window shows.
const FIRST: usize = 4;

/// The page.
#[component]
pub fn Documents(props: &DocumentsProps) -> Html {
    let catalogue = catalogue();
    let (approved, needed) = use_assessment(|assessment| {
        let needed = |id: &_| assessment.needs(catalogue.document(*id).mandatory);
        let approved = |id: &_| assessment.document_status(*id) == Some(DocumentStatus::Approved);
        let needed: Vec<_> = catalogue.document_ids().filter(needed).collect();
        (needed.iter().filter(|id| approved(id)).count(), needed.len())
    });
    let all = catalogue.documents.len();
    let drawn = use_slices(all, if props.named { all } else { FIRST }, all);
    let such = |wanted: fn(Mandatory) -> bool| {
        let ids = catalogue.document_ids().take(drawn).filter(move |id| wanted(catalogue.document(*id).mandatory));
        ids.map(|id| html! { <DocumentCard key={catalogue.document(id).id} {id} /> }).collect::<Html>()
    };
    let args = [("n", approved.to_string()), ("all", needed.to_string())];
    html! {
        <>
            { heading(t(Word::MenuDocuments)) }
            { lead(t(Word::DocumentsLead)) }
            <p class="hint" data-testid="documents-approved">{ tell(Word::DocumentsApproved, args) }</p>
            <p>{ t(Word::DraftAllAbout) }</p>
            <Drafts />
            <section>
                <h2>{ t(Word::DocumentsAlways) }</h2>
                { such(|mandatory| mandatory == Mandatory::Always) }
            </section>
            <section>
                <h2>{ t(Word::DocumentsTied) }</h2>
                <p>{ t(Word::DocumentsTiedText) }</p>
                { such(|mandatory| matches!(mandatory, Mandatory::WhenApplicable(_))) }
            </section>
            <section>
                <h2>{ t(Word::DocumentsOwn) }</h2>
                <p>{ t(Word::DocumentsOwnText) }</p>
                { such(|mandatory| mandatory == Mandatory::Own) }
            </section>
            <Rules />
            <Changed />
            <Suggested />
        </>
    }
}
