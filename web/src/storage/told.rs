//! What went wrong with the browser's storage, in the person's language.

use super::StorageError;
use crate::text::{say, t};
use readiness::Told;
use readiness::catalogue::{Catalogue, Word};

impl StorageError {
    /// What it means for the open assessment, and what to do.
    pub fn advice(&self) -> String {
        let word = match self {
            Self::Missing => Word::StorageMissing,
            Self::Silent => Word::StorageSilent,
            Self::Full => Word::StorageFull,
            Self::Newer => Word::StorageNewer,
            Self::Gone => Word::StorageGone,
            Self::Unwanted => Word::StorageUnwanted,
            Self::Other(what) => return say(Word::StorageOther, &[("what", what)]),
        };
        t(word).to_owned()
    }
}

/// Why something else was not done: a part of a sentence.
impl Told for StorageError {
    fn told(&self, catalogue: &Catalogue) -> String {
        let word = match self {
            Self::Missing => Word::StoreMissing,
            Self::Silent => Word::StoreSilent,
            Self::Full => Word::StoreFull,
            Self::Newer => Word::StoreNewer,
            Self::Gone => Word::StoreGone,
            Self::Unwanted => Word::StoreUnwanted,
            Self::Other(what) => return catalogue.say(Word::StoreOther, &[("what", what)]),
        };
        catalogue.word(word).to_owned()
    }
}
