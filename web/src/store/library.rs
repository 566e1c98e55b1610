//! The assessments of this browser: which there are, and how one comes and goes.

use super::{SaveState, Store, Topic};
use crate::browser::{host, new_id, now, remove_site_data};
use crate::storage::{Loaded, Old, StorageError, Summary};
use crate::text::catalogue;
use readiness::assessment::Part;
use readiness::{Assessment, Id, shown};

/// What came of bringing a file in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// It is open now; ids in it that this version does not know are listed.
    Opened {
        /// `section id`, one each.
        unknown: Vec<String>,
        /// What the file says about what is not in it.
        remains: Vec<String>,
    },
    /// This browser has another state of it, and nobody has said yet that the file comes beside it; nothing has changed.
    Clash(Summary),
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

    /// The assessments that can't be opened under the ids that they have; none where nothing can be read.
    pub async fn old(&self) -> Vec<Old> {
        let Ok(database) = self.database() else { return Vec::new() };
        database.old().await.unwrap_or_default()
    }

    /// Gives one of these an id under which it can be opened.
    pub async fn move_old(&self, old: &str) -> Result<(), StorageError> {
        let id = new_id();
        self.database()?.move_old(old, &id).await?;
        self.library_changed(Some(&id));
        Ok(())
    }

    /// An assessment as it is now: the open one even where it could not be stored.
    pub async fn present(&self, id: &Id) -> Result<Assessment, StorageError> {
        self.wait_until_stored().await;
        if let Some(open) = self.read(|open| (open.id == *id).then(|| open.clone())).flatten() {
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

    /// Brings in what a file holds as an assessment of its own, and opens it. If this browser has another state of the same,
    /// the file becomes a copy beside it, under the title that `beside` makes of its own.
    pub async fn import(&self, file: &Assessment, beside: Option<impl Fn(&str) -> String>) -> Opening {
        let mut assessment = file.clone();
        let (unknown, remains) = (assessment.unknown_ids(catalogue()), assessment.remains(catalogue()));
        self.wait_until_stored().await;
        if let Ok(database) = self.database()
            && let Ok(Some(known)) = database.load(&assessment.id).await
        {
            if known.assessment == assessment {
                self.open(&assessment.id).await;
                return Opening::Opened { unknown, remains };
            }
            let Some(title) = beside else {
                let title = shown::text(known.assessment.name(catalogue()));
                let Assessment { id, updated, .. } = known.assessment;
                return Opening::Clash(Summary { id, title, updated });
            };
            assessment.id = new_id();
            assessment.title = title(assessment.name(catalogue()));
        }
        self.received(&assessment, file).await;
        match self.add(assessment).await {
            Ok(()) => {
                // There is a file of it.
                self.note_taken();
                Opening::Opened { unknown, remains }
            }
            Err(error) => Opening::NotStored(error),
        }
    }

    /// Makes a copy of an assessment under another title; the copy is not opened.
    pub async fn duplicate(&self, id: &Id, title: impl Fn(&str) -> String) -> Result<(), StorageError> {
        self.wait_until_stored().await;
        let database = self.database()?;
        let Loaded { mut assessment, .. } = database.load(id).await?.ok_or(StorageError::Gone)?;
        assessment.id = new_id();
        assessment.title = title(assessment.name(catalogue()));
        assessment.created = now();
        database.add(&assessment).await?;
        self.library_changed(Some(&assessment.id));
        Ok(())
    }

    /// Gives an assessment another title.
    pub async fn rename(&self, id: &Id, title: &str) -> Result<(), StorageError> {
        self.wait_until_stored().await;
        let database = self.database()?;
        database.write(id, &[(readiness::Edit::title(title.to_owned()), now())]).await?;
        self.library_changed(Some(id));
        if self.is_open(id) {
            self.open(id).await;
        }
        Ok(())
    }

    /// Removes an assessment and returns it, so that it can be put back.
    pub async fn remove(&self, id: &Id) -> Result<Assessment, StorageError> {
        self.wait_until_stored().await;
        let database = self.database()?;
        let Loaded { assessment, .. } = database.load(id).await?.ok_or(StorageError::Gone)?;
        // Where there is no room for a version, removing must still be possible: it makes room.
        let _ = database.keep_version(id, 0.0).await;
        database.remove(id).await?;
        if self.is_open(id) {
            self.close();
        }
        self.library_changed(Some(id));
        Ok(assessment)
    }

    /// Removes all that this site keeps in the browser: its database, and what else there is under its name.
    pub async fn remove_everything(&self) -> Result<(), StorageError> {
        self.wait_until_stored().await;
        let database = self.database_anyway().await?;
        database.clear().await?;
        self.close();
        self.library_changed(None);
        // This tab and others close their connection when they are asked to, and the browser then removes it.
        database.remove_database()?;
        Ok(remove_site_data().await?)
    }

    /// Puts back what was removed.
    pub async fn put_back(&self, assessment: &Assessment) -> Result<(), StorageError> {
        self.connected().await?.put(assessment).await?;
        self.library_changed(Some(&assessment.id));
        Ok(())
    }

    /// Stores a new assessment and opens it. Without a database it is open in memory.
    pub(super) async fn add(&self, assessment: Assessment) -> Result<(), StorageError> {
        self.wait_until_stored().await;
        let stored = match self.connected().await {
            Ok(database) => database.add(&assessment).await,
            Err(error) => Err(error),
        };
        let id = assessment.id.clone();
        self.show(assessment);
        match &stored {
            Ok(()) => {
                self.library_changed(Some(&id));
                self.remember_open(&id);
            }
            Err(error) => self.set_save_state(SaveState::Failed(error.clone())),
        }
        stored
    }

    pub(super) fn library_changed(&self, id: Option<&Id>) {
        self.0.listeners.tell(Topic::Library);
        self.0.tabs.tell_library(id);
    }
}
