//! Who else runs a control: a provider, or a parent.

use crate::browser::value_of;
use crate::store::{store, use_part};
use crate::text::{catalogue, t};
use readiness::Edit;
use readiness::assessment::{Part, Runs};
use readiness::catalogue::{ControlId, Word};
use yew::prelude::*;

/// Properties of [`RunBy`].
#[derive(PartialEq, Properties)]
pub struct RunByProps {
    /// The control.
    pub id: ControlId,
}

/// By name, and how much of the control it is.
#[component]
pub fn RunBy(props: &RunByProps) -> Html {
    let id = props.id;
    let run_by = use_part(Part::Control(id), |it| it.controls.get(&id).map(|it| it.run_by.clone())).unwrap_or_default();
    let name = move |event: InputEvent| store().apply(Edit::run_by(id).name(value_of(&event)));
    let how = move |event: Event| {
        let chosen = value_of(&event);
        store().apply(Edit::run_by(id).how(Runs::ALL.into_iter().find(|how| how.name() == chosen)));
    };
    html! {
        <div class="pair">
            <label class="field">
                <span>{ t(Word::RunByName) }</span>
                <span class="hint">{ t(Word::RunByHint) }</span>
                <input type="text" data-testid="run-by" value={run_by.name} oninput={name} />
            </label>
            <label class="field">
                <span>{ t(Word::ReportRunHow) }</span>
                <select data-testid="run-how" onchange={how}>
                    <option value="" selected={run_by.how.is_none()}>{ "–" }</option>
                    { for Runs::ALL.into_iter().map(|how| html! {
                        <option value={how.name()} selected={run_by.how == Some(how)}>{ how.label(catalogue()) }</option>
                    }) }
                </select>
            </label>
        </div>
    }
}
