//! Full-text search over all guidance, in the browser. The texts are loaded with the first search.

use super::reading::items;
use crate::browser::value_of;
use crate::components::{Chunk, load_chunk};
use crate::route::Route;
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How many results are listed.
const LISTED: usize = 30;
/// How many bytes of text are shown around what was found.
const AROUND: usize = 90;

/// Something that was found.
#[derive(Clone, PartialEq)]
struct Hit {
    title: String,
    text: String,
    route: Route,
}

/// The field and the results.
#[component]
pub fn Search() -> Html {
    let hits = use_state_eq(|| None::<Vec<Hit>>);
    let latest = use_mut_ref(String::new);
    let search = {
        let hits = hits.setter();
        move |event: InputEvent| {
            let wanted = value_of(&event).trim().to_lowercase();
            latest.replace(wanted.clone());
            if wanted.chars().count() < 3 {
                return hits.set(None);
            }
            let (hits, latest) = (hits.clone(), latest.clone());
            spawn_local(async move {
                let found = find(&wanted).await;
                // Another letter may have been typed while the texts were loaded.
                if *latest.borrow() == wanted {
                    hits.set(Some(found));
                }
            });
        }
    };
    html! {
        <form role="search" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <label class="field">
                <span>{ t(Word::SearchLabel) }</span>
                <input type="search" oninput={search} data-testid="search" />
            </label>
            <div role="status">
                if let Some(hits) = &*hits {
                    <p class="hint">{ say(Word::SearchFound, &[("n", &hits.len().to_string())]) }</p>
                }
            </div>
            if let Some(hits) = &*hits {
                <ol class="plain hits">
                    { for hits.iter().map(|hit| html! {
                        <li data-testid="hit"><a href={hit.route.href()}>{ hit.title.clone() }</a><br /><span class="hint">{ hit.text.clone() }</span></li>
                    }) }
                </ol>
            }
        </form>
    }
}

async fn find(wanted: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (name, _) in &catalogue().chunks {
        let Chunk::Text(text) = load_chunk(name).await else { continue };
        for (id, title) in items(&text) {
            let body = body(&text, id);
            let lower = body.to_lowercase();
            let Some(at) = lower.find(wanted).or_else(|| title.to_lowercase().contains(wanted).then_some(0)) else {
                continue;
            };
            hits.push(Hit { title, text: around(&body, at), route: place(name, id) });
            if hits.len() == LISTED {
                return hits;
            }
        }
    }
    hits
}

/// The words of an item, without the marks.
fn body(chunk: &str, id: &str) -> String {
    let lines = chunk.lines().skip_while(|line| line.strip_prefix("@\t") != Some(id)).skip(1);
    let mut body = String::new();
    for line in lines.take_while(|line| !line.starts_with('@')) {
        if let Some((kind, text)) = line.split_once('\t')
            && !matches!(kind, "=" | "l" | "t" | "a")
        {
            body.extend(text.chars().filter(|character| !character.is_control()));
            body.push(' ');
        }
    }
    body
}

fn around(body: &str, at: usize) -> String {
    let from = body.floor_char_boundary(at.saturating_sub(AROUND));
    let to = body.ceil_char_boundary((at + AROUND).min(body.len()));
    let (before, after) = (if from > 0 { "…" } else { "" }, if to < body.len() { "…" } else { "" });
    format!("{before}{}{after}", &body[from..to])
}

fn place(chunk: &'static str, id: &str) -> Route {
    let catalogue = catalogue();
    let subclause = catalogue.subclause(id).map(|index| Route::Subclause(index, None));
    let requirement = || catalogue.parse_requirement(id).map(Route::requirement);
    let control = || catalogue.parse_control(id).map(|id| Route::Controls(Some(id)));
    let document = || catalogue.parse_document(id).map(|id| Route::Documents(Some(id)));
    let page = || catalogue.pages.iter().find(|page| page.id == id).map(|page| Route::Page(page.id));
    let found = subclause.or_else(requirement).or_else(control).or_else(document).or_else(page);
    found.unwrap_or(if chunk == "clauses" { Route::Learn } else { Route::Page(chunk) })
}
