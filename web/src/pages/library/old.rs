//! What an older version of the site stored under a name that this one does not take.

use crate::storage::{Old, Summary};
use crate::store::{store, use_answer};
use crate::text::{say, t};
use readiness::catalogue::Word;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Properties of [`OldNames`].
#[derive(PartialEq, Properties)]
pub struct OldNamesProps {
    /// The assessments that can be opened: they change with each that is brought in.
    pub list: Vec<Summary>,
}

/// Those that can't, each with a button that brings it in under a new name; nothing if there are none.
#[component]
pub fn OldNames(props: &OldNamesProps) -> Html {
    let old = use_answer(props.list.clone(), |_| async { store().old().await });
    let old = (*old).clone().unwrap_or_default();
    if old.is_empty() {
        return html! {};
    }
    html! {
        <section class="card" data-testid="old-names">
            <h2>{ t(Word::OldTitle) }</h2>
            <p>{ t(Word::OldText) }</p>
            <ul class="plain library">{ for old.into_iter().map(one) }</ul>
        </section>
    }
}

fn one(Old { id, title }: Old) -> Html {
    let (label, done) = (say(Word::OldMoveOf, &[("title", &title)]), say(Word::OldMoved, &[("title", &title)]));
    let onclick = {
        let id = id.clone();
        move |_| {
            let (id, done) = (id.clone(), done.clone());
            spawn_local(async move {
                match store().move_old(&id).await {
                    Ok(()) => store().notify(done, None),
                    failed => store().notify_failure(failed),
                }
            });
        }
    };
    html! {
        <li class="entry" key={id} data-testid="old-name">
            <strong>{ title }</strong>
            <button type="button" class="link" aria-label={label} data-testid="old-move" {onclick}>{ t(Word::OldMove) }</button>
        </li>
    }
}
