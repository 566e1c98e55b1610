//! Copies for colleagues, and bringing them back in.

use super::Store;
use crate::browser::arriving::{Pace, Stop, read};
use crate::browser::now;
use crate::storage::StorageError;
use crate::text::catalogue;
use readiness::merge::{Merge, Merging};
use readiness::{Assessment, Edit};
use wasm_bindgen_futures::spawn_local;

/// What [`Merge::new`] says, in steps between which the page hears what a person does.
pub async fn merged(ancestors: &[&Assessment], sides: &[&Assessment]) -> Merge {
    let mut pace = Pace::begin();
    let mut merging = Merging::new(catalogue(), ancestors, sides);
    while merging.step() {
        pace.rest().await;
    }
    merging.done()
}

impl Store {
    /// Makes a copy of the open assessment for a colleague, and keeps its state: what the colleague changes is told by it.
    pub async fn hand_over(&self, to: &str) -> Result<Assessment, StorageError> {
        self.wait_until_stored().await;
        let mut copy = self.read(Clone::clone).ok_or(StorageError::Gone)?;
        let digest = copy.state_digest(catalogue());
        self.connected().await?.keep_ancestor(&copy.id, &digest, &copy).await?;
        // No step of the person's own: taking back something else must not take this back.
        let (edit, moment) = (Edit::Includes(digest, true), now());
        if let Some(undo) = self.change(&edit, &moment) {
            self.enqueue(edit.clone(), undo, moment.clone());
        }
        let updated = copy.updated.clone();
        copy.apply(&edit, &moment);
        copy.updated = updated;
        // Whoever works in a copy that was made for them goes by that name.
        copy.shared.copy_from = std::mem::replace(&mut copy.shared.copy_for, to.to_owned());
        Ok(copy)
    }

    /// Keeps a state that the person has just saved as a file: opened again one day, it is no stranger.
    pub fn keep_saved(&self, state: &Assessment) {
        let (store, state) = (*self, state.clone());
        spawn_local(async move {
            if let Ok(database) = store.connected().await {
                let _ = database.keep_ancestor(&state.id, &state.state_digest(catalogue()), &state).await;
            }
        });
    }

    /// The states of the open assessment that went to colleagues or came from them, and that a copy is or grew out of; each
    /// with its digest.
    pub async fn ancestors(&self, copy: &Assessment) -> Vec<(String, Assessment)> {
        let (Ok(database), Some(id)) = (self.connected().await, self.read(|open| open.id.clone())) else {
            return Vec::new();
        };
        let (mut own, mut found) = (None, Vec::new());
        for (digest, file) in database.ancestors(&id).await.unwrap_or_default() {
            let own = own.get_or_insert_with(|| copy.state_digest(catalogue()));
            let is_known = digest.as_ref().is_none_or(|it| it == own || copy.shared.includes(it));
            if is_known && let Ok(state) = read(&file, &Stop::default()).await {
                found.push((digest.unwrap_or_else(|| state.state_digest(catalogue())), state));
            }
        }
        found
    }

    /// Keeps a colleague's copy that has just been opened as an assessment of its own, under the id that it has here. Its
    /// digest is that of the file.
    pub(super) async fn received(&self, copy: &Assessment, file: &Assessment) {
        if !copy.shared.is_empty()
            && let Ok(database) = self.connected().await
        {
            // Without it, the next copy that comes back asks more than it must; nothing else is lost.
            let _ = database.keep_ancestor(&copy.id, &file.state_digest(catalogue()), copy).await;
        }
    }

    /// Brings a colleague's copy in by one change, after the present state and the copy were kept.
    ///
    /// # Errors
    /// When they can't be kept; nothing has changed then. Where nothing can be stored at all, it goes on in memory.
    pub async fn bring_in(&self, copy: &Assessment, edit: Edit) -> Result<(), StorageError> {
        self.wait_until_stored().await;
        let id = self.read(|open| open.id.clone()).ok_or(StorageError::Gone)?;
        if let Ok(database) = self.connected().await {
            database.keep_version(&id, 0.0).await?;
            database.keep_ancestor(&id, &copy.state_digest(catalogue()), copy).await?;
        }
        // Another one may have been opened meanwhile.
        if !self.is_open(&id) {
            return Err(StorageError::Gone);
        }
        self.apply(edit);
        Ok(())
    }
}
