//! `control_document`: a document tied to a control is `missing` or `draft`, and that control is applicable. A likely
//! minor.
//!
//! It belongs to the document, where it can be answered; the control comes second among its items.

use super::{Finding, Grade, Place, Rule};
use crate::assessment::DocumentStatus;
use crate::catalogue::Mandatory;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> impl Iterator<Item = Finding> {
    standing.assessment.documents.iter().filter_map(|(id, entry)| {
        let Mandatory::WhenApplicable(control) = standing.catalogue.document(*id).mandatory else { return None };
        let unfinished = matches!(entry.status, Some(DocumentStatus::Missing | DocumentStatus::Draft));
        let found = unfinished && standing.decision(control).is_applicable();
        found.then(|| Finding {
            rule: Rule::ControlDocument,
            grade: Grade::Minor,
            place: Place::Document(*id),
            items: vec![(*id).into(), control.into()],
        })
    })
}
