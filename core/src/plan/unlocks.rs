//! What can go on once an action is done.

use super::{Phase, What};
use crate::catalogue::{Catalogue, ItemRef, RequirementId, Word};
use crate::outcome::{Outcome, PerStage};
use crate::target::Stage;
use crate::verdict::{Obstacle, Share};

/// What an action unlocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unlocks {
    /// The phases that build on its phase.
    pub phases: &'static [Phase],
    /// Whether it stands between a stage's verdict and the next better one.
    pub verdict: PerStage<bool>,
}

impl Unlocks {
    pub(super) fn of<'a>(what: impl Iterator<Item = &'a What>, phase: Phase, outcome: &Outcome) -> Self {
        let what: Vec<_> = what.collect();
        let clears = |it: &Obstacle| what.iter().any(|what| clears(what, it));
        let stands = |stage: Stage| outcome.judgement.get(stage).between.iter().any(clears);
        Self { phases: phase.next(), verdict: PerStage { one: stands(Stage::One), two: stands(Stage::Two) } }
    }

    /// The same in words, each by itself.
    pub fn words(&self, catalogue: &Catalogue) -> Vec<String> {
        let stages = [(self.verdict.one, "1"), (self.verdict.two, "2")].into_iter().filter(|(stands, _)| *stands);
        let stages = stages.map(|(_, stage)| catalogue.tell(Word::PlanStage, [("stage", stage.to_owned())]));
        stages.chain(self.phases.iter().map(|phase| phase.label(catalogue).to_owned())).collect()
    }
}

/// Whether an action helps to clear an obstacle.
fn clears(what: &What, obstacle: &Obstacle) -> bool {
    let about = |ids: &[RequirementId]| what.items().iter().any(|item| ids.iter().any(|id| *item == (*id).into()));
    match (obstacle, what) {
        (Obstacle::Unanswered { share, .. }, what) => matches!(
            (share, what),
            (Share::Requirements | Share::Others, What::Answer(_) | What::FindOut(ItemRef::Requirement(_)))
                | (Share::Documents, What::Register(_))
                | (Share::Controls, What::Decide(_) | What::FindOut(ItemRef::Control(_)))
                | (Share::Levels, What::Rate(_))
        ),
        (Obstacle::Open(ids), What::Answer(_) | What::FindOut(_)) => about(ids),
        (Obstacle::Readiness { raise, .. } | Obstacle::Subclause { raise, .. }, _) => about(raise),
        (Obstacle::Findings { rule, items, .. }, What::Resolve(finding)) => {
            *rule == finding.rule && items.iter().any(|item| finding.items.contains(item))
        }
        _ => false,
    }
}
