//! The edits that resolve an item: a simulation, which fills in placeholders where only the person can know.

use crate::applicability::{Suggestion, suggestion};
use crate::assessment::{Assessment, Decision, DocumentStatus, Edit, Level, Reason, Reasons};
use crate::catalogue::{Catalogue, ItemRef, RequirementId, Word};
use crate::target::Stage;

/// A requirement reaches its stage 2 target.
pub(super) fn raise(catalogue: &Catalogue, assessment: &Assessment, item: ItemRef) -> Vec<Edit> {
    let ItemRef::Requirement(id) = item else { return Vec::new() };
    raise_to(catalogue, assessment, id, Stage::Two)
}

/// A requirement reaches its target of a stage; a record that proves something is listed too.
pub(crate) fn raise_to(catalogue: &Catalogue, assessment: &Assessment, id: RequirementId, stage: Stage) -> Vec<Edit> {
    let target = catalogue.requirement(id).target(stage, catalogue);
    if assessment.level(id).is_some_and(|level| level >= target) {
        return Vec::new();
    }
    let mut edits = vec![Edit::answer(id).level(Some(target))];
    if target == Level::Evidenced && !assessment.answers.get(&id).is_some_and(|answer| answer.item.has_evidence()) {
        edits.extend(show(catalogue, assessment, id.into()));
    }
    edits
}

/// A document is approved.
pub(super) fn approve(_: &Catalogue, _: &Assessment, item: ItemRef) -> Vec<Edit> {
    let ItemRef::Document(id) = item else { return Vec::new() };
    vec![Edit::document(id).status(Some(DocumentStatus::Approved))]
}

/// A control is done in practice.
pub(super) fn implement(_: &Catalogue, _: &Assessment, item: ItemRef) -> Vec<Edit> {
    let ItemRef::Control(id) = item else { return Vec::new() };
    vec![Edit::control(id).item().level(Some(Level::Operating))]
}

/// Evidence is listed for a requirement.
pub(super) fn show(catalogue: &Catalogue, assessment: &Assessment, item: ItemRef) -> Vec<Edit> {
    let ItemRef::Requirement(id) = item else { return Vec::new() };
    let mut evidence = assessment.answers.get(&id).map_or_else(Vec::new, |answer| answer.item.evidence.clone());
    evidence.push(catalogue.word(Word::EffectToBeNamed).into());
    vec![Edit::answer(id).evidence(evidence)]
}

/// A control is decided as suggested where it is undecided, and gets the reason or the words that it lacks.
pub(super) fn decide(catalogue: &Catalogue, assessment: &Assessment, item: ItemRef) -> Vec<Edit> {
    let ItemRef::Control(id) = item else { return Vec::new() };
    let justification = || catalogue.word(Word::EffectJustification).to_owned();
    let decision = match assessment.decision(id) {
        Decision::Undecided => match suggestion(catalogue, assessment, id) {
            Suggestion::Excludable(_) => Decision::Excluded { justification: justification() },
            _ => Decision::Applicable { reasons: Reasons::default(), justification: justification() },
        },
        decided => decided.clone(),
    };
    let words = |said: String| if said.trim().is_empty() { justification() } else { said };
    let decision = match decision {
        Decision::Applicable { reasons, justification } => {
            let reasons = if reasons.is_empty() { reasons.with(Reason::Business, true) } else { reasons };
            Decision::Applicable { reasons, justification: words(justification) }
        }
        Decision::Excluded { justification } => Decision::Excluded { justification: words(justification) },
        Decision::Undecided => Decision::Undecided,
    };
    vec![Edit::control(id).decision(&decision)]
}
