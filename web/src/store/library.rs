//! The assessments of this browser: which there are, and how one comes and goes.

use super::{SaveState, Store, Topic};
use crate::browser::{host, new_id, now, remove_traces};
use crate::storage::{Loaded, StorageError, Summary};
use crate::text::catalogue;
use readiness::assessment::Part;
use readiness::file::FileError;
use readiness::{Assessment, report};

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
    /// All assessments of this browser, the last changed first.
    ///
    /// # Errors
    /// When there is no database, or it can't be read.
    pub async fn list(&self) -> Result<Vec<Summary>, StorageError> {
        let database = self.database()?;
        database.list().await
    }

    /// An assessment as it is now: the open one even where it could not be stored.
    pub async fn present(&self, id: &str) -> Result<Assessment, StorageError> {
        self.settle().await;
        if let Some(open) = self.read(|open| (open.id == id).then(|| open.clone())).flatten() {
            return Ok(open);
        }
        Ok(self.database()?.load(id).await?.ok_or(StorageError::Gone)?.assessment)
    }

    /// Creates an assessment and opens it: an empty one, but for what the host of the site knows of everybody.
    pub async fn create(&self, title: &str) {
        let mut assessment = Assessment::new(new_id(), title, now());
        if let Ok(profile) = serde_json::from_str(&host::says("profile")) {
            let _ = assessment.set_part(Part::Profile, &profile, catalogue());
        }
        let _ = self.add(assessment).await;
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
                self.note_taken();
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
                self.remember_open(&id);
            }
            Err(error) => self.set_save_state(SaveState::Failed(error.clone())),
        }
        stored
    }

    pub(super) fn library_changed(&self, id: &str) {
        self.0.listeners.tell(Topic::Library);
        self.0.tabs.tell_library(id);
    }
}
