//! Assessments under ids that an older version of the site took and this one takes no more: they are listed, and move to a
//! new id with all that is kept of them.

use super::{Database, META, Mode, StorageError, empty, is_rest, stores};
use crate::text::catalogue;
use readiness::{Id, shown};
use serde_json::Value;

/// Where something is kept of an assessment, by keys that begin with its id.
const KEPT: [&str; 4] = [stores::PARTS, stores::VERSIONS, stores::SNAPSHOTS, stores::COPIES];

/// An assessment that can't be opened under the id that it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Old {
    /// What it is stored under.
    pub id: String,
    /// Its title, with all that is not seen.
    pub title: String,
}

impl Database {
    /// The assessments under ids that are none any more.
    ///
    /// # Errors
    /// When the browser can't read.
    pub async fn old(&self) -> Result<Vec<Old>, StorageError> {
        let all = self.begin(&[stores::ASSESSMENTS], Mode::Read)?.all(stores::ASSESSMENTS, None).await?;
        let old = all.into_iter().filter(|(id, _)| Id::parse(id).is_none());
        Ok(old
            .map(|(id, text)| {
                let mut summary = empty(&Id::default());
                let read = summary.set_record(META, &text, catalogue());
                let title = read.map_or(&id, |()| &summary.title);
                Old { title: shown::text(title), id }
            })
            .collect())
    }

    /// Moves an assessment, its versions, snapshots and copies to an id that nothing has yet.
    ///
    /// # Errors
    /// When the browser can't write, or the assessment is gone; everything is where it was then.
    pub async fn move_old(&self, old: &str, id: &Id) -> Result<(), StorageError> {
        let transaction = self.begin(&stores::ALL, Mode::Write)?;
        let meta = transaction.get(stores::ASSESSMENTS, old);
        let kept = KEPT.map(|store| (store, transaction.all(store, None)));
        let meta = meta.await?.ok_or(StorageError::Gone)?;
        transaction.add(stores::ASSESSMENTS, id, &meta)?;
        transaction.delete(stores::ASSESSMENTS, old)?;
        for (store, records) in kept {
            for (key, record) in records.await? {
                let rest = key.strip_prefix(old).and_then(|rest| rest.strip_prefix('/'));
                let Some(rest) = rest.filter(|rest| is_rest(store, rest)) else { continue };
                transaction.add(store, &id.key(rest), &under(id, &record))?;
                transaction.delete(store, &key)?;
            }
        }
        transaction.done().await
    }
}

/// A record in which the id of a whole file, where it ends in one, is the new one.
fn under(id: &Id, record: &str) -> String {
    // A snapshot has a line with its label before it.
    let file = record.split_once('\n').map_or(record, |(_, file)| file);
    match serde_json::from_str::<Value>(file) {
        Ok(mut value) if value["format"].is_string() => {
            value["id"] = Value::from(&**id);
            let label = &record[..record.len() - file.len()];
            format!("{label}{}", super::written(&value))
        }
        _ => record.to_owned(),
    }
}
