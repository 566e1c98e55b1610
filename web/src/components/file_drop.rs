//! A place to drop a file, or to choose one.

use crate::text::t;
use readiness::catalogue::Word;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// Properties of [`FileDrop`] and [`ChooseFile`].
#[derive(PartialEq, Properties)]
pub struct FileDropProps {
    /// What to drop here, or what the button says.
    pub label: Word,
    /// Its name in tests.
    pub testid: &'static str,
    /// Called with the file.
    pub onfile: Callback<File>,
}

/// The place. The field inside is reached with the keyboard, and does the same.
#[component]
pub fn FileDrop(props: &FileDropProps) -> Html {
    let over = use_state_eq(|| false);
    let hover = |on: bool| {
        let over = over.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(on);
        })
    };
    let dropped = {
        let (over, onfile) = (over.setter(), props.onfile.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            let files = event.data_transfer().and_then(|carried| carried.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                onfile.emit(file);
            }
        })
    };
    html! {
        <div class={classes!("empty", "drop", over.then_some("over"))} ondragover={hover(true)} ondragleave={hover(false)} ondrop={dropped}>
            <p>{ t(props.label) }</p>
            <ChooseFile label={Word::DropChoose} testid={props.testid} onfile={props.onfile.clone()} />
        </div>
    }
}

/// A button that lets a person choose a file which carries an assessment, a report or a review.
#[component]
pub fn ChooseFile(props: &FileDropProps) -> Html {
    let onfile = props.onfile.clone();
    let onchange = move |event: Event| {
        let Some(input) = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else { return };
        let chosen = input.files().and_then(|files| files.get(0));
        // So that the same file can be chosen again.
        input.set_value("");
        if let Some(file) = chosen {
            onfile.emit(file);
        }
    };
    html! {
        <label class="button second file">
            { t(props.label) }
            <input type="file" accept=".json,.html,.pdf,.zip,.age,application/json,text/html" data-testid={props.testid} {onchange} />
        </label>
    }
}
