//! What is wrong with a file.

use std::fmt;

/// Something that is not taken over, and why. Everything else of the file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line, counted from 1.
    pub line: usize,
    /// The entry, such as `colours.light.accent`; empty for the file as a whole.
    pub entry: String,
    /// What is wrong, and what to do.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "line {}", self.line)?;
        if !self.entry.is_empty() {
            write!(to, ", {}", self.entry)?;
        }
        write!(to, ": {}", self.what)
    }
}
