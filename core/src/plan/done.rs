//! Saying at a row of the plan that it is done: what would be true then, for a person to confirm.

use super::{Action, What};
use crate::assessment::{Assessment, DocumentStatus, Edit, Level};
use crate::catalogue::{Catalogue, ControlId, DocumentId, ItemRef};
use crate::findings::{Finding, Place};
use crate::target::Stage;

/// What a person says about an item by calling a row done.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The item.
    pub item: ItemRef,
    /// How far it is then, in a word.
    pub state: &'static str,
    /// The change that says so.
    pub edit: Edit,
}

impl Action {
    /// What is true of its likely findings once it is done: requirements are where stage 2 looks for them, documents are
    /// approved or kept, controls are done in practice. Nothing of what only words of the person's own can say: open
    /// questions, decisions, evidence.
    pub fn done(&self, catalogue: &Catalogue, assessment: &Assessment) -> Vec<Said> {
        let mut all: Vec<Said> = Vec::new();
        let findings = self.what.iter().filter_map(|what| match what {
            What::Resolve(finding) => Some(finding),
            _ => None,
        });
        for said in findings.flat_map(|finding| said(finding, catalogue, assessment)) {
            if !all.iter().any(|known| known.item == said.item) {
                all.push(said);
            }
        }
        all
    }
}

fn said(finding: &Finding, catalogue: &Catalogue, assessment: &Assessment) -> Vec<Said> {
    // A document is the matter of its own finding only; the control that calls for it stands beside it.
    let about_document = matches!(finding.place, Place::Document(_));
    let items = finding.items.iter().filter_map(|item| match *item {
        ItemRef::Document(id) => document(id, catalogue, assessment),
        ItemRef::Control(id) if !about_document => control(id, catalogue, assessment),
        ItemRef::Requirement(id) => {
            let target = catalogue.requirement(id).target(Stage::Two, catalogue);
            let edit = Edit::answer(id).level(Some(target));
            let rises = assessment.level(id).is_some_and(|level| level < target);
            rises.then(|| Said { item: id.into(), state: target.label(catalogue), edit })
        }
        _ => None,
    });
    items.collect()
}

fn document(id: DocumentId, catalogue: &Catalogue, assessment: &Assessment) -> Option<Said> {
    let status = DocumentStatus::Approved;
    let edit = Edit::document(id).status(Some(status));
    let rises = assessment.document_status(id).is_some_and(|known| known < status);
    rises.then(|| Said { item: id.into(), state: status.label_of(catalogue, id), edit })
}

/// A control without a decision or a reason stays as it is: that takes words.
fn control(id: ControlId, catalogue: &Catalogue, assessment: &Assessment) -> Option<Said> {
    let level = Level::Operating;
    let edit = Edit::control(id).item().level(Some(level));
    let rises = assessment.controls.get(&id)?.item.level.is_some_and(|known| known < level);
    let applies = assessment.decision(id).is_applicable();
    (applies && rises).then(|| Said { item: id.into(), state: level.label(catalogue), edit })
}
