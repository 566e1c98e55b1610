//! What is left when the page goes: stored at once if there is time, and noted where the browser keeps it without being
//! waited for. `web/boot/left.js` takes the notes in, before the next page reads anything.

use super::Store;
use crate::browser::{hold, new_id, window};
use crate::storage::{StorageError, record_of, written};
use crate::text::catalogue;
use gloo_events::EventListener;
use readiness::{Assessment, Edit, Timestamp, assessment::Part};
use std::fmt::Write;
use wasm_bindgen::JsCast;
use web_sys::{Event, PageTransitionEvent, Storage};

/// How the names of notes begin. `web/boot/leaving.js` knows it too.
const NAME: &str = "stage-zero-left";

/// The longest note, in bytes. More than this waits only while nothing can be stored, and then the page says so.
const LONGEST: usize = 2_000_000;

impl Store {
    /// Stores at once when a field loses the focus, and when the page is hidden or goes; then it notes what is left. Until
    /// it goes, its notes are its own.
    pub(super) fn store_when_left(&self) {
        let note = format!("{NAME}-{}", new_id());
        hold(&note);
        self.0.left.replace(note);
        // A tab of WebKitGTK that is closed does not always live until `pagehide`.
        for name in ["focusout", "visibilitychange", "beforeunload", "pagehide"] {
            let store = *self;
            let leave = move |event: &Event| {
                store.flush();
                if event.type_() != "focusout" {
                    store.note_left();
                }
            };
            EventListener::new(&window(), name, leave).forget();
        }
        // A page that the browser has put aside and shows again knows nothing of what was done meanwhile.
        let back = |event: &Event| {
            if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
                let _ = window().location().reload();
            }
        };
        EventListener::new(&window(), "pageshow", back).forget();
    }

    /// Once there is a note, it says what is left now, and is gone when nothing is.
    pub(super) fn renew_note(&self) {
        if !self.0.is_noted.get() {
            return;
        }
        if self.0.queue.borrow().is_empty() {
            self.0.is_noted.set(false);
            let _ = local().map(|local| local.remove_item(&self.0.left.borrow()));
        } else {
            self.note_left();
        }
    }

    fn note_left(&self) {
        use StorageError::{Gone, Missing, Unwanted};
        let queue = self.0.queue.borrow();
        // Nothing is noted where nothing may be, nor of what was removed.
        let refused = matches!(self.trouble(), Some(Gone | Missing | Unwanted));
        let (Some(now), Some(local), false, false) = (self.read(Clone::clone), local(), refused, queue.is_empty())
        else {
            return;
        };
        // No moment: what was noted is younger than that.
        let mut before = now.clone();
        for waiting in queue.iter().rev() {
            before.apply(&waiting.undo, &Timestamp::default());
        }
        let mut parts = vec![Part::Meta];
        for part in queue.iter().flat_map(|waiting| waiting.edit.parts()) {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        let edits: Vec<_> = queue.iter().map(|waiting| &waiting.edit).collect();
        let note = note(&before, &now, &parts, &edits);
        if note.len() < LONGEST {
            self.0.is_noted.set(true);
            let _ = local.set_item(&self.0.left.borrow(), &note);
            // WebKitGTK answers this once it has been handed the note, which a process that ends at once would take along.
            let _ = window().document().map(|document| js_sys::Reflect::get(&document, &"cookie".into()));
        }
    }
}

/// The id, then a line for each part: its store, its key, what it was and what it is, and which of its fields are one
/// decision, between tabs; JSON has none.
fn note(before: &Assessment, now: &Assessment, parts: &[Part], edits: &[&Edit]) -> String {
    let mut note = now.id.to_string();
    let value = |state: &Assessment, part| state.part_value(part, catalogue()).map(|value| written(&value));
    for part in parts {
        let (store, key) = record_of(&now.id, *part);
        let (before, now) = (value(before, *part).unwrap_or_default(), value(now, *part).unwrap_or_default());
        let together = part.decided_together(edits).join(",");
        let _ = write!(note, "\n{store}\t{key}\t{before}\t{now}\t{together}");
    }
    note
}

pub(super) fn local() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
