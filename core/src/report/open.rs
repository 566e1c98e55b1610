//! Getting the assessment back out of whatever carries it.

use super::REPORT_FORMAT;
use super::embedded::{self, embedded as carried_by_page};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, LANGUAGES, Language};
use crate::file::{FileError, Limit};
use std::borrow::Cow;

/// Reads an assessment file, an HTML report or a JSON report.
///
/// # Errors
/// See [`FileError`].
pub fn open(text: &str, catalogue: &Catalogue) -> Result<Assessment, FileError> {
    Assessment::from_file(&carried(text)?, catalogue)
}

/// The language that an HTML or JSON report speaks; English where it does not say, or says one that we don't have.
pub fn language(text: &str) -> &'static Language {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let said = if start.starts_with('<') {
        let tag = embedded::opening(start, "<html").unwrap_or_default();
        embedded::attribute(tag, "lang").map(str::to_owned)
    } else {
        let report = Limit::REPORT.parse(start).unwrap_or_default();
        report["language"].as_str().map(str::to_owned)
    };
    said.and_then(|tag| Language::of(&tag)).unwrap_or(&LANGUAGES[0])
}

/// The text of the assessment file that a text is or carries.
pub(super) fn carried(text: &str) -> Result<Cow<'_, str>, FileError> {
    Limit::REPORT.check_length(text)?;
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('<') {
        return carried_by_page(text).map(Cow::Owned).ok_or_else(|| match is_cut(start) {
            true => FileError::Truncated { line: text.lines().count() },
            false => FileError::NotAssessment,
        });
    }
    if !start.contains(REPORT_FORMAT) {
        return Ok(Cow::Borrowed(text));
    }
    let report = Limit::REPORT.parse(text)?;
    match report["format"] == REPORT_FORMAT {
        true => Ok(Cow::Owned(report["assessment"].to_string())),
        false => Ok(Cow::Borrowed(text)),
    }
}

/// Whether a page begins as a report of ours does, and lacks its end.
fn is_cut(html: &str) -> bool {
    html.contains("<meta name=\"generator\" content=\"Stage Zero") && !html.contains("</html>")
}
