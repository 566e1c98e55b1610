//! Dated states that a person keeps.

use super::{Database, Mode, StorageError, stores};
use crate::text::catalogue;
use readiness::{Assessment, Id, Timestamp};

/// A kept state.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// When it was kept.
    pub moment: Timestamp,
    /// The person's name for it.
    pub label: String,
    /// The state.
    pub assessment: Assessment,
}

impl Database {
    /// The kept states of an assessment, the oldest first.
    ///
    /// # Errors
    /// When the browser can't read.
    pub async fn snapshots(&self, id: &Id) -> Result<Vec<Snapshot>, StorageError> {
        let records = self.begin(&[stores::SNAPSHOTS], Mode::Read)?.all(stores::SNAPSHOTS, Some(id)).await?;
        let read = |(key, text): (String, String)| {
            let (label, file) = text.split_once('\n')?;
            let assessment = Assessment::from_file(file, catalogue()).ok()?;
            Some(Snapshot { moment: Timestamp::new(Id::of_key(&key)?.1), label: label.to_owned(), assessment })
        };
        Ok(records.into_iter().filter_map(read).collect())
    }

    /// Keeps a state.
    ///
    /// # Errors
    /// When the browser can't write.
    pub async fn keep_snapshot(&self, id: &Id, snapshot: &Snapshot) -> Result<(), StorageError> {
        let transaction = self.begin(&[stores::SNAPSHOTS], Mode::Write)?;
        // The label is the first line of the record; the file follows.
        let label = snapshot.label.replace(['\n', '\r'], " ");
        let record = format!("{label}\n{}", snapshot.assessment.to_value(catalogue()));
        transaction.put(stores::SNAPSHOTS, &id.key(snapshot.moment.as_str()), &record)?;
        transaction.done().await
    }

    /// Removes a kept state.
    ///
    /// # Errors
    /// When the browser can't write.
    pub async fn remove_snapshot(&self, id: &Id, moment: &Timestamp) -> Result<(), StorageError> {
        let transaction = self.begin(&[stores::SNAPSHOTS], Mode::Write)?;
        transaction.delete(stores::SNAPSHOTS, &id.key(moment.as_str()))?;
        transaction.done().await
    }
}
