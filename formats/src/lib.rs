//! Every file that can be handed over. Each module turns the same [`readiness::Report`], or the assessment behind it, into one
//! format; none of them decides what a report says.
//!
//! All of it is pure: bytes out of a [`Source`], the same bytes for the same source. What a person wrote reaches every
//! format as plain text: no formula, no mark-up, no control character.
#![forbid(unsafe_code)]

pub mod age;
mod check;
mod ciso;
mod csv;
mod docx;
mod draft;
mod error;
mod evidence;
mod html;
mod json;
mod look;
mod markdown;
mod oscal;
mod paper;
mod pdf;
mod planners;
mod requests;
mod returned;
mod source;
mod todo;
mod told;
mod unpack;
mod xlsx;
mod zip;

use readiness::format::Program;
use readiness::report::{model::Table, without_left_out};

pub use check::{Checked, ToCheck, check};
pub use draft::{draft, drafts};
pub use error::Error;
pub use evidence::fingerprints;
pub use readiness::Format;
pub use readiness::draft::DraftFormat;
pub use requests::{Requests, RequestsError, requests};
pub use returned::{MOST_CELLS, MOST_PROBLEMS, Problem, Remark, ReturnError, Returned, Wrong, returned};
pub use source::Source;
pub use unpack::{Carried, MOST, MOST_FILES, UnpackError, carried, is_litter, open};

/// Makes a file. `progress` is told how many of how many parts are done, as often as there is something to tell.
///
/// # Errors
/// See [`Error`].
pub fn make(format: Format, source: &Source<'_>, progress: &mut dyn FnMut(usize, usize)) -> Result<Vec<u8>, Error> {
    match format.program() {
        Program::Worker => usual(format, source, progress),
        Program::Rare => rare(format, source, progress),
    }
}

/// Makes one of the files of the program for reports: in the site, that holds nothing else.
///
/// # Errors
/// See [`Error`].
pub fn usual(format: Format, source: &Source<'_>, progress: &mut dyn FnMut(usize, usize)) -> Result<Vec<u8>, Error> {
    can_be_made(format, source)?;
    match format {
        Format::Html => Ok(html::report(source)),
        Format::Pdf => pdf::report(source),
        Format::Docx => docx::report(source),
        Format::SoaPdf => pdf::soa(source),
        Format::SoaDocx => docx::soa(source),
        Format::Xlsx => xlsx::workbook(source),
        Format::SoaCsv => Ok(csv::soa(source)),
        Format::AnswersCsv => Ok(csv::answers(source)),
        Format::PlanCsv => Ok(csv::plan(source)),
        Format::Owner => docx::owner(source),
        Format::Markdown => Ok(markdown::report(source)),
        Format::Assessment => Ok(json::assessment(source)),
        Format::Json => Ok(json::report(source)),
        Format::Zip => zip::everything(source, progress),
        Format::CisoAssistant | Format::Oscal | Format::Planners => Err(Error::Elsewhere { format: format.name() }),
    }
}

/// Makes one of the files that only few want: in the site, a program of its own does.
///
/// # Errors
/// See [`Error`].
pub fn rare(format: Format, source: &Source<'_>, _progress: &mut dyn FnMut(usize, usize)) -> Result<Vec<u8>, Error> {
    can_be_made(format, source)?;
    match format {
        Format::CisoAssistant => ciso::pack(source),
        Format::Oscal => oscal::pack(source),
        Format::Planners => planners::pack(source),
        _ => Err(Error::Elsewhere { format: format.name() }),
    }
}

fn can_be_made(format: Format, source: &Source<'_>) -> Result<(), Error> {
    let fits = format.can_do_without(source.report.left_out);
    if fits { Ok(()) } else { Err(Error::LeftOut { format: format.name() }) }
}

/// The plan as a table, without what an extract leaves out of it.
fn plan(source: &Source<'_>) -> Option<Table> {
    let plan = source.plan.as_ref()?.to_table(source.catalogue, source.assessment);
    Some(without_left_out(plan, source.report.left_out))
}
