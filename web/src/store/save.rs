//! From the queue to the database.

use super::{Store, Topic, history::is_text};
use crate::browser::persist_once;
use crate::storage::StorageError;
use gloo_timers::callback::Timeout;
use js_sys::Date;
use readiness::{Assessment, Edit, Timestamp, assessment::Part};
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;

/// How long after the last keystroke text is stored, in milliseconds.
const TYPING_PAUSE: u32 = 400;

/// How long after any other change it is stored, in milliseconds: the browser shows the change first.
const PAINTING_PAUSE: u32 = 30;

/// A stretch of work, in milliseconds: what was there before it is kept as a version.
const STRETCH: f64 = 30.0 * 60_000.0;

/// Where the person's last change is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// Safely stored.
    Saved,
    /// On its way.
    Saving,
    /// In memory only.
    Failed(StorageError),
}

thread_local! {
    static TIMER: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

impl Store {
    /// Where the person's last change is, whichever program of the page it was made in.
    pub fn save_state(&self) -> SaveState {
        match (self.0.save_state.borrow().clone(), self.0.programs.save_state()) {
            (SaveState::Failed(error), _) | (_, SaveState::Failed(error)) => SaveState::Failed(error),
            (SaveState::Saving, _) | (_, SaveState::Saving) => SaveState::Saving,
            _ => SaveState::Saved,
        }
    }

    /// Tries again to store what could not be stored; an assessment that is not there is stored as it is in this page.
    pub fn try_again(&self) {
        let store = self.clone();
        spawn_local(async move {
            let open = store.read(Clone::clone);
            let missing = match (&open, store.connected().await) {
                (Some(open), Ok(database)) => matches!(database.load(&open.id).await, Ok(None)),
                _ => false,
            };
            if let (true, Some(open)) = (missing, open) {
                match store.put_back(&open).await {
                    Ok(()) => {
                        store.0.queue.borrow_mut().clear();
                        store.set_save_state(SaveState::Saved);
                    }
                    Err(error) => store.set_save_state(SaveState::Failed(error)),
                }
            }
            store.flush();
            store.0.programs.ask_to_store();
        });
    }

    /// Puts a change into the queue, and stores the queue when the change is shown or after a pause in typing.
    pub(super) fn enqueue(&self, edit: Edit, moment: Timestamp) {
        self.0.queue.borrow_mut().push((edit, moment));
        self.set_save_state(SaveState::Saving);
        let typing = self.0.queue.borrow().iter().all(|(edit, _)| is_text(edit));
        let pause = if typing { TYPING_PAUSE } else { PAINTING_PAUSE };
        let store = self.clone();
        TIMER.set(Some(Timeout::new(pause, move || store.flush())));
    }

    /// Stores what waits in the queue. Does nothing while a transaction is under way: it looks again when it is done.
    pub fn flush(&self) {
        TIMER.set(None);
        if self.0.queue.borrow().is_empty() || self.0.saving.replace(true) {
            return;
        }
        let store = self.clone();
        spawn_local(async move {
            let result = store.write_queue().await;
            store.0.saving.set(false);
            match result {
                Err(error) => store.set_save_state(SaveState::Failed(error)),
                Ok(()) if store.0.queue.borrow().is_empty() => store.set_save_state(SaveState::Saved),
                Ok(()) => store.flush(),
            }
        });
    }

    async fn write_queue(&self) -> Result<(), StorageError> {
        let database = self.connected().await?;
        let id = self.read(|assessment| assessment.id.clone()).ok_or(StorageError::Gone)?;
        if Date::now() - self.0.backed_up.get() > STRETCH {
            self.0.backed_up.set(Date::now());
            // Where there is no room for it, the work itself still comes first.
            let _ = database.back_up(&id, STRETCH).await;
        }
        let edits = self.0.queue.borrow().clone();
        let written = database.write(&id, &edits).await?;
        let mut queue = self.0.queue.borrow_mut();
        let written_of_it = edits.len().min(queue.len());
        queue.drain(..written_of_it);
        drop(queue);
        self.adopt(&written.stored, &written.parts);
        self.0.tabs.tell_parts(&id, &written.parts);
        // Work has begun: now it is worth a question. Some browsers ask the person, so once a visit.
        if !self.0.asked.replace(true) {
            spawn_local(persist_once());
        }
        Ok(())
    }

    /// Takes over what is stored of some parts, and makes the changes again that are still waiting.
    pub(super) fn adopt(&self, stored: &Assessment, parts: &[Part]) {
        let mut changed = Vec::new();
        if let Some(assessment) = self.0.assessment.borrow_mut().as_mut().filter(|open| open.id == stored.id) {
            let mut fresh = stored.clone();
            for (edit, moment) in self.0.queue.borrow().iter() {
                fresh.apply(edit, moment);
            }
            for part in parts {
                let before = assessment.clone_part(*part);
                assessment.take(*part, &fresh);
                if assessment.clone_part(*part) != before {
                    changed.push(*part);
                }
            }
        }
        if !changed.is_empty() {
            self.tell_parts(changed);
        }
    }

    pub(super) fn set_save_state(&self, state: SaveState) {
        if self.0.save_state.replace(state.clone()) != state {
            self.0.programs.tell_save_state(&state);
            self.0.listeners.tell(Topic::Save);
        }
    }
}

trait ClonePart {
    fn clone_part(&self, part: Part) -> Assessment;
}

impl ClonePart for Assessment {
    /// An assessment that holds one part of this one only: parts are compared by it.
    fn clone_part(&self, part: Part) -> Assessment {
        let mut copy = Assessment::default();
        copy.take(part, self);
        copy
    }
}
