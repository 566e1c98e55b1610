//! Taking back, and making again. The words for what was done come with the last part of the program, which is loaded then.

use super::{Direction, Store, history::Step};
use crate::browser::now;
use crate::loader::{self, Want};
use crate::part::Part;
use crate::text::{say, t};
use readiness::Assessment;
use readiness::catalogue::Word;
use std::cell::Cell;
use wasm_bindgen_futures::spawn_local;

/// A change that is taken back or made again, in words.
pub struct InWords {
    /// What it is about.
    pub what: String,
    /// The link to the place; empty if there is none.
    pub href: String,
    /// What asks first, where somebody has changed the same since.
    pub asks: String,
}

/// Says a change in words: the change, the one that it takes back, and the states before and after it.
pub type Speaker = fn(&Step, [&Assessment; 2]) -> InWords;

thread_local! {
    static SPEAKER: Cell<Option<Speaker>> = const { Cell::new(None) };
}

impl Store {
    /// Has a later part of the program say what a step is about.
    pub fn steps_are_said_by(&self, speaker: Speaker) {
        SPEAKER.set(Some(speaker));
    }

    /// Takes the last change back or makes it again, says which and where, and offers the way back; returns whether there
    /// was one.
    pub fn undo_or_redo(&self, direction: Direction) -> bool {
        let store = *self;
        let Some(before) = store.read(Clone::clone) else { return false };
        let Some(step) = store.0.history.borrow_mut().next(direction) else { return false };
        // Where somebody has changed the same since, that is said and asked about first: asked twice, it is done.
        if !before.is_as_left_by(&step.left) && !store.0.asked_to_step.replace(true) {
            store.0.history.borrow_mut().put_back(direction, step.clone());
            spawn_local(async move {
                let asks = match in_words(&step, [&before, &before]).await {
                    Some(words) => words.asks,
                    None => say(Word::NoticeChangedSince, &[("what", t(direction.name()))]),
                };
                store.offer(asks, None, direction);
            });
            return false;
        }
        store.0.asked_to_step.set(false);
        let moment = now();
        let Some(inverse) = store.change(&step.edit, &moment) else { return false };
        store.0.history.borrow_mut().put(direction.other(), inverse.clone(), step.edit.clone());
        store.enqueue(step.edit.clone(), inverse, moment);
        let done = t(if direction == Direction::Undo { Word::NoticeUndone } else { Word::NoticeRedone });
        store.offer(done.to_owned(), None, direction.other());
        let after = store.read(Clone::clone).unwrap_or_default();
        spawn_local(async move {
            let Some(InWords { what, href, .. }) = in_words(&step, [&before, &after]).await else { return };
            // Unless something else was said meanwhile.
            if store.notice().is_some_and(|notice| notice.text == done) {
                store.offer(done.to_owned(), Some((what, href)), direction.other());
            }
        });
        true
    }
}

/// A change in words; `None` if the part that has them can't be had.
async fn in_words(step: &Step, states: [&Assessment; 2]) -> Option<InWords> {
    if SPEAKER.get().is_none() {
        let _ = (loader::load(Part::Files).await?.view)(Want::StepWords);
    }
    SPEAKER.get().map(|speaker| speaker(step, states))
}
