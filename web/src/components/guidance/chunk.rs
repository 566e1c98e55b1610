//! Chunks of guidance: loaded when they are wanted, kept for the life of the page.

use crate::browser::fetch_text;
use crate::text::catalogue;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A loaded chunk.
#[derive(Debug, Clone, PartialEq)]
pub enum Chunk {
    /// On its way.
    Loading,
    /// It could not be had, for example because the person is offline and never had it.
    Missing,
    /// Its text, in the form that the content compiler describes.
    Text(Rc<str>),
}

thread_local! {
    /// Names and texts; there are some twenty.
    static LOADED: RefCell<Vec<(String, Rc<str>)>> = RefCell::default();
}

fn known(name: &str) -> Option<Rc<str>> {
    LOADED.with_borrow(|loaded| loaded.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone()))
}

/// A chunk of guidance by its name, such as `clause-4`.
#[hook]
pub fn use_chunk(name: AttrValue) -> Chunk {
    let chunk = use_state_eq(|| known(&name).map_or(Chunk::Loading, Chunk::Text));
    let set = chunk.setter();
    use_effect_with(name, move |name| {
        if let Some(text) = known(name) {
            set.set(Chunk::Text(text));
            return;
        }
        let name = name.to_string();
        spawn_local(async move { set.set(load_chunk(&name).await) });
    });
    (*chunk).clone()
}

/// Loads a chunk, unless it is there already.
pub async fn load_chunk(name: &str) -> Chunk {
    if let Some(text) = known(name) {
        return Chunk::Text(text);
    }
    let Some(file) = catalogue().chunk(name) else { return Chunk::Missing };
    let Ok(text) = fetch_text(&format!("guidance/{file}")).await else { return Chunk::Missing };
    let text: Rc<str> = text.into();
    LOADED.with_borrow_mut(|loaded| loaded.push((name.to_owned(), text.clone())));
    Chunk::Text(text)
}
