//! The catalogue of the page's language, and its words.
//!
//! There is one for the life of the page, so that leaves need no context to say something.

use readiness::catalogue::{Arg, Catalogue, STRUCTURE, Word};
use std::cell::{Cell, RefCell};

thread_local! {
    static CATALOGUE: Cell<Option<&'static Catalogue>> = const { Cell::new(None) };
    /// What it was read from, over the structure.
    static PACKS: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// How many packs of the language are here, the first one always before anything else happens.
pub fn packs() -> usize {
    PACKS.with_borrow(Vec::len)
}

/// Takes in packs that come after so many of those that are here, unless they have come meanwhile, and changes what they make
/// together; `None` where one can't be read: then nothing has changed.
pub fn speak(after: usize, more: Vec<&'static str>, change: fn(Catalogue) -> Catalogue) -> Option<()> {
    PACKS.with_borrow_mut(|packs| {
        let here = packs.len();
        packs.extend(more.into_iter().skip(here - after));
        if packs.len() > here {
            let Ok(catalogue) = Catalogue::read(&[&[STRUCTURE], &packs[..]].concat()) else {
                packs.truncate(here);
                return None;
            };
            CATALOGUE.set(Some(Box::leak(Box::new(change(catalogue)))));
        }
        Some(())
    })
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
