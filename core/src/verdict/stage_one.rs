//! Stage 1: documents and readiness.

use super::{Grounds, Obstacle, Verdict, obstacle};
use crate::assessment::Level;
use crate::catalogue::RequirementId;
use crate::findings::{ABSENT, DOCUMENT_DRAFT, DOCUMENT_MISSING, Finding, Grade, Place, SOA_INCOMPLETE};
use crate::target::{Stage, is_audit_or_review};

/// The percentage of requirements, of documents and of controls that has to be answered.
const ANSWERED: u64 = 80;

/// What keeps stage 1 at a verdict; nothing if the verdict doesn't hold.
///
/// - `open`: less than 80 % of the requirements, the documents or the controls is answered.
/// - `not_ready`: a document is missing that is a major and that stage 1 looks for; nothing is in place of scope, policy,
///   risk assessment or risk treatment; a major of the Statement of Applicability; or `low` below 60 %.
/// - `nearly`: `low` below 90 %; a lesser fault of such a document or of the Statement of Applicability; an item of those
///   sub-clauses, of 8.2, internal audit or management review that is open or below its stage 1 target; or a
///   contradiction.
pub(super) fn row(grounds: Grounds<'_>, verdict: Verdict) -> Vec<Obstacle> {
    match verdict {
        Verdict::Open => obstacle::unanswered(grounds.standing, ANSWERED, Stage::One).collect(),
        Verdict::NotReady => not_ready(grounds),
        Verdict::Nearly => nearly(grounds),
        Verdict::Ready => Vec::new(),
    }
}

fn not_ready(grounds: Grounds<'_>) -> Vec<Obstacle> {
    let absent = grounds.found(&ABSENT, Grade::Major).filter_map(|finding| match finding.place {
        Place::Subclause(index) if is_core(subclause(grounds, index)) => Some(index),
        _ => None,
    });
    let begun: Vec<_> = absent.filter_map(|index| Some((index, vec![first_step(grounds, index)?]))).collect();
    let mut between = Vec::new();
    between.extend(obstacle::findings(
        grounds,
        stage_one_documents(grounds, grounds.found(&DOCUMENT_MISSING, Grade::Major)),
    ));
    between.extend(obstacle::findings(grounds, grounds.found(&SOA_INCOMPLETE, Grade::Major)));
    raised(grounds, begun, 60, &mut between);
    between
}

fn nearly(grounds: Grounds<'_>) -> Vec<Obstacle> {
    let looked_for = |id: &str| is_core(id) || id == "8.2" || is_audit_or_review(id);
    let standing = grounds.standing;
    let subclauses = standing.catalogue.subclauses.iter().enumerate().filter(|(_, it)| looked_for(it.id));
    let short = subclauses.filter_map(|(index, subclause)| {
        let ids = standing.catalogue.requirement_ids_in(subclause.requirements.clone());
        let short = ids.filter(|id| standing.level(*id).is_none_or(|level| level < standing.target(*id, Stage::One)));
        let short: Vec<_> = short.collect();
        (!short.is_empty()).then_some((index, short))
    });
    let short = short.collect();
    let mut between = Vec::new();
    for rule in [&DOCUMENT_MISSING, &DOCUMENT_DRAFT] {
        between.extend(obstacle::findings(grounds, stage_one_documents(grounds, grounds.found(rule, Grade::Minor))));
    }
    between.extend(obstacle::findings(grounds, grounds.found(&SOA_INCOMPLETE, Grade::Minor)));
    raised(grounds, short, 90, &mut between);
    between.extend(obstacle::contradictions(grounds));
    between
}

/// Scope, policy, risk assessment and risk treatment.
fn is_core(subclause: &str) -> bool {
    ["4.3", "5.2", "6.1.2", "6.1.3"].contains(&subclause)
}

fn subclause(grounds: Grounds<'_>, index: usize) -> &'static str {
    grounds.standing.catalogue.subclauses[index].id
}

/// The findings about documents that stage 1 looks for.
fn stage_one_documents<'a>(
    grounds: Grounds<'a>,
    found: impl Iterator<Item = &'a Finding>,
) -> impl Iterator<Item = &'a Finding> {
    found.filter(move |finding| match finding.place {
        Place::Document(id) => grounds.standing.catalogue.document(id).stage_one,
        Place::Subclause(_) => false,
    })
}

/// The requirement with which something of a sub-clause is in place, and that adds most to readiness.
fn first_step(grounds: Grounds<'_>, subclause: usize) -> Option<RequirementId> {
    let standing = grounds.standing;
    let ids = standing.catalogue.requirement_ids_in(standing.catalogue.subclauses[subclause].requirements.clone());
    let decides = ids.filter(|id| standing.target(*id, Stage::One) > Level::Planned);
    // Of those that add the same, the first.
    decides.rev().max_by_key(|id| obstacle::gain(standing, *id))
}

/// What has to be raised anyway, and what readiness still lacks beside it.
fn raised(grounds: Grounds<'_>, anyway: Vec<(usize, Vec<RequirementId>)>, percent: u64, between: &mut Vec<Obstacle>) {
    let counted: Vec<_> = anyway.iter().flat_map(|(_, raise)| raise).copied().collect();
    between.extend(anyway.into_iter().map(|(subclause, raise)| Obstacle::Subclause { subclause, raise }));
    between.extend(obstacle::readiness(grounds, percent, &counted));
}
