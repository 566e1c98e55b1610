//! What stands between a verdict and the next better one: typed, counted down to what is needed, and in words.

use super::Grounds;
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, ItemRef, RequirementId, Word};
use crate::findings::{Finding, Place, Rule};
use crate::scoring::Tally;
use crate::standing::Standing;
use crate::target::Stage;
use crate::wording;

/// One thing that has to be done before the verdict gets better. Each obstacle of a list has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// Too little of something is answered.
    Unanswered {
        /// Of what.
        share: Share,
        /// How many more are needed.
        more: usize,
        /// The percentage that is needed.
        percent: u64,
    },
    /// Requirements are open that a stage rests on.
    Open(Vec<RequirementId>),
    /// Readiness for stage 1 is too low.
    Readiness {
        /// The fewest requirements that, brought to their stage 1 target, raise it enough.
        raise: Vec<RequirementId>,
        /// The percentage that is needed.
        percent: u64,
    },
    /// Requirements of a sub-clause that stage 1 rests on are open or below their stage 1 target.
    Subclause {
        /// The sub-clause, as a position in [`Catalogue::subclauses`].
        subclause: usize,
        /// The fewest of them that have to reach it.
        raise: Vec<RequirementId>,
    },
    /// Likely findings of a rule: at one place, or of one kind.
    Findings {
        /// The rule.
        rule: &'static Rule,
        /// The sub-clause, as a position in [`Catalogue::subclauses`]; none for findings about documents.
        subclause: Option<usize>,
        /// The fewest items that have to be resolved.
        items: Vec<ItemRef>,
    },
    /// So many contradictions stand.
    Contradictions(usize),
}

/// Of what a share has to be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Requirements with a level.
    Requirements,
    /// The same, beside open ones that are named already.
    Others,
    /// Documents that are always mandatory, with a status.
    Documents,
    /// Controls of Annex A, decided.
    Controls,
    /// Decided controls that apply, with a level.
    Levels,
}

impl Obstacle {
    /// What has to be done, in one sentence.
    pub fn words(&self, catalogue: &Catalogue, assessment: &Assessment) -> String {
        let list = |items: &[ItemRef]| {
            let named = wording::items(catalogue, assessment, items.iter().copied());
            [("n", items.len().to_string()), ("items", named)]
        };
        let raised = |raise: &[RequirementId]| list(&raise.iter().copied().map(ItemRef::from).collect::<Vec<_>>());
        let place = |index: &usize| ("place", wording::place(catalogue, *index));
        match self {
            Self::Unanswered { share, more, percent } => {
                let word = match share {
                    Share::Requirements => Word::BetweenUnanswered,
                    Share::Others => Word::BetweenOthers,
                    Share::Documents => Word::BetweenDocuments,
                    Share::Controls => Word::BetweenControls,
                    Share::Levels => Word::BetweenLevels,
                };
                catalogue.tell(word, [("n", more.to_string()), ("percent", percent.to_string())])
            }
            Self::Open(open) => catalogue.tell(Word::BetweenOpen, raised(open)),
            Self::Readiness { raise, percent } => {
                let [n, items] = raised(raise);
                catalogue.tell(Word::BetweenReadiness, [n, items, ("percent", percent.to_string())])
            }
            Self::Subclause { subclause, raise } => {
                let [n, items] = raised(raise);
                catalogue.tell(Word::BetweenSubclauseOne, [n, items, place(subclause)])
            }
            Self::Findings { rule, subclause, items } => {
                let [n, items] = list(items);
                let place = subclause.as_ref().map_or(("place", String::new()), place);
                catalogue.tell(rule.between(), [n, items, place])
            }
            Self::Contradictions(n) => catalogue.tell(Word::BetweenContradictions, [("n", n.to_string())]),
        }
    }
}

