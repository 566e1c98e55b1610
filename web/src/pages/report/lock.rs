//! Locking what leaves with a passphrase.

use crate::components::Passphrase;
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// Properties of [`Lock`].
#[derive(PartialEq, Properties)]
pub struct LockProps {
    /// What was typed so far; empty if files stay open.
    pub passphrase: AttrValue,
    /// Called with what is typed.
    pub oninput: Callback<String>,
}

/// A passphrase for every file of the page, and what it means.
#[component]
pub fn Lock(props: &LockProps) -> Html {
    html! {
        <section class="card" data-testid="lock">
            <h2>{ t(Word::LockTitle) }</h2>
            <p>{ t(Word::LockText) }</p>
            <Passphrase label={Word::LockPassphrase} value={props.passphrase.clone()} oninput={props.oninput.clone()} />
            <p class="hint">{ t(Word::LockForgotten) }</p>
            <p role="status" data-testid="lock-on">if !props.passphrase.is_empty() { { t(Word::LockOn) } }</p>
        </section>
    }
}
