//! Making a copy for a colleague.

use crate::browser::{download, value_of};
use crate::storage::StorageError;
use crate::store::store;
use crate::text::{catalogue, say, t};
use readiness::Told;
use readiness::catalogue::Word;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// For whom, and the button.
#[component]
pub fn HandOver() -> Html {
    let name = use_state(String::new);
    let typed = {
        let name = name.setter();
        move |event: InputEvent| name.set(value_of(&event))
    };
    let make = {
        let name = name.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let name = name.trim().to_owned();
            spawn_local(async move { store().notify(made(&name).await, None) });
        }
    };
    html! {
        <form class="card" onsubmit={make}>
            <h2>{ t(Word::MergeHandOver) }</h2>
            <p>{ t(Word::MergeHandOverText) }</p>
            <label class="field">
                <span>{ t(Word::MergeForWhom) }</span>
                <input type="text" value={(*name).clone()} oninput={typed} autocomplete="off" data-testid="copy-for" />
            </label>
            <button type="submit" class="button" data-testid="make-copy">{ t(Word::MergeMake) }</button>
        </form>
    }
}

/// Makes the copy and says what came of it.
async fn made(to: &str) -> String {
    let failed = |what: String| say(Word::MergeNotMade, &[("what", &what)]);
    let copy = match store().hand_over(to).await {
        Ok(copy) => copy,
        Err(error) => return failed(error.told(catalogue())),
    };
    let name = copy.name(catalogue());
    let name = match to {
        "" => format!("{name}.stage-zero.json"),
        to => format!("{name} - {to}.stage-zero.json"),
    };
    match download(&name, "application/json", &copy.to_file(catalogue())) {
        Ok(()) => say(Word::MergeMade, &[("name", &name)]),
        Err(error) => failed(StorageError::from(error).told(catalogue())),
    }
}
