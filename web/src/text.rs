//! The catalogue of the page's language, and its words.
//!
//! There is one for the life of the page, so that leaves need no context to say something.

use readiness::catalogue::{Arg, Catalogue, Word};
use std::cell::Cell;

thread_local! {
    static CATALOGUE: Cell<Option<&'static Catalogue>> = const { Cell::new(None) };
}

/// Sets the catalogue in the language of the page, once, before anything else happens.
pub fn speak(catalogue: Catalogue) {
    CATALOGUE.set(Some(Box::leak(Box::new(catalogue))));
}

/// The catalogue in the language of the page.
///
/// # Panics
/// Before [`speak`].
pub fn catalogue() -> &'static Catalogue {
    CATALOGUE.get().expect("each program sets its language first")
}

/// A word of the interface.
pub fn t(word: Word) -> &'static str {
    catalogue().word(word)
}

/// A word of the interface with its places filled in.
pub fn say(word: Word, args: &[Arg<'_>]) -> String {
    catalogue().say(word, args)
}

/// As [`say`], with values that were made for it.
pub fn tell<const N: usize>(word: Word, args: [(&str, String); N]) -> String {
    catalogue().tell(word, args)
}
