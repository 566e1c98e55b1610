//! `audit-not-held`: 9.2.2-c, audit results are reported, is done in practice, while nothing exists yet for any
//! answered requirement of 9.2.1, the audits themselves.

use super::{Check, Contradiction, in_practice};
use crate::assessment::Level;
use crate::item_ref::ItemRef;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    let reported = in_practice(standing, "9.2.2-c")?;
    let audits = ["9.2.1-a1", "9.2.1-a2", "9.2.1-b"].into_iter().filter_map(|id| standing.level_of(id));
    let audits: Vec<_> = audits.collect();
    let nothing = audits.iter().all(|(_, level)| *level == Level::NotStarted) && !audits.is_empty();
    nothing.then(|| {
        let against = audits.into_iter().map(|(id, _)| ItemRef::from(id)).collect();
        Contradiction::new(Check::AuditNotHeld, reported, against)
    })
}
