//! `status-unknown`: 6.1.3-d-status, the Statement of Applicability says whether each necessary control is
//! implemented, is done in practice, while an applicable control has no level.

use super::{Check, Contradiction, unless_empty};
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    unless_empty(Check::StatusUnknown, standing, "6.1.3-d-status", |standing| {
        let unknown = standing.applicable().filter(|(_, entry)| entry.item.level.is_none());
        unknown.map(|(id, _)| id.into()).collect()
    })
}
