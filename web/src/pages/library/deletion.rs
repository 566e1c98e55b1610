//! Deleting an assessment, once the person has confirmed it; it can be taken back afterwards too.

use crate::components::opens;
use crate::store::store;
use crate::text::{catalogue, say, t};
use readiness::{Id, catalogue::Word};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Properties of [`Deletion`].
#[derive(PartialEq, Properties)]
pub struct DeletionProps {
    /// The assessment.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// How much of it is answered, once that is known.
    pub answered: Option<usize>,
    /// Whether it is open.
    pub open: bool,
}

/// A button, and the dialog that says what would be deleted.
#[component]
pub fn Deletion(props: &DeletionProps) -> Html {
    let dialog = use_node_ref();
    let ask = opens(&dialog);
    let (id, open) = (props.id.clone(), props.open);
    let sure = move |_| {
        let id = id.clone();
        spawn_local(async move { remove(&id, open).await });
    };
    let n = props.answered.unwrap_or(0).to_string();
    let heading = format!("delete-{}", props.id);
    let text = say(Word::HomeDeleteSure, &[("n", &n), ("all", &catalogue().requirements.len().to_string())]);
    html! {
        <>
            <button type="button" class="quiet" aria-label={say(Word::HomeDeleteOf, &[("title", &props.name)])} onclick={ask} data-testid="delete">{ t(Word::HomeDelete) }</button>
            <dialog ref={dialog} class="card" aria-labelledby={heading.clone()}>
                <h2 id={heading}>{ say(Word::HomeDeleteQuestion, &[("title", &props.name)]) }</h2>
                <p>{ text }</p>
                <form method="dialog" class="actions">
                    <button class="button" data-testid="delete-not">{ t(Word::HomeDeleteNo) }</button>
                    <button class="button" data-testid="delete-sure" onclick={sure}>{ t(Word::HomeDelete) }</button>
                </form>
            </dialog>
        </>
    }
}

async fn remove(id: &Id, open: bool) {
    match store().remove(id).await {
        Err(error) => store().notify_failure(Err(error)),
        Ok(removed) => {
            let text = say(Word::HomeRemoved, &[("title", removed.name(catalogue()))]);
            let put_back = Callback::from(move |()| {
                let removed = removed.clone();
                spawn_local(async move {
                    store().notify_failure(store().put_back(&removed).await);
                    if open && store().read(|_| ()).is_none() {
                        store().open(&removed.id).await;
                    }
                });
            });
            store().notify(text, Some((t(Word::NoticeUndo), put_back)));
        }
    }
}
