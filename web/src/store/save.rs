//! From the queue to the database.

use super::{Store, Topic};
use crate::browser::persist_once;
use crate::storage::StorageError;
use gloo_timers::callback::Timeout;
use js_sys::Date;
use readiness::{Assessment, Edit, Timestamp, assessment::Part};
use std::cell::{Cell, RefCell};
use wasm_bindgen_futures::spawn_local;

/// How long after a keystroke text is stored at the latest, in milliseconds, however long one goes on typing.
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

/// A change that no transaction has stored yet.
pub struct Waiting {
    /// The change.
    pub edit: Edit,
    /// What takes it back.
    pub undo: Edit,
    /// When it was made.
    pub moment: Timestamp,
}

thread_local! {
    static TIMER: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    /// When the last keystroke was, in milliseconds.
    static TYPED: Cell<f64> = const { Cell::new(0.0) };
}

impl Store {
    /// Why nothing can be stored, until something is: while it is tried again, too.
    pub fn trouble(&self) -> Option<StorageError> {
        self.0.trouble.borrow().clone()
    }

    /// Where the person's last change is.
    pub fn save_state(&self) -> SaveState {
        self.0.save_state.borrow().clone()
    }

    /// Tries again to store what could not be stored; an assessment that is not there is stored as it is in this page. Where
    /// nothing could be opened, that is tried again.
    pub fn try_again(&self) {
        let store = *self;
        spawn_local(async move {
            let open = store.read(Clone::clone);
            let missing = match (&open, store.connected().await) {
                (Some(open), Ok(database)) => matches!(database.load(&open.id).await, Ok(None)),
                (None, Ok(_)) => {
                    store.set_save_state(SaveState::Saved);
                    store.open_last().await;
                    return;
                }
                _ => false,
            };
            if let (true, Some(open)) = (missing, open) {
                match store.put_back(&open).await {
                    Ok(()) => {
                        store.0.queue.borrow_mut().clear();
                        store.renew_note();
                        store.set_save_state(SaveState::Saved);
                        store.stays_open(&open.id);
                        store.remember_open(&open.id);
                    }
                    Err(error) => store.set_save_state(SaveState::Failed(error)),
                }
            }
            store.flush();
        });
    }

    /// Puts a change into the queue, and stores the queue when the change is shown; text a moment after the first
    /// keystroke, since a pause may be long in coming.
    pub(super) fn enqueue(&self, edit: Edit, undo: Edit, moment: Timestamp) {
        self.0.queue.borrow_mut().push(Waiting { edit, undo, moment });
        self.set_save_state(SaveState::Saving);
        let typing = self.0.queue.borrow().iter().all(|waiting| waiting.edit.is_typed());
        if typing {
            TYPED.set(Date::now());
        }
        if !typing || TIMER.with_borrow(Option::is_none) {
            self.flush_in(if typing { TYPING_PAUSE } else { PAINTING_PAUSE });
        }
    }

    fn flush_in(&self, pause: u32) {
        let store = *self;
        TIMER.set(Some(Timeout::new(pause, move || store.flush())));
    }

    /// Stores what waits in the queue. Does nothing while a transaction is under way: it looks again when it is done.
    pub fn flush(&self) {
        TIMER.set(None);
        if self.0.saving.get() {
            return;
        }
        if self.0.queue.borrow().is_empty() {
            if *self.0.save_state.borrow() == SaveState::Saving {
                self.set_save_state(SaveState::Saved);
            }
            return;
        }
        self.0.saving.set(true);
        let store = *self;
        spawn_local(async move {
            let result = store.write_queue().await;
            store.0.saving.set(false);
            match result {
                Err(error) => store.set_save_state(SaveState::Failed(error)),
                Ok(()) => {
                    // After a failure, too, the mark goes on to 'Saved'; until then what helps out of it stays.
                    store.set_save_state(SaveState::Saving);
                    // Unless another wait has begun meanwhile.
                    if TIMER.with_borrow(Option::is_none) {
                        store.flush_in(store.calm());
                    }
                }
            }
        });
    }

    /// How long to wait until the mark may change: it does not flicker, and is not read out, between two keystrokes.
    fn calm(&self) -> u32 {
        let typed = TYPED.get() + f64::from(TYPING_PAUSE) - Date::now();
        if self.0.queue.borrow().is_empty() { typed.max(0.0) as u32 } else { 0 }
    }

    async fn write_queue(&self) -> Result<(), StorageError> {
        let database = self.connected().await?;
        let id = self.read(|assessment| assessment.id.clone()).ok_or(StorageError::Gone)?;
        if Date::now() - self.0.backed_up.get() > STRETCH {
            self.0.backed_up.set(Date::now());
            // Where there is no room for it, the work itself still comes first.
            let _ = database.keep_version(&id, STRETCH).await;
        }
        let edits: Vec<_> =
            self.0.queue.borrow().iter().map(|waiting| (waiting.edit.clone(), waiting.moment.clone())).collect();
        let written = database.write(&id, &edits).await?;
        let mut queue = self.0.queue.borrow_mut();
        let written_of_it = edits.len().min(queue.len());
        queue.drain(..written_of_it);
        drop(queue);
        self.adopt(&written.stored, &written.parts);
        self.renew_note();
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
            for Waiting { edit, moment, .. } in self.0.queue.borrow().iter() {
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
        match &state {
            SaveState::Saved => _ = self.0.trouble.take(),
            SaveState::Saving => {}
            SaveState::Failed(error) => _ = self.0.trouble.replace(Some(error.clone())),
        }
        if self.0.save_state.replace(state.clone()) != state {
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
