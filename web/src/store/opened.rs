//! Which assessment is open: it is shown, replaced by another state of itself, and remembered for the next visit.

use super::{SaveState, Store, history::History};
use crate::browser::window;
use crate::storage::{Loaded, StorageError};
use crate::text::say;
use gloo_timers::future::TimeoutFuture;
use readiness::Assessment;
use readiness::catalogue::Word;
use wasm_bindgen_futures::spawn_local;

/// The name under which the tab, and the database, remember which assessment is open.
const OPEN: &str = "stage-zero-open";

impl Store {
    /// Opens the database, and the assessment that is open in the other program or was open last in this tab. `me` is the
    /// name of this program.
    pub async fn start(&self, me: &'static str) {
        if let Err(error) = self.connected().await {
            self.set_save_state(SaveState::Failed(error));
        }
        self.follow_other_program(me);
        if self.read(|_| ()).is_some() {
            return;
        }
        let last = match session().and_then(|session| session.get_item(OPEN).ok().flatten()) {
            Some(id) => Some(id),
            None => self.setting(OPEN).await,
        };
        if let Some(id) = last {
            self.open(&id).await;
        }
        self.0.listeners.tell_all();
    }

    /// Opens an assessment; returns whether there is one with this id.
    pub async fn open(&self, id: &str) -> bool {
        self.settle().await;
        let Ok(database) = self.connected().await else { return false };
        let Ok(Some(Loaded { assessment, damaged })) = database.load(id).await else { return false };
        self.show(assessment);
        if let Some(record) = damaged.first() {
            let (n, record) = (damaged.len().to_string(), record.strip_prefix(id).unwrap_or(record));
            self.notify(say(Word::StorageDamaged, &[("n", &n), ("record", record)]), None);
        }
        self.remember_open(id);
        true
    }

    /// Reads the open assessment again, because another tab removed or replaced it.
    pub(super) fn reopen(&self, id: String) {
        let store = self.clone();
        spawn_local(async move {
            store.settle().await;
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
        if let (Some(session), true) = (session(), self.database().is_ok()) {
            let _ = session.set_item(OPEN, &assessment.id);
        }
        self.0.programs.tell_opened(Some(&assessment));
        self.replace(Some(assessment));
    }

    /// Puts another assessment, or another state of the same, in the place of the open one.
    pub(super) fn replace(&self, mut assessment: Option<Assessment>) {
        match &mut assessment {
            Some(fresh) if self.is_open(&fresh.id) => {
                for (edit, moment) in self.0.queue.borrow().iter() {
                    fresh.apply(edit, moment);
                }
            }
            _ => {
                // What waits still could not be stored, and belongs to the one that was open.
                self.0.queue.borrow_mut().clear();
                self.0.history.replace(History::default());
                self.0.steps.take();
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
        self.0.programs.tell_opened(None);
        self.replace(None);
    }

    /// Waits until all changes of both programs are stored, or can't be.
    pub(super) async fn settle(&self) {
        self.flush();
        self.0.programs.ask_to_store();
        while self.save_state() == SaveState::Saving {
            TimeoutFuture::new(5).await;
        }
    }

    pub(super) fn is_open(&self, id: &str) -> bool {
        self.read(|assessment| assessment.id == id).unwrap_or(false)
    }

    /// Opens this one at the next visit. Nobody waits until that is safely on the disk, the first view least of all.
    pub(super) fn remember_open(&self, id: &str) {
        if let Ok(database) = self.database() {
            let id = id.to_owned();
            spawn_local(async move { drop(database.set_setting(OPEN, &id).await) });
        }
    }
}

fn session() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}
