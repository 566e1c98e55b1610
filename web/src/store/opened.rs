//! Which assessment is open: it is shown, replaced by another state of itself, and remembered for the next visit.

use super::left::local;
use super::watch::watch_over_work;
use super::{SaveState, Store, Topic, history::History, save::Waiting};
use crate::browser::window;
use crate::storage::{Loaded, StorageError};
use crate::text::{say, t};
use gloo_timers::future::TimeoutFuture;
use readiness::catalogue::Word;
use readiness::{Assessment, Id};
use wasm_bindgen_futures::spawn_local;

/// The name under which the tab, and the database, remember which assessment is open.
const OPEN: &str = "stage-zero-open";

/// The mark by which the next visit knows, before it asks the database, that somebody has worked here. `web/boot/begun.js`
/// knows it too.
const BEGUN: &str = "stage-zero-begun";

impl Store {
    /// Opens the database, and the assessment that was open last in this tab.
    pub async fn start(&self) {
        if let Err(error) = self.connected().await {
            self.set_save_state(SaveState::Failed(error));
        }
        self.0.tabs.open();
        self.store_when_left();
        watch_over_work();
        self.open_last().await;
        self.0.listeners.tell(Topic::Opened);
    }

    /// Opens the assessment that was open last in this tab, or else in this browser.
    pub(super) async fn open_last(&self) {
        let last = match session().and_then(|session| session.get_item(OPEN).ok().flatten()) {
            Some(id) => Some(id),
            None => self.setting(OPEN).await,
        };
        if let Some(id) = last.and_then(|id| Id::parse(&id)) {
            self.open(&id).await;
        }
    }

    /// Begins an assessment; said to keep nothing, in the memory of this page only.
    pub async fn begin(&self, in_memory_only: bool) {
        if in_memory_only {
            self.keep_in_memory_only();
        }
        self.create(t(Word::HomeNewTitle)).await;
    }

    /// Opens an assessment; returns whether there is one with this id.
    pub async fn open(&self, id: &Id) -> bool {
        self.wait_until_stored().await;
        let Ok(database) = self.connected().await else { return false };
        let Ok(Some(Loaded { assessment, damaged })) = database.load(id).await else { return false };
        self.show(assessment);
        if let Some(record) = damaged.first() {
            let n = damaged.len().to_string();
            self.notify(say(Word::StorageDamaged, &[("n", &n), ("record", record)]), None);
        }
        self.remember_open(id);
        true
    }

    /// Reads the open assessment again, because another tab removed or replaced it.
    pub(super) fn reopen(&self, id: Id) {
        let store = *self;
        spawn_local(async move {
            store.wait_until_stored().await;
            let Ok(database) = store.connected().await else { return };
            let Ok(loaded) = database.load(&id).await else { return };
            // Meanwhile the person may have opened another one; that stays open then.
            match loaded.filter(|_| store.is_open(&id)) {
                Some(loaded) => store.show(loaded.assessment),
                None if store.is_open(&id) => store.set_save_state(SaveState::Failed(StorageError::Gone)),
                None => {}
            }
        });
    }

    pub(super) fn show(&self, assessment: Assessment) {
        self.stays_open(&assessment.id);
        self.replace(Some(assessment));
    }

    /// Opens this one again when this tab is loaded anew, if it is stored.
    pub(super) fn stays_open(&self, id: &Id) {
        if let (Some(session), true) = (session(), self.database().is_ok()) {
            let _ = session.set_item(OPEN, id);
        }
    }

    /// Puts another assessment, or another state of the same, in the place of the open one.
    pub(super) fn replace(&self, mut assessment: Option<Assessment>) {
        match &mut assessment {
            Some(fresh) if self.is_open(&fresh.id) => {
                for Waiting { edit, moment, .. } in self.0.queue.borrow().iter() {
                    fresh.apply(edit, moment);
                }
            }
            _ => {
                // What waits still could not be stored, and belongs to the one that was open.
                self.0.queue.borrow_mut().clear();
                self.0.history.replace(History::default());
                self.0.backed_up.set(0.0);
                self.0.taken.set(true);
            }
        }
        if self.0.queue.borrow().is_empty() {
            let trouble = self.database().err().map(SaveState::Failed);
            self.set_save_state(trouble.unwrap_or(SaveState::Saved));
        }
        self.0.assessment.replace(assessment);
        self.0.listeners.tell_all();
    }

    /// Shows no assessment any more.
    pub(super) fn close(&self) {
        if let Some(session) = session() {
            let _ = session.remove_item(OPEN);
        }
        self.replace(None);
    }

    /// Waits until all changes are stored, or can't be.
    pub(super) async fn wait_until_stored(&self) {
        loop {
            self.flush();
            if self.save_state() != SaveState::Saving {
                return;
            }
            TimeoutFuture::new(5).await;
        }
    }

    pub(super) fn is_open(&self, id: &Id) -> bool {
        self.read(|assessment| assessment.id == *id).unwrap_or(false)
    }

    /// Opens this one at the next visit. Nobody waits until that is safely on the disk, the first view least of all.
    pub(super) fn remember_open(&self, id: &Id) {
        if let Ok(database) = self.database() {
            let _ = local().map(|local| local.set_item(BEGUN, "1"));
            let id = id.clone();
            spawn_local(async move { drop(database.set_setting(OPEN, &id).await) });
        }
    }
}

/// Whether somebody has worked here before, as far as that can be known without the database.
pub fn has_begun() -> bool {
    let has =
        |storage: Option<web_sys::Storage>, name| storage.is_some_and(|it| matches!(it.get_item(name), Ok(Some(_))));
    has(session(), OPEN) || has(local(), BEGUN)
}

fn session() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}
