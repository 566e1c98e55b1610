//! What an audit made of what it looked at.

use super::field::{Leave, Next, record, said};
use super::value::choice;
use crate::catalogue::Word;

choice! {
    /// What an audit made of what it looked at.
    AuditResult {
        /// As it has to be.
        Conforms = "conforms", AuditConforms;
        /// A major nonconformity.
        Major = "major", GradedMajor;
        /// A minor nonconformity.
        Minor = "minor", GradedMinor;
        /// An opportunity for improvement.
        Opportunity = "opportunity", GradedOpportunity;
    }
}

record! {
    /// Where the result stands in a list of small records.
    #[derive(PartialOrd, Ord)]
    SampleResult from 24 {
        /// What the audit made of it.
        result: Option<AuditResult> = said(Word::AuditResult, Leave::WithRecord, Next::Stays);
    }
}
