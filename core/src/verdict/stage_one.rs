//! Stage 1: documents and readiness.

use super::{Grounds, Obstacle, Verdict, obstacle};
use crate::assessment::DocumentStatus;
use crate::findings::{Grade, Rule};

/// The percentage of requirements that have to be answered.
pub(super) const ANSWERED: u64 = 80;

/// What keeps a stage at a verdict; nothing if the verdict doesn't hold.
///
/// `not_ready`: a `document_missing` major, or `low` below 60 %. `nearly`: `low` below 90 %, or any `document_missing`
/// minor or `document_draft`.
pub(super) fn rows(grounds: Grounds<'_>, verdict: Verdict) -> Vec<Obstacle> {
    let documents = |rule, grade, status| obstacle::documents(grounds.findings, rule, grade, status);
    let missing = |grade| documents(Rule::DocumentMissing, grade, DocumentStatus::Missing);
    let rows = match verdict {
        Verdict::NotReady => [missing(Grade::Major), None, obstacle::readiness(grounds, 60)],
        _ => [
            missing(Grade::Minor),
            documents(Rule::DocumentDraft, Grade::Minor, DocumentStatus::Draft),
            obstacle::readiness(grounds, 90),
        ],
    };
    rows.into_iter().flatten().collect()
}
