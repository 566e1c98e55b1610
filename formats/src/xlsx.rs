//! A workbook for a spreadsheet.

use crate::{Error, Source};

pub(crate) fn workbook(_source: &Source<'_>) -> Result<Vec<u8>, Error> {
    Err(Error::NotYet { format: "xlsx" })
}
