//! Taking the text of a report or an assessment out of the file that carries it.

mod pdf;
mod zip;

pub use pdf::{MOST_PAGES, pages};
pub use zip::{MOST_FILES, files};

use readiness::file::Limit;
use std::io::Read;

/// The longest file that is taken apart, and the most that is taken out of one, in bytes, whatever it says itself: a
/// small one could unpack to gigabytes.
pub const MOST: usize = Limit::REPORT.longest;

/// Why nothing could be taken out of a file. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnpackError {
    /// Locked with a passphrase.
    Locked,
    /// A PDF without what Stage Zero attaches, or saved anew by another program in a way that hides it.
    NoAttachment,
    /// An archive without anything of ours.
    NothingInside,
    /// Cut or changed on its way.
    Damaged,
    /// An archive of more files than ours ever hold.
    TooManyFiles,
    /// It is, or unpacks to, more than anything sensible.
    TooLong,
    /// None of the kinds of files that are known here.
    NotText,
}

/// The text that `readiness::report::open` and `verify` take, of whatever carries it: a text stands for itself, a PDF
/// gives what is attached to it as a JSON report, a ZIP file its report or its assessment.
///
/// # Errors
/// See [`UnpackError`].
pub fn unpack(bytes: &[u8]) -> Result<String, UnpackError> {
    match bytes {
        _ if bytes.len() > MOST => Err(UnpackError::TooLong),
        _ if is_zip(bytes) => zip::text(bytes),
        _ if is_pdf(bytes) => pdf::text(bytes),
        _ if crate::age::is_locked(bytes) => Err(UnpackError::Locked),
        _ => utf8(bytes.to_vec()).map_err(|_| UnpackError::NotText),
    }
}

/// Whether a file says that it is a PDF.
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// Whether a file is an archive with something in it.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// All that comes out, but no more than `most` bytes of it.
fn read_up_to(most: usize, from: impl Read) -> Result<Vec<u8>, UnpackError> {
    let mut content = Vec::new();
    match from.take(most as u64 + 1).read_to_end(&mut content) {
        Ok(length) if length > most => Err(UnpackError::TooLong),
        Ok(_) => Ok(content),
        Err(_) => Err(UnpackError::Damaged),
    }
}

fn utf8(bytes: Vec<u8>) -> Result<String, UnpackError> {
    String::from_utf8(bytes).map_err(|_| UnpackError::Damaged)
}
