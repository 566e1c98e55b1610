//! The connection to the database: opened when it is needed, lost, refused, or not wanted.

use super::{SaveState, Store};
use crate::storage::{Database, StorageError, Summary};

impl Store {
    pub(super) fn database(&self) -> Result<Database, StorageError> {
        self.0.database.borrow().clone()
    }

    /// The database, opened again if it was lost, unless it belongs to a newer version or nothing may be kept.
    pub(super) async fn connected(&self) -> Result<Database, StorageError> {
        if !matches!(self.database(), Ok(_) | Err(StorageError::Newer | StorageError::Unwanted)) {
            let store = *self;
            let opened = Database::open(move |error| store.lost(error)).await;
            *self.0.database.borrow_mut() = opened;
        }
        self.database()
    }

    /// The database can't be used any more; what is open stays in memory.
    fn lost(&self, error: StorageError) {
        *self.0.database.borrow_mut() = Err(error.clone());
        if self.read(|_| ()).is_some() || error != StorageError::Gone {
            self.set_save_state(SaveState::Failed(error));
        }
    }

    /// Keeps nothing from now on: all work stays in the memory of this page.
    pub fn keep_in_memory_only(&self) {
        *self.0.database.borrow_mut() = Err(StorageError::Unwanted);
        self.set_save_state(SaveState::Failed(StorageError::Unwanted));
    }

    /// Whether work stays in the memory of this page: the person wants it so, or the browser has no place for it.
    pub fn is_in_memory_only(&self) -> bool {
        matches!(self.database(), Err(StorageError::Unwanted | StorageError::Missing))
    }

    /// The database even where nothing is to be kept: to show what was stored before, and to remove it.
    pub(super) async fn database_anyway(&self) -> Result<Database, StorageError> {
        match self.connected().await {
            Err(StorageError::Unwanted) => Database::open(|_| ()).await,
            other => other,
        }
    }

    /// What this browser still has from before the person chose that nothing is kept.
    pub async fn stored_before(&self) -> Vec<Summary> {
        match self.database() {
            Err(StorageError::Unwanted) => match self.database_anyway().await {
                Ok(database) => database.list().await.unwrap_or_default(),
                Err(_) => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    pub(super) async fn setting(&self, name: &str) -> Option<String> {
        self.database().ok()?.setting(name).await.ok()?
    }
}
