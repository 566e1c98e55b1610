//! One control: what is suggested, what is decided and why, how far it is.

use crate::browser::value_of;
use crate::components::{Explain, ItemFields, ItemOf, UNSURE, use_near};
use crate::store::{Topic, store, use_part, use_topic};
use crate::text::{catalogue, say, t};
use readiness::applicability::{Suggestion, suggestion};
use readiness::assessment::{Decision, Edit, Part, Reason, Reasons};
use readiness::catalogue::{ControlId, Word};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`ControlCard`].
#[derive(PartialEq, Properties)]
pub struct CardProps {
    /// The control.
    pub id: ControlId,
    /// Whether it has more than its heading before it comes near the window.
    #[prop_or(true)]
    pub whole: bool,
}

/// One control.
#[component]
pub fn ControlCard(props: &CardProps) -> Html {
    let id = props.id;
    let catalogue = catalogue();
    let entry = use_part(Part::Control(id), |assessment| assessment.controls.get(&id).cloned().unwrap_or_default());
    let (justified, unsure) = (entry.is_justified(), entry.is_unsure());
    let decision = entry.decision;
    // Whoever says that they don't know reads at once what the control is about.
    let asked = use_state_eq(|| false);
    let ask = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(true))
    };
    let card = use_node_ref();
    let whole = use_near(&card, props.whole);
    let name = id.name(catalogue);
    let control = catalogue.control(id);
    // There is guidance about the controls of Annex A only.
    let chunk = control.map_or_else(String::new, |control| format!("theme-{}", catalogue.themes[control.theme].id));
    let title = match control {
        Some(control) => control.name.to_owned(),
        None => own_name(id),
    };
    html! {
        <article class="item control" ref={card} id={name.clone()} data-testid="item" data-item-id={name.clone()} tabindex="-1">
            <header>
                <h3><span class="number">{ name.clone() }</span>{ " " }{ title }</h3>
                <DecisionTag decision={decision.clone()} {justified} {unsure} />
            </header>
            if whole {
                <Suggested {id} decided={decision.is_decided()} />
                { decide(id, &name, &decision, unsure, ask) }
                if decision.is_applicable() {
                    <ItemFields of={ItemOf::Control(id)} legend={t(Word::ControlLevel)} {chunk} />
                } else if !chunk.is_empty() {
                    <Explain key={asked.to_string()} open={*asked} {chunk} id={name} />
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
    justified: bool,
    unsure: bool,
}

#[component]
fn DecisionTag(props: &TagProps) -> Html {
    let (class, word) = match &props.decision {
        Decision::Undecided if props.unsure => ("none", Word::FindOutTag),
        Decision::Undecided => ("none", Word::DecisionUndecided),
        Decision::Applicable { .. } => ("done", Word::DecisionApplicable),
        Decision::Excluded { .. } => ("some", Word::DecisionExcluded),
    };
    html! {
        <>
            <span class={classes!("tag", class)}>{ t(word) }</span>
            if props.decision.is_decided() && !props.justified {
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
        Some((suggestion.words(catalogue, assessment, id), suggestion))
    });
    let Some((words, suggestion)) = suggested else { return html! {} };
    let is_clear = !matches!(suggestion, Suggestion::Unclear(_));
    let accept = move |_| {
        let decision = store().read(|assessment| suggestion.decision(catalogue, assessment, id)).flatten();
        if let Some(decision) = decision {
            store().apply(Edit::control(id).decision(&decision));
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
fn decide(id: ControlId, name: &str, decision: &Decision, unsure: bool, ask: Callback<()>) -> Html {
    let choose = move |event: Event| {
        if decided(id, &event) {
            ask.emit(());
        }
    };
    let justify = move |event: InputEvent| store().apply(Edit::control(id).justification(value_of(&event)));
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
                <textarea rows="2" data-testid="justification" value={decision.justification().to_owned()} oninput={justify} />
            </label>
        }
    };
    html! {
        <div onchange={choose}>
            <fieldset class="choices">
                <legend>{ say(Word::ControlDecision, &[("id", name)]) }</legend>
                { radio("applicable", Word::DecisionApplicable, decision.is_applicable()) }
                { radio("excluded", Word::DecisionExcluded, decision.is_excluded()) }
                { radio(UNSURE, Word::LevelNameUnsure, unsure) }
                { radio("undecided", Word::DecisionUndecided, !decision.is_decided() && !unsure) }
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
                { justification(Word::ControlInclusion, Word::ControlInclusionHint) }
            }
            if decision.is_excluded() {
                { justification(Word::ControlExclusion, Word::ControlExclusionHint) }
            }
        </div>
    }
}

/// Text of an exclusion survives a look at the other choice only by undo: a decision is one thing. Returns whether the
/// person said that they do not know. What was decided before is read now: what is shown may be older.
fn decided(id: ControlId, event: &Event) -> bool {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return false;
    };
    let choice = input.get_attribute("data-choice").unwrap_or_default();
    let before = store().read(|assessment| assessment.decision(id).clone()).unwrap_or_default();
    let control = Edit::control(id);
    if let Some(reason) = Reason::ALL.into_iter().find(|reason| reason.name() == choice) {
        store().apply(control.reasons(before.reasons().with(reason, input.checked())));
        return false;
    }
    let applicable = Decision::Applicable { reasons: Reasons::default(), justification: String::new() };
    store().apply(match choice.as_str() {
        "applicable" => control.decision(&as_suggested(id, applicable)),
        "excluded" => control.decision(&as_suggested(id, Decision::Excluded { justification: String::new() })),
        "undecided" => control.decision(&Decision::Undecided),
        UNSURE => control.unsure(),
        _ => return false,
    });
    if !before.justification().is_empty() {
        store().notify_done(t(Word::ControlWordsDropped).to_owned());
    }
    choice == UNSURE
}

/// A decision with the words of the suggestion, where that suggests the same: as if it had been accepted.
fn as_suggested(id: ControlId, decision: Decision) -> Decision {
    let of = |assessment: &_| suggestion(catalogue(), assessment, id).decision(catalogue(), assessment, id);
    let suggested = store().read(of).flatten();
    let same = |it: &Decision| it.is_applicable() == decision.is_applicable();
    suggested.filter(same).unwrap_or(decision)
}
