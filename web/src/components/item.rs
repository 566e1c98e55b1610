//! What requirements and controls share: level, note, evidence, owner, due date, and the guidance about it.

use super::{Evidence, GuidancePlace, level_radios};
use crate::browser::{day_of, value_of};
use crate::route::Route;
use crate::store::{store, use_part};
use crate::text::{catalogue, say, t};
use readiness::Assessment;
use readiness::assessment::{ControlChange, Edit, Item, ItemChange, Level, Part};
use readiness::catalogue::{ControlId, RequirementId, Word};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// Whose item it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemOf {
    /// A requirement's answer.
    Requirement(RequirementId),
    /// A control's implementation.
    Control(ControlId),
}

impl ItemOf {
    /// The part that holds it.
    pub fn part(self) -> Part {
        match self {
            Self::Requirement(id) => Part::Answer(id),
            Self::Control(id) => Part::Control(id),
        }
    }

    /// Its id as files spell it.
    pub fn name(self) -> String {
        match self {
            Self::Requirement(id) => id.name(catalogue()).to_owned(),
            Self::Control(id) => id.name(catalogue()),
        }
    }

    /// The level of headings within it: sub-clauses have their requirements right below their titles.
    fn heading(self) -> &'static str {
        match self {
            Self::Requirement(_) => "h3",
            Self::Control(_) => "h4",
        }
    }

    /// What was said about it.
    pub fn read(self, assessment: &Assessment) -> Item {
        let item = match self {
            Self::Requirement(id) => assessment.answers.get(&id).map(|answer| &answer.item),
            Self::Control(id) => assessment.controls.get(&id).map(|entry| &entry.item),
        };
        item.cloned().unwrap_or_default()
    }

    /// Changes it.
    pub fn change(self, change: ItemChange) {
        store().apply(match self {
            Self::Requirement(id) => Edit::Answer(id, change),
            Self::Control(id) => Edit::Control(id, ControlChange::Item(change)),
        });
    }
}

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
    let item = use_part(of.part(), |assessment| of.read(assessment));
    let reviewed = use_part(Part::Rest, |assessment| assessment.is_reviewed(of.part().section(), &of.name()));
    let open = use_state(|| false);
    let explained = use_state(|| false);
    let name = of.name();
    let toggle = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(!*state))
    };
    html! {
        <div class="item-fields" onchange={move |event: Event| changed(of, &event)} oninput={move |event: InputEvent| typed(of, &event)}>
            <fieldset>
                <legend>{ props.legend.clone() }</legend>
                { level_radios(&format!("level-{name}"), item.level) }
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
                if item.level.is_some() {
                    <button type="button" class="quiet" onclick={move |_| of.change(ItemChange::Level(None))} data-testid="clear">
                        { t(Word::ItemClear) }
                    </button>
                }
            </div>
            if *explained {
                <GuidancePlace chunk={props.chunk.clone()} id={name.clone()} heading={of.heading()} />
            }
            if *open {
                { fields(of, &name, &item) }
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
            <Evidence {of} references={item.evidence.clone()} />
            <div class="pair">
                <label class="field">
                    <span>{ t(Word::ItemOwner) }</span>
                    <input type="text" data-field="owner" data-testid="owner" id={format!("owner-{name}")} value={item.owner.clone()} />
                </label>
                <label class="field">
                    <span>{ t(Word::ItemDue) }</span>
                    <input type="date" data-field="due" data-testid="due" value={item.due.map(|date| date.to_string()).unwrap_or_default()} />
                </label>
            </div>
        </div>
    }
}

/// The name of the field that an event comes from, if it belongs to an item.
fn field_of(event: &Event) -> Option<String> {
    event.target()?.dyn_into::<Element>().ok()?.get_attribute("data-field")
}

fn changed(of: ItemOf, event: &Event) {
    match field_of(event).as_deref() {
        Some("level") => {
            let value = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let level =
                value.and_then(|input| input.value().parse::<usize>().ok()).and_then(|n| Level::ALL.get(n).copied());
            of.change(ItemChange::Level(level));
        }
        Some("due") => day_of(event).into_iter().for_each(|day| of.change(ItemChange::Due(day))),
        _ => {}
    }
}

fn typed(of: ItemOf, event: &Event) {
    match field_of(event).as_deref() {
        Some("note") => of.change(ItemChange::Note(value_of(event))),
        Some("owner") => of.change(ItemChange::Owner(value_of(event))),
        _ => {}
    }
}
