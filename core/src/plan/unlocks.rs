//! What can go on once an action is done.

use super::{Phase, What};
use crate::catalogue::{Catalogue, Word};
use crate::findings::{Place, Rule};
use crate::item_ref::ItemRef;
use crate::outcome::{Outcome, PerStage};
use crate::scoring::Stage;
use crate::verdict::Obstacle;

/// What an action unlocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unlocks {
    /// The phases that build on its phase.
    pub phases: &'static [Phase],
    /// Whether it stands between a stage's verdict and the next better one.
    pub verdict: PerStage<bool>,
}

impl Unlocks {
    pub(super) fn of(what: &What, phase: Phase, outcome: &Outcome) -> Self {
        let stands = |stage: Stage| outcome.judgement.get(stage).between.iter().any(|it| clears(what, it));
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
    let finding = match what {
        What::Answer(id) => {
            return match obstacle {
                Obstacle::Unanswered { .. } => true,
                Obstacle::Readiness { raise, .. } => raise.contains(id),
                _ => false,
            };
        }
        What::Register(_) | What::Decide(_) => return false,
        What::Resolve(finding) => finding,
    };
    let about_levels = matches!(finding.rule, Rule::Absent | Rule::Systemic | Rule::Partial);
    match obstacle {
        Obstacle::Unanswered { .. } => false,
        Obstacle::Readiness { raise, .. } => {
            about_levels && raise.iter().any(|id| finding.items.contains(&ItemRef::Requirement(*id)))
        }
        Obstacle::Subclause { subclause, .. } => about_levels && finding.place == Place::Subclause(*subclause),
        Obstacle::Documents { documents, .. } => {
            let about_documents = matches!(finding.rule, Rule::DocumentMissing | Rule::DocumentDraft);
            about_documents && documents.iter().any(|id| finding.place == Place::Document(*id))
        }
        Obstacle::Soa { .. } => finding.rule == Rule::SoaIncomplete,
        Obstacle::ControlDocuments(_) => finding.rule == Rule::ControlDocument,
        Obstacle::ControlGaps(_) => finding.rule == Rule::ControlGap,
    }
}
