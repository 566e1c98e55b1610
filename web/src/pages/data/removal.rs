//! Removing everything, once the person has confirmed it.

use crate::browser::{language, remove_site_data, window};
use crate::components::opens;
use crate::store::{has_begun, store};
use crate::text::{catalogue, say, t};
use readiness::Told;
use readiness::catalogue::Word;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What the history says of a page once everything is removed.
const REMOVED: &str = "removed";

/// A button, and the dialog that asks again. The browser moves the focus into it, keeps it there, and gives it back.
#[component]
pub fn Removal() -> Html {
    let dialog = use_node_ref();
    // A worker that was being set up may have kept files until this page took the place of the one before. Who goes back to it
    // with new work keeps that.
    use_effect_with((), |()| {
        let is_removed = window().history().and_then(|history| history.state()).is_ok_and(|state| state == REMOVED);
        if is_removed && !has_begun() {
            spawn_local(async { drop(remove_site_data().await) });
        }
    });
    let ask = opens(&dialog);
    html! {
        <>
            <section class="card">
                <h2>{ t(Word::DataRemove) }</h2>
                <p>{ t(Word::DataRemoveText) }</p>
                <button type="button" class="button second danger" data-testid="remove-all" onclick={ask}>{ t(Word::DataRemoveAsk) }</button>
            </section>
            <dialog ref={dialog} class="card" aria-labelledby="remove-question" aria-describedby="remove-sure" data-testid="remove-dialog">
                <h2 id="remove-question">{ t(Word::DataRemoveQuestion) }</h2>
                <p id="remove-sure">{ t(Word::DataRemoveSure) }</p>
                <form method="dialog" class="actions">
                    <button class="button" data-testid="remove-all-not">{ t(Word::DataRemoveNo) }</button>
                    <button class="button danger" data-testid="remove-all-sure" onclick={|_| spawn_local(remove())}>{ t(Word::DataRemoveYes) }</button>
                </form>
            </dialog>
        </>
    }
}

async fn remove() {
    match store().remove_everything().await {
        Ok(()) => {
            language::forget();
            // Else `web/boot/site.js` would soon have the browser keep the site's files again.
            let _ = window().history().and_then(|history| history.replace_state(&REMOVED.into(), ""));
            drop(window().location().reload());
        }
        Err(error) => store().notify(say(Word::DataNotRemoved, &[("what", &error.told(catalogue()))]), None),
    }
}