/// The shares of requirements, documents and controls that are answered too little for a stage.
pub(super) fn unanswered(standing: &Standing<'_>, percent: u64, stage: Stage) -> impl Iterator<Item = Obstacle> {
    let catalogue = standing.catalogue;
    let lacks = move |done: usize, all: usize| (percent as usize * all).div_ceil(100).saturating_sub(done);
    let always: Vec<_> = catalogue.always_mandatory().collect();
    let known = always.iter().filter(|id| standing.assessment.document_status(**id).is_some()).count();
    let bare = match stage {
        Stage::One => 0,
        Stage::Two => standing.applicable().filter(|(id, it)| id.annex().is_some() && it.item.level.is_none()).count(),
    };
    // A decided control lacks a level only; an undecided one has to be decided first.
    let controls = lacks(standing.decided - bare, catalogue.controls.len());
    let levels = controls.min(bare);
    let shares = [
        (Share::Requirements, lacks(standing.answered, catalogue.requirements.len())),
        (Share::Documents, lacks(known, always.len())),
        (Share::Controls, controls - levels),
        (Share::Levels, levels),
    ];
    let short = shares.into_iter().filter(|(_, more)| *more > 0);
    short.map(move |(share, more)| Obstacle::Unanswered { share, more, percent })
}

/// The same, and the requirements that a stage rests on as long as they are open. Answering those counts for the share.
pub(super) fn open(
    standing: &Standing<'_>,
    percent: u64,
    stage: Stage,
    looked_for: impl Fn(&str) -> bool,
) -> Vec<Obstacle> {
    let ids = standing.catalogue.requirement_ids().filter(|id| standing.level(*id).is_none());
    let open: Vec<_> = ids.filter(|id| looked_for(standing.catalogue.subclause_of(*id).id)).collect();
    let beside = |obstacle| match obstacle {
        Obstacle::Unanswered { share: Share::Requirements, more, percent } if !open.is_empty() => {
            let more = more.saturating_sub(open.len());
            (more > 0).then_some(Obstacle::Unanswered { share: Share::Others, more, percent })
        }
        other => Some(other),
    };
    let mut between: Vec<_> = unanswered(standing, percent, stage).filter_map(beside).collect();
    if !open.is_empty() {
        between.insert(0, Obstacle::Open(open));
    }
    between
}

/// What a requirement would add to readiness for stage 1 if it met its target.
pub(super) fn gain(standing: &Standing<'_>, id: RequirementId) -> u64 {
    Tally::gain(standing.level(id), standing.target(id, Stage::One))
}

/// The fewest requirements that, beside those that are raised anyway, raise readiness for stage 1 to a percentage.
///
/// Every requirement weighs the same and adds by itself, so taking those that still add most is the shortest way:
/// no other choice of as many adds more. Of those that add the same, the first in the standard comes first.
pub(super) fn readiness(grounds: Grounds<'_>, percent: u64, anyway: &[RequirementId]) -> Option<Obstacle> {
    let standing = grounds.standing;
    let counted: u64 = anyway.iter().map(|id| gain(standing, *id)).sum();
    let mut lacks = grounds.readiness.lacks(percent).saturating_sub(counted);
    if lacks == 0 {
        return None;
    }
    let others = standing.catalogue.requirement_ids().filter(|id| !anyway.contains(id));
    let mut gains: Vec<_> = others.map(|id| (gain(standing, id), id)).collect();
    gains.sort_by_key(|(gain, _)| std::cmp::Reverse(*gain));
    let mut raise = Vec::new();
    for (gain, id) in gains {
        if lacks == 0 {
            break;
        }
        lacks = lacks.saturating_sub(gain);
        raise.push(id);
    }
    raise.sort();
    (!raise.is_empty()).then_some(Obstacle::Readiness { raise, percent })
}

/// One obstacle for each finding about a sub-clause, and one for all documents of a rule, in the order of the rules and
/// of the standard.
pub(super) fn findings<'a>(grounds: Grounds<'_>, graded: impl Iterator<Item = &'a Finding>) -> Vec<Obstacle> {
    let mut obstacles: Vec<Obstacle> = Vec::new();
    for finding in graded {
        let fewest = finding.fewest(grounds.standing);
        let at = match finding.place {
            Place::Subclause(index) => Some(index),
            Place::Document(_) => None,
        };
        let same = obstacles.iter_mut().find_map(|obstacle| match obstacle {
            Obstacle::Findings { rule, subclause: None, items } if at.is_none() && *rule == finding.rule => Some(items),
            _ => None,
        });
        match same {
            Some(items) => items.extend(fewest),
            None => obstacles.push(Obstacle::Findings { rule: finding.rule, subclause: at, items: fewest }),
        }
    }
    obstacles
}

/// The contradictions, if any stands.
pub(super) fn contradictions(grounds: Grounds<'_>) -> Option<Obstacle> {
    let n = grounds.contradictions.len();
    (n > 0).then_some(Obstacle::Contradictions(n))
}
