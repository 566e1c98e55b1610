//! One control: what is suggested, what is decided and why, how far it is.

use crate::browser::value_of;
use crate::components::{Explain, ItemFields, ItemOf};
use crate::store::{Topic, store, use_part, use_topic};
use crate::text::{catalogue, say, t};
use readiness::applicability::{Suggestion, suggestion};
use readiness::assessment::{ControlChange, Decision, Edit, Part, Reason, Reasons};
use readiness::catalogue::{ControlId, Word};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`ControlCard`].
#[derive(PartialEq, Properties)]
pub struct CardProps {
    /// The control.
    pub id: ControlId,
    /// Whether it has more than its heading yet; once it has, that stays.
    #[prop_or(true)]
    pub whole: bool,
}

/// One control.
#[component]
pub fn ControlCard(props: &CardProps) -> Html {
    let id = props.id;
    let catalogue = catalogue();
    let decision = use_part(Part::Control(id), |assessment| assessment.decision(id).clone());
    let has_been = use_mut_ref(|| false);
    let whole = props.whole || *has_been.borrow();
    has_been.replace(whole);
    let name = id.name(catalogue);
    let control = catalogue.control(id);
    // There is guidance about the controls of Annex A only.
    let chunk = control.map_or_else(String::new, |control| format!("theme-{}", catalogue.themes[control.theme].id));
    let title = match control {
        Some(control) => control.name.to_owned(),
        None => own_name(id),
    };
    html! {
        <article class="item control" id={name.clone()} data-testid="item" data-item-id={name.clone()} tabindex="-1">
            <header>
                <h3><span class="number">{ name.clone() }</span>{ " " }{ title }</h3>
                <DecisionTag decision={decision.clone()} />
            </header>
            if whole {
                <Suggested {id} decided={decision.is_decided()} />
                { decide(id, &name, &decision) }
                if decision.is_applicable() {
                    <ItemFields of={ItemOf::Control(id)} legend={t(Word::ControlLevel)} {chunk} />
                } else if !chunk.is_empty() {
                    <Explain {chunk} id={name} />
                }
            }
        </article>
    }
}

fn own_name(id: ControlId) -> String {
    let ControlId::Custom(id) = id else { return String::new() };
    let name = store().read(|assessment| assessment.custom_controls.get(&id).map(|control| control.name.clone()));
    name.flatten().unwrap_or_default()
}

#[derive(PartialEq, Properties)]
struct TagProps {
    decision: Decision,
}

#[component]
fn DecisionTag(props: &TagProps) -> Html {
    let (class, word) = match &props.decision {
        Decision::Undecided => ("none", Word::DecisionUndecided),
        Decision::Applicable { .. } => ("done", Word::DecisionApplicable),
        Decision::Excluded { .. } => ("some", Word::DecisionExcluded),
    };
    html! {
        <>
            <span class={classes!("tag", class)}>{ t(word) }</span>
            if props.decision.is_decided() && !props.decision.is_justified() {
                <span class="tag warn">{ t(Word::DecisionUnjustified) }</span>
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct SuggestedProps {
    id: ControlId,
    decided: bool,
}

/// What is suggested and why; with a button while nothing is decided.
#[component]
fn Suggested(props: &SuggestedProps) -> Html {
    let catalogue = catalogue();
    let id = props.id;
    // It depends on the profile and on the control's own risks. Following more would render all cards at a keystroke.
    use_topic(Topic::Part(Part::Profile));
    let suggested = use_part(Part::Control(id), |assessment| {
        let suggestion = suggestion(catalogue, assessment, id);
        Some((suggestion.words(catalogue, assessment), suggestion))
    });
    let Some((words, suggestion)) = suggested else { return html! {} };
    let is_clear = !matches!(suggestion, Suggestion::Unclear(_));
    let accept = move |_| {
        let decision = store().read(|assessment| suggestion.decision(catalogue, assessment)).flatten();
        if let Some(decision) = decision {
            store().apply(Edit::Control(id, ControlChange::Decision(decision)));
        }
    };
    html! {
        <p class="suggestion">
            { words }
            if !props.decided && is_clear {
                { " " }<button type="button" class="link" onclick={accept} data-testid="accept">{ t(Word::ControlAccept) }</button>
            }
        </p>
    }
}

/// The decision with its reasons or its justification.
fn decide(id: ControlId, name: &str, decision: &Decision) -> Html {
    let choose = {
        let before = decision.clone();
        move |event: Event| decided(id, &before, &event)
    };
    let justify = {
        let before = decision.clone();
        move |event: InputEvent| justified(id, &before, value_of(&event))
    };
    let radio = |value: &'static str, word, checked: bool| {
        html! {
            <label class="choice">
                <input type="radio" name={format!("decision-{name}")} data-choice={value} {checked} data-testid={value} />{ t(word) }
            </label>
        }
    };
    let justification = |word, hint| {
        html! {
            <label class="field">
                <span>{ t(word) }</span>
                <span class="hint">{ t(hint) }</span>
                <textarea rows="2" data-testid="justification" value={decision.justification().to_owned()} oninput={justify.clone()} />
            </label>
        }
    };
    html! {
        <div onchange={choose}>
            <fieldset class="choices">
                <legend>{ say(Word::ControlDecision, &[("id", name)]) }</legend>
                { radio("applicable", Word::DecisionApplicable, decision.is_applicable()) }
                { radio("excluded", Word::DecisionExcluded, decision.is_excluded()) }
                { radio("undecided", Word::DecisionUndecided, !decision.is_decided()) }
            </fieldset>
            if decision.is_applicable() {
                <fieldset class="choices">
                    <legend>{ t(Word::ControlReasons) }</legend>
                    { for Reason::ALL.into_iter().map(|reason| html! {
                        <label class="choice">
                            <input type="checkbox" data-choice={reason.name()} checked={decision.reasons().contains(reason)} data-testid={format!("reason-{}", reason.name())} />
                            { reason.label(catalogue()) }
                        </label>
                    }) }
                </fieldset>
            }
            if decision.is_excluded() {
                { justification(Word::ControlExclusion, Word::ControlExclusionHint) }
            }
        </div>
    }
}

/// Text of an exclusion survives a look at the other choice only by undo: a decision is one thing.
fn decided(id: ControlId, before: &Decision, event: &Event) {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    let choice = input.get_attribute("data-choice").unwrap_or_default();
    let reason = Reason::ALL.into_iter().find(|reason| reason.name() == choice);
    let decision = match (choice.as_str(), reason) {
        ("applicable", _) => Decision::Applicable { reasons: Reasons::default(), justification: String::new() },
        ("excluded", _) => Decision::Excluded { justification: String::new() },
        ("undecided", _) => Decision::Undecided,
        (_, Some(reason)) => Decision::Applicable {
            reasons: before.reasons().with(reason, input.checked()),
            justification: before.justification().to_owned(),
        },
        _ => return,
    };
    let drops_words = !before.justification().is_empty() && decision.justification().is_empty();
    store().apply(Edit::Control(id, ControlChange::Decision(decision)));
    if drops_words {
        store().notify_done(t(Word::ControlWordsDropped).to_owned());
    }
}

fn justified(id: ControlId, before: &Decision, justification: String) {
    let decision = match before {
        Decision::Applicable { reasons, .. } => Decision::Applicable { reasons: *reasons, justification },
        _ => Decision::Excluded { justification },
    };
    store().apply(Edit::Control(id, ControlChange::Decision(decision)));
}
