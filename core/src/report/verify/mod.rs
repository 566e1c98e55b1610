//! Checking a report: the assessment that it carries is computed again with this very core, and everything that the
//! report says is compared with it. Whoever receives a report need not trust the machine that made it.

mod carried;
mod figures;
mod printed;

use super::open::carried;
use super::{REPORT_FORMAT, Report, VERSION, embedded_result};
use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::file::{FileError, Limit};
use crate::outcome::Outcome;
use serde_json::Value;

/// One thing that a report says and that its own assessment does not bear out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where: a path in the result, or a heading and a row of the page.
    pub place: String,
    /// Whether the page prints it; else it is in the data that the file carries.
    pub printed: bool,
    /// What the report says; empty if it leaves out what belongs there.
    pub says: String,
    /// What its assessment yields; empty if nothing belongs there.
    pub yields: String,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The digest of the assessment that the report carries.
    pub digest: String,
    /// The day for which the report was made.
    pub today: Date,
    /// The version that made it, if another one did: then words may differ without anybody's doing.
    pub other_version: Option<String>,
    /// How many values of the result were compared: figures, findings, verdicts and their words.
    pub figures: usize,
    /// How many places of the page were compared; none where it prints nothing.
    pub places: usize,
    /// Every difference, in the order of the report.
    pub differences: Vec<Difference>,
    /// Whether the file is, to the letter, what this version writes. It may not be, and still say the same, if a
    /// program saved it in its own way.
    pub to_the_letter: bool,
}

/// Why a report could not be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VerifyError {
    /// The assessment could not be read.
    File(FileError),
    /// It is an assessment without figures.
    NoReport,
    /// The result that reports carry is missing or damaged.
    NoResult,
}

impl From<FileError> for VerifyError {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

/// Checks the text of an HTML or JSON report. `catalogue` speaks the report's own language, see
/// [`report::language`](super::language): its words are compared too.
///
/// # Errors
/// See [`VerifyError`]. A report that says something wrong is no error: it has [`Verified::differences`].
pub fn verify(text: &str, catalogue: &Catalogue) -> Result<Verified, VerifyError> {
    let assessment = Assessment::from_file(&carried(text)?, catalogue)?;
    let page = text.trim_start_matches('\u{feff}').trim_start().starts_with('<');
    let result: Value = if page {
        let result = embedded_result(text).ok_or(VerifyError::NoResult)?;
        Limit::REPORT.parse(&result).map_err(|_| VerifyError::NoResult)?
    } else {
        let report = Limit::REPORT.parse(text).unwrap_or_default();
        if report["format"] != REPORT_FORMAT {
            return Err(VerifyError::NoReport);
        }
        report["result"].clone()
    };
    let today = result["today"].as_str().and_then(|day| Date::parse(day).ok()).ok_or(VerifyError::NoResult)?;

    let outcome = Outcome::new(catalogue, &assessment, today);
    let report = Report::new(catalogue, &assessment, &outcome);
    let mut differences = Vec::new();
    let figures = figures::compare("", &result, &report.result, &mut differences);
    let mut places = 0;
    let (mut other_version, to_the_letter);
    if page {
        let fresh = report.to_html();
        to_the_letter = fresh == text;
        let most = 2 * Limit::REPORT.most;
        if text.matches('<').count() > most {
            return Err(FileError::TooMany { most }.into());
        }
        other_version = printed::generator(text).filter(|made_by| *made_by != format!("Stage Zero {VERSION}"));
        places = printed::compare(text, &fresh, &mut differences);
    } else {
        other_version = None;
        to_the_letter = differences.is_empty();
    }
    if to_the_letter {
        other_version = None;
    }
    Ok(Verified { digest: report.digest, today, other_version, figures, places, differences, to_the_letter })
}
