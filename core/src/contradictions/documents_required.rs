//! `documents-required`: 7.5.1-a, the ISMS includes the documents that the standard requires, is done in practice,
//! while a document that is always mandatory is missing.

use super::{Check, Contradiction, unless_empty};
use crate::assessment::DocumentStatus;
use crate::catalogue::Mandatory;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    unless_empty(Check::DocumentsRequired, standing, "7.5.1-a", |standing| {
        let entries = standing.assessment.documents.iter();
        let missing = entries.filter(|(_, entry)| entry.status == Some(DocumentStatus::Missing)).map(|(id, _)| *id);
        let always = missing.filter(|id| standing.catalogue.document(*id).mandatory == Mandatory::Always);
        always.map(Into::into).collect()
    })
}
