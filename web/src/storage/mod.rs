//! The browser's database: the only place that holds what a person enters, and the only module that knows IndexedDB.
//!
//! An assessment is stored in its [`Part`]s, one record each. A change is written by a transaction that reads the
//! parts concerned, applies the [`Edit`]s to what is stored, and writes them; two tabs never overwrite each other.
//! 'Saved' means that such a transaction has reported `complete` with durability `strict`.

mod ancestors;
mod database;
mod old_names;
mod snapshots;
mod told;
mod transaction;
mod versions;

pub use database::Database;
pub use old_names::Old;
pub use snapshots::Snapshot;
pub use transaction::{Mode, Transaction};
pub use versions::Version;

use crate::browser::arriving::Pace;
use crate::text::catalogue;
use readiness::{Assessment, Edit, Id, Timestamp, assessment::Part, shown};
use serde_json::Value;
use wasm_bindgen::JsValue;

/// The stores of the database.
pub mod stores {
    /// Title and moments of each assessment, by its id.
    pub const ASSESSMENTS: &str = "assessments";
    /// Parts of assessments, by `id/section/entry`.
    pub const PARTS: &str = "parts";
    /// Earlier versions of assessments, by `id/moment of the last change in it`; browsers know them by their first name.
    pub const VERSIONS: &str = "backups";
    /// Dated states that a person keeps, by `id/moment`.
    pub const SNAPSHOTS: &str = "snapshots";
    /// States that went to a colleague or came from one, by `id/digest`.
    pub const COPIES: &str = "copies";
    /// Choices that belong to this browser.
    pub const SETTINGS: &str = "settings";
    /// All of them.
    pub const ALL: [&str; 6] = [ASSESSMENTS, PARTS, VERSIONS, SNAPSHOTS, COPIES, SETTINGS];
}

/// What can go wrong with the browser's storage; each is a state of the page with its own advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageError {
    /// The browser has no database for us, as in some private windows.
    Missing,
    /// The browser neither opens the database nor says why: another tab may hold it, or the browser is at fault.
    Silent,
    /// The disk, or the share of it that the browser grants, is full.
    Full,
    /// The database was written by a newer version of the site.
    Newer,
    /// The assessment is no longer there: somebody removed it in another tab, or cleared the site's data.
    Gone,
    /// The person chose that nothing is kept.
    Unwanted,
    /// Anything else that the browser reports.
    Other(String),
}

/// The rest of the key of [`Part::Meta`], where it stands beside other parts.
const META: &str = "meta/";
/// That of [`Part::Profile`].
const PROFILE: &str = "profile/";

/// An assessment in the list of the home page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Its id.
    pub id: Id,
    /// What it is called, with all that is not seen.
    pub title: String,
    /// When it was last changed.
    pub updated: Timestamp,
}

/// An assessment as it was read, and the records in it that could not be.
pub struct Loaded {
    /// The assessment, without the damaged records.
    pub assessment: Assessment,
    /// The damaged records, as `section/entry`.
    pub damaged: Vec<String>,
}

/// The outcome of a written change.
pub struct Written {
    /// An assessment that holds the parts concerned, as they are stored now.
    pub stored: Assessment,
    /// Those parts.
    pub parts: Vec<Part>,
}

impl Database {
    /// All assessments that can be opened, the last changed first.
    ///
    /// # Errors
    /// When the browser can't read.
    pub async fn list(&self) -> Result<Vec<Summary>, StorageError> {
        let transaction = self.begin(&[stores::ASSESSMENTS, stores::PARTS], Mode::Read)?;
        let mut list = Vec::new();
        for (id, text) in transaction.all(stores::ASSESSMENTS, None).await? {
            let Some(mut it) = Id::parse(&id).map(|id| empty(&id)) else { continue };
            if it.set_record(META, &text, catalogue()).is_none() {
                // A damaged record must not hide the rest of the work.
                it.title = id;
            }
            if let Some(profile) = transaction.get(stores::PARTS, &it.id.key(PROFILE)).await? {
                let _ = it.set_record(PROFILE, &profile, catalogue());
            }
            let title = shown::text(it.name(catalogue()));
            list.push(Summary { id: it.id, title, updated: it.updated });
        }
        list.sort_by(|a, b| b.updated.cmp(&a.updated));
        Ok(list)
    }

