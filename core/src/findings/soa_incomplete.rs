//! `soa_incomplete`: at least one control of Annex A has been decided, and some are undecided, applicable without a
//! reason, or excluded without a justification. A likely minor up to 23 of them, a likely major from 24.
//!
//! Before the first decision there is no Statement of Applicability to judge: all of it is open. Controls of the
//! organisation's own are not among the 93 and do not count.

use super::{Finding, Grade, Place, Rule};
use crate::item_ref::ItemRef;
use crate::standing::Standing;

/// From this many unsettled controls on, the finding is a likely major: a quarter of Annex A.
pub const MAJOR_FROM: usize = 24;

pub(super) fn find(standing: &Standing<'_>) -> Option<Finding> {
    let place = Place::Subclause(standing.catalogue.subclause("6.1.3")?);
    let mut controls = standing.catalogue.control_ids();
    if !controls.any(|id| standing.decision(id).is_decided()) {
        return None;
    }
    let unsettled = |id: &_| !standing.decision(*id).is_justified();
    let items: Vec<ItemRef> = standing.catalogue.control_ids().filter(unsettled).map(ItemRef::from).collect();
    let grade = if items.len() >= MAJOR_FROM { Grade::Major } else { Grade::Minor };
    (!items.is_empty()).then_some(Finding { rule: Rule::SoaIncomplete, grade, place, items })
}
