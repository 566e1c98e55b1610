//! Writing files: what was there before is there until the new one is complete.

use std::ffi::OsString;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Why a file could not be written. What was there before is still there.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", .file.display())]
pub struct OutputError {
    file: PathBuf,
    source: std::io::Error,
}

/// A file that is being written beside its place, and takes it when it is complete.
pub struct Output {
    place: PathBuf,
    beside: PathBuf,
}

impl Output {
    /// Begins to write a file.
    pub fn create(place: &Path) -> Result<(Self, BufWriter<File>), OutputError> {
        let mut name = place.file_name().map_or_else(OsString::new, OsString::from);
        name.push(".part");
        let output = Self { place: place.to_owned(), beside: place.with_file_name(name) };
        let file = File::create(&output.beside).map_err(|source| output.failure(source))?;
        Ok((output, BufWriter::new(file)))
    }

    /// What went wrong, with the place.
    pub fn failure(&self, source: impl Into<std::io::Error>) -> OutputError {
        OutputError { file: self.place.clone(), source: source.into() }
    }

    /// Puts the complete file into its place.
    pub fn finish(self) -> Result<(), OutputError> {
        std::fs::rename(&self.beside, &self.place).map_err(|source| self.failure(source))
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // There is nothing left where it was finished.
        let _ = std::fs::remove_file(&self.beside);
    }
}

/// Writes a whole file.
pub fn write(place: &Path, content: &[u8]) -> Result<(), OutputError> {
    let (output, mut file) = Output::create(place)?;
    file.write_all(content).and_then(|()| file.flush()).map_err(|source| output.failure(source))?;
    drop(file);
    output.finish()
}
