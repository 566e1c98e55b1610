//! The assessments of this browser: which there are, and which one is open.

use super::{SaveState, Store, Topic, history::History};
use crate::browser::{new_id, now, remove_traces, window};
use crate::storage::{Database, Loaded, StorageError, Summary};
use crate::text::{catalogue, say};
use gloo_timers::future::TimeoutFuture;
use readiness::catalogue::Word;
use readiness::file::FileError;
use readiness::{Assessment, Date, Timestamp, report};
use wasm_bindgen_futures::spawn_local;

/// The name under which the tab remembers which assessment is open.
const OPEN: &str = "stage-zero-open";
/// The settings with the moment of the last copy, and of the last reminder, of each assessment: `name/id`.
const TAKEN: &str = "taken";
const REMINDED: &str = "reminded";

/// What came of bringing a file in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// It is open now; ids in it that this version does not know are listed.
    Opened {
        /// `section id`, one each.
        unknown: Vec<String>,
    },
    /// It could not be read; nothing has changed.
    Unreadable(FileError),
    /// It was read, but could not be stored.
    NotStored(StorageError),
}

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

    /// All assessments of this browser, the last changed first.
    ///
    /// # Errors
    /// When there is no database, or it can't be read.
    pub async fn list(&self) -> Result<Vec<Summary>, StorageError> {
        let database = self.database()?;
        database.list().await
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
        let _ = database.set_setting(OPEN, id).await;
        true
    }

    /// An assessment as it is now: the open one even where it could not be stored.
    pub async fn present(&self, id: &str) -> Result<Assessment, StorageError> {
        self.settle().await;
        if let Some(open) = self.read(|open| (open.id == id).then(|| open.clone())).flatten() {
            return Ok(open);
        }
        Ok(self.database()?.load(id).await?.ok_or(StorageError::Gone)?.assessment)
    }

    /// Creates an empty assessment and opens it.
    pub async fn create(&self, title: &str) {
        let _ = self.add(Assessment::new(new_id(), title, now())).await;
    }

    /// Brings in the text of an assessment file or of a report as an assessment of its own, and opens it. If this browser has one with the same id and
    /// another content, the file becomes a copy beside it.
    pub async fn import(&self, text: &str, copy_title: impl Fn(&str) -> String) -> Opening {
        let mut assessment = match report::open(text, catalogue()) {
            Ok(assessment) => assessment,
            Err(error) => return Opening::Unreadable(error),
        };
        let unknown = assessment.unknown_ids(catalogue());
        let digest = assessment.state_digest(catalogue());
        self.settle().await;
        if let Ok(database) = self.database()
            && let Ok(Some(known)) = database.load(&assessment.id).await
        {
            if known.assessment == assessment {
                self.open(&assessment.id).await;
                return Opening::Opened { unknown };
            }
            assessment.id = new_id();
            assessment.title = copy_title(&assessment.title);
        }
        self.received(&assessment, &digest).await;
        match self.add(assessment).await {
            Ok(()) => {
                // There is a file of it.
                self.note(TAKEN);
                Opening::Opened { unknown }
            }
            Err(error) => Opening::NotStored(error),
        }
    }

    /// Makes a copy of an assessment under another title; the copy is not opened.
    pub async fn duplicate(&self, id: &str, title: impl Fn(&str) -> String) -> Result<(), StorageError> {
        self.settle().await;
        let database = self.database()?;
        let Loaded { mut assessment, .. } = database.load(id).await?.ok_or(StorageError::Gone)?;
        assessment.id = new_id();
        assessment.title = title(&assessment.title);
        assessment.created = now();
        database.put(&assessment).await?;
        self.library_changed(&assessment.id);
        Ok(())
    }

    /// Gives an assessment another title.
    pub async fn rename(&self, id: &str, title: &str) -> Result<(), StorageError> {
        self.settle().await;
        let database = self.database()?;
        database.write(id, &[(readiness::Edit::Title(title.to_owned()), now())]).await?;
        self.library_changed(id);
        if self.is_open(id) {
            self.open(id).await;
        }
        Ok(())
    }

    /// Removes an assessment and returns it, so that it can be put back.
    pub async fn remove(&self, id: &str) -> Result<Assessment, StorageError> {
        self.settle().await;
        let database = self.database()?;
        let Loaded { assessment, .. } = database.load(id).await?.ok_or(StorageError::Gone)?;
        // Where there is no room for a version, removing must still be possible: it makes room.
        let _ = database.back_up(id, 0.0).await;
        database.remove(id).await?;
        if self.is_open(id) {
            self.close();
        }
        self.library_changed(id);
        Ok(assessment)
    }

    /// Removes all that this site keeps in the browser: its database, and what else there is under its name.
    pub async fn remove_everything(&self) -> Result<(), StorageError> {
        self.settle().await;
        let database = self.connected().await?;
        database.clear().await?;
        self.close();
        self.library_changed("");
        // Both programs and other tabs close their connection when they are asked to, and the browser then removes it.
        database.remove_database()?;
        Ok(remove_traces().await?)
    }

    /// Puts back what was removed.
    pub async fn put_back(&self, assessment: &Assessment) -> Result<(), StorageError> {
        self.connected().await?.put(assessment).await?;
        self.library_changed(&assessment.id);
        Ok(())
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

    /// Stores a new assessment and opens it. Without a database it is open in memory.
    pub(super) async fn add(&self, assessment: Assessment) -> Result<(), StorageError> {
        self.settle().await;
        let stored = match self.connected().await {
            Ok(database) => database.put(&assessment).await,
            Err(error) => Err(error),
        };
        let id = assessment.id.clone();
        self.show(assessment);
        match &stored {
            Ok(()) => {
                self.library_changed(&id);
                if let Ok(database) = self.database() {
                    let _ = database.set_setting(OPEN, &id).await;
                }
            }
            Err(error) => self.set_save_state(SaveState::Failed(error.clone())),
        }
        stored
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
    fn close(&self) {
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

    async fn setting(&self, name: &str) -> Option<String> {
        self.database().ok()?.setting(name).await.ok()?
    }

    pub(super) fn is_open(&self, id: &str) -> bool {
        self.read(|assessment| assessment.id == id).unwrap_or(false)
    }

    pub(super) fn library_changed(&self, id: &str) {
        self.0.listeners.tell(Topic::Library);
        self.0.tabs.tell_library(id);
    }

    pub(super) fn database(&self) -> Result<Database, StorageError> {
        self.0.database.borrow().clone()
    }

    /// The database, opened again if it was lost, unless it belongs to a newer version or nothing may be kept.
    pub(super) async fn connected(&self) -> Result<Database, StorageError> {
        if !matches!(self.database(), Ok(_) | Err(StorageError::Newer | StorageError::Unwanted)) {
            let store = self.clone();
            let opened = Database::open(move |error| store.lost(error)).await;
            *self.0.database.borrow_mut() = opened;
        }
        self.database()
    }

    /// The database can't be used any more; what is open stays in memory.
    fn lost(&self, error: StorageError) {
        *self.0.database.borrow_mut() = Err(error.clone());
        if self.read(|_| ()).is_some() || error != StorageError::Gone {
            self.set_save_state(SaveState::Failed(error));
        }
    }

    /// Keeps nothing from now on: all work stays in the memory of this page.
    pub fn keep_nothing(&self) {
        *self.0.database.borrow_mut() = Err(StorageError::Unwanted);
        self.set_save_state(SaveState::Failed(StorageError::Unwanted));
    }

    /// The person has the open assessment as a file now.
    pub fn taken(&self) {
        self.0.taken.set(true);
        self.0.programs.tell_taken();
        self.note(TAKEN);
    }

    /// The person does not want to be reminded of a copy for a while.
    pub fn remind_later(&self) {
        self.note(REMINDED);
    }

    /// Since which day work on the open assessment goes on without a copy and without a reminder; `None` if nothing has
    /// changed since the last copy, or nothing can be stored anyway.
    pub async fn without_copy_since(&self) -> Option<Date> {
        let (id, created, updated) = self.read(|it| (it.id.clone(), it.created.clone(), it.updated.clone()))?;
        let taken = self.setting(&format!("{TAKEN}/{id}")).await;
        let reminded = self.setting(&format!("{REMINDED}/{id}")).await;
        let since = taken.clone().max(reminded).map_or(created.clone(), Timestamp::new);
        (updated > taken.map_or(created, Timestamp::new)).then(|| since.day()).flatten()
    }

    /// Notes that something was done about the open assessment just now.
    fn note(&self, what: &str) {
        let (Ok(database), Some(id)) = (self.database(), self.read(|open| open.id.clone())) else { return };
        let name = format!("{what}/{id}");
        spawn_local(async move { drop(database.set_setting(&name, now().as_str()).await) });
    }

    /// Whether leaving the page would lose work: it is neither stored nor taken away as a file.
    pub fn would_lose_work(&self) -> bool {
        !self.0.taken.get() && matches!(self.save_state(), SaveState::Failed(_))
    }
}

fn session() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}
