//! `document_missing`: a document that is always mandatory has status `missing`. How grave that is, the register says.
//!
//! A document about which nothing was said is open, not missing.

use super::{Effort, Finding, Grade, Grounds, Place, Rule, all_items, remedy};
use crate::assessment::DocumentStatus;
use crate::catalogue::{Document, Mandatory, Word};

pub(crate) static DOCUMENT_MISSING: Rule = Rule {
    name: "document_missing",
    label: Word::RuleDocumentMissing,
    find: |grounds| {
        let grade = |document: &Document| if document.missing_is_major { Grade::Major } else { Grade::Minor };
        always_mandatory(grounds, &DOCUMENT_MISSING, DocumentStatus::Missing, grade)
    },
    why: |facts| facts.document(Word::FindingDocumentMissingWhy),
    // Results can't be written before there are any.
    resolve: |facts| match facts.is_record() {
        true => facts.document(Word::FindingDocumentMissingRecordResolve),
        false => facts.document(Word::FindingDocumentMissingResolve),
    },
    effort: |_| Effort::Medium,
    fewest: all_items,
    between: Word::BetweenDocumentsMissing,
    remedy: remedy::approve,
};

/// A finding for each document that is always mandatory and has this status.
pub(super) fn always_mandatory(
    grounds: &Grounds<'_>,
    rule: &'static Rule,
    status: DocumentStatus,
    grade: fn(&Document) -> Grade,
) -> Vec<Finding> {
    let standing = grounds.standing;
    let entries = standing.assessment.documents.iter().filter(|(_, entry)| entry.status == Some(status));
    let found = entries.map(|(id, _)| (*id, standing.catalogue.document(*id)));
    let always = found.filter(|(_, document)| document.mandatory == Mandatory::Always);
    let finding =
        |(id, document)| Finding { rule, grade: grade(document), place: Place::Document(id), items: vec![id.into()] };
    always.map(finding).collect()
}
