//! One document: how far it is, where it is, who looks after it; what it must hold.

use super::draft::Drafts;
use crate::browser::{EARLIEST, day_of, value_of};
use crate::components::{Explain, use_unfolded};
use crate::store::{store, use_part};
use crate::text::{catalogue, say, t};
use readiness::assessment::{DocumentEdit, DocumentEntry, DocumentStatus, Part};
use readiness::catalogue::{DocumentId, Mandatory, Word};
use readiness::{Edit, figures};
use yew::prelude::*;

/// Properties of [`DocumentCard`].
#[derive(PartialEq, Properties)]
pub struct CardProps {
    /// The document.
    pub id: DocumentId,
}

/// One document. Its fields are drawn when they are unfolded.
#[component]
pub fn DocumentCard(props: &CardProps) -> Html {
    let id = props.id;
    let document = catalogue().document(id);
    let (drawn, draw) = use_unfolded(false);
    let entry = use_part(Part::Document(id), |assessment| assessment.documents.get(&id).cloned()).unwrap_or_default();
    let chosen = move |event: Event| {
        let value = value_of(&event);
        let status = DocumentStatus::ALL.into_iter().find(|status| status.name() == value);
        store().apply(Edit::document(id).status(status));
    };
    let radio = |status: Option<DocumentStatus>| {
        let value = status.map_or("open", DocumentStatus::name);
        let name = status.map_or(t(Word::DocumentOpen), |status| status.label_of(catalogue(), id));
        html! {
            <label class="choice">
                <input type="radio" name={format!("status-{}", document.id)} {value} checked={entry.status == status} data-testid={format!("status-{value}")} />
                { name }
            </label>
        }
    };
    // What was said is seen without opening the fields.
    let reviewed = entry.reviewed.map(|day| figures::date(catalogue(), day)).unwrap_or_default();
    let told = [entry.reference.as_str(), entry.owner.as_str(), &reviewed];
    let told: Vec<_> = told.into_iter().map(str::trim).filter(|it| !it.is_empty()).collect();
    html! {
        <article class="item document" id={document.id} data-testid="document" data-item-id={document.id} tabindex="-1">
            <header>
                <h3>{ document.name }</h3>
                <fieldset class="choices" onchange={chosen} aria-label={format!("{}: {}", t(Word::DocumentStatus), document.name)}>
                    { for DocumentStatus::ALL.into_iter().map(Some).chain([None]).map(radio) }
                </fieldset>
            </header>
            if let Mandatory::WhenApplicable(_) = document.mandatory {
                <Tied {id} />
            }
            <details ontoggle={draw}>
                <summary data-testid="document-open">{ if told.is_empty() { t(Word::DocumentFields).to_owned() } else { told.join(" · ") } }</summary>
                if drawn {
                    { fields(id, &entry) }
                }
            </details>
        </article>
    }
}

/// Where it is, who looks after it, what it must hold.
fn fields(id: DocumentId, entry: &DocumentEntry) -> Html {
    let document = catalogue().document(id);
    let edit = Edit::document(id);
    let text = |label, testid: &'static str, value: &str, of: fn(DocumentEdit, String) -> Edit| {
        html! {
            <label class="field">
                <span>{ t(label) }</span>
                <input type="text" data-testid={testid} value={value.to_owned()} oninput={move |event: InputEvent| store().apply(of(edit, value_of(&event)))} />
            </label>
        }
    };
    html! {
        <>
            <p class="suggestion">{ say(Word::DocumentPlace, &[("place", document.place)]) }{ " " }{ document.summary }</p>
            <div class="pair">
                { text(Word::DocumentReference, "reference", &entry.reference, DocumentEdit::reference) }
                { text(Word::DocumentOwner, "owner", &entry.owner, DocumentEdit::owner) }
                <label class="field">
                    <span>{ t(Word::DocumentReviewed) }</span>
                    <input type="date" min={EARLIEST} data-testid="reviewed" value={entry.reviewed.map(|date| date.to_string()).unwrap_or_default()}
                        onchange={move |event: Event| day_of(&event).into_iter().for_each(|day| store().apply(edit.reviewed(day)))} />
                </label>
            </div>
            <label class="field">
                <span>{ t(Word::DraftOwn) }</span>
                <textarea rows="3" dir="auto" data-testid="own-text" value={entry.own_text.clone()} aria-describedby={format!("own-{}", document.id)}
                    oninput={move |event: InputEvent| store().apply(edit.own_text(value_of(&event)))} />
            </label>
            <p class="hint" id={format!("own-{}", document.id)}>{ t(Word::DraftOwnHint) }</p>
            <Drafts document={document.id} />
            <Explain chunk="documents" id={document.id} label={Word::DocumentExplain} />
        </>
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
        <p class="hint"><a href={crate::route::Route::Controls(Some(control)).href()}>{ name.clone() }</a>{ ": " }{ t(word) }</p>
    }
}
