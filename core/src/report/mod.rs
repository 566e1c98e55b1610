//! The readiness report: what an organisation sends to a certification body or to a customer.
//!
//! [`Report::new`] puts together what a report says, as a [`model`]; the renderers turn it into a format. A report
//! carries the assessment that it was made from, so that whoever gets it can open it, check every figure and go on.

pub mod csv;
mod embedded;
mod html;
mod json;
pub(crate) mod markdown;
pub mod model;
mod open;
mod section;
mod text;
pub mod verify;

pub use embedded::{ASSESSMENT_ELEMENT, embedded, embedded_result};
pub use json::REPORT_FORMAT;
pub use markdown::escape_lines;
pub use open::{Form, Opened, open, open_attached};
pub use section::{
    answers::table as answers, documents::table as documents, level_name, review::notes, risks::column as risk_column,
    risks::table as risks, soa::by_theme as statement_by_theme, soa::table as soa, statement, without_left_out,
};
pub(crate) use section::{audits, soa::in_place};
pub use text::{decoded, decoded_table};

use crate::Date;
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Word};
use crate::extract::{Portion, Portions};
use crate::file;
use crate::outcome::Outcome;
use model::{Cell, Section};
use serde_json::Value;

/// The version of Stage Zero that makes a report.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A report, before it has a format.
#[derive(Debug, Clone, PartialEq)]
pub struct Report<'a> {
    /// The catalogue whose language it speaks.
    pub catalogue: &'a Catalogue,
    /// Whose report it is; empty if the person has not said.
    pub organisation: String,
    /// What its cover says: who, what for, when.
    pub cover: Vec<(String, Cell)>,
    /// Its sections.
    pub sections: Vec<Section>,
    /// What it leaves out, if it is an extract.
    pub left_out: Portions,
    /// The day for which it was made.
    pub today: Date,
    /// The digest of the assessment.
    pub digest: String,
    /// The assessment file that it carries.
    pub assessment: Value,
    /// The result that it carries.
    pub result: Value,
}

impl<'a> Report<'a> {
    /// Puts a report together.
    pub fn new(catalogue: &'a Catalogue, assessment: &Assessment, outcome: &Outcome) -> Self {
        let carried = assessment.to_value(catalogue);
        let digest = file::digest(&carried);
        Self {
            catalogue,
            organisation: assessment.profile.organisation.trim().to_owned(),
            cover: section::cover(catalogue, assessment, outcome, &digest),
            sections: section::all(catalogue, assessment, outcome, &digest),
            left_out: assessment.left_out(),
            today: outcome.today,
            result: outcome.to_value_with_digest(catalogue, assessment, &digest),
            assessment: carried,
            digest,
        }
    }

    /// The Statement of Applicability as a document of its own: whoever asks for it need not see how ready the
    /// organisation is.
    pub fn statement(catalogue: &'a Catalogue, assessment: &Assessment, outcome: &Outcome) -> Self {
        let report = Self::new(catalogue, assessment, outcome);
        let mut cover = statement::cover(catalogue, assessment);
        cover.extend(report.cover.into_iter().filter(|(name, _)| !statement::is_of_readiness(catalogue, name)));
        let sections = statement::sections(catalogue, assessment, outcome);
        Self { cover, sections, left_out: report.left_out.with(Portion::Answers, true), ..report }
    }

    /// The result as a file of the report carries it: with what else it takes to make that file again, and a digest of
    /// all that, so that no day, say, can be changed into another one for which the figures are the same.
    pub fn carried_result(&self) -> Value {
        let mut result = self.result.clone();
        result["language"] = self.catalogue.language.into();
        result["made_by"] = VERSION.into();
        result["sum"] = file::digest(&result).into();
        result
    }

    /// What it is, above all: the readiness report, or the Statement of Applicability where an extract bears only that.
    pub fn heading(&self) -> &'static str {
        self.catalogue.word(if self.is_about_readiness() { Word::ReportHeading } else { Word::ReportSoaHeading })
    }

    /// The line under [`Report::heading`].
    pub fn subheading(&self) -> &'static str {
        self.catalogue.word(if self.is_about_readiness() { Word::ReportSubheading } else { Word::ReportSoaSubheading })
    }

    /// Who said it, and who decides: no more about verdicts than it has of them.
    pub fn caveat(&self) -> &'static str {
        self.catalogue.word(if self.is_about_readiness() { Word::ReportSelfAssessed } else { Word::ReportSoaSelf })
    }

    /// Whether it says how ready the organisation is, and is not the Statement of Applicability alone.
    pub fn is_about_readiness(&self) -> bool {
        is_about_readiness(self.left_out)
    }

    /// The title of the document, such as 'Readiness report: Acme Ltd'.
    pub fn title(&self) -> String {
        let name = match self.organisation.as_str() {
            "" => self.catalogue.word(Word::ReportNoOrganisation),
            name => name,
        };
        let title = if self.is_about_readiness() { Word::ReportDocumentTitle } else { Word::ReportSoaTitle };
        self.catalogue.say(title, &[("organisation", name)])
    }

    /// A name for the file without an ending, see [`file_name`].
    pub fn file_name(&self) -> String {
        file_name(&self.organisation, self.left_out, self.today)
    }
}

/// A name for what is handed out about an organisation on a day, without an ending, such as
/// `acme-ltd-readiness-2026-11-24`.
pub fn file_name(organisation: &str, left_out: Portions, today: Date) -> String {
    file_name_of(organisation, if is_about_readiness(left_out) { "readiness" } else { "soa" }, today)
}

/// The same of another kind.
pub fn file_name_of(organisation: &str, kind: &str, today: Date) -> String {
    let mut name = String::new();
    for character in organisation.to_lowercase().chars() {
        match character {
            _ if character.is_alphanumeric() && name.len() < 60 => name.push(character),
            _ if !name.is_empty() && !name.ends_with('-') => name.push('-'),
            _ => {}
        }
    }
    let name = name.trim_end_matches('-');
    let name = if name.is_empty() { "stage-zero" } else { name };
    format!("{name}-{kind}-{today}")
}

fn is_about_readiness(left_out: Portions) -> bool {
    left_out.supports_readiness() || left_out.contains(Portion::Controls)
}
