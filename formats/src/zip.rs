//! All files in one.

use crate::{Error, Source};

pub(crate) fn everything(_source: &Source<'_>, _progress: &mut dyn FnMut(usize, usize)) -> Result<Vec<u8>, Error> {
    Err(Error::NotYet { format: "zip" })
}
