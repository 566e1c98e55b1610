//! The report and the Statement of Applicability for a word processor.

use crate::{Error, Source};

pub(crate) fn report(_source: &Source<'_>) -> Result<Vec<u8>, Error> {
    Err(Error::NotYet { format: "docx" })
}

pub(crate) fn soa(_source: &Source<'_>) -> Result<Vec<u8>, Error> {
    Err(Error::NotYet { format: "docx" })
}
