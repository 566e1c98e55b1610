//! Yes/no questions about the organisation, each with why it is asked.

use crate::store::{store, use_part};
use crate::text::{catalogue, t, tell};
use readiness::Edit;
use readiness::assessment::Part;
use readiness::catalogue::{FactId, Word};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// All facts.
#[component]
pub fn Facts() -> Html {
    let facts = use_part(Part::Profile, |assessment| assessment.facts.clone());
    let args = [("n", facts.len().to_string()), ("all", catalogue().facts.len().to_string())];
    html! {
        <section>
            <h2>{ t(Word::FactsTitle) }</h2>
            <p>{ t(Word::FactsText) }</p>
            <p class="hint" role="status">{ tell(Word::FactsAnswered, args) }</p>
            { for catalogue().fact_ids().map(|id| one(id, facts.get(&id).copied())) }
        </section>
    }
}

fn one(id: FactId, answer: Option<bool>) -> Html {
    let fact = catalogue().fact(id);
    let choose = move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let answer = input.and_then(|input| match input.value().as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        });
        store().apply(Edit::Fact(id, answer));
    };
    let choice = |value: &'static str, word, means| {
        html! {
            <label class="choice">
                <input type="radio" name={format!("fact-{}", fact.id)} {value} checked={answer == means} data-testid={format!("fact-{}-{value}", fact.id)} />
                { t(word) }
            </label>
        }
    };
    html! {
        <fieldset class="choices" onchange={choose}>
            <legend>{ fact.question }<span class="hint">{ fact.why }</span></legend>
            { choice("yes", Word::FactYes, Some(true)) }
            { choice("no", Word::FactNo, Some(false)) }
            { choice("open", Word::FactOpen, None) }
        </fieldset>
    }
}
