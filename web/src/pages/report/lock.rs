//! Locking what leaves with a passphrase, typed twice: nobody can open a file that was locked with a slip of the finger.

use crate::components::Passphrase;
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// What was typed: the passphrase, and the same again.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Typed {
    first: AttrValue,
    again: AttrValue,
}

impl Typed {
    /// What to lock files with, empty if they stay open; `None` while both are not the same.
    pub fn passphrase(&self) -> Option<AttrValue> {
        (self.first == self.again).then(|| self.first.clone())
    }

    /// Whether it is one that a computer guesses: fewer than four words, and fewer letters than these would have.
    fn is_short(&self) -> bool {
        !self.first.is_empty() && self.first.split_whitespace().count() < 4 && self.first.chars().count() < 16
    }
}

/// Properties of [`Lock`].
#[derive(PartialEq, Properties)]
pub struct LockProps {
    /// What was typed so far.
    pub typed: Typed,
    /// Called with what is typed.
    pub oninput: Callback<Typed>,
}

/// A passphrase for every file of the page, and what it means.
#[component]
pub fn Lock(props: &LockProps) -> Html {
    let typed = &props.typed;
    let said = match typed.passphrase() {
        None => t(Word::LockDiffers),
        Some(passphrase) if !passphrase.is_empty() => t(Word::LockOn),
        Some(_) => "",
    };
    let onfirst = {
        let typed = typed.clone();
        props.oninput.reform(move |first: String| Typed { first: first.into(), ..typed.clone() })
    };
    let onagain = {
        let typed = typed.clone();
        props.oninput.reform(move |again: String| Typed { again: again.into(), ..typed.clone() })
    };
    html! {
        <details class="card" data-testid="lock">
            <summary data-testid="lock-open">{ t(Word::LockTitle) }</summary>
            <p>{ t(Word::LockText) }</p>
            <Passphrase label={Word::LockPassphrase} value={typed.first.clone()} oninput={onfirst}
                again={Some((typed.again.clone(), onagain))} />
            <p role="status" data-testid="lock-on">{ said }</p>
            <p class="hint" role="status" data-testid="lock-short">if typed.is_short() { { t(Word::LockShort) } }</p>
            <p class="hint">{ t(Word::LockForgotten) }</p>
        </details>
    }
}