    /// Reads an assessment; `None` if there is none with this id.
    ///
    /// # Errors
    /// When the browser can't read.
    pub async fn load(&self, id: &Id) -> Result<Option<Loaded>, StorageError> {
        let transaction = self.begin(&[stores::ASSESSMENTS, stores::PARTS], Mode::Read)?;
        let meta = transaction.get(stores::ASSESSMENTS, id);
        let parts = transaction.all(stores::PARTS, Some(id));
        let Some(meta) = meta.await? else { return Ok(None) };
        let mut loaded = Loaded { assessment: empty(id), damaged: Vec::new() };
        let parts = parts.await?;
        let mut pace = Pace::begin();
        for (key, text) in std::iter::once((id.key(META), meta)).chain(parts) {
            pace.rest().await;
            let part = Id::of_key(&key).map_or("", |(_, part)| part);
            if loaded.assessment.set_record(part, &text, catalogue()).is_none() {
                loaded.damaged.push(part.to_owned());
            }
        }
        Ok(Some(loaded))
    }

    /// Reads some parts of an assessment.
    ///
    /// # Errors
    /// When the browser can't read, or the assessment is gone.
    pub async fn read_parts(&self, id: &Id, parts: &[Part]) -> Result<Assessment, StorageError> {
        let transaction = self.begin(&[stores::ASSESSMENTS, stores::PARTS], Mode::Read)?;
        transaction.read_parts(id, parts).await
    }

    /// Applies changes to what is stored, and returns once they are safely written.
    ///
    /// # Errors
    /// When the browser can't write; nothing of these changes is stored then.
    pub async fn write(&self, id: &Id, edits: &[(Edit, Timestamp)]) -> Result<Written, StorageError> {
        let mut parts = vec![Part::Meta];
        for part in edits.iter().flat_map(|(edit, _)| edit.parts()) {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        let transaction = self.begin(&[stores::ASSESSMENTS, stores::PARTS], Mode::Write)?;
        let mut stored = transaction.read_parts(id, &parts).await?;
        for (edit, moment) in edits {
            stored.apply(edit, moment);
        }
        transaction.write_parts(&stored, &parts)?;
        transaction.done().await?;
        Ok(Written { stored, parts })
    }

    /// Writes a whole assessment in the place of whatever had its id.
    ///
    /// # Errors
    /// When the browser can't write; what was there before is still there then.
    pub async fn put(&self, assessment: &Assessment) -> Result<(), StorageError> {
        let transaction = self.begin(&[stores::ASSESSMENTS, stores::PARTS], Mode::Write)?;
        transaction.delete_all(stores::PARTS, &assessment.id).await?;
        transaction.write_parts(assessment, &assessment.parts())?;
        transaction.done().await
    }

    /// Writes a new assessment.
    ///
    /// # Errors
    /// When the browser can't write, or has one with its id; nothing of it is stored then.
    pub async fn add(&self, assessment: &Assessment) -> Result<(), StorageError> {
        let transaction = self.begin(&[stores::ASSESSMENTS, stores::PARTS], Mode::Write)?;
        transaction.add(stores::ASSESSMENTS, &assessment.id, "")?;
        transaction.write_parts(assessment, &assessment.parts())?;
        transaction.done().await
    }

    /// Removes an assessment. Its earlier versions and snapshots stay.
    ///
    /// # Errors
    /// When the browser can't write; the assessment is still there then.
    pub async fn remove(&self, id: &Id) -> Result<(), StorageError> {
        let transaction = self.begin(&[stores::ASSESSMENTS, stores::PARTS], Mode::Write)?;
        transaction.delete_all(stores::PARTS, id).await?;
        transaction.delete(stores::ASSESSMENTS, id)?;
        transaction.done().await
    }

    /// Removes everything.
    ///
    /// # Errors
    /// When the browser can't write; everything is still there then.
    pub async fn clear(&self) -> Result<(), StorageError> {
        let transaction = self.begin(&stores::ALL, Mode::Write)?;
        for store in stores::ALL {
            transaction.clear(store)?;
        }
        transaction.done().await
    }

    /// A choice that belongs to this browser.
    ///
    /// # Errors
    /// When the browser can't read.
    pub async fn setting(&self, name: &str) -> Result<Option<String>, StorageError> {
        self.begin(&[stores::SETTINGS], Mode::Read)?.get(stores::SETTINGS, name).await
    }

    /// Keeps a choice that belongs to this browser.
    ///
    /// # Errors
    /// When the browser can't write.
    pub async fn set_setting(&self, name: &str, value: &str) -> Result<(), StorageError> {
        let transaction = self.begin(&[stores::SETTINGS], Mode::Write)?;
        transaction.put(stores::SETTINGS, name, value)?;
        transaction.done().await
    }
}

impl Database {
    /// A file that the person has chosen, by the name under which it was kept.
    ///
    /// # Errors
    /// When the browser can't read.
    pub async fn handle(&self, name: &str) -> Result<Option<JsValue>, StorageError> {
        let handle = self.begin(&[stores::SETTINGS], Mode::Read)?.get_value(stores::SETTINGS, name).await?;
        Ok((!handle.is_undefined()).then_some(handle))
    }

