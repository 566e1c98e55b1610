//! What a finding says to a person: why it is there, and what would resolve it.

use super::{Finding, Place, Rule};
use crate::assessment::{Assessment, Decision, DocumentStatus, Level};
use crate::catalogue::{Catalogue, ControlId, DocumentId, Kind, RequirementId, Word};
use crate::item_ref::ItemRef;
use crate::scoring::Stage;
use crate::wording;

/// Why the finding is there, in one sentence with the person's own facts.
pub fn why(finding: &Finding, catalogue: &Catalogue, assessment: &Assessment) -> String {
    let facts = Facts { finding, catalogue, assessment };
    match finding.rule {
        Rule::Absent => catalogue.tell(
            Word::FindingAbsentWhy,
            [("n", facts.count()), ("all", facts.requirements().len().to_string()), ("place", facts.place())],
        ),
        Rule::Systemic => catalogue.tell(
            Word::FindingSystemicWhy,
            [("n", facts.count()), ("all", facts.answered().to_string()), ("place", facts.place())],
        ),
        Rule::Partial => catalogue.tell(
            Word::FindingPartialWhy,
            [("item", facts.first()), ("level", facts.level()), ("target", facts.target())],
        ),
        Rule::DocumentMissing => facts.document(Word::FindingDocumentMissingWhy),
        Rule::DocumentDraft => facts.document(Word::FindingDocumentDraftWhy),
        Rule::ControlDocument => facts.document(match facts.status() {
            Some(DocumentStatus::Draft) => Word::FindingControlDocumentDraftWhy,
            _ => Word::FindingControlDocumentMissingWhy,
        }),
        Rule::SoaIncomplete => facts.unsettled(),
        Rule::ControlGap => match facts.level() {
            level if level.is_empty() => catalogue.tell(Word::FindingControlGapWhy, [("control", facts.first())]),
            level => catalogue.tell(Word::FindingControlGapLevelWhy, [("control", facts.first()), ("level", level)]),
        },
        Rule::NoEvidence => {
            catalogue.tell(Word::FindingNoEvidenceWhy, [("item", facts.first()), ("level", facts.level())])
        }
    }
}

/// What would resolve the finding, in one sentence.
pub fn resolve(finding: &Finding, catalogue: &Catalogue, assessment: &Assessment) -> String {
    let facts = Facts { finding, catalogue, assessment };
    match finding.rule {
        Rule::Absent => catalogue.tell(Word::FindingAbsentResolve, [("items", facts.items())]),
        Rule::Systemic => {
            catalogue.tell(Word::FindingSystemicResolve, [("n", facts.count()), ("items", facts.items())])
        }
        Rule::Partial => catalogue.tell(Word::FindingPartialResolve, [("target", facts.target())]),
        // Results can't be written before there are any.
        Rule::DocumentMissing if facts.is_record() => {
            catalogue.word(Word::FindingDocumentMissingRecordResolve).to_owned()
        }
        Rule::DocumentMissing => catalogue.word(Word::FindingDocumentMissingResolve).to_owned(),
        Rule::DocumentDraft => catalogue.word(Word::FindingDocumentDraftResolve).to_owned(),
        Rule::ControlDocument => facts.document(Word::FindingControlDocumentResolve),
        Rule::SoaIncomplete => {
            catalogue.tell(Word::FindingSoaIncompleteResolve, [("n", facts.count()), ("items", facts.items())])
        }
        Rule::ControlGap => catalogue.word(Word::FindingControlGapResolve).to_owned(),
        Rule::NoEvidence => catalogue.word(Word::FindingNoEvidenceResolve).to_owned(),
    }
}

/// A finding with what its words need.
struct Facts<'a> {
    finding: &'a Finding,
    catalogue: &'a Catalogue,
    assessment: &'a Assessment,
}

impl Facts<'_> {
    fn count(&self) -> String {
        self.finding.items.len().to_string()
    }

    fn place(&self) -> String {
        match self.finding.place {
            Place::Subclause(index) => wording::place(self.catalogue, index),
            place => place.name(self.catalogue).into_owned(),
        }
    }

    fn requirements(&self) -> impl ExactSizeIterator<Item = RequirementId> {
        let run = match self.finding.place {
            Place::Subclause(index) => self.catalogue.subclauses[index].requirements.clone(),
            _ => 0..0,
        };
        self.catalogue.requirement_ids_in(run)
    }

    fn answered(&self) -> usize {
        self.requirements().filter(|id| self.assessment.level(*id).is_some()).count()
    }

    fn first(&self) -> String {
        wording::item(self.catalogue, self.assessment, self.finding.items[0])
    }

    fn items(&self) -> String {
        wording::items(self.catalogue, self.assessment, self.finding.items.iter().copied())
    }

    /// The level of the first item; empty if it has none.
    fn level(&self) -> String {
        let level = match self.finding.items[0] {
            ItemRef::Requirement(id) => self.assessment.level(id),
            ItemRef::Control(id) => self.assessment.controls.get(&id).and_then(|entry| entry.item.level),
            _ => None,
        };
        level.map_or("", |level| level.label(self.catalogue)).to_owned()
    }

    fn target(&self) -> String {
        let target = match self.finding.items[0] {
            ItemRef::Requirement(id) => self.catalogue.requirement(id).target(Stage::Two, self.catalogue),
            _ => Level::Operating,
        };
        target.label(self.catalogue).to_owned()
    }

    fn documents(&self) -> impl Iterator<Item = DocumentId> {
        self.finding.items.iter().filter_map(|item| match item {
            ItemRef::Document(id) => Some(*id),
            _ => None,
        })
    }

    fn controls(&self) -> impl Iterator<Item = ControlId> {
        self.finding.items.iter().filter_map(|item| match item {
            ItemRef::Control(id) => Some(*id),
            _ => None,
        })
    }

    fn status(&self) -> Option<DocumentStatus> {
        self.documents().find_map(|id| self.assessment.document_status(id))
    }

    fn is_record(&self) -> bool {
        let about = self.documents().next().and_then(|id| self.catalogue.document(id).about.first());
        about.is_some_and(|id| self.catalogue.requirement(*id).kind == Kind::Record)
    }

    fn document(&self, word: Word) -> String {
        let Some(id) = self.documents().next() else { return String::new() };
        let document = self.catalogue.document(id);
        let control = self.controls().next();
        let control = control.map(|id| wording::item(self.catalogue, self.assessment, id.into()));
        let control = control.unwrap_or_default();
        self.catalogue.say(word, &[("name", document.name), ("place", document.place), ("control", &control)])
    }

    fn unsettled(&self) -> String {
        let mut counts = [0; 3];
        for id in self.controls() {
            counts[match self.assessment.decision(id) {
                Decision::Undecided => 0,
                Decision::Applicable { .. } => 1,
                Decision::Excluded { .. } => 2,
            }] += 1;
        }
        let [undecided, reasonless, unjustified] = counts.map(|count: usize| count.to_string());
        let all = self.catalogue.controls.len().to_string();
        self.catalogue.tell(
            Word::FindingSoaIncompleteWhy,
            [("all", all), ("undecided", undecided), ("reasonless", reasonless), ("unjustified", unjustified)],
        )
    }
}
