//! People who share an assessment, and what they answer when they are asked.

use super::histories::after;
use crate::common::*;
use proptest::sample::Index;
use readiness::merge::{Choice, Merge, common_ancestors};
use readiness::{Assessment, Edit};

pub fn choose(merge: &Merge, dice: &[Index]) -> Vec<Choice> {
    let die = |n: usize| dice.get(n % dice.len().max(1));
    let one = |(n, conflict): (usize, &readiness::merge::Conflict)| match die(n) {
        None => Choice::Present,
        Some(die) => match die.index(conflict.options.len() + 2) {
            n if n < conflict.options.len() => Choice::Option(n),
            n if n == conflict.options.len() && conflict.both => Choice::Both,
            _ => Choice::Present,
        },
    };
    merge.conflicts.iter().enumerate().map(one).collect()
}

/// A person's browser: the assessment, and the states that went out of it or came into it.
#[derive(Clone)]
pub struct Person {
    pub open: Assessment,
    pub kept: Vec<(String, Assessment)>,
}

impl Person {
    /// Makes a copy for a colleague.
    pub fn hand_over(&mut self) -> Assessment {
        let digest = self.open.state_digest(&CATALOGUE);
        self.keep(digest.clone(), self.open.clone());
        self.open.apply(&Edit::Includes(digest, true), &now());
        self.open.clone()
    }

    pub fn keep(&mut self, digest: String, state: Assessment) {
        if self.kept.iter().all(|(known, _)| *known != digest) {
            self.kept.push((digest, state));
        }
    }

    /// Opens a colleague's copy for the first time.
    pub fn receive(copy: Assessment) -> Self {
        Self { kept: vec![(copy.state_digest(&CATALOGUE), copy.clone())], open: copy }
    }

    /// The states that it has in common with a copy.
    pub fn ancestors_with(&self, copy: &Assessment) -> Vec<usize> {
        let [own, other] = [&self.open, copy].map(|state| state.state_digest(&CATALOGUE));
        common_ancestors([(&own, &self.open), (&other, copy)], &self.kept)
    }

    /// Brings a colleague's copy in, and returns how much somebody was asked.
    pub fn bring_in(&mut self, copy: &Assessment, dice: &[Index]) -> usize {
        let ancestors = self.ancestors_with(copy);
        assert!(!ancestors.is_empty(), "copies of one assessment have a state in common");
        let ancestors: Vec<_> = ancestors.into_iter().map(|index| &self.kept[index].1).collect();
        let sides = [&self.open.clone(), copy];
        let merge = Merge::new(&CATALOGUE, &ancestors, &sides);
        let edit = merge.edit(&sides, &choose(&merge, dice));
        self.open.apply(&edit, &now());
        self.keep(copy.state_digest(&CATALOGUE), copy.clone());
        merge.conflicts.len()
    }

    pub fn work(&mut self, work: &[Edit]) {
        self.open = after(&self.open, work);
    }
}
