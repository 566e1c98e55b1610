//! Full-text search over all guidance, in the browser. The texts are loaded when the search is first used.

use super::index::{Entry, Index};
use crate::browser::{focus, value_of, window};
use crate::text::{catalogue, say, t};
use js_sys::{decode_uri_component, encode_uri_component};
use readiness::catalogue::Word;
use readiness::search::Query;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How many results are listed.
const LISTED: usize = 30;

/// The field and the results.
#[component]
pub fn Search() -> Html {
    let typed = use_state_eq(typed_before);
    let index = use_state(|| None::<Rc<Index>>);
    let loading = use_mut_ref(|| false);
    let query = use_memo((*typed).clone(), |typed| Query::new(catalogue(), typed));
    // Loads with the first words, and again if something could not be had.
    use_effect_with((query.is_empty(), index.as_ref().is_none_or(|index| index.incomplete)), {
        let index = index.setter();
        move |(is_empty, lacks)| {
            if *lacks && !is_empty && !loading.replace(true) {
                spawn_local(async move {
                    index.set(Some(Rc::new(Index::load().await)));
                    loading.replace(false);
                });
            }
        }
    });
    let hits = index.as_ref().filter(|_| !query.is_empty()).map(|index| (index, index.find(&query)));
    let found = hits.as_ref().map_or(0, |(_, hits)| hits.texts.len());
    let first = hits.as_ref().and_then(|(index, hits)| Some(index.entries[*hits.texts.first()?].route));
    let open_first = {
        let typed = typed.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(first) = first {
                remember(&typed);
                first.go();
            }
        }
    };
    let keep = {
        let typed = typed.clone();
        move |_| remember(&typed)
    };
    let status = match &hits {
        _ if query.is_empty() => String::new(),
        None => t(Word::GuidanceLoading).to_owned(),
        Some((_, hits)) if hits.some_words => say(Word::SearchSome, &[("n", &found.to_string())]),
        Some(_) if found > LISTED => {
            say(Word::SearchMany, &[("n", &found.to_string()), ("listed", &LISTED.to_string())])
        }
        Some(_) => say(Word::SearchFound, &[("n", &found.to_string())]),
    };
    html! {
        <form role="search" onsubmit={open_first} onkeydown={move |event: KeyboardEvent| on_key(&event, found.min(LISTED))}>
            <label class="field">
                <span>{ t(Word::SearchLabel) }</span>
                <span class="hint">{ t(Word::SearchKeys) }</span>
                <input type="search" id="hit-0" autocomplete="off" value={(*typed).clone()} data-testid="search"
                    oninput={move |event: InputEvent| typed.set(value_of(&event))} />
            </label>
            <p class="hint" role="status" data-testid="search-status">{ status }</p>
            if index.as_ref().is_some_and(|index| index.incomplete) {
                <p class="warning">{ t(Word::SearchIncomplete) }</p>
            }
            if let Some((index, hits)) = hits {
                <ol class="plain hits" onclick={keep}>
                    { for hits.texts.iter().take(LISTED).enumerate().map(|(number, hit)| {
                        show(number + 1, &index.entries[*hit], &query)
                    }) }
                </ol>
            }
        </form>
    }
}

fn show(number: usize, hit: &Entry, query: &Query) -> Html {
    let piece = |(text, found): (&str, bool)| {
        let text = text.to_owned();
        if found {
            html! { <mark>{ text }</mark> }
        } else {
            text.into()
        }
    };
    html! {
        <li data-testid="hit">
            <a id={format!("hit-{number}")} href={hit.route.href()}>{ hit.text.title.clone() }</a>
            { " " }<span class="tag">{ hit.kind.clone() }</span>
            <p class="hint">{ for hit.text.around(&query.ways()).into_iter().map(piece) }</p>
        </li>
    }
}

/// The field is number 0, the results follow it: arrows go from one to the next.
fn on_key(event: &KeyboardEvent, hits: usize) {
    let id = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()).map(|element| element.id());
    let at = id.and_then(|id| id.strip_prefix("hit-")?.parse::<usize>().ok());
    let to = match (&*event.key(), at) {
        ("ArrowDown", Some(at)) => (at + 1).min(hits),
        ("ArrowUp", Some(at)) => at.saturating_sub(1),
        ("Home", Some(1..)) => 1,
        ("End", Some(1..)) => hits,
        ("Escape", Some(1..)) => 0,
        _ => return,
    };
    event.prevent_default();
    focus::focus(&format!("#hit-{to}"));
}

/// What was typed before a result was opened, so that the way back leads to the results.
fn typed_before() -> String {
    let hash = window().location().hash().unwrap_or_default();
    let typed = hash.split_once("?q=").and_then(|(_, typed)| decode_uri_component(typed).ok());
    typed.map(String::from).unwrap_or_default()
}

fn remember(typed: &str) {
    let address = format!("#/learn?q={}", encode_uri_component(typed));
    let history = window().history();
    let _ = history.map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
}
