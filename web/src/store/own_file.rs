//! The person's own file of an assessment, as far as it is remembered. `own_file/` reads and writes it.

use super::{Store, Topic, left::local};
use crate::storage::StorageError;
use readiness::Id;
use wasm_bindgen::JsValue;

/// The mark by which the next visit knows, before it asks the database, that there is such a file.
const MARK: &str = "stage-zero-own-file";

fn name(id: &Id) -> String {
    format!("own-file/{id}")
}

impl Store {
    /// Whether any assessment here has a file of the person's own.
    pub fn has_own_file(&self) -> bool {
        local().is_some_and(|local| matches!(local.get_item(MARK), Ok(Some(_))))
    }

    /// The file of an assessment.
    pub async fn own_file(&self, id: &Id) -> Option<JsValue> {
        self.database().ok()?.handle(&name(id)).await.ok()?
    }

    /// Remembers the file of an assessment, or (without one) forgets it.
    ///
    /// # Errors
    /// When the browser can't keep it.
    pub async fn keep_own_file(&self, id: &Id, file: Option<&JsValue>) -> Result<(), StorageError> {
        self.connected().await?.keep_handle(&name(id), file).await?;
        if let (Some(local), Some(_)) = (local(), file) {
            let _ = local.set_item(MARK, "1");
        }
        Ok(())
    }

    /// What was in the file of an assessment when it was last looked at or written.
    pub async fn in_own_file(&self, id: &Id) -> Option<String> {
        self.setting(&format!("in-{}", name(id))).await
    }

    /// Notes what is in the file of an assessment.
    ///
    /// # Errors
    /// When the browser can't keep it.
    pub async fn note_in_own_file(&self, id: &Id, text: &str) -> Result<(), StorageError> {
        self.connected().await?.set_setting(&format!("in-{}", name(id)), text).await
    }

    /// There is news of the file.
    pub fn say_own_file(&self) {
        self.0.listeners.tell(Topic::Save);
    }
}
