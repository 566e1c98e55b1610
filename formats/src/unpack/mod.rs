//! Taking what a file carries out of it: a text stands for itself, a PDF gives what is attached to it, a ZIP file the
//! report that is in it.

mod directory;
pub(crate) mod pdf;
pub(crate) mod zip;

pub use zip::{MOST_FILES, is_litter};

use self::pdf::Document;
use self::zip::Archive;
use readiness::file::{FileError, Limit};
use readiness::report::{self, Form, Opened, decoded};
use readiness::{Assessment, Catalogue, Format, review};
use std::io::Read;

/// The longest file that is taken apart, and the most that is taken out of one, in bytes, whatever it says itself: a
/// small one could unpack to gigabytes.
pub const MOST: usize = Limit::REPORT.longest;
/// How far into a file the mark of a PDF may stand: readers take one that something precedes.
const PDF_MARK_WITHIN: usize = 1024;

/// Why nothing could be taken out of a file. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnpackError {
    /// Locked with a passphrase.
    Locked,
    /// A PDF that takes a password.
    PdfPassword,
    /// A PDF without what Stage Zero attaches.
    NoAttachment,
    /// An archive without anything of ours.
    NothingInside,
    /// A workbook or a document, which carries no assessment.
    Office,
    /// An archive that takes a password.
    ZipPassword,
    /// An archive that is packed in a way that is not read here.
    Packing(String),
    /// Cut or changed on its way.
    Damaged,
    /// An archive of more files than ours ever hold.
    TooManyFiles,
    /// It is, or unpacks to, more than anything sensible.
    TooLong,
    /// A text, or what was taken out, that can't be read.
    File(FileError),
}

impl From<FileError> for UnpackError {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

/// A file, taken apart once.
pub(crate) struct Unpacked<'a> {
    /// What of ours the report is, or the assessment file.
    pub format: Format,
    /// What it carries.
    pub opened: Opened,
    /// What it is taken apart into, beside that.
    pub inside: Inside<'a>,
}

/// What a file consists of.
pub(crate) enum Inside<'a> {
    /// A text.
    Text(std::borrow::Cow<'a, str>),
    /// A PDF.
    Pdf(Box<Document>),
    /// An archive, and which of its files carries the assessment.
    Zip(Archive, usize),
}

/// The assessment that a file is or carries, with what is beside it.
///
/// # Errors
/// See [`UnpackError`].
pub fn open(bytes: &[u8], catalogue: &Catalogue) -> Result<Opened, UnpackError> {
    unpacked(bytes, catalogue).map(|it| it.opened)
}

/// What a file carries.
#[derive(Debug, Clone, PartialEq)]
pub enum Carried {
    /// An assessment.
    Assessment(Box<Assessment>),
    /// The text of a review.
    Review(String),
}

/// What a file carries: a review stands for itself.
///
/// # Errors
/// See [`UnpackError`].
pub fn carried(bytes: &[u8], catalogue: &Catalogue) -> Result<Carried, UnpackError> {
    let error = match open(bytes, catalogue) {
        Ok(opened) => return Ok(Carried::Assessment(Box::new(opened.assessment))),
        Err(error) => error,
    };
    let UnpackError::File(FileError::NotAssessment) = error else { return Err(error) };
    let text = decoded(bytes)?;
    if !text.contains(review::FORMAT) {
        return Err(error);
    }
    Limit::REVIEW.check_length(&text)?;
    Ok(Carried::Review(text.into_owned()))
}

/// What other packed files begin with.
const OTHER_PACKING: [(&[u8], &str); 4] =
    [(b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!\x1a\x07", "RAR"), (b"\x1f\x8b\x08", "gzip"), (b"\xfd7zXZ\0", "xz")];

fn is_text(bytes: &[u8]) -> Result<bool, UnpackError> {
    match bytes {
        _ if bytes.len() > MOST => Err(UnpackError::TooLong),
        _ if crate::age::is_locked(bytes) => Err(UnpackError::Locked),
        _ if let Some((_, name)) = OTHER_PACKING.iter().find(|(mark, _)| bytes.starts_with(mark)) => {
            Err(UnpackError::Packing((*name).to_owned()))
        }
        _ => Ok(!is_zip(bytes) && !is_pdf(bytes)),
    }
}

/// Takes a file apart.
pub(crate) fn unpacked<'a>(bytes: &'a [u8], catalogue: &Catalogue) -> Result<Unpacked<'a>, UnpackError> {
    if is_text(bytes)? {
        let text = decoded(bytes)?;
        let opened = report::open(&text, catalogue)?;
        let format = match opened.form {
            Form::Page => Format::Html,
            Form::Data(_) => Format::Json,
            Form::File | Form::Attached => Format::Assessment,
        };
        return Ok(Unpacked { format, opened, inside: Inside::Text(text) });
    }
    if is_zip(bytes) {
        let archive = Archive::read(bytes)?;
        let (at, format, opened) = archive.carrier(catalogue)?;
        return Ok(Unpacked { format, opened, inside: Inside::Zip(archive, at) });
    }
    let document = Document::read(bytes)?;
    let opened = document.open(catalogue)?;
    Ok(Unpacked { format: Format::Pdf, opened, inside: Inside::Pdf(document.into()) })
}

/// Whether a file is a PDF for those who read PDFs.
fn is_pdf(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(PDF_MARK_WITHIN)].windows(5).any(|window| window == b"%PDF-")
}

/// Whether a file is an archive, an empty one too.
pub(crate) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
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
