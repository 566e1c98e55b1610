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
mod combine;
mod fields;
mod lists;
mod numbers;
mod settle;
mod unknown;
mod words;

pub use ancestor::common_ancestors;
pub use fields::Grain;
pub use words::{Difference, differences, excerpts, item, name, said};

use crate::assessment::{Assessment, Edit, Part};
use crate::catalogue::Catalogue;
use settle::{Settlement, settle};
use std::borrow::Cow;
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
    /// How finely the sides were told apart.
    grain: Grain,
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

/// A comparison that is under way, part by part: whoever compares can rest between them.
#[derive(Debug)]
pub struct Merging<'a> {
    catalogue: &'a Catalogue,
    ancestors: Vec<Cow<'a, Assessment>>,
    sides: Vec<&'a Assessment>,
    /// The parts that are still to be compared.
    parts: std::vec::IntoIter<Part>,
    merge: Merge,
}

impl<'a> Merging<'a> {
    /// Begins what [`Merge::new`] does.
    ///
    /// # Panics
    /// Without any side.
    pub fn new(catalogue: &'a Catalogue, ancestors: &[&'a Assessment], sides: &[&'a Assessment]) -> Self {
        assert!(!sides.is_empty(), "a merge has at least one side");
        let mut ancestors: Vec<_> = ancestors.iter().map(|state| Cow::Borrowed(*state)).collect();
        if ancestors.is_empty() {
            ancestors.push(Cow::Owned(Assessment::default()));
        }
        let grain = Grain::of_merge(&ancestors.iter().map(AsRef::as_ref).collect::<Vec<_>>(), sides);
        let parts = grain.parts().into_iter();
        let merge = Merge { settled: Vec::new(), conflicts: Vec::new(), includes: Vec::new(), grain };
        Self { catalogue, ancestors, sides: sides.to_vec(), parts, merge }
    }

    /// Compares the next part; `false` if there is none any more.
    pub fn step(&mut self) -> bool {
        let Some(part) = self.parts.next() else { return false };
        let fields = |state: &Assessment| self.merge.grain.of_part(state, part, self.catalogue);
        let mut before: Vec<_> = self.ancestors.iter().map(|state| fields(state).into_iter()).collect();
        let mut now: Vec<_> = self.sides.iter().map(|state| fields(state).into_iter()).collect();
        let next = |states: &mut [std::vec::IntoIter<Edit>]| states.iter_mut().filter_map(Iterator::next).collect();
        loop {
            let (before, now): (Vec<_>, Vec<_>) = (next(&mut before), next(&mut now));
            let Some(present) = now.first() else { return true };
            self.merge.take(settle(&before, &now), present);
        }
    }

    /// What came of the parts that were compared.
    pub fn done(self) -> Merge {
        Merge { includes: includes(self.catalogue, &self.sides), ..self.merge }
    }
}

impl Merge {
    /// Compares sides with the states that they have in common: one as a rule, none if no ancestor is known, several if
    /// copies went to and fro crosswise. The result is to be applied to the first side.
    ///
    /// # Panics
    /// Without any side.
    pub fn new(catalogue: &Catalogue, ancestors: &[&Assessment], sides: &[&Assessment]) -> Self {
        let mut merging = Merging::new(catalogue, ancestors, sides);
        while merging.step() {}
        merging.done()
    }

    fn take(&mut self, settlement: Settlement, present: &Edit) {
        let present = || present.clone();
        match settlement {
            Settlement::Unchanged => {}
            Settlement::Settled { edit, by } => self.settled.push(Settled { edit, present: present(), by }),
            Settlement::Open { before, options } => {
                let is_absent = |edit: &Edit| matches!(edit, Edit::Remove(_));
                let both = before.as_ref().is_some_and(is_absent) && !options.iter().any(|it| is_absent(&it.0));
                self.conflicts.push(Conflict { before, present: present(), options, both });
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
        let mut result = numbers::Result::new(sides, &self.grain);
        let news = || self.settled.iter().filter(|it| it.is_news());
        let chosen = || self.conflicts.iter().zip(choices.iter().copied().chain(std::iter::repeat(Choice::Present)));
        for settled in news().filter(|it| !self.grain.is_whole(&it.edit)) {
            result.set(&settled.edit, settled.by[0]);
        }
        for (conflict, choice) in chosen().filter(|(it, _)| !self.grain.is_whole(&it.present)) {
            if let Choice::Option(index) = choice
                && let Some((edit, by)) = conflict.options.get(index)
            {
                result.set(edit, by[0]);
            }
        }
        // Controls of one's own come before risks, so that links know their numbers.
        for (conflict, choice) in chosen().filter(|(it, _)| self.grain.is_whole(&it.present)) {
            result.decide(conflict, choice);
        }
        for settled in news().filter(|it| self.grain.is_whole(&it.edit)) {
            result.settle(settled);
        }
        let mut edits = result.finish();
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
