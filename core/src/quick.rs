//! The quick start: a few questions without context, each answered for the requirements and controls that it is about,
//! and what the answers say: what an auditor would likely stop on, and what is good already.

use crate::assessment::{Assessment, Edit, Level, Part};
use crate::catalogue::{Catalogue, ItemRef, Quick};

/// What an auditor would likely stop on: no more than somebody reads at once.
const MOST_STOPS: usize = 8;
/// What is good already.
const MOST_STRENGTHS: usize = 3;

/// What the answers of the quick start say.
#[derive(Debug, Clone, PartialEq)]
pub struct Said<'a> {
    /// What an auditor would likely stop on, the gravest first; at most eight.
    pub stops: Vec<&'a Quick>,
    /// What is good already, the best first; at most three.
    pub strengths: Vec<&'a Quick>,
    /// How many questions are answered.
    pub answered: usize,
}

impl<'a> Said<'a> {
    /// Reads the answers. Of what is open nothing is said.
    pub fn new(catalogue: &'a Catalogue, assessment: &Assessment) -> Self {
        let answered = catalogue.quick.iter().filter_map(|it| Some((it, it.level(assessment)?)));
        let (mut strong, mut weak): (Vec<_>, Vec<_>) =
            answered.partition(|(it, _)| it.answers.iter().all(|item| is_good(*item, catalogue, assessment)));
        let answered = strong.len() + weak.len();
        // The sorts keep the order of the questions otherwise.
        strong.sort_by_key(|(_, level)| std::cmp::Reverse(*level));
        weak.sort_by_key(|(it, level)| (!it.is_major, *level));
        let first = |list: Vec<(&'a Quick, Level)>, most| list.into_iter().take(most).map(|(it, _)| it).collect();
        Self { stops: first(weak, MOST_STOPS), strengths: first(strong, MOST_STRENGTHS), answered }
    }
}

impl Quick {
    /// Its answer: the lowest level of what it answers; `None` while a part of that is open.
    pub fn level(&self, assessment: &Assessment) -> Option<Level> {
        self.answers.iter().map(|item| level(*item, assessment)).min()?
    }

    /// Whether somebody did not know.
    pub fn is_unsure(&self, assessment: &Assessment) -> bool {
        self.answers.iter().any(|item| matches!(item, ItemRef::Requirement(id) if assessment.is_unsure(*id)))
    }

    /// Answers it.
    pub fn answer(&self, level: Level) -> Edit {
        Edit::Batch(self.parts().map(|part| Edit::item(part).level(Some(level))).collect())
    }

    /// Says that somebody does not know: an open answer that is to be found out. A control has no such mark.
    pub fn unsure(&self) -> Edit {
        let unsure = |part| match part {
            Part::Answer(id) => vec![Edit::item(part).level(None), Edit::only_answer(id).unsure(true)],
            _ => vec![Edit::item(part).level(None)],
        };
        Edit::Batch(self.parts().flat_map(unsure).collect())
    }

    fn parts(&self) -> impl Iterator<Item = Part> {
        self.answers.iter().filter_map(|item| match item {
            ItemRef::Requirement(id) => Some(Part::Answer(*id)),
            ItemRef::Control(id) => Some(Part::Control(*id)),
            _ => None,
        })
    }
}

fn level(item: ItemRef, assessment: &Assessment) -> Option<Level> {
    item.entry(assessment)?.level
}

/// Whether an answer does not fall well short, as the method has it: processes, records and controls are done in practice,
/// decisions and documents are made.
fn is_good(item: ItemRef, catalogue: &Catalogue, assessment: &Assessment) -> bool {
    let enough = match item {
        ItemRef::Requirement(id) => catalogue.requirement(id).passable(),
        _ => Level::Operating,
    };
    level(item, assessment).is_some_and(|level| level >= enough)
}
