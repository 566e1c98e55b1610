//! What the search knows: all guidance, item by item.

use crate::components::{Chunk, load_chunk};
use crate::route::Route;
use crate::text::{catalogue, say, t};
use js_sys::{Array, Promise};
use readiness::catalogue::Word;
use readiness::search::{Found, Query, Text, texts};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// All guidance.
#[derive(Default)]
pub struct Index {
    /// Its items, in the order of the standard.
    pub entries: Vec<Entry>,
    /// Whether a text could not be had.
    pub incomplete: bool,
}

/// An item.
pub struct Entry {
    /// What it is called, and the words about it.
    pub text: Text,
    /// What kind of thing it is.
    pub kind: String,
    /// Where it is read.
    pub route: Route,
}

impl Index {
    /// Loads all guidance, at once; what is there already is not loaded again.
    pub async fn load() -> Self {
        let names = catalogue().chunks.iter().map(|(name, _)| *name);
        let loads: Array = names.clone().map(|name| JsValue::from(future_to_promise(load(name)))).collect();
        let _ = JsFuture::from(Promise::all(&loads)).await;
        let mut index = Self::default();
        for name in names {
            match load_chunk(name).await {
                Chunk::Text(text) => {
                    index.entries.extend(texts(catalogue(), name, &text).into_iter().map(|text| Entry::new(name, text)))
                }
                _ => index.incomplete = true,
            }
        }
        index
    }

    /// The items that fit, the best first.
    pub fn find(&self, query: &Query) -> Found {
        query.find(self.entries.iter().map(|entry| &entry.text))
    }
}

impl Entry {
    fn new(chunk: &'static str, text: Text) -> Self {
        let route = match chunk.strip_prefix("learn-") {
            Some(page) => Route::Page(page, None),
            None => Route::Page(chunk, Some(text.item.clone().leak())),
        };
        Self { kind: kind_of(chunk, &text.item), route, text }
    }
}

async fn load(name: &'static str) -> Result<JsValue, JsValue> {
    load_chunk(name).await;
    Ok(JsValue::UNDEFINED)
}

fn kind_of(chunk: &str, id: &str) -> String {
    let catalogue = catalogue();
    if let Some(requirement) = catalogue.parse_requirement(id) {
        return say(Word::SearchRequirement, &[("place", catalogue.subclause_of(requirement).id)]);
    }
    let word = match chunk {
        "glossary" => Word::SearchTerm,
        "documents" => Word::SearchDocument,
        "clauses" => Word::SearchOverview,
        _ if chunk.starts_with("theme-") => Word::SearchControl,
        _ if chunk.starts_with("clause-") => Word::SearchSubclause,
        _ => Word::SearchPage,
    };
    t(word).to_owned()
}
