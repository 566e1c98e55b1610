//! `policy-communicated`: 5.2-f or 5.2-g, the policy reaches people inside or outside, is done in practice, while the
//! policy is missing.

use super::{Check, Contradiction, in_practice};
use crate::assessment::DocumentStatus;
use crate::item_ref::ItemRef;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    let policy = standing.catalogue.parse_document("doc-policy")?;
    let said = ["5.2-f", "5.2-g"].into_iter().filter_map(|id| in_practice(standing, id));
    let said: Vec<ItemRef> = said.map(ItemRef::from).collect();
    let missing = standing.assessment.document_status(policy) == Some(DocumentStatus::Missing);
    let found = missing && !said.is_empty();
    found.then(|| Contradiction { check: Check::PolicyCommunicated, said, against: vec![policy.into()] })
}
