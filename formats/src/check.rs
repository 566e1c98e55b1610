//! Checking a report in whatever file it came.

use crate::unpack::{UnpackError, pages, unpack};
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

/// Checks a report. Of a PDF, the pages are made again too and compared: `catalogue` speaks the report's own language.
///
/// # Errors
/// See [`CheckError`]. A report that says something wrong is no error: it has [`Verified::differences`].
pub fn check(bytes: &[u8], catalogue: &Catalogue) -> Result<Verified, CheckError> {
    let text = unpack(bytes)?;
    let mut verified = verify::verify(&text, catalogue)?;
    if !bytes.starts_with(b"%PDF-") {
        return Ok(verified);
    }
    let assessment = report::open(&text, catalogue).map_err(VerifyError::from)?;
    let source = Source::new(catalogue, &assessment, verified.today);
    // It was made once, so it can be made again; if not, its pages stay unchecked, and that is said.
    let fresh = make(Format::Pdf, &source, &mut |_, _| {}).unwrap_or_default();
    verified.to_the_letter = fresh == bytes;
    if !verified.to_the_letter {
        let (says, yields) = (pages(bytes)?, pages(&fresh)?);
        verified.places = yields.len();
        for page in 0..says.len().max(yields.len()) {
            let (says, yields) = (says.get(page), yields.get(page));
            if says != yields {
                verified.differences.push(Difference {
                    place: catalogue.say(Word::CheckPage, &[("n", &(page + 1).to_string())]),
                    printed: true,
                    says: says.map(|_| catalogue.word(Word::CheckOtherMarks).to_owned()).unwrap_or_default(),
                    yields: yields.map(|_| catalogue.word(Word::CheckItsPage).to_owned()).unwrap_or_default(),
                });
            }
        }
    }
    Ok(verified)
}
