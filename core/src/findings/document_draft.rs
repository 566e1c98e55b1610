//! `document_draft`: a document that is always mandatory has status `draft`. A likely minor.

use super::document_missing::always_mandatory;
use super::{Effort, Grade, Rule, all_items, remedy};
use crate::assessment::DocumentStatus;
use crate::catalogue::Word;

pub(crate) static DOCUMENT_DRAFT: Rule = Rule {
    name: "document_draft",
    label: Word::RuleDocumentDraft,
    find: |grounds| always_mandatory(grounds, &DOCUMENT_DRAFT, DocumentStatus::Draft, |_| Grade::Minor),
    why: |facts| match facts.is_record() {
        true => facts.document(Word::FindingDocumentDraftRecordWhy),
        false => facts.document(Word::FindingDocumentDraftWhy),
    },
    resolve: |facts| match facts.is_record() {
        true => facts.document(Word::FindingDocumentDraftRecordResolve),
        false => facts.document(Word::FindingDocumentDraftResolve),
    },
    effort: |_| Effort::Small,
    fewest: all_items,
    between: Word::BetweenDocumentsDraft,
    remedy: remedy::approve,
};
