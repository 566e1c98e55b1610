//! Controls of the organisation's own: Annex A is not a closed list.

use super::card::ControlCard;
use crate::browser::value_of;
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t};
use readiness::assessment::{CustomControl, CustomEdit, Part};
use readiness::catalogue::{ControlId, CustomId, Word};
use readiness::{Assessment, Edit};
use yew::prelude::*;

/// The list of own controls, and a button for one more.
#[component]
pub fn OwnControls() -> Html {
    let own = use_assessment(|assessment| assessment.custom_controls.clone());
    let add = |_| {
        let Some(id) = store().read(Assessment::next_custom).flatten() else {
            return store().notify(t(Word::RisksNoNumber).to_owned(), None);
        };
        let source = Edit::custom(id).source("own".to_owned());
        store().apply(Edit::Batch(vec![Edit::Add(Part::Custom(id)), source]));
    };
    html! {
        <section>
            <h2>{ t(Word::OwnTitle) }</h2>
            <p>{ t(Word::OwnText) }</p>
            { for own.into_iter().map(|(id, control)| one(id, &control)) }
            <button type="button" class="button second" onclick={add} data-testid="add-own">{ t(Word::OwnAdd) }</button>
        </section>
    }
}

fn one(id: CustomId, control: &CustomControl) -> Html {
    let field = |word, testid: &'static str, value: &str, edit: fn(CustomEdit, String) -> Edit| {
        html! {
            <label class="field">
                <span>{ t(word) }</span>
                <input type="text" data-testid={testid} value={value.to_owned()}
                    oninput={move |event: InputEvent| store().apply(edit(Edit::custom(id), value_of(&event)))} />
            </label>
        }
    };
    let remove = move |_| {
        let Some(removal) = store().read(|assessment| assessment.removal(Part::Custom(id))) else { return };
        store().apply(removal);
        store().notify_done(say(Word::OwnRemoved, &[("id", &id.to_string())]));
    };
    html! {
        <div class="own" key={ControlId::Custom(id).name(catalogue())}>
            <div class="pair">
                { field(Word::OwnName, "own-name", &control.name, CustomEdit::name) }
                { field(Word::OwnSource, "own-source", &control.source, CustomEdit::source) }
            </div>
            <ControlCard id={ControlId::Custom(id)} />
            <button type="button" class="quiet" data-testid="own-remove" onclick={remove}>{ say(Word::OwnRemove, &[("id", &id.to_string())]) }</button>
        </div>
    }
}
