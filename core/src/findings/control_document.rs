//! `control_document`: a document tied to a control is `missing` or `draft`, and that control is applicable. A likely
//! minor.
//!
//! It belongs to the document, where it can be answered; the control comes second among its items.

use super::{Effort, Finding, Grade, Place, Rule, remedy};
use crate::assessment::DocumentStatus;
use crate::catalogue::{Mandatory, Word};

pub(crate) static CONTROL_DOCUMENT: Rule = Rule {
    name: "control_document",
    label: Word::RuleControlDocument,
    find: |grounds| {
        let standing = grounds.standing;
        let found = standing.assessment.documents.iter().filter_map(|(id, entry)| {
            let Mandatory::WhenApplicable(control) = standing.catalogue.document(*id).mandatory else { return None };
            let unfinished = matches!(entry.status, Some(DocumentStatus::Missing | DocumentStatus::Draft));
            let found = unfinished && standing.decision(control).is_applicable();
            found.then(|| Finding {
                rule: &CONTROL_DOCUMENT,
                grade: Grade::Minor,
                place: Place::Document(*id),
                items: vec![(*id).into(), control.into()],
            })
        });
        found.collect()
    },
    why: |facts| match facts.status() {
        Some(DocumentStatus::Draft) => facts.document(Word::FindingControlDocumentDraftWhy),
        _ => facts.document(Word::FindingControlDocumentMissingWhy),
    },
    resolve: |facts| facts.document(Word::FindingControlDocumentResolve),
    effort: |_| Effort::Medium,
    fewest: |_, finding| vec![finding.items[0]],
    between: Word::BetweenControlDocuments,
    remedy: remedy::approve,
};
