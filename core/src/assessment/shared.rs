//! What an assessment knows of its copies: the common ancestors from which a colleague's copy is merged.

/// Which states an assessment grew out of, and for whom a copy was made.
///
/// A state that is handed over, or brought in, is named by its digest in every file that grows out of it from then on.
/// Whoever merges two files knows by the digests that both name which states they have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shared {
    /// For whom this copy was made, as the one who made it typed it; empty in what is no copy.
    pub copy_for: String,
    /// From whom this copy comes: the one for whom the copy was made in which its maker worked.
    pub copy_from: String,
    /// The digests of the states that it holds, in order.
    pub includes: Vec<String>,
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

    /// Adds a digest or takes it out; returns whether it was there before.
    pub(super) fn set(&mut self, digest: &str, included: bool) -> bool {
        let position = self.includes.binary_search_by(|known| known.as_str().cmp(digest));
        match (position, included) {
            (Err(index), true) => self.includes.insert(index, digest.to_owned()),
            (Ok(index), false) => drop(self.includes.remove(index)),
            _ => {}
        }
        position.is_ok()
    }
}
