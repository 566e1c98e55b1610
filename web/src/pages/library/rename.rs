//! The field in which an assessment gets another title.

use crate::browser::value_of;
use crate::store::store;
use crate::text::{say, t};
use readiness::{Id, catalogue::Word};
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// Properties of [`RenameField`].
#[derive(PartialEq, Properties)]
pub struct RenameProps {
    /// The assessment.
    pub id: Id,
    /// Its title so far.
    pub title: String,
    /// Where the focus goes when the person has finished.
    pub back_to: NodeRef,
    /// Told when the field is left.
    pub onleave: Callback<()>,
}

/// A field that has the focus when it comes. Enter keeps the new title, escape the old one; an empty one changes nothing.
#[component]
pub fn RenameField(props: &RenameProps) -> Html {
    let field = use_node_ref();
    use_effect_with(field.clone(), |field| {
        if let Some(field) = field.cast::<HtmlInputElement>() {
            let _ = field.focus();
            field.select();
        }
    });
    let rename = {
        let (id, before) = (props.id.clone(), props.title.clone());
        move |event: Event| {
            let (id, title, before) = (id.clone(), value_of(&event).trim().to_owned(), before.clone());
            if title.is_empty() || title == before {
                return;
            }
            spawn_local(async move {
                let renamed = store().rename(&id, &title).await;
                if renamed.is_err() {
                    return store().notify_failure(renamed);
                }
                let undo = Callback::from(move |()| {
                    let (id, before) = (id.clone(), before.clone());
                    spawn_local(async move { store().notify_failure(store().rename(&id, &before).await) });
                });
                store().notify(say(Word::LibraryRenamed, &[("title", &title)]), Some((t(Word::NoticeUndo), undo)));
            });
        }
    };
    let finish = {
        let (field, title, back_to) = (field.clone(), props.title.clone(), props.back_to.clone());
        move |event: KeyboardEvent| {
            let key = event.key();
            if let (true, Some(field)) = (key == "Escape", field.cast::<HtmlInputElement>()) {
                field.set_value(&title);
            }
            if key == "Enter" || key == "Escape" {
                // Without this, enter would press the button that gets the focus.
                event.prevent_default();
                // The field notices that it is left, and whether it has changed.
                let _ = back_to.cast::<HtmlElement>().map(|button| button.focus());
            }
        }
    };
    let leave = props.onleave.reform(|_| ());
    html! {
        <label class="field">
            <span>{ t(Word::HomeTitleField) }</span>
            <input ref={field} type="text" value={props.title.clone()} onchange={rename} onkeydown={finish} onblur={leave} data-testid="rename-field" />
        </label>
    }
}
