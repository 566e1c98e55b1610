//! Chunks of guidance: loaded when they are wanted, kept for the life of the page.

use crate::browser::fetch_text;
use crate::store::use_answer;
use crate::text::catalogue;
use std::cell::RefCell;
use std::rc::Rc;
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
    let loaded = use_answer(name.clone(), |name| {
        let name = name.to_string();
        async move {
            let chunk = load_chunk(&name).await;
            (name, chunk)
        }
    });
    match (known(&name), &*loaded) {
        (Some(text), _) => Chunk::Text(text),
        (None, Some((of, chunk))) if **of == *name => chunk.clone(),
        _ => Chunk::Loading,
    }
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
