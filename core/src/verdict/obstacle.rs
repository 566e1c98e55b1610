//! What stands between a verdict and the next better one: typed, counted down to what is needed, and in words.

use super::{Grounds, stage_two::of_rule};
use crate::assessment::{Assessment, DocumentStatus, Level};
use crate::catalogue::{Catalogue, ControlId, DocumentId, RequirementId, Word};
use crate::findings::{Finding, Grade, MAJOR_FROM, Place, Rule};
use crate::item_ref::ItemRef;
use crate::scoring::{Stage, Tally};
use crate::standing::Standing;
use crate::wording;

/// One thing that has to be done before the verdict gets better. Each obstacle of a list has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// Too few requirements have an answer.
    Unanswered {
        /// How many more are needed.
        more: usize,
        /// The percentage that is needed.
        percent: u64,
    },
    /// Readiness for stage 1 is too low.
    Readiness {
        /// The fewest requirements that, brought to their stage 1 target, raise it enough.
        raise: Vec<RequirementId>,
        /// The percentage that is needed.
        percent: u64,
    },
    /// Documents that are always mandatory are not approved.
    Documents {
        /// What they are now: missing or a draft.
        status: DocumentStatus,
        /// The documents.
        documents: Vec<DocumentId>,
    },
    /// Requirements of a sub-clause are below their stage 2 target.
    Subclause {
        /// The sub-clause, as a position in [`Catalogue::subclauses`].
        subclause: usize,
        /// The fewest of them that have to reach it.
        raise: Vec<RequirementId>,
    },
    /// Controls of Annex A are undecided or not justified.
    Soa {
        /// How many of them have to be settled.
        more: usize,
        /// All that are not settled.
        controls: Vec<ControlId>,
    },
    /// Documents that applicable controls call for are not approved.
    ControlDocuments(Vec<DocumentId>),
    /// Applicable controls are neither in place nor planned.
    ControlGaps(Vec<ControlId>),
}

impl Obstacle {
    /// What has to be done, in one sentence.
    pub fn words(&self, catalogue: &Catalogue, assessment: &Assessment) -> String {
        fn list<T: Copy + Into<ItemRef>>(catalogue: &Catalogue, assessment: &Assessment, items: &[T]) -> [String; 2] {
            [items.len().to_string(), wording::items(catalogue, assessment, items.iter().copied())]
        }
        let said = |word, [n, items]: [String; 2]| catalogue.tell(word, [("n", n), ("items", items)]);
        match self {
            Self::Unanswered { more, percent } => {
                let args = [("n", more.to_string()), ("percent", percent.to_string())];
                catalogue.tell(Word::BetweenUnanswered, args)
            }
            Self::Readiness { raise, percent } => {
                let [n, items] = list(catalogue, assessment, raise);
                let args = [("n", n), ("items", items), ("percent", percent.to_string())];
                catalogue.tell(Word::BetweenReadiness, args)
            }
            Self::Documents { status, documents } => {
                let word = match status {
                    DocumentStatus::Missing => Word::BetweenDocumentsMissing,
                    _ => Word::BetweenDocumentsDraft,
                };
                said(word, list(catalogue, assessment, documents))
            }
            Self::Subclause { subclause, raise } => {
                let [n, items] = list(catalogue, assessment, raise);
                let args = [("n", n), ("items", items), ("place", wording::place(catalogue, *subclause))];
                catalogue.tell(Word::BetweenSubclause, args)
            }
            Self::Soa { more, controls } => {
                let [_, items] = list(catalogue, assessment, &controls[..*more]);
                said(Word::BetweenSoa, [more.to_string(), items])
            }
            Self::ControlDocuments(documents) => {
                said(Word::BetweenControlDocuments, list(catalogue, assessment, documents))
            }
            Self::ControlGaps(controls) => said(Word::BetweenControlGaps, list(catalogue, assessment, controls)),
        }
    }
}

pub(super) fn unanswered(grounds: Grounds<'_>, percent: u64) -> Option<Obstacle> {
    let needed = (percent as usize * grounds.standing.catalogue.requirements.len()).div_ceil(100);
    let more = needed.saturating_sub(grounds.answered);
    (more > 0).then_some(Obstacle::Unanswered { more, percent })
}

