//! Checking a report in whatever file it came.

use crate::unpack::{UnpackError, files, is_pdf, is_zip, pages, unpack};
use crate::{Format, Source, make};
use readiness::catalogue::{Catalogue, Word};
use readiness::report::verify::{Difference, Verified, VerifyError};
use readiness::report::{self, verify};

/// Why a file could not be checked.
#[derive(Debug)]
pub enum CheckError {
    /// Nothing could be taken out of it.
    Unpack(UnpackError),
    /// What was taken out is no report.
    Verify(VerifyError),
}

impl From<UnpackError> for CheckError {
    fn from(error: UnpackError) -> Self {
        Self::Unpack(error)
    }
}

impl From<VerifyError> for CheckError {
    fn from(error: VerifyError) -> Self {
        Self::Verify(error)
    }
}

/// Checks a report. Of a PDF, the pages are made again too and compared, of a ZIP file all that is in it: `catalogue`
/// speaks the report's own language.
///
/// # Errors
/// See [`CheckError`]. A report that says something wrong is no error: it has [`Verified::differences`].
pub fn check(bytes: &[u8], catalogue: &Catalogue) -> Result<Verified, CheckError> {
    let text = unpack(bytes)?;
    let mut verified = verify::verify(&text, catalogue)?;
    if !is_pdf(bytes) && !is_zip(bytes) {
        return Ok(verified);
    }
    let assessment = report::open(&text, catalogue).map_err(VerifyError::from)?;
    let source = Source::new(catalogue, &assessment, verified.today);
    if is_pdf(bytes) {
        compare_pages(bytes, &source, &mut verified)?;
    } else {
        compare_files(bytes, &text, &source, &mut verified)?;
    }
    Ok(verified)
}

fn compare_pages(bytes: &[u8], source: &Source<'_>, verified: &mut Verified) -> Result<(), UnpackError> {
    // It was made once, so it can be made again; if not, its pages stay unchecked, and that is said.
    let fresh = make(Format::Pdf, source, &mut |_, _| {}).unwrap_or_default();
    verified.to_the_letter = fresh == bytes;
    if !verified.to_the_letter {
        let (says, yields) = (pages(bytes)?, pages(&fresh)?);
        verified.places = yields.len();
        for page in 0..says.len().max(yields.len()) {
            let (says, yields) = (says.get(page), yields.get(page));
            if says != yields {
                verified.differences.push(Difference {
                    place: source.catalogue.say(Word::CheckPage, &[("n", &(page + 1).to_string())]),
                    printed: true,
                    says: word(source, Word::CheckOtherMarks, says.is_some()),
                    yields: word(source, Word::CheckItsPage, yields.is_some()),
                });
            }
        }
    }
    Ok(())
}

/// All but the one with this text, which was compared place by place.
fn compare_files(bytes: &[u8], text: &str, source: &Source<'_>, verified: &mut Verified) -> Result<(), UnpackError> {
    let name = source.report.file_name();
    for (file, content) in files(bytes)?.into_iter().filter(|(_, content)| content != text.as_bytes()) {
        let format = Format::ALL.into_iter().find(|format| file == format!("{name}.{}", format.ending()));
        let fresh = format.and_then(|format| make(format, source, &mut |_, _| {}).ok());
        if fresh.as_ref() != Some(&content) {
            verified.to_the_letter = false;
            verified.differences.push(Difference {
                place: file,
                printed: true,
                says: word(source, Word::CheckOtherContent, true),
                yields: word(source, Word::CheckItsFile, fresh.is_some()),
            });
        }
    }
    Ok(())
}

/// A word for what is there; nothing for what is not.
fn word(source: &Source<'_>, word: Word, is_there: bool) -> String {
    if is_there { source.catalogue.word(word).to_owned() } else { String::new() }
}
