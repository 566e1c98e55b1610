//! Controls of the organisation's own: Annex A is not a closed list.

use super::card::ControlCard;
use crate::browser::value_of;
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t};
use readiness::Edit;
use readiness::assessment::CustomControl;
use readiness::catalogue::{ControlId, CustomId, Word};
use yew::prelude::*;

/// The list of own controls, and a button for one more.
#[component]
pub fn OwnControls() -> Html {
    let own = use_assessment(|assessment| assessment.custom_controls.clone());
    let add = |_| {
        let id = store().read(|assessment| CustomId::next(assessment.custom_controls.keys()));
        if let Some(id) = id {
            store().apply(Edit::Custom(id, Some(CustomControl { name: String::new(), source: "own".to_owned() })));
        }
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
    let field = |word, testid: &'static str, value: String, change: fn(&mut CustomControl, String)| {
        let control = control.clone();
        html! {
            <label class="field">
                <span>{ t(word) }</span>
                <input type="text" data-testid={testid} {value} oninput={move |event: InputEvent| {
                    let mut control = control.clone();
                    change(&mut control, value_of(&event));
                    store().apply(Edit::Custom(id, Some(control)));
                }} />
            </label>
        }
    };
    let remove = move |_| {
        store().apply(Edit::Custom(id, None));
        store().notify_done(say(Word::OwnRemoved, &[("id", &id.to_string())]));
    };
    html! {
        <div class="own" key={ControlId::Custom(id).name(catalogue())}>
            <div class="pair">
                { field(Word::OwnName, "own-name", control.name.clone(), |control, name| control.name = name) }
                { field(Word::OwnSource, "own-source", control.source.clone(), |control, source| control.source = source) }
            </div>
            <ControlCard id={ControlId::Custom(id)} />
            <button type="button" class="quiet" data-testid="own-remove" onclick={remove}>{ say(Word::OwnRemove, &[("id", &id.to_string())]) }</button>
        </div>
    }
}
