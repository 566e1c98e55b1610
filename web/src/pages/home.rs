//! What this is, and how to begin.

use crate::browser::host;
use crate::components::{heading, lead};
use crate::pages::clauses::first_open;
use crate::route::Route;
use crate::store::{store, use_assessment};
use crate::text::{say, t};
use readiness::catalogue::Word;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The first page.
pub fn home() -> Html {
    html! {
        <>
            { heading(t(Word::HomeTitle)) }
            { lead(t(Word::HomeLead)) }
            { for host::says("intro").lines().map(|line| html! { <p data-testid="intro">{ line.to_owned() }</p> }) }
            <p>{ t(Word::HomeSecond) }</p>
            <p>{ t(Word::HomePrivate) }</p>
            <div class="actions">
                <Continue />
                <button type="button" class="button" data-testid="start" onclick={|_| spawn_local(async {
                    store().create(t(Word::HomeNewTitle)).await;
                    Route::Organisation.go();
                })}>{ t(Word::HomeStart) }</button>
            </div>
            <p><a href={Route::Quick.href()} data-testid="quick">{ t(Word::HomeQuick) }</a></p>
            <p><button type="button" class="link" data-testid="start-unkept" onclick={|_| spawn_local(async {
                store().keep_nothing();
                store().create(t(Word::HomeNewTitle)).await;
                Route::Organisation.go();
            })}>{ t(Word::HomeUnkept) }</button></p>
            <p><a href={Route::Library.href()} data-testid="library">{ t(Word::HomeLibrary) }</a></p>
            <p><a href={Route::Verify.href()} data-testid="verify">{ t(Word::HomeVerify) }</a></p>
        </>
    }
}

/// Goes on where the person left off.
#[component]
fn Continue() -> Html {
    let next = use_assessment(|assessment| Some((assessment.title.clone(), first_open(assessment))));
    let Some((title, next)) = next else { return html! {} };
    let route = next.map_or(Route::Results, Route::requirement);
    html! {
        <a class="button" href={route.href()} data-testid="continue">{ say(Word::HomeContinue, &[("title", &title)]) }</a>
    }
}
