//! Why a command stopped, said so that a person knows what to do next.

use std::{fmt, io, path::Path};

/// The result of everything here.
pub type Result<T> = std::result::Result<T, Failure>;

/// Why a command stopped.
#[derive(Debug)]
pub enum Failure {
    /// The command line could not be read.
    Usage(String),
    /// Something is missing and could not be installed here: what it is, and the command that brings it.
    Missing {
        /// What it is.
        what: String,
        /// What brings it.
        run: String,
    },
    /// A child process did not end well; its own output is above this.
    Child {
        /// As one would type it.
        command: String,
    },
    /// A file or folder could not be read or written.
    File {
        /// Where.
        path: String,
        /// What the system says.
        error: io::Error,
    },
    /// A check did not hold; the text says which and what to do.
    Check(String),
    /// All has been said already.
    Reported,
}

impl Failure {
    /// An error of the file system, with the path that it is about.
    pub fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.display().to_string();
        move |error| Self::File { path, error }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reported => Ok(()),
            Self::Usage(text) | Self::Check(text) => f.write_str(text),
            Self::Missing { what, run } => write!(f, "{what} is missing and could not be installed. Please run: {run}"),
            Self::Child { command } => write!(f, "`{command}` failed; what it said is above"),
            Self::File { path, error } => write!(f, "{path}: {error}"),
        }
    }
}
