//! What shows that something is done: a text, and where there is more to say, a place, days and a file's fingerprint.

use super::field::{Leave, Next, record, said};
use super::{Entry, FieldValue, Portion, SampleResult};
use crate::catalogue::Word;
use crate::date::Date;
use crate::shown::is_blank;
use serde_json::Value;

record! {
    /// One piece of evidence. A file has a text in its place where that says all of it.
    #[derive(PartialOrd, Ord)]
    Evidence from 0 {
        /// What it is.
        what: String = said(Word::ReportEvidence, Leave::Withhold(Portion::Evidence), Next::Opens).always();
        /// Where it is kept.
        r#where: String = said(Word::EvidenceWhere, Leave::Withhold(Portion::Evidence), Next::Opens);
        /// The day that it is from, or the first of a period that it covers.
        date: Option<Date> = said(Word::EvidenceDate, Leave::Withhold(Portion::Evidence), Next::Opens);
        /// The last day of the period that it covers.
        until: Option<Date> = said(Word::EvidenceUntil, Leave::Withhold(Portion::Evidence), Next::Opens);
    }
    with {
        /// The fingerprint of the file that it is. The file itself is kept nowhere.
        file: Fingerprint,
        /// What an audit made of it, where it is an entry of a sample.
        result: SampleResult,
        /// What a newer version says of it.
        unknown: Beyond,
    }
}

record! {
    /// By what a file is known again: whoever has it can compute the same.
    #[derive(PartialOrd, Ord)]
    Fingerprint from 16 {
        /// The file's name.
        name: String = said(Word::EvidenceFile, Leave::Withhold(Portion::Evidence), Next::Opens);
        /// Its size in bytes.
        size: Option<u32> = said(Word::EvidenceSize, Leave::Withhold(Portion::Evidence), Next::Opens);
        /// The SHA-256 of its bytes, in hex.
        sha256: String = said(Word::EvidenceFingerprint, Leave::Withhold(Portion::Evidence), Next::Opens);
    }
}

/// What this version does not know of a record, as the text of its JSON; empty if nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Beyond(String);

impl Beyond {
    /// Keeps what was left over.
    pub(crate) fn of(left: &Value) -> Self {
        Self(if left.is_null() { String::new() } else { left.to_string() })
    }

    /// What was left over.
    pub(crate) fn value(&self) -> Value {
        serde_json::from_str(&self.0).unwrap_or_default()
    }
}

impl Entry for Beyond {
    fn get(&self, _: u8) -> Option<FieldValue> {
        None
    }

    fn set(&mut self, _: u8, _: &FieldValue) {}
}

impl<T: Into<String>> From<T> for Evidence {
    fn from(what: T) -> Self {
        Self { what: what.into(), ..Self::default() }
    }
}

impl Evidence {
    /// Whether it names something: in words, by its place or by a file.
    pub fn is_said(&self) -> bool {
        [&self.what, &self.r#where, &self.file.sha256].into_iter().any(|text| !is_blank(text))
    }

    /// All of it in a line, such as 'Minutes, SharePoint, 2026-09-12, minutes.pdf'.
    pub fn line(&self) -> String {
        let days = [self.date, self.until].into_iter().flatten().map(|day| day.to_string()).collect::<Vec<_>>();
        // A file that is called what it is, is said once.
        let file = if self.file.name == self.what { "" } else { &self.file.name };
        let parts = [&self.what, &self.r#where, &days.join(" – "), file];
        parts
            .map(|part| part.trim().to_owned())
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }
}
