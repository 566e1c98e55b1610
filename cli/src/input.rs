//! Reading files, and the day.

use formats::age::{self, UnlockError};
use formats::{CheckError, UnpackError};
use readiness::file::FileError;
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
    Locked { file: PathBuf, source: UnlockError },
    #[error("{}: the file is locked: give its passphrase with --passphrase-file FILE", .0.display())]
    NoPassphrase(PathBuf),
    #[error("{}: its first line is empty or no text, and a passphrase belongs there", .0.display())]
    NotPassphrase(PathBuf),
    #[error("{}: this is not text in UTF-8, save it as such", .0.display())]
    NotText(PathBuf),
    #[error("{}: {source}", .file.display())]
    Wrong { file: PathBuf, source: FileError },
    #[error("{}: {source}", .file.display())]
    Unverifiable { file: PathBuf, source: CheckError },
}

impl InputError {
    /// Whether the file is whole, and a PDF or a ZIP file that has nothing to do with Stage Zero.
    pub fn carries_nothing(&self) -> bool {
        let Self::Packed { source, .. } = self else { return false };
        matches!(source, UnpackError::NoAttachment | UnpackError::NothingInside)
    }
}

/// Reads files, locked ones too where their passphrase is known.
#[derive(Default)]
pub struct Input {
    passphrase: Option<String>,
}

impl Input {
    /// With the passphrase that is in a file.
    pub fn new(passphrase_file: Option<&Path>) -> Result<Self, InputError> {
        Ok(Self { passphrase: passphrase_file.map(passphrase).transpose()? })
    }

    /// What is in a file, or comes from standard input; of a locked one, what was locked.
    pub fn bytes(&self, file: &Path) -> Result<Vec<u8>, InputError> {
        let bytes = raw(file)?;
        if !age::is_locked(&bytes) {
            return Ok(bytes);
        }
        let passphrase = self.passphrase.as_ref().ok_or_else(|| InputError::NoPassphrase(file.to_owned()))?;
        age::unlock(&bytes, passphrase).map_err(|source| InputError::Locked { file: file.to_owned(), source })
    }

    /// The assessment that a file is or carries.
    pub fn assessment(&self, file: &Path, catalogue: &Catalogue) -> Result<Assessment, InputError> {
        let text = formats::unpack(&self.bytes(file)?)
            .map_err(|source| InputError::Packed { file: file.to_owned(), source })?;
        report::open(&text, catalogue).map_err(|source| InputError::Wrong { file: file.to_owned(), source })
    }
}

/// The passphrase in the first line of a file: what an editor puts at the end of it does not belong to it.
pub fn passphrase(file: &Path) -> Result<String, InputError> {
    let wrong = || InputError::NotPassphrase(file.to_owned());
    let text = String::from_utf8(raw(file)?).map_err(|_| wrong())?;
    text.lines().next().filter(|line| !line.is_empty()).map(str::to_owned).ok_or_else(wrong)
}

fn raw(file: &Path) -> Result<Vec<u8>, InputError> {
    let unreadable = |source| InputError::Unreadable { file: file.to_owned(), source };
    let mut bytes = Vec::new();
    // One byte more than is read is enough to be told that this is too much.
    let most = formats::MOST as u64 + 1;
    let read = match file.to_str() {
        Some("-") => std::io::stdin().lock().take(most).read_to_end(&mut bytes),
        _ => std::fs::File::open(file).map_err(unreadable)?.take(most).read_to_end(&mut bytes),
    };
    read.map_err(unreadable)?;
    Ok(bytes)
}

/// Today, in UTC.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let epoch = Date::parse("1970-01-01").expect("a day of the calendar");
    epoch.plus_days(i32::try_from(seconds / 86_400).unwrap_or(0))
}
