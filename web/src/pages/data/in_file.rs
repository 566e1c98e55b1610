//! The person's own file: chosen here, and what there is to say of it.

use crate::own_file::{Handle, State, allow, choose, present, stop};
use crate::route::Route;
use crate::storage::StorageError;
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, say, t};
use readiness::Told;
use readiness::catalogue::Word;
use std::future::Future;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A button that lets the person choose a file, or how the chosen one is. Nothing where the browser has no such files.
#[component]
pub fn OwnFile() -> Html {
    use_topic(Topic::Save);
    use_topic(Topic::Opened);
    if !Handle::can_be() || store().is_in_memory_only() || store().read(|_| ()).is_none() {
        return html! {};
    }
    let choose = |word| {
        html! {
            <button type="button" class="button second" data-testid="own-file-choose" onclick={|_| attempt(choose())}>{ t(word) }</button>
        }
    };
    html! {
        <section class="card" data-testid="own-file">
            <h2>{ t(Word::DataOwnFile) }</h2>
            <p>{ t(Word::DataOwnFileText) }</p>
            if let Some((name, state)) = present() {
                <p role="status" data-testid="own-file-state">{ told(&name, &state) }</p>
                <div class="actions">
                    if matches!(state, State::Asleep | State::Stopped) {
                        <button type="button" class="button" data-testid="own-file-allow-here" onclick={|_| spawn_local(allow())}>
                            { say(if state == State::Asleep { Word::SaveOwnFileAsleep } else { Word::SaveOwnFileStopped }, &[("name", &name)]) }
                        </button>
                    }
                    if state == State::Asks {
                        <a class="button" href={Route::Colleagues.href()}>{ t(Word::DataOwnFileDecide) }</a>
                    }
                    { choose(Word::DataOwnFileOther) }
                    <button type="button" class="button second" data-testid="own-file-stop" onclick={|_| attempt(stop())}>{ say(Word::DataOwnFileStop, &[("name", &name)]) }</button>
                </div>
            } else {
                { choose(Word::DataOwnFileChoose) }
            }
        </section>
    }
}

fn told(name: &str, state: &State) -> String {
    let (word, what) = match state {
        State::None | State::Writing => (Word::DataOwnFileWriting, String::new()),
        State::Written => (Word::DataOwnFileWritten, String::new()),
        State::Reading => (Word::SaveOwnFileReading, String::new()),
        State::Stopped => (Word::DataOwnFileStopped, String::new()),
        State::Asleep => (Word::DataOwnFileAsleep, String::new()),
        State::Asks => (Word::DataOwnFileAsks, String::new()),
        State::Foreign(what) => (Word::DataOwnFileForeign, what.clone()),
        State::Failed(error) => (Word::DataOwnFileFailed, error.told(catalogue())),
    };
    say(word, &[("name", name), ("what", &what)])
}

fn attempt(work: impl Future<Output = Result<(), StorageError>> + 'static) {
    spawn_local(async move {
        if let Err(error) = work.await {
            store().notify(say(Word::DataOwnFileRefused, &[("what", &error.told(catalogue()))]), None);
        }
    });
}
