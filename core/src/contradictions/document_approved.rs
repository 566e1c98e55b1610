//! `document-approved`: a document is approved, while nothing exists yet for any answered requirement that is about it.

use super::{Check, Contradiction};
use crate::assessment::{DocumentStatus, Level};
use crate::catalogue::RequirementId;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> impl Iterator<Item = Contradiction> {
    let approved = standing.assessment.documents.iter();
    approved.filter(|(_, entry)| entry.status == Some(DocumentStatus::Approved)).filter_map(|(id, _)| {
        let about = standing.catalogue.document(*id).about.iter().copied();
        let answered: Vec<RequirementId> = about.filter(|id| standing.level(*id).is_some()).collect();
        let nothing = answered.iter().all(|id| standing.level(*id) == Some(Level::NotStarted));
        let found = nothing && !answered.is_empty();
        found.then(|| {
            let against = answered.into_iter().map(Into::into).collect();
            Contradiction::new(Check::DocumentApproved, *id, against)
        })
    })
}
