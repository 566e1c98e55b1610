//! A text that belongs to something bigger than itself: a comment, a reply, a reviewer's name.

use crate::browser::value_of;
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// What was typed.
pub struct Said {
    /// The whole text.
    pub text: String,
    /// Whether it goes on from the last keystroke in this field: then both are one step to take back.
    pub goes_on: bool,
}

/// Properties of [`Typed`].
#[derive(PartialEq, Properties)]
pub struct TypedProps {
    /// Its name.
    pub label: Word,
    /// Its name in tests.
    pub testid: &'static str,
    /// What was written so far.
    pub value: AttrValue,
    /// Whether it may have several lines.
    #[prop_or_default]
    pub lines: bool,
    /// Called at each keystroke.
    pub onsay: Callback<Said>,
}

/// The field.
#[component]
pub fn Typed(props: &TypedProps) -> Html {
    let typing = use_mut_ref(|| false);
    let oninput = {
        let typing = typing.clone();
        props.onsay.reform(move |event: InputEvent| Said { text: value_of(&event), goes_on: typing.replace(true) })
    };
    let onfocus = Callback::from(move |_: FocusEvent| *typing.borrow_mut() = false);
    let value = props.value.clone();
    html! {
        <label class="field">
            <span>{ t(props.label) }</span>
            if props.lines {
                <textarea rows="2" dir="auto" data-testid={props.testid} {value} {oninput} {onfocus} />
            } else {
                <input type="text" dir="auto" data-testid={props.testid} {value} {oninput} {onfocus} />
            }
        </label>
    }
}
