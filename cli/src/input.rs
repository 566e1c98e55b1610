//! Reading files, and the day.

use formats::{CheckError, UnpackError};
use readiness::file::{FileError, LONGEST_FILE};
use readiness::report;
use readiness::{Assessment, Catalogue, Date};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// What is wrong with a file.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    #[error("{}: {source}", .file.display())]
    Unreadable { file: PathBuf, source: std::io::Error },
    #[error("{}: {source}", .file.display())]
    Packed { file: PathBuf, source: UnpackError },
    #[error("{}: {source}", .file.display())]
    Wrong { file: PathBuf, source: FileError },
    #[error("{}: {source}", .file.display())]
    Unverifiable { file: PathBuf, source: CheckError },
}

/// What is in a file, or comes from standard input.
pub fn bytes(file: &Path) -> Result<Vec<u8>, InputError> {
    let unreadable = |source| InputError::Unreadable { file: file.to_owned(), source };
    let mut bytes = Vec::new();
    // One byte more than the core reads is enough for it to say that this is too much.
    let most = 4 * LONGEST_FILE as u64 + 1;
    let read = match file.to_str() {
        Some("-") => std::io::stdin().lock().take(most).read_to_end(&mut bytes),
        _ => std::fs::File::open(file).map_err(unreadable)?.take(most).read_to_end(&mut bytes),
    };
    read.map_err(unreadable)?;
    Ok(bytes)
}

/// The text that a file is, or that a PDF or a ZIP file carries.
fn text(file: &Path) -> Result<String, InputError> {
    formats::unpack(&bytes(file)?).map_err(|source| InputError::Packed { file: file.to_owned(), source })
}

/// The assessment that a file is or carries.
pub fn assessment(file: &Path, catalogue: &Catalogue) -> Result<Assessment, InputError> {
    report::open(&text(file)?, catalogue).map_err(|source| InputError::Wrong { file: file.to_owned(), source })
}

/// Today, in UTC.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let epoch = Date::parse("1970-01-01").expect("a day of the calendar");
    epoch.plus_days(i32::try_from(seconds / 86_400).unwrap_or(0))
}
