//! A finding with what its words are made of.

use super::{Effort, Finding, Place};
use crate::assessment::{Assessment, DocumentStatus, Level};
use crate::catalogue::{Catalogue, ControlId, DocumentId, ItemRef, RequirementId, Word};
use crate::target::Stage;
use crate::wording;

/// A finding with the facts of the person.
pub(super) struct Facts<'a> {
    pub finding: &'a Finding,
    pub catalogue: &'a Catalogue,
    pub assessment: &'a Assessment,
}

impl Facts<'_> {
    /// How many items are behind it.
    pub fn count(&self) -> String {
        self.finding.items.len().to_string()
    }

    /// The items behind it: the first three, and how many more.
    pub fn items(&self) -> String {
        wording::items(self.catalogue, self.assessment, self.finding.items.iter().copied())
    }

    /// The sub-clause with its title.
    pub fn place(&self) -> String {
        match self.finding.place {
            Place::Subclause(index) => wording::place(self.catalogue, index),
            place @ Place::Document(_) => place.name(self.catalogue).to_owned(),
        }
    }

    /// All requirements of the sub-clause.
    pub fn requirements(&self) -> impl ExactSizeIterator<Item = RequirementId> {
        let run = match self.finding.place {
            Place::Subclause(index) => self.catalogue.subclauses[index].requirements.clone(),
            Place::Document(_) => 0..0,
        };
        self.catalogue.requirement_ids_in(run)
    }

    /// How many of those have an answer.
    pub fn answered(&self) -> usize {
        self.requirements().filter(|id| self.assessment.level(*id).is_some()).count()
    }

    /// The level of the first item; empty if it has none.
    pub fn level(&self) -> String {
        self.level_of(self.finding.items[0]).map_or("", |level| level.label(self.catalogue)).to_owned()
    }

    /// The level that stage 2 looks for in the first item.
    pub fn target(&self) -> String {
        let target = match self.finding.items[0] {
            ItemRef::Requirement(id) => self.catalogue.requirement(id).target(Stage::Two, self.catalogue),
            _ => Level::Operating,
        };
        target.label(self.catalogue).to_owned()
    }

    /// A sentence, and for each requirement what the level looks like that stage 2 looks for.
    pub fn steps(&self, lead: Word) -> String {
        let mut sentences = vec![self.catalogue.tell(lead, [("n", self.count())])];
        sentences.extend(self.finding.items.iter().filter_map(|item| match item {
            ItemRef::Requirement(id) => Some(self.step(*id)),
            _ => None,
        }));
        sentences.join(" ")
    }

    fn step(&self, id: RequirementId) -> String {
        let requirement = self.catalogue.requirement(id);
        let target = requirement.target(Stage::Two, self.catalogue);
        match requirement.looks_like(target) {
            "" => {
                let item = wording::item(self.catalogue, self.assessment, id.into());
                let target = target.label(self.catalogue).to_owned();
                self.catalogue.tell(Word::FindingStepLevel, [("item", item), ("target", target)])
            }
            words => self.catalogue.say(Word::FindingStep, &[("id", requirement.id), ("words", words)]),
        }
    }

    /// The work that is left, by the lowest level among the items: the further the way, the more.
    pub fn effort_of_levels(&self) -> Effort {
        let levels = self.finding.items.iter().map(|item| self.level_of(*item).map_or(0, |level| level.value()));
        match levels.min().unwrap_or(0) {
            0 => Effort::Large,
            1 => Effort::Medium,
            _ => Effort::Small,
        }
    }

    fn level_of(&self, item: ItemRef) -> Option<Level> {
        item.entry(self.assessment)?.level
    }

    fn documents(&self) -> impl Iterator<Item = DocumentId> {
        self.finding.items.iter().filter_map(|item| match item {
            ItemRef::Document(id) => Some(*id),
            _ => None,
        })
    }

    /// The controls among the items.
    pub fn controls(&self) -> impl Iterator<Item = ControlId> {
        self.finding.items.iter().filter_map(|item| match item {
            ItemRef::Control(id) => Some(*id),
            _ => None,
        })
    }

    /// The status of the document.
    pub fn status(&self) -> Option<DocumentStatus> {
        self.documents().find_map(|id| self.assessment.document_status(id))
    }

    /// Whether the document is a record of something done.
    pub fn is_record(&self) -> bool {
        self.documents().next().is_some_and(|id| self.catalogue.document(id).is_record)
    }

    /// A sentence about the document: its `{name}`, its `{place}` and the `{control}` that asks for it.
    pub fn document(&self, word: Word) -> String {
        let Some(id) = self.documents().next() else { return String::new() };
        let document = self.catalogue.document(id);
        let control = self.controls().next();
        let control = control.map(|id| wording::item(self.catalogue, self.assessment, id.into()));
        let control = control.unwrap_or_default();
        self.catalogue.say(word, &[("name", document.name), ("place", document.place), ("control", &control)])
    }
}
