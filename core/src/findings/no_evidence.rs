//! `no_evidence`: some other answered item of a sub-clause is at or above its stage 2 target, and no evidence is listed
//! for it. A likely opportunity for improvement, one for the sub-clause.
//!
//! Only requirements have a stage 2 target, so controls and documents are not asked. A reference without any text is no
//! evidence.

use super::{Effort, Grade, Rule, all_items, remedy, unproven_record};
use crate::catalogue::{RequirementId, Word};

pub(crate) static NO_EVIDENCE: Rule = Rule {
    name: "no_evidence",
    label: Word::RuleNoEvidence,
    find: |grounds| {
        let standing = grounds.standing;
        let bare = |id: &RequirementId| !standing.item(*id).is_some_and(|item| item.has_evidence());
        let other = |id: &RequirementId| bare(id) && !unproven_record::holds(standing, *id);
        grounds.by_subclause(
            &NO_EVIDENCE,
            |_, _| Grade::Opportunity,
            |answered| Some(answered.items.iter().filter(|said| !said.is_below).map(|said| said.id).filter(other)),
        )
    },
    why: |facts| {
        facts.catalogue.tell(
            Word::FindingNoEvidenceWhy,
            [("n", facts.count()), ("place", facts.place()), ("items", facts.items())],
        )
    },
    resolve: |facts| facts.catalogue.tell(Word::FindingNoEvidenceResolve, [("n", facts.count())]),
    effort: |_| Effort::Small,
    fewest: all_items,
    between: Word::BetweenRecords,
    remedy: remedy::show,
};
