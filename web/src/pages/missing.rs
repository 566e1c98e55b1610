//! What is shown where there is nothing to show.

use crate::components::{heading, lead};
use crate::route::Route;
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// An address that leads nowhere.
#[component]
pub fn Missing() -> Html {
    html! {
        <>
            { heading(t(Word::MissingTitle)) }
            { lead(t(Word::MissingText)) }
            <p><a href={Route::Home.href()}>{ t(Word::MissingHome) }</a></p>
        </>
    }
}

/// A page about an assessment while none is open.
#[component]
pub fn NothingOpen() -> Html {
    html! {
        <>
            { heading(t(Word::NothingTitle)) }
            { lead(t(Word::NothingText)) }
            <p><a class="button" href={Route::Home.href()}>{ t(Word::NothingHome) }</a></p>
        </>
    }
}
