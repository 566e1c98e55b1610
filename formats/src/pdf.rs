//! The report as a PDF.

use crate::{Error, Source};

pub(crate) fn report(_source: &Source<'_>) -> Result<Vec<u8>, Error> {
    Err(Error::NotYet { format: "pdf" })
}
