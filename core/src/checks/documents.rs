//! What is said about documents, against what is said about the requirements that they belong to.

use super::{Check, in_practice, sides, unless_empty};
use crate::assessment::{DocumentStatus, Level};
use crate::catalogue::{DocumentId, Mandatory, Word};
use crate::standing::Standing;

pub(super) static CHECKS: [Check; 4] = [
    // Requirements that are about a document are done in practice, while the document is missing.
    Check {
        name: "document-missing",
        why: Word::ContradictionDocumentMissing,
        find: |standing, _| {
            let found = with_status(standing, DocumentStatus::Missing).filter_map(|id| {
                let about = standing.catalogue.document(id).about.iter().copied();
                sides(about.filter(|id| standing.level(*id) >= Some(Level::Operating)), [id])
            });
            found.collect()
        },
    },
    // A document is approved, while nothing exists yet for any answered requirement that is about it.
    Check {
        name: "document-approved",
        why: Word::ContradictionDocumentApproved,
        find: |standing, _| {
            let found = with_status(standing, DocumentStatus::Approved).filter_map(|id| {
                let about = standing.catalogue.document(id).about.iter().copied();
                let answered = about.filter(|id| standing.level(*id).is_some());
                let nothing = answered.clone().all(|id| standing.level(id) == Some(Level::NotStarted));
                sides([id], answered.filter(|_| nothing))
            });
            found.collect()
        },
    },
    // 7.5.1-a, the ISMS includes the documents that the standard requires, is done in practice, while a document that is
    // always mandatory is missing.
    Check {
        name: "documents-required",
        why: Word::ContradictionDocumentsRequired,
        find: |standing, _| {
            let always = |id: &DocumentId| standing.catalogue.document(*id).mandatory == Mandatory::Always;
            unless_empty(standing, "7.5.1-a", with_status(standing, DocumentStatus::Missing).filter(always))
        },
    },
    // 5.2-f or 5.2-g, the policy reaches people inside or outside, is done in practice, while the policy is missing.
    Check {
        name: "policy-communicated",
        why: Word::ContradictionPolicyCommunicated,
        find: |standing, _| {
            let said = ["5.2-f", "5.2-g"].into_iter().filter_map(|id| in_practice(standing, id));
            let missing = with_status(standing, DocumentStatus::Missing);
            sides(said, missing.filter(|id| id.name(standing.catalogue) == "doc-policy")).into_iter().collect()
        },
    },
];

fn with_status<'a>(standing: &'a Standing<'_>, status: DocumentStatus) -> impl Iterator<Item = DocumentId> + 'a {
    let entries = standing.assessment.documents.iter();
    entries.filter(move |(_, entry)| entry.status == Some(status)).map(|(id, _)| *id)
}
