//! The effect of resolving findings before it is done: 'resolving these three takes stage 1 from 61 to 74'.
//!
//! A simulation. Its edits say 'done' for the person and fill in placeholders where only the person can know
//! (evidence, justifications), so they are never applied to what is stored.

use crate::assessment::{Assessment, Edit};
use crate::catalogue::{Catalogue, RequirementId};
use crate::compare::Comparison;
use crate::findings::Finding;
use crate::findings::remedy::raise_to;
use crate::outcome::Outcome;
use crate::target::Stage;
use crate::verdict::Obstacle;

/// What resolving some findings would change.
pub fn what_if(catalogue: &Catalogue, assessment: &Assessment, before: &Outcome, findings: &[&Finding]) -> Comparison {
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
    let items = findings.iter().flat_map(|finding| finding.items.iter().map(|item| (finding.rule, *item)));
    items.flat_map(|(rule, item)| rule.remedy(catalogue, assessment, item)).collect()
}

/// The edits that would clear what stands between a stage's verdict and the next better one.
///
/// Which answers are missing, and which side of a contradiction is wrong, nobody can foresee: for those there are none.
pub fn clear(catalogue: &Catalogue, assessment: &Assessment, between: &[Obstacle]) -> Vec<Edit> {
    let raise = |ids: &[RequirementId]| {
        ids.iter().flat_map(|id| raise_to(catalogue, assessment, *id, Stage::One)).collect::<Vec<_>>()
    };
    let one = |obstacle: &Obstacle| match obstacle {
        Obstacle::Unanswered { .. } | Obstacle::Open(_) | Obstacle::Contradictions(_) => Vec::new(),
        Obstacle::Readiness { raise: ids, .. } | Obstacle::Subclause { raise: ids, .. } => raise(ids),
        Obstacle::Findings { rule, items, .. } => {
            items.iter().flat_map(|item| rule.remedy(catalogue, assessment, *item)).collect()
        }
    };
    between.iter().flat_map(one).collect()
}
