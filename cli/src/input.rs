//! Reading files, and the day.

use formats::age::{self, UnlockError};
use formats::{RequestsError, ReturnError, UnpackError};
use readiness::assessment::Fingerprint;
use readiness::evidence::Fingerprinting;
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
    Returned { file: PathBuf, source: ReturnError },
    #[error("{}: {source}", .file.display())]
    Requests { file: PathBuf, source: RequestsError },
    #[error("{}: this is an extract, and what it leaves out can't be told from what was removed. Ask for a whole copy", .0.display())]
    Extract(PathBuf),
    #[error("{}: {source}", .file.display())]
    Locked { file: PathBuf, source: UnlockError },
    #[error("{}: the file is locked: give its passphrase with --passphrase-file FILE", .0.display())]
    NoPassphrase(PathBuf),
    #[error("{}: its first line is empty or no text, and a passphrase belongs there", .0.display())]
    NotPassphrase(PathBuf),
    #[error("{}: this is not text in UTF-8, save it as such", .0.display())]
    NotText(PathBuf),
    #[error("{}: this is a pipe, and it is not waited for: give what comes out of it to standard input, and write -", .0.display())]
    Pipe(PathBuf),
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
        let opened = formats::open(&self.bytes(file)?, catalogue);
        opened.map(|it| it.assessment).map_err(|source| InputError::Packed { file: file.to_owned(), source })
    }

    /// The assessment of a file that is no extract: what one leaves out would count as removed.
    pub fn whole(&self, file: &Path, catalogue: &Catalogue) -> Result<Assessment, InputError> {
        let assessment = self.assessment(file, catalogue)?;
        if assessment.left_out().is_empty() { Ok(assessment) } else { Err(InputError::Extract(file.to_owned())) }
    }
}

/// The passphrase in the first line of a file: what an editor puts at the end of it does not belong to it.
pub fn passphrase(file: &Path) -> Result<String, InputError> {
    let wrong = || InputError::NotPassphrase(file.to_owned());
    let text = String::from_utf8(raw(file)?).map_err(|_| wrong())?;
    // What some editors put before a text is none of it.
    let text = text.trim_start_matches('\u{feff}');
    text.lines().next().filter(|line| !line.is_empty()).map(str::to_owned).ok_or_else(wrong)
}

/// The fingerprint of a file under its name without folders, read piece by piece.
pub fn fingerprint(file: &Path) -> Result<Fingerprint, InputError> {
    let unreadable = |source| InputError::Unreadable { file: file.to_owned(), source };
    if is_named_pipe(file) {
        return Err(InputError::Pipe(file.to_owned()));
    }
    let mut from = std::fs::File::open(file).map_err(unreadable)?;
    let (mut all, mut piece) = (Fingerprinting::default(), vec![0; 1_000_000]);
    loop {
        match from.read(&mut piece).map_err(unreadable)? {
            0 => return Ok(all.end(&file.file_name().unwrap_or_default().to_string_lossy())),
            length => all.add(&piece[..length]),
        }
    }
}

/// What is in a file, locked or not, as far as anything is read.
pub fn raw(file: &Path) -> Result<Vec<u8>, InputError> {
    let unreadable = |source| InputError::Unreadable { file: file.to_owned(), source };
    if is_named_pipe(file) {
        return Err(InputError::Pipe(file.to_owned()));
    }
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

/// Whether a file is a pipe that may have nobody at its other end. One that a shell has made is below `/dev`.
fn is_named_pipe(file: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        !file.starts_with("/dev") && std::fs::metadata(file).is_ok_and(|it| it.file_type().is_fifo())
    }
    #[cfg(not(unix))]
    false
}

/// Today, in UTC.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let epoch = Date::parse("1970-01-01").expect("a day of the calendar");
    epoch.plus_days(i32::try_from(seconds / 86_400).unwrap_or(0))
}
