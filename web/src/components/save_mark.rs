//! The state of the last change: taking it back, 'Saving…' and 'Saved', and what to do when it can't be.

use crate::browser::{download, forgets};
use crate::components::Later;
use crate::loader::{self, Want};
use crate::part::Part;
use crate::route::Route;
use crate::storage::{StorageError, written};
use crate::store::{Direction, SaveState, Topic, store, use_topic};
use crate::text::{catalogue, t};
use readiness::catalogue::Word;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Where the person's last change is. 'Saved' is only shown once the browser has said so.
#[component]
pub fn SaveMark() -> Html {
    use_topic(Topic::Save);
    use_topic(Topic::Library);
    let state = store().save_state();
    let is_open = store().read(|_| ()).is_some();
    let trouble = store().trouble();
    let (name, text) = match &state {
        SaveState::Saved => ("saved", Word::SaveSaved),
        SaveState::Saving => ("pending", Word::SaveSaving),
        SaveState::Failed(_) => ("failed", Word::SaveFailed),
    };
    html! {
        <>
            if is_open {
                <span class="steps">{ for [Direction::Undo, Direction::Redo].map(step) }</span>
            }
            <span class="save" role="status" data-testid="save-state" data-state={name}>{ is_open.then(|| t(text)) }</span>
            // While it is being saved too: the buttons beside it stay where they are.
            if is_open && forgets() && trouble.is_none() {
                <a class="save-more" href={Route::Data.href()} title={t(Word::SaveForgetsText)} data-testid="forgets-mark">{ t(Word::SaveForgets) }</a>
            }
            if is_open && store().has_own_file() { <Later want={Want::OwnFile} /> }
            if let Some(error) = trouble {
                <div class="trouble" role="alert" data-testid="storage-trouble">
                    <p>{ error.advice() }</p>
                    if is_open {
                        <button type="button" data-testid="save-file" onclick={|_| save_file()}>{ t(Word::SaveDownload) }</button>
                    }
                    if error == StorageError::Newer {
                        <button type="button" data-testid="reload" onclick={|_| drop(crate::browser::window().location().reload())}>
                            { t(Word::SaveReload) }
                        </button>
                    } else if error != StorageError::Unwanted {
                        <button type="button" data-testid="try-again" onclick={|_| store().try_again()}>{ t(Word::SaveAgain) }</button>
                    }
                </div>
            }
        </>
    }
}

/// A button that takes the last change back, or makes it again. It keeps the focus when nothing is left to do.
fn step(direction: Direction) -> Html {
    html! {
        <button type="button" class="quiet" aria-disabled={(!store().can(direction)).to_string()} data-testid={if direction == Direction::Undo { "undo" } else { "redo" }} onclick={move |_| _ = store().undo_or_redo(direction)}>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M6 2 2 6l4 4M2 6h8a4 4 0 0 1 0 8H6" /></svg>{ t(direction.name()) }
        </button>
    }
}

/// Lets the browser save the open assessment as a file.
pub fn save_file() {
    let Some(state) = store().read(Clone::clone) else { return };
    let text = written(&state.to_value(catalogue()));
    if download("assessment.stage-zero.json", "application/json", &text).is_ok() {
        store().taken();
        spawn_local(async move {
            if let Some(code) = loader::load(Part::Files).await {
                (code.keep)(&state);
            }
        });
    }
}
