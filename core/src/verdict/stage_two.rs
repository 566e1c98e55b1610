//! Stage 2: implementation and effectiveness.

use super::{Grounds, Obstacle, Verdict, obstacle};
use crate::findings::Grade;
use crate::target::{Stage, is_audit_or_review};

/// The percentage of requirements, of documents and of controls that has to be answered.
const ANSWERED: u64 = 95;

/// What keeps stage 2 at a verdict; nothing if the verdict doesn't hold.
///
/// - `open`: less than 95 % of the requirements, the documents or the controls is answered, or something is open in risk
///   assessment, risk treatment, internal audit or management review.
/// - `not_ready`: any likely major.
/// - `nearly`: any likely minor, or a contradiction.
pub(super) fn row(grounds: Grounds<'_>, verdict: Verdict) -> Vec<Obstacle> {
    let graded = |grade| grounds.findings.iter().filter(move |finding| finding.grade == grade);
    match verdict {
        Verdict::Open => {
            let looked_for = |id: &str| ["6.1.2", "6.1.3", "8.2", "8.3"].contains(&id) || is_audit_or_review(id);
            obstacle::open(grounds.standing, ANSWERED, Stage::Two, looked_for)
        }
        Verdict::NotReady => obstacle::findings(grounds, graded(Grade::Major)),
        Verdict::Nearly => {
            let mut between = obstacle::findings(grounds, graded(Grade::Minor));
            between.extend(obstacle::contradictions(grounds));
            between
        }
        Verdict::Ready => Vec::new(),
    }
}
