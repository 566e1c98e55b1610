//! What heads the Statement of Applicability.

use super::field::{Leave, Next, record, said};
use super::{Part, Portion};
use crate::catalogue::Word;
use crate::date::Date;

record! {
    /// Which version of the Statement of Applicability it is, and who approved it when.
    Soa from 32, edited by SoaEdit: soa() of (Part::Meta) {
        /// Its version.
        version: String = said(Word::ReportSoaVersion, Leave::WithRecord, Next::Stays);
        /// When it was approved.
        approved: Option<Date> = said(Word::ReportSoaApproved, Leave::WithRecord, Next::Opens);
        /// By whom.
        by: String = said(Word::ReportSoaBy, Leave::Withhold(Portion::Owners), Next::Opens);
    }
}
