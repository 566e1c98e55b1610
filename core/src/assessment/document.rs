//! The register of documents.

use super::field::{Leave, Next, record, said};
use super::value::choice;
use super::{Assessment, Part, Portion};
use crate::catalogue::{Catalogue, DocumentId, Word};
use crate::date::Date;

choice! {
    /// How far a document is.
    DocumentStatus {
        /// There is none.
        Missing = "missing", ReportDocumentMissing;
        /// It is being written, or nobody has approved it; a record that is not complete.
        Draft = "draft", ReportDocumentDraft;
        /// It is approved and in use; a record that is kept.
        Approved = "approved", ReportDocumentApproved;
    }
}

impl DocumentStatus {
    /// What a person reads of this document: a record is kept, since nobody approves it.
    pub fn label_of(self, catalogue: &Catalogue, id: DocumentId) -> &'static str {
        let word = match self {
            Self::Draft => Word::ReportRecordDraft,
            Self::Approved => Word::ReportRecordApproved,
            Self::Missing => Word::ReportDocumentMissing,
        };
        if catalogue.document(id).is_record { catalogue.word(word) } else { self.label(catalogue) }
    }
}

impl Assessment {
    /// How far a document is, in words; where nothing was said, whether it is needed at all.
    pub fn document_state(&self, catalogue: &Catalogue, id: DocumentId) -> &'static str {
        match self.document_status(id) {
            Some(status) => status.label_of(catalogue, id),
            None if self.is_spared(catalogue.document(id).mandatory) => catalogue.word(Word::ReportDocumentUnneeded),
            None => catalogue.word(Word::ReportDocumentOpen),
        }
    }
}

record! {
    /// What was said about a document.
    DocumentEntry from 0, edited by DocumentEdit: document(id: DocumentId) of (Part::Document(id)) {
        /// How far it is; `None` while nothing was said.
        status: Option<DocumentStatus> = said(Word::ReportStatus, Leave::WithRecord, Next::Opens).always();
        /// Where it is, or its number and version.
        reference: String = said(Word::ReportReference, Leave::Withhold(Portion::Evidence), Next::Stays).always();
        /// Who looks after it.
        owner: String = said(Word::ReportOwner, Leave::Withhold(Portion::Owners), Next::Stays).always();
        /// When it was last reviewed.
        reviewed: Option<Date> = said(Word::ReportReviewed, Leave::WithRecord, Next::Stays).always();
        /// What the person wrote for it: a draft has it in a section of its own.
        own_text: String = said(Word::DraftOwn, Leave::Clear(Portion::Notes), Next::Stays);
    }
}
