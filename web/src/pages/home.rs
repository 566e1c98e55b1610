//! What this is, and how to begin; once work has begun, where one stands.

use crate::browser::{forgets, host};
use crate::components::{Later, heading, lead};
use crate::loader::{self, Want};
use crate::route::Route;
use crate::store::{store, use_assessment};
use crate::text::t;
use readiness::catalogue::Word;
use std::cell::Cell;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The first page.
#[component]
pub fn Home() -> Html {
    if use_assessment(|open| open.is_begun()) {
        return html! { <Later want={Want::Dashboard} /> };
    }
    html! {
        <>
            { heading(t(Word::HomeTitle)) }
            { lead(t(Word::HomeLead)) }
            { for host::says("intro").lines().map(|line| html! { <p data-testid="intro">{ line.to_owned() }</p> }) }
            <p>{ t(Word::HomeSecond) }</p>
            <p>{ t(Word::HomePrivate) }</p>
            if forgets() { <p class="hint" data-testid="forgets">{ t(Word::SaveForgetsText) }</p> }
            <div class="actions"><Start class="button" /></div>
            <p class="hint">{ t(Word::HomeTakes) }</p>
            { ways() }
            <p class="hint">{ t(Word::HomePicture) }</p>
            <p class="glimpse"></p>
        </>
    }
}

thread_local! {
    /// Whether one is wanted that has not begun yet, and then whether nothing of it may be kept.
    static WANTED: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Begins an assessment, and goes to its first question. Pressed again meanwhile, it is the same one.
pub fn begin(in_memory_only: bool) {
    if WANTED.replace(Some(in_memory_only)).is_some() {
        return;
    }
    let first = if host::hides("quick_start") { Route::Organisation } else { Route::Quick };
    spawn_local(async move {
        let code = loader::load(first.row().part).await;
        let in_memory_only = WANTED.get() == Some(true);
        if let Some(code) = code {
            (code.begin)(in_memory_only).await;
            first.go();
        } else {
            let again = Callback::from(move |()| begin(in_memory_only));
            store().notify(t(Word::AppLoadingFailed).to_owned(), Some((t(Word::SaveAgain), again)));
        }
        WANTED.set(None);
    });
}

/// Properties of [`Start`].
#[derive(PartialEq, Properties)]
pub struct StartProps {
    /// How it looks.
    pub class: &'static str,
}

/// The button that begins.
#[component]
pub fn Start(props: &StartProps) -> Html {
    html! { <button type="button" class={props.class} data-testid="start" onclick={|_| begin(false)}>{ t(Word::HomeStart) }</button> }
}

/// What else one can do here.
pub fn ways() -> Html {
    let link = |to: Route, word, testid: &'static str| {
        html! { <li><a href={to.href()} data-testid={testid}>{ t(word) }</a></li> }
    };
    html! {
        <ul class="plain ways">
            <li><button type="button" class="link" data-testid="start-unkept" onclick={|_| begin(true)}>{ t(Word::HomeUnkept) }</button></li>
            { link(Route::Library, Word::HomeLibrary, "library") }
            { link(Route::Verify, Word::HomeVerify, "verify") }
        </ul>
    }
}
