//! States that went to a colleague or came from one: the common ancestors from which copies are merged.

use super::{Database, Mode, StorageError, stores};
use crate::text::catalogue;
use readiness::{Assessment, Id};

/// In the place of the digest: what the recovery view (`web/boot/recovery.js`) has saved as a file, which knows no digests.
const SAVED: &str = "saved";

impl Database {
    /// The kept states of an assessment as the texts of files, each with its digest where that is known.
    ///
    /// # Errors
    /// When the browser can't read.
    pub async fn ancestors(&self, id: &Id) -> Result<Vec<(Option<String>, String)>, StorageError> {
        let records = self.begin(&[stores::COPIES], Mode::Read)?.all(stores::COPIES, Some(id)).await?;
        let read = |(key, file): (String, String)| {
            let digest = Id::of_key(&key)?.1;
            Some(((digest != SAVED).then(|| digest.to_owned()), file))
        };
        Ok(records.into_iter().filter_map(read).collect())
    }

    /// Keeps a state under its digest.
    ///
    /// # Errors
    /// When the browser can't write.
    pub async fn keep_ancestor(&self, id: &Id, digest: &str, state: &Assessment) -> Result<(), StorageError> {
        let transaction = self.begin(&[stores::COPIES], Mode::Write)?;
        transaction.put(stores::COPIES, &id.key(digest), &state.to_value(catalogue()).to_string())?;
        transaction.done().await
    }
}