    /// Keeps a file that the person has chosen, or (without one) forgets it.
    ///
    /// # Errors
    /// When the browser can't write.
    pub async fn keep_handle(&self, name: &str, handle: Option<&JsValue>) -> Result<(), StorageError> {
        let transaction = self.begin(&[stores::SETTINGS], Mode::Write)?;
        match handle {
            Some(handle) => transaction.put_value(stores::SETTINGS, name, handle)?,
            None => transaction.delete(stores::SETTINGS, name)?,
        }
        transaction.done().await
    }
}

impl Transaction {
    async fn read_parts(&self, id: &Id, parts: &[Part]) -> Result<Assessment, StorageError> {
        let meta = self.get(stores::ASSESSMENTS, id);
        let requests: Vec<_> = parts
            .iter()
            .filter(|part| **part != Part::Meta)
            .map(|part| (part.place(catalogue()), self.get(stores::PARTS, &key(id, *part))))
            .collect();
        let mut assessment = empty(id);
        // A damaged record counts as absent: the edit that comes next replaces it.
        let _ = assessment.set_record(META, &meta.await?.ok_or(StorageError::Gone)?, catalogue());
        for (part, request) in requests {
            if let Some(text) = request.await? {
                let _ = assessment.set_record(&part, &text, catalogue());
            }
        }
        Ok(assessment)
    }

    fn write_parts(&self, assessment: &Assessment, parts: &[Part]) -> Result<(), StorageError> {
        for part in parts {
            let (store, key) = record_of(&assessment.id, *part);
            match assessment.part_value(*part, catalogue()) {
                Some(value) => self.put(store, &key, &written(&value))?,
                None => self.delete(store, &key)?,
            }
        }
        Ok(())
    }
}

/// JSON as it is stored. Not by `Display`: that would bring the indented form along, 1 kB of the first load.
pub fn written(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Whether this is all of a key that follows its id in a store: of an id that itself holds slashes, it would be more.
fn is_rest(store: &str, rest: &str) -> bool {
    rest.matches('/').count() == usize::from(store == stores::PARTS)
}

fn empty(id: &Id) -> Assessment {
    Assessment { id: id.clone(), ..Assessment::default() }
}

/// The store and the key of a part's record.
pub fn record_of(id: &Id, part: Part) -> (&'static str, String) {
    match part {
        Part::Meta => (stores::ASSESSMENTS, id.to_string()),
        _ => (stores::PARTS, key(id, part)),
    }
}

/// The key of a part's record; of what all parts say of themselves, in a list.
pub fn key(id: &Id, part: Part) -> String {
    id.key(&part.place(catalogue()))
}

/// The part that a record's key names; `None` if this version knows no such part.
pub fn parse_key(key: &str) -> Option<Part> {
    Part::at(Id::of_key(key)?.1, catalogue())
}
