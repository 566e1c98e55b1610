//! What is wrong with the content, and where.

use std::fmt;
use std::rc::Rc;

/// One thing that an editor of the content has to repair.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as a path that starts with the folder given to [`crate::load`].
    pub file: String,
    /// The line in it, counted from one.
    pub line: usize,
    /// What is wrong, and what is expected instead.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// A line of a file, carried along with every text so that a late check can still name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Location {
    pub file: Rc<str>,
    pub line: usize,
}

impl Location {
    pub fn start_of(file: &str) -> Self {
        Self { file: file.into(), line: 1 }
    }

    pub fn at(&self, line: usize) -> Self {
        Self { file: self.file.clone(), line }
    }

    pub fn problem(&self, message: impl Into<String>) -> Problem {
        Problem { file: self.file.to_string(), line: self.line, message: message.into() }
    }
}
