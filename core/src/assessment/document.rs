//! The register of documents.

use super::Portion;
use super::field::{Leave, Next, record, said};
use super::value::choice;
use crate::catalogue::Word;
use crate::date::Date;

choice! {
    /// How far a document is.
    DocumentStatus {
        /// There is none.
        Missing = "missing", ReportDocumentMissing;
        /// It is being written, or nobody has approved it.
        Draft = "draft", ReportDocumentDraft;
        /// It is approved and in use.
        Approved = "approved", ReportDocumentApproved;
    }
}

record! {
    /// What was said about a document.
    DocumentEntry from 0, edited by DocumentEdit {
        /// How far it is; `None` while nothing was said.
        status: Option<DocumentStatus> = said(Word::ReportStatus, Leave::WithRecord, Next::Opens).always();
        /// Where it is, or its number and version.
        reference: String = said(Word::ReportReference, Leave::Withhold(Portion::Evidence), Next::Stays).always();
        /// Who looks after it.
        owner: String = said(Word::ReportOwner, Leave::Withhold(Portion::Owners), Next::Stays).always();
        /// When it was last reviewed.
        reviewed: Option<Date> = said(Word::ReportReviewed, Leave::WithRecord, Next::Stays).always();
    }
}
