//! A place to drop a file, or to choose one.

use crate::text::t;
use readiness::catalogue::Word;
use wasm_bindgen::JsCast;
use web_sys::{File, FileList, HtmlInputElement};
use yew::prelude::*;

/// Properties of [`FileDrop`] and [`ChooseFile`].
#[derive(PartialEq, Properties)]
pub struct FileDropProps {
    /// What to drop here, or what the button says.
    pub label: Word,
    /// Its name in tests.
    pub testid: &'static str,
    /// Called with the file; with each, if there are several.
    pub onfile: Callback<File>,
    /// Which files a chooser offers; all, if empty.
    #[prop_or(CARRIERS)]
    pub accept: &'static str,
    /// Whether there may be several.
    #[prop_or_default]
    pub many: bool,
}

/// What may carry an assessment, a report or a review, and workbooks that come back.
const CARRIERS: &str = ".json,.html,.pdf,.zip,.xlsx,.age,application/json,text/html";

/// Hands over what was chosen or dropped.
fn hand_over(files: Option<FileList>, many: bool, onfile: &Callback<File>) {
    let Some(files) = files else { return };
    let most = if many { files.length() } else { 1 };
    (0..most).filter_map(|index| files.get(index)).for_each(|file| onfile.emit(file));
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
        let (over, onfile, many) = (over.setter(), props.onfile.clone(), props.many);
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            hand_over(event.data_transfer().and_then(|carried| carried.files()), many, &onfile);
        })
    };
    html! {
        <div class={classes!("empty", "drop", over.then_some("over"))} ondragover={hover(true)} ondragleave={hover(false)} ondrop={dropped}>
            <p>{ t(props.label) }</p>
            <ChooseFile label={Word::DropChoose} testid={props.testid} onfile={props.onfile.clone()} accept={props.accept} many={props.many} />
        </div>
    }
}

/// A button that lets a person choose a file which carries an assessment, a report or a review.
#[component]
pub fn ChooseFile(props: &FileDropProps) -> Html {
    let (onfile, many) = (props.onfile.clone(), props.many);
    let onchange = move |event: Event| {
        let Some(input) = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else { return };
        hand_over(input.files(), many, &onfile);
        // So that the same file can be chosen again.
        input.set_value("");
    };
    html! {
        <label class="button second file">
            { t(props.label) }
            <input type="file" accept={props.accept} multiple={many} data-testid={props.testid} {onchange} />
        </label>
    }
}