/// The fewest requirements that raise readiness for stage 1 to a percentage.
///
/// Every requirement weighs the same and adds by itself, so taking those that still add most is the shortest way:
/// no other choice of as many adds more. Of those that add the same, the first in the standard comes first.
pub(super) fn readiness(grounds: Grounds<'_>, percent: u64) -> Option<Obstacle> {
    let mut lacks = grounds.readiness.lacks(percent);
    if lacks == 0 {
        return None;
    }
    let standing = grounds.standing;
    let gain = |id: RequirementId| Tally::gain(standing.level(id), standing.target(id, Stage::One));
    let mut gains: Vec<_> = standing.catalogue.requirement_ids().map(|id| (gain(id), id)).collect();
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
    Some(Obstacle::Readiness { raise, percent })
}

pub(super) fn documents(findings: &[Finding], rule: Rule, grade: Grade, status: DocumentStatus) -> Option<Obstacle> {
    let found = of_rule(findings.iter(), rule).filter(|finding| finding.grade == grade);
    let documents: Vec<_> = found.filter_map(document).collect();
    (!documents.is_empty()).then_some(Obstacle::Documents { status, documents })
}

/// One obstacle for each sub-clause: for a major, the fewest requirements that make it none; for minors, all of them.
pub(super) fn subclauses<'a>(standing: &Standing<'_>, graded: impl Iterator<Item = &'a Finding>) -> Vec<Obstacle> {
    let mut obstacles: Vec<Obstacle> = Vec::new();
    for finding in graded {
        let Place::Subclause(subclause) = finding.place else { continue };
        let items = finding.items.iter().filter_map(|item| match item {
            ItemRef::Requirement(id) => Some(*id),
            _ => None,
        });
        match (finding.rule, obstacles.last_mut()) {
            (Rule::Absent | Rule::Systemic, _) => {
                let raise = fewest(standing, subclause, items.collect());
                obstacles.push(Obstacle::Subclause { subclause, raise });
            }
            (Rule::Partial, Some(Obstacle::Subclause { subclause: last, raise })) if *last == subclause => {
                raise.extend(items);
            }
            (Rule::Partial, _) => obstacles.push(Obstacle::Subclause { subclause, raise: items.collect() }),
            _ => {}
        }
    }
    obstacles
}

/// The fewest of the requirements below their stage 2 target that have to reach it so that at most half of the
/// answered ones stay below. That lifts `absent` too, since what reaches its target is decided.
///
/// Those nearest to their target are the least work, so they are named.
fn fewest(standing: &Standing<'_>, subclause: usize, mut below: Vec<RequirementId>) -> Vec<RequirementId> {
    let requirements = standing.catalogue.subclauses[subclause].requirements.clone();
    let answered = standing.catalogue.requirement_ids_in(requirements).filter(|id| standing.level(*id).is_some());
    let needed = below.len().saturating_sub(answered.count() / 2);
    let value = |level: Level| level.value();
    let distance = |id: &RequirementId| value(standing.target(*id, Stage::Two)) - standing.level(*id).map_or(0, value);
    below.sort_by_key(distance);
    below.truncate(needed);
    below.sort();
    below
}

/// From 24 unsettled controls on, settling all but 23 makes the major a minor; up to 23, all have to be settled.
pub(super) fn soa(finding: &Finding) -> Obstacle {
    let controls: Vec<_> = finding.items.iter().filter_map(control).collect();
    let may_stay = if finding.grade == Grade::Major { MAJOR_FROM - 1 } else { 0 };
    Obstacle::Soa { more: controls.len() - may_stay, controls }
}

pub(super) fn control_documents<'a>(graded: impl Iterator<Item = &'a Finding>) -> Option<Obstacle> {
    let documents: Vec<_> = of_rule(graded, Rule::ControlDocument).filter_map(document).collect();
    (!documents.is_empty()).then_some(Obstacle::ControlDocuments(documents))
}

pub(super) fn control_gaps<'a>(graded: impl Iterator<Item = &'a Finding>) -> Option<Obstacle> {
    let controls: Vec<_> = of_rule(graded, Rule::ControlGap).filter_map(|finding| control(&finding.items[0])).collect();
    (!controls.is_empty()).then_some(Obstacle::ControlGaps(controls))
}

fn document(finding: &Finding) -> Option<DocumentId> {
    match finding.place {
        Place::Document(id) => Some(id),
        _ => None,
    }
}

fn control(item: &ItemRef) -> Option<ControlId> {
    match item {
        ItemRef::Control(id) => Some(*id),
        _ => None,
    }
}
