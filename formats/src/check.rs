//! Checking a report in whatever file it came.

use crate::unpack::{UnpackError, pages, unpack};
use crate::{Format, Source, make};
use readiness::Catalogue;
use readiness::report::verify::{Difference, Verified, VerifyError};
use readiness::report::{self, verify};

/// Why a file could not be checked.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// Nothing could be taken out of it.
    #[error(transparent)]
    Unpack(#[from] UnpackError),
    /// What was taken out is no report.
    #[error(transparent)]
    Verify(#[from] VerifyError),
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
                    place: format!("page {}", page + 1),
                    printed: true,
                    says: if says.is_some() { "other marks".to_owned() } else { String::new() },
                    yields: if yields.is_some() { "the page of its assessment".to_owned() } else { String::new() },
                });
            }
        }
    }
    Ok(verified)
}
