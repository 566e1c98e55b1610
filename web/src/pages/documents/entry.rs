//! One document: how far it is, where it is, who looks after it; what it must hold.

use crate::browser::{day_of, value_of};
use crate::components::{Explain, Skeleton};
use crate::store::{store, use_part};
use crate::text::{catalogue, say, t};
use readiness::Edit;
use readiness::assessment::{DocumentChange, DocumentStatus, Part};
use readiness::catalogue::{DocumentId, Mandatory, Word};
use yew::prelude::*;

/// Properties of [`DocumentCard`].
#[derive(PartialEq, Properties)]
pub struct CardProps {
    /// The document.
    pub id: DocumentId,
}

/// One document.
#[component]
pub fn DocumentCard(props: &CardProps) -> Html {
    let id = props.id;
    let document = catalogue().document(id);
    let entry = use_part(Part::Document(id), |assessment| assessment.documents.get(&id).cloned()).unwrap_or_default();
    let change = move |change| store().apply(Edit::Document(id, change));
    let chosen = move |event: Event| {
        let value = value_of(&event);
        let status = DocumentStatus::ALL.into_iter().find(|status| status.name() == value);
        change(DocumentChange::Status(status));
    };
    let (class, word) = match entry.status {
        None => ("none", Word::DocumentOpen),
        Some(DocumentStatus::Missing) => ("bad", Word::DocumentMissing),
        Some(DocumentStatus::Draft) => ("warn", Word::DocumentDraft),
        Some(DocumentStatus::Approved) => ("good", Word::DocumentApproved),
    };
    let radio = |status: Option<DocumentStatus>, word| {
        let value = status.map_or("open", DocumentStatus::name);
        html! {
            <label class="choice">
                <input type="radio" name={format!("status-{}", document.id)} {value} checked={entry.status == status} data-testid={format!("status-{value}")} />
                { t(word) }
            </label>
        }
    };
    let text = |label, testid: &'static str, value: &str, make: fn(String) -> DocumentChange| {
        html! {
            <label class="field">
                <span>{ t(label) }</span>
                <input type="text" data-testid={testid} value={value.to_owned()} oninput={move |event: InputEvent| change(make(value_of(&event)))} />
            </label>
        }
    };
    html! {
        <article class="item" id={document.id} data-testid="document" data-item-id={document.id} tabindex="-1">
            <header>
                <h3>{ document.name }</h3>
                <span class={classes!("tag", class)}>{ t(word) }</span>
            </header>
            <p class="suggestion">{ say(Word::DocumentPlace, &[("place", document.place)]) }{ " " }{ document.summary }</p>
            if let Mandatory::WhenApplicable(_) = document.mandatory {
                <Tied {id} />
            }
            <fieldset class="choices" onchange={chosen}>
                <legend>{ t(Word::DocumentStatus) }</legend>
                { radio(Some(DocumentStatus::Missing), Word::DocumentMissing) }
                { radio(Some(DocumentStatus::Draft), Word::DocumentDraft) }
                { radio(Some(DocumentStatus::Approved), Word::DocumentApproved) }
                { radio(None, Word::DocumentOpen) }
            </fieldset>
            <div class="pair">
                { text(Word::DocumentReference, "reference", &entry.reference, DocumentChange::Reference) }
                { text(Word::DocumentOwner, "owner", &entry.owner, DocumentChange::Owner) }
                <label class="field">
                    <span>{ t(Word::DocumentReviewed) }</span>
                    <input type="date" data-testid="reviewed" value={entry.reviewed.map(|date| date.to_string()).unwrap_or_default()}
                        onchange={move |event: Event| day_of(&event).into_iter().for_each(|day| change(DocumentChange::Reviewed(day)))} />
                </label>
            </div>
            <Explain chunk="documents" id={document.id} label={Word::DocumentExplain}><Skeleton {id} /></Explain>
        </article>
    }
}

/// Whether the control that asks for the document applies.
#[component]
fn Tied(props: &CardProps) -> Html {
    let catalogue = catalogue();
    let Mandatory::WhenApplicable(control) = catalogue.document(props.id).mandatory else { return html! {} };
    let decision = use_part(Part::Control(control), |assessment| assessment.decision(control).clone());
    let word = match (decision.is_applicable(), decision.is_excluded()) {
        (true, _) => Word::DocumentControlApplies,
        (_, true) => Word::DocumentControlExcluded,
        _ => Word::DocumentControlOpen,
    };
    let name = control.name(catalogue);
    html! {
        <p><a href={crate::route::Route::Controls(Some(control)).href()}>{ name.clone() }</a>{ ": " }{ t(word) }</p>
    }
}
