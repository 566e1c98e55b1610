//! Whether the person has a copy of the open assessment as a file, and when to remind of one.

use super::Store;
use crate::browser::{local_day, now};
use readiness::{Date, Timestamp};
use wasm_bindgen_futures::spawn_local;

/// The settings with the moment of the last copy, and of the last reminder, of each assessment: `name/id`.
const TAKEN: &str = "taken";
const REMINDED: &str = "reminded";

impl Store {
    /// The person has the open assessment as a file now.
    pub fn taken(&self) {
        self.0.taken.set(true);
        self.note_taken();
    }

    /// Notes that there is a file of the open assessment as it is just now.
    pub(super) fn note_taken(&self) {
        self.note(TAKEN);
    }

    /// The person does not want to be reminded of a copy for a while.
    pub fn remind_later(&self) {
        self.note(REMINDED);
    }

    /// Since which day work on the open assessment goes on without a copy and without a reminder; `None` if nothing has
    /// changed since the last copy, or nothing can be stored anyway.
    pub async fn without_copy_since(&self) -> Option<Date> {
        let (id, created, updated) = self.read(|it| (it.id.clone(), it.created.clone(), it.updated.clone()))?;
        // What a clock that was ahead has noted would silence this until it comes.
        let past = |moment: &String| Timestamp::new(moment.as_str()) <= now();
        let taken = self.setting(&format!("{TAKEN}/{id}")).await.filter(past);
        let reminded = self.setting(&format!("{REMINDED}/{id}")).await.filter(past);
        let since = taken.clone().max(reminded).map_or(created.clone(), Timestamp::new);
        (updated > taken.map_or(created, Timestamp::new)).then(|| local_day(&since)).flatten()
    }

    /// Notes that something was done about the open assessment just now.
    fn note(&self, what: &str) {
        let (Ok(database), Some(id)) = (self.database(), self.read(|open| open.id.clone())) else { return };
        let name = format!("{what}/{id}");
        spawn_local(async move { drop(database.set_setting(&name, now().as_str()).await) });
    }

    /// Whether leaving the page would lose work: it is neither stored nor taken away as a file. What is still on its way
    /// is stored as the page goes, where there is a database.
    pub fn would_lose_work(&self) -> bool {
        let is_lost = self.database().is_err() || self.trouble().is_some();
        is_lost && !self.0.taken.get()
    }
}
