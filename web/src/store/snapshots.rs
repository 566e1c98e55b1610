//! Dated states of the open assessment, and the next cycle that starts from one.

use super::Store;
use crate::browser::{new_id, now};
use crate::storage::{Snapshot, StorageError};
use readiness::{Assessment, Id};

impl Store {
    /// The kept states of the open assessment, the oldest first.
    pub async fn snapshots(&self) -> Vec<Snapshot> {
        let (Ok(database), Some(id)) = (self.database(), self.open_id()) else { return Vec::new() };
        database.snapshots(&id).await.unwrap_or_default()
    }

    /// The kept states of any assessment; none where nothing can be stored.
    pub async fn snapshots_of(&self, id: &Id) -> Result<Vec<Snapshot>, StorageError> {
        let Ok(database) = self.database() else { return Ok(Vec::new()) };
        database.snapshots(id).await
    }

    /// Keeps the present state under a name.
    pub async fn keep_snapshot(&self, label: &str) -> Result<(), StorageError> {
        let assessment = self.read(Clone::clone).ok_or(StorageError::Gone)?;
        let snapshot = Snapshot { moment: now(), label: label.to_owned(), assessment };
        self.put_back_snapshot(&snapshot).await
    }

    /// Puts a removed state back.
    pub async fn put_back_snapshot(&self, snapshot: &Snapshot) -> Result<(), StorageError> {
        let id = self.open_id().ok_or(StorageError::Gone)?;
        self.database()?.keep_snapshot(&id, snapshot).await
    }

    /// Removes a kept state.
    pub async fn remove_snapshot(&self, snapshot: &Snapshot) -> Result<(), StorageError> {
        let id = self.open_id().ok_or(StorageError::Gone)?;
        self.database()?.remove_snapshot(&id, &snapshot.moment).await
    }

    /// Starts a new assessment from a state and opens it; its levels and statuses are kept, or all open again.
    pub async fn next_cycle(&self, from: &Assessment, title: &str, keep: bool) -> Result<(), StorageError> {
        self.add(from.next_cycle(new_id(), title, now(), keep)).await
    }

    fn open_id(&self) -> Option<Id> {
        self.read(|assessment| assessment.id.clone())
    }
}
