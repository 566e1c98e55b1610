//! Stage 2: implementation and effectiveness.

use super::{Grounds, Obstacle, Verdict, obstacle};
use crate::assessment::DocumentStatus;
use crate::findings::{Finding, Grade, Rule};

/// The percentage of requirements that have to be answered.
pub(super) const ANSWERED: u64 = 95;

/// What keeps a stage at a verdict; nothing if the verdict doesn't hold.
///
/// `not_ready`: any likely major. `nearly`: any likely minor.
pub(super) fn rows(grounds: Grounds<'_>, verdict: Verdict) -> Vec<Obstacle> {
    let grade = if verdict == Verdict::NotReady { Grade::Major } else { Grade::Minor };
    let graded = || grounds.findings.iter().filter(move |finding| finding.grade == grade);
    let documents = |rule, status| obstacle::documents(grounds.findings, rule, grade, status);

    let mut between = obstacle::subclauses(grounds.standing, graded());
    between.extend(documents(Rule::DocumentMissing, DocumentStatus::Missing));
    between.extend(documents(Rule::DocumentDraft, DocumentStatus::Draft));
    between.extend(graded().find(|finding| finding.rule == Rule::SoaIncomplete).map(obstacle::soa));
    between.extend(obstacle::control_documents(graded()));
    between.extend(obstacle::control_gaps(graded()));
    between
}

/// The findings of one rule, as `graded` gives them.
pub(super) fn of_rule<'a>(graded: impl Iterator<Item = &'a Finding>, rule: Rule) -> impl Iterator<Item = &'a Finding> {
    graded.filter(move |finding| finding.rule == rule)
}
