//! Taking the text of a report or an assessment out of the file that carries it.

mod pdf;
mod zip;

pub(crate) use pdf::pages;
use readiness::file::LONGEST_FILE;

/// The most bytes that are taken out of a file, whatever it says: a small one could unpack to gigabytes.
const MOST: usize = 4 * LONGEST_FILE;

/// Why nothing could be taken out of a file. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnpackError {
    /// Locked with a passphrase.
    #[error("the file is locked: it takes the passphrase of who locked it")]
    Locked,
    /// A PDF without what Stage Zero attaches, or saved anew by another program in a way that hides it.
    #[error(
        "the PDF carries no assessment that can be read: ask for the very file that Stage Zero saved, or detach \
         'stage-zero-assessment.json' from it with a PDF reader"
    )]
    NoAttachment,
    /// An archive without anything of ours.
    #[error("the ZIP file holds no report and no assessment of Stage Zero")]
    NothingInside,
    /// Cut or changed on its way.
    #[error("the file is damaged or was cut: ask for a fresh copy")]
    Damaged,
    /// It unpacks to more than anything sensible.
    #[error("what the file holds is too long to be an assessment")]
    TooLong,
    /// None of the kinds of files that are known here.
    #[error("the file is not text. Choose the file that Stage Zero saved")]
    NotText,
}

/// The text that `readiness::report::open` and `verify` take, of whatever carries it: a text stands for itself, a PDF
/// gives what is attached to it as a JSON report, a ZIP file its report or its assessment.
///
/// # Errors
/// See [`UnpackError`].
pub fn unpack(bytes: &[u8]) -> Result<String, UnpackError> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => zip::text(bytes),
        _ if bytes.starts_with(b"%PDF-") => pdf::text(bytes),
        _ if crate::age::is_locked(bytes) => Err(UnpackError::Locked),
        _ => utf8(bytes.to_vec()).map_err(|_| UnpackError::NotText),
    }
}

fn utf8(bytes: Vec<u8>) -> Result<String, UnpackError> {
    String::from_utf8(bytes).map_err(|_| UnpackError::Damaged)
}
