//! The browser's database: the only place that holds what a person enters, and the only module that knows IndexedDB.
//!
//! An assessment is stored in its [`Part`]s, one record each. A change is written by a transaction that reads the
//! parts concerned, applies the [`Edit`]s to what is stored, and writes them; two tabs never overwrite each other.
//! 'Saved' means that such a transaction has reported `complete` with durability `strict`.

mod backups;
mod copies;
mod database;
mod snapshots;
mod told;
mod transaction;

pub use backups::Version;
pub use database::Database;
pub use snapshots::Snapshot;
pub use transaction::{Mode, Transaction};

use crate::text::catalogue;
use readiness::{Assessment, Edit, Timestamp, assessment::Part};
use serde_json::Value;

/// The stores of the database.
pub mod stores {
    /// Title and moments of each assessment, by its id.
    pub const ASSESSMENTS: &str = "assessments";
    /// Parts of assessments, by `id/section/entry`.
    pub const PARTS: &str = "parts";
    /// Earlier versions of assessments, by `id/moment of the last change in it`.
    pub const BACKUPS: &str = "backups";
    /// Dated states that a person keeps, by `id/moment`.
    pub const SNAPSHOTS: &str = "snapshots";
    /// States that went to a colleague or came from one, by `id/digest`.
    pub const COPIES: &str = "copies";
    /// Choices that belong to this browser.
    pub const SETTINGS: &str = "settings";
    /// All of them.
    pub const ALL: [&str; 6] = [ASSESSMENTS, PARTS, BACKUPS, SNAPSHOTS, COPIES, SETTINGS];
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

/// An assessment in the list of the home page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When it was last changed.
    pub updated: Timestamp,
}

/// An assessment as it was read, and the records in it that could not be.
pub struct Loaded {
    /// The assessment, without the damaged records.
    pub assessment: Assessment,
    /// The keys of the damaged records.
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
    /// All assessments, the last changed first.
    ///
    /// # Errors
    /// When the browser can't read.
    pub async fn list(&self) -> Result<Vec<Summary>, StorageError> {
        let transaction = self.begin(&[stores::ASSESSMENTS], Mode::Read)?;
        let mut list: Vec<_> = transaction
            .all(stores::ASSESSMENTS, None)
            .await?
            .into_iter()
            .map(|(id, text)| {
                let mut summary = empty(&id);
                if summary.set_record(&format!("{id}/meta/"), &text).is_none() {
                    // A damaged record must not hide the rest of the work.
                    summary.title.clone_from(&id);
                }
                Summary { id, title: summary.title, updated: summary.updated }
            })
            .collect();
        list.sort_by(|a, b| b.updated.cmp(&a.updated));
        Ok(list)
    }

    /// Reads an assessment; `None` if there is none with this id.
    ///
    /// # Errors
    /// When the browser can't read.
    pub async fn load(&self, id: &str) -> Result<Option<Loaded>, StorageError> {
        let transaction = self.begin(&[stores::ASSESSMENTS, stores::PARTS], Mode::Read)?;
        let meta = transaction.get(stores::ASSESSMENTS, id);
        let parts = transaction.all(stores::PARTS, Some(id));
        let Some(meta) = meta.await? else { return Ok(None) };
        let mut loaded = Loaded { assessment: empty(id), damaged: Vec::new() };
        for (key, text) in std::iter::once((format!("{id}/meta/"), meta)).chain(parts.await?) {
            if loaded.assessment.set_record(&key, &text).is_none() {
                loaded.damaged.push(key);
            }
        }
        Ok(Some(loaded))
    }

    /// Reads some parts of an assessment.
    ///
    /// # Errors
    /// When the browser can't read, or the assessment is gone.
    pub async fn read_parts(&self, id: &str, parts: &[Part]) -> Result<Assessment, StorageError> {
        let transaction = self.begin(&[stores::ASSESSMENTS, stores::PARTS], Mode::Read)?;
        transaction.read_parts(id, parts).await
    }

    /// Applies changes to what is stored, and returns once they are safely written.
    ///
    /// # Errors
    /// When the browser can't write; nothing of these changes is stored then.
    pub async fn write(&self, id: &str, edits: &[(Edit, Timestamp)]) -> Result<Written, StorageError> {
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
        transaction.delete_all(stores::PARTS, &assessment.id)?;
        transaction.write_parts(assessment, &assessment.parts())?;
        transaction.done().await
    }

    /// Removes an assessment. Its earlier versions and snapshots stay.
    ///
    /// # Errors
    /// When the browser can't write; the assessment is still there then.
    pub async fn remove(&self, id: &str) -> Result<(), StorageError> {
        let transaction = self.begin(&[stores::ASSESSMENTS, stores::PARTS], Mode::Write)?;
        transaction.delete_all(stores::PARTS, id)?;
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

impl Transaction {
    async fn read_parts(&self, id: &str, parts: &[Part]) -> Result<Assessment, StorageError> {
        let meta = self.get(stores::ASSESSMENTS, id);
        let requests: Vec<_> = parts
            .iter()
            .filter(|part| **part != Part::Meta)
            .map(|part| (key(id, *part), self.get(stores::PARTS, &key(id, *part))))
            .collect();
        let mut assessment = empty(id);
        // A damaged record counts as absent: the edit that comes next replaces it.
        let _ = assessment.set_record(&format!("{id}/meta/"), &meta.await?.ok_or(StorageError::Gone)?);
        for (key, request) in requests {
            if let Some(text) = request.await? {
                let _ = assessment.set_record(&key, &text);
            }
        }
        Ok(assessment)
    }

    fn write_parts(&self, assessment: &Assessment, parts: &[Part]) -> Result<(), StorageError> {
        for part in parts {
            let value = assessment.part_value(*part, catalogue()).map(|value| written(&value));
            match (part, value) {
                (Part::Meta, Some(text)) => self.put(stores::ASSESSMENTS, &assessment.id, &text)?,
                (_, Some(text)) => self.put(stores::PARTS, &key(&assessment.id, *part), &text)?,
                (_, None) => self.delete(stores::PARTS, &key(&assessment.id, *part))?,
            }
        }
        Ok(())
    }
}

trait Record {
    /// Takes over a record; `None` if it is damaged.
    fn set_record(&mut self, key: &str, text: &str) -> Option<()>;
}

impl Record for Assessment {
    fn set_record(&mut self, key: &str, text: &str) -> Option<()> {
        let value: Value = serde_json::from_str(text).ok()?;
        self.set_part(parse_key(key)?, &value, catalogue()).ok()
    }
}

/// JSON as it is stored. Not by `Display`: that would bring the indented form along, 1 kB of the first program.
pub fn written(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn empty(id: &str) -> Assessment {
    Assessment { id: id.to_owned(), ..Assessment::default() }
}

/// The key of a part's record.
pub fn key(id: &str, part: Part) -> String {
    format!("{id}/{}/{}", part.section(), part.id(catalogue()))
}

/// The part that a record's key names; `None` if this version knows no such part.
pub fn parse_key(key: &str) -> Option<Part> {
    let mut fields = key.rsplitn(3, '/');
    let entry = fields.next()?;
    Part::parse(fields.next()?, entry, catalogue())
}
