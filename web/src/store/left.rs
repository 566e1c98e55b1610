//! What is left when the page goes: stored at once if there is time, and noted where the browser keeps it without being
//! waited for. `web/boot/left.js` takes the notes in, before the next page reads anything.

use super::{SaveState, Store};
use crate::browser::{new_id, window};
use crate::storage::{StorageError, record_of, written};
use crate::text::catalogue;
use gloo_events::EventListener;
use readiness::{Assessment, Timestamp, assessment::Part};
use std::fmt::Write;
use web_sys::Storage;

/// How the names of notes begin. `web/boot/site.js` knows it too.
const NAME: &str = "stage-zero-left";

/// The longest note, in bytes. More than this waits only while nothing can be stored, and then the page says so.
const LONGEST: usize = 2_000_000;

impl Store {
    /// Stores at once when a field loses the focus, and when the page is hidden or goes; then it notes what is left.
    pub(super) fn store_when_left(&self) {
        for name in ["focusout", "visibilitychange", "pagehide"] {
            let store = *self;
            let leave = move |event: &web_sys::Event| {
                store.flush();
                if event.type_() != "focusout" {
                    store.note_left();
                }
            };
            EventListener::new(&window(), name, leave).forget();
        }
    }

    fn note_left(&self) {
        use StorageError::{Gone, Missing, Unwanted};
        let queue = self.0.queue.borrow();
        // Nothing is noted where nothing may be, nor of what was removed.
        let refused = matches!(self.save_state(), SaveState::Failed(Gone | Missing | Unwanted));
        let (Some(now), Some(local), false, false) = (self.read(Clone::clone), local(), refused, queue.is_empty())
        else {
            return;
        };
        // No moment: what was noted is younger than that.
        let mut before = now.clone();
        for waiting in queue.iter().rev() {
            before.apply(&waiting.undo, &Timestamp::default());
        }
        let mut parts: Vec<_> = queue.iter().flat_map(|waiting| waiting.edit.parts()).collect();
        parts.push(Part::Meta);
        let note = note(&before, &now, &parts);
        if note.len() < LONGEST {
            let mut name = self.0.left.borrow_mut();
            let name = name.get_or_insert_with(|| format!("{NAME}-{}", new_id()));
            let _ = local.set_item(name, &note);
        }
    }

    /// All is stored: nothing is left any more.
    pub(super) fn forget_left(&self) {
        if let (Some(name), Some(local)) = (self.0.left.take(), local()) {
            let _ = local.remove_item(&name);
        }
    }
}

/// The id, then a line for each part: its store, its key, what it was and what it is, between tabs; JSON has none.
fn note(before: &Assessment, now: &Assessment, parts: &[Part]) -> String {
    let mut note = now.id.to_string();
    let value = |state: &Assessment, part| state.part_value(part, catalogue()).map(|value| written(&value));
    for part in parts {
        let (store, key) = record_of(&now.id, *part);
        let (before, now) = (value(before, *part).unwrap_or_default(), value(now, *part).unwrap_or_default());
        let _ = write!(note, "\n{store}\t{key}\t{before}\t{now}");
    }
    note
}

pub(super) fn local() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
