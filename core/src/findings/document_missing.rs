//! `document_missing`: a document that is always mandatory has status `missing`.
//!
//! A likely major for the documents without which there is no ISMS to audit, else a likely minor. A document about
//! which nothing was said is open, not missing.

use super::{Finding, Grade, Place, Rule};
use crate::assessment::DocumentStatus;
use crate::catalogue::{Catalogue, DocumentId, Mandatory};
use crate::standing::Standing;

const MAJOR: [&str; 7] = [
    "doc-scope",
    "doc-policy",
    "doc-risk-assessment-process",
    "doc-risk-treatment-process",
    "doc-soa",
    "doc-audit-programme",
    "doc-management-review",
];

pub(super) fn find(standing: &Standing<'_>) -> impl Iterator<Item = Finding> {
    let catalogue = standing.catalogue;
    always_mandatory(standing, DocumentStatus::Missing).map(|id| Finding {
        rule: Rule::DocumentMissing,
        grade: if MAJOR.contains(&id.name(catalogue)) { Grade::Major } else { Grade::Minor },
        place: Place::Document(id),
        items: vec![id.into()],
    })
}

/// The documents that are always mandatory and have this status.
pub(super) fn always_mandatory(standing: &Standing<'_>, status: DocumentStatus) -> impl Iterator<Item = DocumentId> {
    let is_always = |catalogue: &Catalogue, id| catalogue.document(id).mandatory == Mandatory::Always;
    let entries = standing.assessment.documents.iter();
    entries
        .filter(move |(_, entry)| entry.status == Some(status))
        .map(|(id, _)| *id)
        .filter(move |id| is_always(standing.catalogue, *id))
}
