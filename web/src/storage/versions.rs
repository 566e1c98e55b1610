//! Earlier versions of assessments, kept without being asked: what was there before a stretch of work, and before
//! anything that replaces or removes an assessment.

use super::{Database, META, Mode, StorageError, Transaction, empty, stores};
use crate::text::catalogue;
use js_sys::Date;
use readiness::{Assessment, Id, Timestamp};
use serde_json::Value;

/// How many versions of an assessment are kept.
const MOST: usize = 10;

/// An earlier version of an assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// When the last change in it was made.
    pub moment: Timestamp,
    /// The state.
    pub assessment: Assessment,
    /// What is stored of it, so that it can be put back after it was removed.
    record: String,
}

impl Database {
    /// Keeps an assessment as it is stored now, records that can't be read included, and lets go of the oldest versions
    /// beyond ten. Does nothing if the newest version is less than `apart` milliseconds of work older.
    ///
    /// # Errors
    /// When the browser can't write.
    pub async fn keep_version(&self, id: &Id, apart: f64) -> Result<(), StorageError> {
        let transaction = self.begin(&[stores::ASSESSMENTS, stores::PARTS, stores::VERSIONS], Mode::Write)?;
        transaction.keep_version(id, apart).await?;
        transaction.done().await
    }

    /// All earlier versions in this browser, of present and of deleted assessments, the newest of each first.
    ///
    /// # Errors
    /// When the browser can't read.
    pub async fn versions(&self) -> Result<Vec<Version>, StorageError> {
        let records = self.begin(&[stores::VERSIONS], Mode::Read)?.all(stores::VERSIONS, None).await?;
        let mut versions: Vec<_> =
            records.into_iter().filter_map(|(key, record)| Version::read(&key, record)).collect();
        versions.reverse();
        Ok(versions)
    }

    /// Removes all versions of an assessment.
    ///
    /// # Errors
    /// When the browser can't write.
    pub async fn remove_versions(&self, id: &Id) -> Result<(), StorageError> {
        let transaction = self.begin(&[stores::VERSIONS], Mode::Write)?;
        transaction.delete_all(stores::VERSIONS, id).await?;
        transaction.done().await
    }

    /// Puts removed versions back.
    ///
    /// # Errors
    /// When the browser can't write.
    pub async fn put_back_versions(&self, versions: &[Version]) -> Result<(), StorageError> {
        let transaction = self.begin(&[stores::VERSIONS], Mode::Write)?;
        for Version { moment, assessment, record } in versions {
            transaction.put(stores::VERSIONS, &assessment.id.key(moment.as_str()), record)?;
        }
        transaction.done().await
    }
}

impl Transaction {
    async fn keep_version(&self, id: &Id, apart: f64) -> Result<(), StorageError> {
        let (meta, parts) = (self.get(stores::ASSESSMENTS, id), self.all(stores::PARTS, Some(id)));
        let kept = self.keys(stores::VERSIONS, id);
        let Some(mut record) = meta.await? else { return Ok(()) };
        let (parts, mut kept) = (parts.await?, kept.await?);
        let about: Value = serde_json::from_str(&record).unwrap_or_default();
        let moment = about["updated"].as_str().unwrap_or_default();
        let newest = kept.last().and_then(|newest| Id::of_key(newest));
        let since_newest = newest.map(|(_, newest)| Date::parse(moment) - Date::parse(newest));
        if about["created"] == about["updated"] || since_newest.is_some_and(|work| (0.0..apart).contains(&work)) {
            return Ok(());
        }
        // The parts follow in lines of their own: JSON has no use for a line break but to look nice.
        for (key, value) in &parts {
            let part = Id::of_key(key).map_or("", |(_, part)| part);
            record.extend(["\n", part, "\t", &value.replace('\n', " ")]);
        }
        let key = id.key(moment);
        self.put(stores::VERSIONS, &key, &record)?;
        if !kept.contains(&key) {
            kept.push(key);
            for oldest in kept.iter().take(kept.len().saturating_sub(MOST)) {
                self.delete(stores::VERSIONS, oldest)?;
            }
        }
        Ok(())
    }
}

impl Version {
    fn read(key: &str, record: String) -> Option<Self> {
        let (id, moment) = Id::of_key(key)?;
        let mut assessment = empty(&id);
        let mut lines = record.lines();
        assessment.set_record(META, lines.next()?, catalogue());
        for (part, value) in lines.filter_map(|line| line.split_once('\t')) {
            assessment.set_record(part, value, catalogue());
        }
        Some(Self { moment: Timestamp::new(moment), assessment, record })
    }
}
