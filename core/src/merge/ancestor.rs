//! Which states two copies have in common.
//!
//! A state that is handed to a colleague, or brought in from one, is kept in the browser, and from then on its digest is
//! named in every file that grows out of it ([`Shared::includes`](crate::assessment::Shared)). A kept state whose digest
//! both sides name is a common ancestor. The file carries digests only, so that no copy holds more than what it shows.

use crate::assessment::{Assessment, Shared};
use crate::catalogue::Catalogue;
use crate::file::digest;

impl Assessment {
    /// The digest by which a state is named in what grows out of it: SHA-256 of the canonical form, [`Assessment::shared`]
    /// left out.
    pub fn state_digest(&self, catalogue: &Catalogue) -> String {
        digest(&Self { shared: Shared::default(), ..self.clone() }.to_value(catalogue))
    }

    /// Whether two files can be copies of the same assessment: same id, or a state in common.
    pub fn is_kin_of(&self, other: &Self) -> bool {
        self.id == other.id || self.shared.includes.iter().any(|digest| other.shared.includes(digest))
    }
}

/// The positions of the latest common ancestors of two sides among kept states, each with its digest as the sides are:
/// those that no other common ancestor grew out of. One as a rule; several where copies went to and fro crosswise.
pub fn common_ancestors(sides: [(&str, &Assessment); 2], kept: &[(String, Assessment)]) -> Vec<usize> {
    // A state is an ancestor of itself too: a copy that was brought in already holds nothing new.
    let common = |digest: &str| sides.iter().all(|(own, side)| *own == digest || side.shared.includes(digest));
    let common: Vec<_> = (0..kept.len()).filter(|index| common(&kept[*index].0)).collect();
    let grew = |than: &usize, out_of: &usize| kept[*than].1.shared.includes(&kept[*out_of].0);
    // Whose content came back to what it was grew out of each other: then neither is older.
    let older = |index: &usize, than: &usize| grew(than, index) && !grew(index, than);
    common.iter().copied().filter(|index| !common.iter().any(|other| older(index, other))).collect()
}
