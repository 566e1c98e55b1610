//! Common risks to start from, as the facts offer them.

use crate::components::use_unfolded;
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t, tell};
use readiness::catalogue::Word;
use readiness::starter::{self, Starter};
use yew::prelude::*;

/// The offer: tick those that could happen, and add them at once.
#[component]
pub fn Starters() -> Html {
    let catalogue = catalogue();
    let (offered, empty) = use_assessment(|assessment| {
        (starter::offered(catalogue, assessment).collect::<Vec<_>>(), assessment.risks.is_empty())
    });
    let (drawn, draw) = use_unfolded(empty);
    let chosen = use_state(Vec::<&'static Starter>::new);
    let toggle = |it: &'static Starter| {
        let chosen = chosen.clone();
        move |_: Event| {
            let mut list: Vec<_> = chosen.iter().copied().filter(|known| *known != it).collect();
            if list.len() == chosen.len() {
                list.push(it);
            }
            chosen.set(list);
        }
    };
    let add = {
        let chosen = chosen.clone();
        move |_| {
            if let Some(edit) = store().read(|assessment| starter::add(catalogue, assessment, &chosen)) {
                store().apply(edit);
            }
            chosen.set(Vec::new());
        }
    };
    let controls = |it: &Starter| {
        let names = it.controls(catalogue).into_iter().map(|id| id.name(catalogue)).collect::<Vec<_>>().join(", ");
        tell(Word::RisksStartControls, [("controls", names)])
    };
    html! {
        if !offered.is_empty() {
            <details class="card" open={empty} ontoggle={draw} data-testid="starters">
                <summary>{ t(Word::RisksStart) }</summary>
                if drawn {
                    <p>{ t(Word::RisksStartText) }</p>
                    <ul class="plain">
                        { for offered.into_iter().map(|it| html! {
                            <li>
                                <label class="choice">
                                    <input type="checkbox" checked={chosen.contains(&it)} onchange={toggle(it)} data-testid="starter" />
                                    <span>{ it.title(catalogue) }{ " " }<span class="hint">{ controls(it) }</span></span>
                                </label>
                            </li>
                        }) }
                    </ul>
                    <button type="button" class="button second" disabled={chosen.is_empty()} onclick={add} data-testid="starters-add">
                        { if chosen.is_empty() { t(Word::RisksStartNone).to_owned() } else { say(Word::RisksStartAdd, &[("n", &chosen.len().to_string())]) } }
                    </button>
                }
            </details>
        }
    }
}
