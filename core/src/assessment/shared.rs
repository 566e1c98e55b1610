//! What an assessment knows of its copies: the common ancestors from which a colleague's copy is merged.

use super::field::{kept, record};

record! {
    /// Which states an assessment grew out of, and for whom a copy was made.
    ///
    /// A state that is handed over, or brought in, is named by its digest in every file that grows out of it from then on.
    /// Whoever merges two files knows by the digests that both name which states they have in common.
    Shared from 16 {
        /// For whom this copy was made, as the one who made it typed it; empty in what is no copy.
        copy_for: String = kept();
        /// From whom this copy comes: the one for whom the copy was made in which its maker worked.
        copy_from: String = kept();
        /// The digests of the states that it holds, in order: each the SHA-256 of its canonical form (RFC 8785) without
        /// `shared`, in hex.
        includes: Vec<String> = kept().always();
    }
}

impl Shared {
    /// Whether it was never shared.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it grew out of the state of this digest.
    pub fn includes(&self, digest: &str) -> bool {
        self.includes.binary_search_by(|known| known.as_str().cmp(digest)).is_ok()
    }

    /// Puts the digests in order, each once. Each in its place: a sort would be 2 kB of the site's first load.
    pub(crate) fn put_in_order(&mut self) {
        for digest in std::mem::take(&mut self.includes) {
            self.include(&digest, true);
        }
    }

    /// Adds a digest or takes it out; returns whether it was there before.
    pub(super) fn include(&mut self, digest: &str, included: bool) -> bool {
        let position = self.includes.binary_search_by(|known| known.as_str().cmp(digest));
        match (position, included) {
            (Err(index), true) => self.includes.insert(index, digest.to_owned()),
            (Ok(index), false) => drop(self.includes.remove(index)),
            _ => {}
        }
        position.is_ok()
    }
}
