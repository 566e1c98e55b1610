//! How much a file may hold. No real file comes near any of these; a hostile one could fill a computer's memory.
//!
//! A text is looked through before it is parsed, since what a parser makes of it can take a hundred times its length.
//! `SECURITY.md` has a table of all limits; `fuzz/tests/limits.rs` goes one beyond each.

use super::error::{FileError, Misfit};
use serde_json::Value;

/// The longest text of one field, in characters.
pub const LONGEST_TEXT: usize = 100_000;
/// The longest id or name of a field, in bytes.
pub const LONGEST_NAME: usize = 200;
/// The most entries of one list: evidence, or records with numbers ([`Series`](crate::assessment::Series)).
pub const MOST_ENTRIES: usize = 2_000;

/// How much a file of one kind may hold. Each kind has room for those that it carries.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// Its length in bytes.
    pub longest: usize,
    /// How many records and lists there may be inside each other. Ours have far fewer.
    pub deepest: usize,
    /// How many values there may be in all: texts, numbers, lists and records.
    pub most: usize,
}

impl Limit {
    /// A review. An assessment keeps the reviews of it.
    pub const REVIEW: Self = Self { longest: 2_000_000, deepest: 20, most: 20_000 };
    /// An assessment.
    pub const ASSESSMENT: Self = Self { longest: 20_000_000, deepest: 25, most: 200_000 };
    /// A report or whatever else carries an assessment, and what is taken out of one.
    pub const REPORT: Self = Self { longest: 80_000_000, deepest: 30, most: 400_000 };

    /// Parses a JSON text, unless it is more than this.
    pub(crate) fn parse(self, text: &str) -> Result<Value, FileError> {
        self.check_length(text)?;
        let text = text.trim_start_matches('\u{feff}');
        self.check_shape(text)?;
        serde_json::from_str(text).map_err(|error| match error.is_eof() {
            true => FileError::Truncated { line: error.line() },
            false => FileError::NotJson { line: error.line(), column: error.column() },
        })
    }

    /// Checks that a text is no more than this.
    pub(super) fn check(self, text: &str) -> Result<(), FileError> {
        self.check_length(text)?;
        self.check_shape(text)
    }

    /// Checks how long a text is, before anything else is done with it.
    ///
    /// # Errors
    /// [`FileError::TooLong`].
    pub fn check_length(self, text: &str) -> Result<(), FileError> {
        const MEGABYTE: usize = 1_000_000;
        match text.len() > self.longest {
            true => Err(FileError::TooLong { megabytes: text.len() / MEGABYTE, most: self.longest / MEGABYTE }),
            false => Ok(()),
        }
    }

    fn check_shape(self, text: &str) -> Result<(), FileError> {
        let (mut depth, mut values, mut quoted, mut escaped) = (0_usize, 0, false, false);
        for byte in text.bytes() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if quoted => escaped = true,
                b'"' => quoted = !quoted,
                _ if quoted => {}
                b'[' | b'{' => (depth, values) = (depth + 1, values + 1),
                b']' | b'}' => depth = depth.saturating_sub(1),
                b',' => values += 1,
                _ => {}
            }
            if depth > self.deepest {
                return Err(FileError::TooDeep { most: self.deepest });
            }
            // Outside of all brackets nothing is ours, and the parser says so.
            if values > self.most && depth > 0 {
                return Err(FileError::TooMany { most: self.most });
            }
        }
        Ok(())
    }
}

/// Checks each text and each list of a document; `place` names it in messages.
pub(crate) fn check_lengths(value: &Value, place: &str) -> Result<(), FileError> {
    let Some((mut names, misfit)) = too_long(value) else { return Ok(()) };
    names.extend(Some(place).filter(|place| !place.is_empty()));
    names.reverse();
    Err(FileError::Value { place: names.join(", "), misfit })
}

/// The first text or list of a document that is too long, with the names that lead there, the last one first. They are put
/// together only where something is wrong.
fn too_long(value: &Value) -> Option<(Vec<&str>, Misfit)> {
    let here = |misfit| Some((Vec::new(), misfit));
    match value {
        Value::String(text) if is_longer(text, LONGEST_TEXT) => here(Misfit::LongText),
        Value::Array(list) if list.len() > MOST_ENTRIES => here(Misfit::ManyEntries),
        Value::Array(list) => list.iter().find_map(too_long),
        Value::Object(fields) if fields.len() > MOST_ENTRIES => here(Misfit::ManyEntries),
        Value::Object(fields) => fields.iter().find_map(|(key, value)| {
            if key.len() > LONGEST_NAME {
                return here(Misfit::LongName);
            }
            let (mut names, misfit) = too_long(value)?;
            names.push(key);
            Some((names, misfit))
        }),
        _ => None,
    }
}

pub(super) fn is_longer(text: &str, most: usize) -> bool {
    text.len() > most && text.chars().nth(most).is_some()
}
