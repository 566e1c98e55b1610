//! Earlier versions of assessments, and everything that replaces one.

use super::Store;
use crate::storage::{StorageError, Version};
use readiness::{Assessment, Id};

impl Store {
    /// Puts another state in the place of an assessment, and keeps the present one as an earlier version. Returns the
    /// present one, if there was one, so that this can be taken back.
    pub async fn exchange(&self, assessment: &Assessment) -> Result<Option<Assessment>, StorageError> {
        let present = self.present(&assessment.id).await.ok();
        match self.connected().await {
            Ok(database) => {
                database.keep_version(&assessment.id, 0.0).await?;
                self.put_back(assessment).await?;
                if self.is_open(&assessment.id) {
                    self.open(&assessment.id).await;
                }
            }
            // Where nothing can be stored, the open one is in memory, and what waits is part of it.
            Err(_) if self.is_open(&assessment.id) => {
                self.0.queue.borrow_mut().clear();
                self.show(assessment.clone());
            }
            Err(error) => return Err(error),
        }
        Ok(present)
    }

    /// All earlier versions in this browser, of present and of deleted assessments, the newest of each first.
    pub async fn versions(&self) -> Result<Vec<Version>, StorageError> {
        self.wait_until_stored().await;
        self.database()?.versions().await
    }

    /// Removes all earlier versions of an assessment.
    pub async fn remove_versions(&self, id: &Id) -> Result<(), StorageError> {
        self.database()?.remove_versions(id).await?;
        self.library_changed(None);
        Ok(())
    }

    /// Puts removed versions back.
    pub async fn put_back_versions(&self, versions: &[Version]) -> Result<(), StorageError> {
        self.database()?.put_back_versions(versions).await?;
        self.library_changed(None);
        Ok(())
    }
}
