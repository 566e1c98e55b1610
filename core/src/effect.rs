//! The effect of resolving findings before it is done: 'resolving these three takes stage 1 from 61 to 74'.
//!
//! A simulation. Its edits say 'done' for the person and fill in placeholders where only the person can know
//! (evidence, justifications), so they are never applied to what is stored.

use crate::applicability::{Suggestion, suggestion};
use crate::assessment::{
    Assessment, ControlChange, Decision, DocumentChange, DocumentStatus, Edit, ItemChange, Level, Reason, Reasons,
};
use crate::catalogue::{Catalogue, ControlId, RequirementId, Word};
use crate::compare::Comparison;
use crate::findings::{Finding, Rule};
use crate::item_ref::ItemRef;
use crate::outcome::Outcome;
use crate::scoring::Stage;
use crate::verdict::Obstacle;

/// What resolving some findings would change.
pub fn effect(catalogue: &Catalogue, assessment: &Assessment, before: &Outcome, findings: &[&Finding]) -> Comparison {
    preview(catalogue, assessment, before, resolve(catalogue, assessment, findings))
}

/// What some edits would change, the assessment itself left as it is.
pub fn preview(catalogue: &Catalogue, assessment: &Assessment, before: &Outcome, edits: Vec<Edit>) -> Comparison {
    let mut resolved = assessment.clone();
    resolved.apply(&Edit::Batch(edits), &assessment.updated);
    Comparison::new(before, &Outcome::new(catalogue, &resolved, before.today))
}

/// The edits that would resolve some findings, each of them in full: requirements reach their stage 2 target, documents
/// are approved, controls are done in practice.
pub fn resolve(catalogue: &Catalogue, assessment: &Assessment, findings: &[&Finding]) -> Vec<Edit> {
    findings.iter().flat_map(|finding| resolve_one(catalogue, assessment, finding)).collect()
}

fn resolve_one(catalogue: &Catalogue, assessment: &Assessment, finding: &Finding) -> Vec<Edit> {
    let items = finding.items.iter().copied();
    match finding.rule {
        Rule::Absent | Rule::Systemic | Rule::Partial => {
            items.filter_map(|item| raise(catalogue, assessment, item, Stage::Two)).collect()
        }
        Rule::DocumentMissing | Rule::DocumentDraft | Rule::ControlDocument => items.filter_map(approve).collect(),
        Rule::SoaIncomplete => items.flat_map(|item| settle(catalogue, assessment, item)).collect(),
        Rule::ControlGap => items.filter_map(implement).collect(),
        Rule::NoEvidence => items.filter_map(|item| show(catalogue, assessment, item)).collect(),
    }
}

/// The edits that would clear what stands between a stage's verdict and the next better one.
///
/// Which answers are missing, nobody can foresee: an [`Obstacle::Unanswered`] has none.
pub fn clear(catalogue: &Catalogue, assessment: &Assessment, between: &[Obstacle]) -> Vec<Edit> {
    let one = |obstacle: &Obstacle| -> Vec<Edit> {
        let raise = |ids: &[RequirementId], stage| {
            ids.iter().filter_map(|id| raise(catalogue, assessment, (*id).into(), stage)).collect()
        };
        match obstacle {
            Obstacle::Unanswered { .. } => Vec::new(),
            Obstacle::Readiness { raise: ids, .. } => raise(ids, Stage::One),
            Obstacle::Subclause { raise: ids, .. } => raise(ids, Stage::Two),
            Obstacle::Documents { documents, .. } | Obstacle::ControlDocuments(documents) => {
                documents.iter().filter_map(|id| approve((*id).into())).collect()
            }
            Obstacle::Soa { more, controls } => {
                let settled = controls.iter().take(*more);
                settled.flat_map(|id| settle(catalogue, assessment, (*id).into())).collect()
            }
            Obstacle::ControlGaps(controls) => controls.iter().filter_map(|id| implement((*id).into())).collect(),
        }
    };
    between.iter().flat_map(one).collect()
}

fn raise(catalogue: &Catalogue, assessment: &Assessment, item: ItemRef, stage: Stage) -> Option<Edit> {
    let ItemRef::Requirement(id) = item else { return None };
    let target = catalogue.requirement(id).target(stage, catalogue);
    let below = assessment.level(id).is_none_or(|level| level < target);
    below.then_some(Edit::Answer(id, ItemChange::Level(Some(target))))
}

fn approve(item: ItemRef) -> Option<Edit> {
    let ItemRef::Document(id) = item else { return None };
    Some(Edit::Document(id, DocumentChange::Status(Some(DocumentStatus::Approved))))
}

fn implement(item: ItemRef) -> Option<Edit> {
    let ItemRef::Control(id) = item else { return None };
    Some(Edit::Control(id, ControlChange::Item(ItemChange::Level(Some(Level::Operating)))))
}

fn show(catalogue: &Catalogue, assessment: &Assessment, item: ItemRef) -> Option<Edit> {
    let ItemRef::Requirement(id) = item else { return None };
    let mut evidence = assessment.answers.get(&id).map_or_else(Vec::new, |answer| answer.item.evidence.clone());
    evidence.push(catalogue.word(Word::EffectToBeNamed).to_owned());
    Some(Edit::Answer(id, ItemChange::Evidence(evidence)))
}

/// Decides as suggested what is undecided, and gives what is decided the reason or the words that it lacks.
///
/// To settle a control is to give it to somebody too, or the next finding would be that nobody has it.
fn settle(catalogue: &Catalogue, assessment: &Assessment, item: ItemRef) -> Vec<Edit> {
    let ItemRef::Control(id) = item else { return Vec::new() };
    let justification = || catalogue.word(Word::EffectJustification).to_owned();
    let decide = |decision| Edit::Control(id, ControlChange::Decision(decision));
    let apply = |justification| decide(Decision::Applicable { reasons: likely_reason(assessment, id), justification });
    match assessment.decision(id) {
        Decision::Undecided => match suggestion(catalogue, assessment, id) {
            Suggestion::Excludable(_) => vec![decide(Decision::Excluded { justification: justification() })],
            _ => vec![apply(String::new()), give_to_somebody(catalogue, id)],
        },
        Decision::Applicable { justification, .. } => vec![apply(justification.clone())],
        Decision::Excluded { .. } => vec![decide(Decision::Excluded { justification: justification() })],
    }
}

fn give_to_somebody(catalogue: &Catalogue, id: ControlId) -> Edit {
    let owner = catalogue.word(Word::EffectToBeNamed).to_owned();
    Edit::Control(id, ControlChange::Item(ItemChange::Owner(owner)))
}

fn likely_reason(assessment: &Assessment, id: ControlId) -> Reasons {
    let treats_risk = assessment.risks_of(id).next().is_some();
    Reasons::default().with(if treats_risk { Reason::Risk } else { Reason::Business }, true)
}
