//! Evidence files that come in an archive.

use crate::UnpackError;
use crate::unpack::{is_zip, zip::Archive};
use readiness::assessment::Fingerprint;
use readiness::evidence::fingerprint;

/// The fingerprints of the files in an archive; `None` if it is none, or one that is a file by itself: a workbook or a
/// document of an office program.
///
/// # Errors
/// See [`UnpackError`].
pub fn fingerprints(bytes: &[u8]) -> Result<Option<Vec<Fingerprint>>, UnpackError> {
    if !is_zip(bytes) {
        return Ok(None);
    }
    match Archive::read(bytes) {
        Ok(archive) => Ok(Some(archive.files.iter().map(|file| fingerprint(file.base(), &file.content)).collect())),
        Err(UnpackError::Office) => Ok(None),
        Err(error) => Err(error),
    }
}
