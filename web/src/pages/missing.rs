//! What is shown where there is nothing to show.

use crate::components::{heading, lead};
use crate::pages::home::{Start, ways};
use crate::route::Route;
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// An address that leads nowhere.
pub fn missing() -> Html {
    html! {
        <>
            { heading(t(Word::MissingTitle)) }
            { lead(t(Word::MissingText)) }
            <p><a href={Route::Home.href()}>{ t(Word::MissingHome) }</a></p>
        </>
    }
}

/// A page about an assessment while none is open.
pub fn nothing_open() -> Html {
    html! {
        <>
            { heading(t(Word::NothingTitle)) }
            { lead(t(Word::NothingText)) }
            <div class="actions"><Start class="button" /></div>
            { ways() }
        </>
    }
}
