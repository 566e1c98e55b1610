//! Merging what several people did to copies of one assessment.
//!
//! Every part is taken apart into its fields, each an [`Edit`] that would set it. A field that only one side changed
//! since the common ancestor merges by itself, and so does one that all sides changed alike; lists (evidence, risks of a
//! control, reasons) merge entry by entry. All else is a [`Conflict`], and a person decides. The sides are equal: in
//! which order they come does not matter, and nobody's words win unseen.
//!
//! Without a known ancestor, an empty assessment stands in for it: what is open on one side is filled from the other,
//! and everything else that differs is a conflict.

mod ancestor;
mod both;
mod fields;
mod lists;
mod records;
mod settle;
mod unknown;
mod words;

pub use ancestor::common_ancestors;
pub use words::{Difference, differences, item, name, said};

use crate::assessment::{Assessment, Edit, Part};
use crate::catalogue::Catalogue;
use crate::date::Timestamp;
use settle::{Settlement, settle};
use std::collections::BTreeSet;

/// What came of comparing the sides with their common ancestor.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// The fields that merge by themselves, in the order of the standard. Those that the first side has already as they
    /// are to be are here too.
    pub settled: Vec<Settled>,
    /// The fields that somebody must decide about, in the order of the standard.
    pub conflicts: Vec<Conflict>,
    /// The digests of states that the result holds and the first side does not name yet.
    includes: Vec<String>,
}

/// A field that at least one side changed, and that merges by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    /// The edit that makes it what it is to be.
    pub edit: Edit,
    /// The edit that makes it what it is on the first side.
    pub present: Edit,
    /// Whose change it is: positions of sides, in order.
    pub by: Vec<usize>,
}

impl Settled {
    /// Whether the first side has to change for it.
    pub fn is_news(&self) -> bool {
        self.edit != self.present
    }
}

/// A field that sides changed differently.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// What it was in the common ancestor; `None` where several ancestors disagree.
    pub before: Option<Edit>,
    /// What it is on the first side.
    pub present: Edit,
    /// What it can become, each with the positions of the sides that say so.
    pub options: Vec<(Edit, Vec<usize>)>,
    /// Whether all options can be kept, under numbers of their own: two people added a risk, or a control of the
    /// organisation's own, under the same number.
    pub both: bool,
}

impl Conflict {
    /// The option of a side; `None` if it changed nothing here.
    pub fn option_of(&self, side: usize) -> Option<usize> {
        self.options.iter().position(|(_, by)| by.contains(&side))
    }
}

/// What a person decided about a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// One of the options, by its position.
    Option(usize),
    /// All options, see [`Conflict::both`]; elsewhere, the first side stays as it is.
    Both,
    /// The first side stays as it is.
    Present,
}

impl Merge {
    /// Compares sides with the states that they have in common: one as a rule, none if no ancestor is known, several if
    /// copies went to and fro crosswise. The result is to be applied to the first side.
    ///
    /// # Panics
    /// Without any side.
    pub fn new(catalogue: &Catalogue, ancestors: &[&Assessment], sides: &[&Assessment]) -> Self {
        let empty = Assessment::default();
        let ancestors = if ancestors.is_empty() { &[&empty][..] } else { ancestors };
        let first = *sides.first().expect("a merge has at least one side");
        let parts: BTreeSet<Part> = ancestors.iter().chain(sides).flat_map(|state| state.parts()).collect();
        let mut merge = Self { settled: Vec::new(), conflicts: Vec::new(), includes: includes(catalogue, sides) };
        for part in parts {
            let fields = |states: &[&Assessment]| -> Vec<Vec<Edit>> {
                states.iter().map(|state| state.fields(part, catalogue)).collect()
            };
            let (before, now) = (fields(ancestors), fields(sides));
            for index in 0..first.fields(part, catalogue).len() {
                let of = |states: &[Vec<Edit>]| -> Vec<Edit> { states.iter().map(|it| it[index].clone()).collect() };
                merge.take(settle(&of(&before), &of(&now)), &of(&now)[0]);
            }
        }
        merge
    }

    fn take(&mut self, settlement: Settlement, present: &Edit) {
        let present = present.clone();
        match settlement {
            Settlement::Unchanged => {}
            Settlement::Settled { edit, by } => self.settled.push(Settled { edit, present, by }),
            Settlement::Open { before, options } => {
                let both =
                    before.as_ref().is_some_and(both::is_absent) && !options.iter().any(|it| both::is_absent(&it.0));
                self.conflicts.push(Conflict { before, present, options, both });
            }
        }
    }

    /// Whether the first side is the result already, and nobody need be asked.
    pub fn is_nothing_new(&self) -> bool {
        self.conflicts.is_empty() && !self.settled.iter().any(Settled::is_news)
    }

    /// The one change that makes the first side the result. A conflict without a choice leaves the first side as it is.
    ///
    /// `sides` are those that were compared.
    pub fn edit(&self, sides: &[&Assessment], choices: &[Choice]) -> Edit {
        let mut edits: Vec<_> = self.settled.iter().filter(|it| it.is_news()).map(|it| it.edit.clone()).collect();
        let mut keep_all = Vec::new();
        for (conflict, choice) in self.conflicts.iter().zip(choices) {
            match choice {
                Choice::Option(index) => edits.extend(conflict.options.get(*index).map(|(edit, _)| edit.clone())),
                Choice::Both if conflict.both => keep_all.push(conflict),
                Choice::Both | Choice::Present => {}
            }
        }
        let mut result = sides[0].clone();
        edits.iter().for_each(|edit| drop(result.apply(edit, &Timestamp::default())));
        edits.extend(both::keep(&keep_all, &result, sides));
        edits.extend(self.includes.iter().map(|digest| Edit::Includes(digest.clone(), true)));
        Edit::Batch(edits)
    }
}

/// The states that the result holds, as far as the first side does not name them: the other sides, and theirs.
fn includes(catalogue: &Catalogue, sides: &[&Assessment]) -> Vec<String> {
    let others = sides.iter().skip(1);
    let all: BTreeSet<_> = others
        .flat_map(|side| side.shared.includes.iter().cloned().chain([side.state_digest(catalogue)]))
        .filter(|digest| !sides[0].shared.includes(digest))
        .collect();
    all.into_iter().collect()
}
