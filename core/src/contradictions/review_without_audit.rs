//! `review-without-audit`: 9.3.2-d3, records prove that the review considers audit results, while 9.2.2-document,
//! evidence of the audits, is below 3.

use super::{Check, Contradiction};
use crate::assessment::Level;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    let (considered, level) = standing.level_of("9.3.2-d3")?;
    let (audits, kept) = standing.level_of("9.2.2-document")?;
    let found = level == Level::Evidenced && kept < Level::Operating;
    found.then(|| Contradiction::new(Check::ReviewWithoutAudit, considered, vec![audits.into()]))
}
