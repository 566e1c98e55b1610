//! What requirements and controls share: level, note, evidence, owner, due date, and the guidance about it.

use super::item_of::ItemOf;
use super::run_by::RunBy;
use super::{Evidence, Guidance, UNSURE, level_radios};
use crate::browser::{EARLIEST, day_of, focus, value_of};
use crate::route::Route;
use crate::store::{store, use_part};
use crate::text::{say, t};
use readiness::assessment::{Item, Level, Part};
use readiness::catalogue::Word;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// Properties of [`ItemFields`].
#[derive(PartialEq, Properties)]
pub struct ItemProps {
    /// Whose item it is.
    pub of: ItemOf,
    /// What the levels answer; read out before them.
    pub legend: AttrValue,
    /// The guidance chunk that tells more; empty if there is none.
    pub chunk: AttrValue,
}

/// Level, and on demand the explanation and the fields for note, evidence, owner and due date.
#[component]
pub fn ItemFields(props: &ItemProps) -> Html {
    let of = props.of;
    let (item, unsure) = use_part(of.part(), |assessment| (of.read(assessment), of.unsure(assessment)));
    let reviewed = use_part(Part::Unknown, |assessment| assessment.is_reviewed(of.part().section(), &of.name()));
    let open = use_state(|| false);
    let explained = use_state(|| false);
    let name = of.name();
    use_effect_with(*open, {
        let field = format!("[data-item-id='{name}'] [data-testid=note]");
        move |open| {
            if *open {
                focus::focus(&field)
            }
        }
    });
    let toggle = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(!*state))
    };
    let onchange = {
        let explained = explained.setter();
        move |event: Event| {
            if changed(of, &event) {
                explained.set(true);
            }
        }
    };
    html! {
        <div class="item-fields" {onchange} oninput={move |event: InputEvent| typed(of, &event)}>
            <fieldset>
                <legend>{ props.legend.clone() }</legend>
                { level_radios(&format!("level-{name}"), item.level, unsure) }
            </fieldset>
            <div class="item-tools">
                if !props.chunk.is_empty() {
                    <button type="button" class="fold" aria-expanded={explained.to_string()} onclick={toggle(&explained)} data-testid="explain">
                        { t(Word::ItemExplain) }
                    </button>
                }
                <button type="button" class="fold" aria-expanded={open.to_string()} onclick={toggle(&open)} data-testid="note-open">
                    { fields_label(&item) }
                </button>
                if reviewed {
                    <a class="quiet" href={Route::Review(None).href() + "?item=" + &name} data-testid="reviewed">{ t(Word::ItemReviewed) }</a>
                }
                if item.level.is_some() || unsure == Some(true) {
                    <button type="button" class="quiet" onclick={move |_| answer(of, None, false)} data-testid="clear">
                        { t(Word::ItemClear) }
                    </button>
                }
            </div>
            if *open {
                { fields(of, &name, &item) }
            }
            if *explained {
                <Guidance chunk={props.chunk.clone()} id={name.clone()} heading={of.heading()} />
            }
        </div>
    }
}

fn fields_label(item: &Item) -> String {
    let filled = usize::from(!item.note.is_empty())
        + item.evidence.len()
        + usize::from(!item.owner.is_empty())
        + usize::from(item.due.is_some());
    match filled {
        0 => t(Word::ItemFields).to_owned(),
        n => say(Word::ItemFieldsFilled, &[("n", &n.to_string())]),
    }
}

fn fields(of: ItemOf, name: &str, item: &Item) -> Html {
    html! {
        <div class="item-more">
            <label class="field">
                <span>{ t(Word::ItemNote) }</span>
                <textarea rows="3" data-field="note" data-testid="note" value={item.note.clone()} />
            </label>
            if let ItemOf::Control(id) = of {
                <RunBy {id} />
            }
            <Evidence {of} pieces={item.evidence.clone()} />
            <div class="pair">
                <label class="field">
                    <span>{ t(Word::ItemOwner) }</span>
                    <input type="text" data-field="owner" data-testid="owner" id={format!("owner-{name}")} value={item.owner.clone()} />
                </label>
                <label class="field">
                    <span>{ t(Word::ItemDue) }</span>
                    <input type="date" min={EARLIEST} data-field="due" data-testid="due" value={item.due.map(|date| date.to_string()).unwrap_or_default()} />
                </label>
            </div>
        </div>
    }
}

/// The name of the field that an event comes from, if it belongs to an item.
fn field_of(event: &Event) -> Option<String> {
    event.target()?.dyn_into::<Element>().ok()?.get_attribute("data-field")
}

/// Takes over what changed; returns whether the person said that they do not know.
fn changed(of: ItemOf, event: &Event) -> bool {
    match field_of(event).as_deref() {
        Some("level") => {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let value = input.map(|input| input.value()).unwrap_or_default();
            let level = value.parse::<usize>().ok().and_then(|n| Level::ALL.get(n).copied());
            answer(of, level, value == UNSURE);
            return value == UNSURE;
        }
        Some("due") => day_of(event).into_iter().for_each(|day| store().apply(of.edit().due(day))),
        _ => {}
    }
    false
}

fn answer(of: ItemOf, level: Option<Level>, unsure: bool) {
    let edit = match of {
        ItemOf::Requirement(id) => store().read(|assessment| assessment.answering(id, level, unsure)),
        ItemOf::Control(_) => Some(of.edit().level(level)),
    };
    edit.into_iter().for_each(|edit| store().apply(edit));
}

fn typed(of: ItemOf, event: &Event) {
    match field_of(event).as_deref() {
        Some("note") => store().apply(of.edit().note(value_of(event))),
        Some("owner") => store().apply(of.edit().owner(value_of(event))),
        _ => {}
    }
}
