//! Reading a file: every way in which it can be wrong has a message that says what to do.

use super::limits::{LONGEST_NAME, Limit, check_lengths};
use super::{FORMAT, VERSION, rest};
use crate::assessment::{Assessment, Part};
use crate::catalogue::Catalogue;
use serde_json::Value;

/// Why a file could not be read. Nothing has changed when one of these comes back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Longer than its [`Limit`].
    #[error("the file has {megabytes} MB, and at most {most} MB are read. Choose the file that Stage Zero saved")]
    TooLong {
        /// Its length in megabytes, rounded down.
        megabytes: usize,
        /// How long it may be, in megabytes.
        most: usize,
    },
    /// Deeper than its [`Limit`].
    #[error("the file has more than {most} lists inside each other. Choose the file that Stage Zero saved")]
    TooDeep {
        /// How many there may be.
        most: usize,
    },
    /// More values than its [`Limit`].
    #[error("the file holds more than {most} values. Choose the file that Stage Zero saved")]
    TooMany {
        /// How many there may be.
        most: usize,
    },
    /// JSON that stops in the middle.
    #[error("the file ends too early, in line {line}: it was not saved or sent completely. Get a fresh copy")]
    Truncated {
        /// Where it ends.
        line: usize,
    },
    /// Not JSON at all.
    #[error("line {line}, column {column}: this is not a Stage Zero file, or somebody changed it by hand")]
    NotJson {
        /// The line of the first problem.
        line: usize,
        /// The column of the first problem.
        column: usize,
    },
    /// JSON, but not ours.
    #[error("the file is not a Stage Zero assessment. Choose one that Stage Zero saved")]
    NotAssessment,
    /// Written by a newer version.
    #[error(
        "the file has version {version}; this version of Stage Zero reads up to {VERSION}. Reload the site, or ask for a newer one"
    )]
    Newer {
        /// The version of the file.
        version: u64,
    },
    /// An assessment against something else.
    #[error("the file is about '{catalogue}', and this site is about ISO/IEC 27001:2022")]
    OtherCatalogue {
        /// What it is about.
        catalogue: String,
    },
    /// A field has a value that it can't have.
    #[error("{place}: {problem}")]
    Value {
        /// Where: the section, the id, the field.
        place: String,
        /// What is wrong with it.
        problem: String,
    },
}

impl Assessment {
    /// Reads a file's text.
    ///
    /// # Errors
    /// See [`FileError`].
    pub fn from_file(text: &str, catalogue: &Catalogue) -> Result<Self, FileError> {
        Self::from_value(&Limit::ASSESSMENT.parse(text)?, catalogue)
    }

    /// Reads a parsed document.
    ///
    /// # Errors
    /// See [`FileError`].
    pub fn from_value(document: &Value, catalogue: &Catalogue) -> Result<Self, FileError> {
        if document["format"] != FORMAT {
            return Err(FileError::NotAssessment);
        }
        match document["version"].as_u64() {
            Some(version) if version > VERSION => return Err(FileError::Newer { version }),
            Some(1..) => {}
            _ => return Err(FileError::NotAssessment),
        }
        if document["catalogue"] != catalogue.id {
            let catalogue = document["catalogue"].as_str().unwrap_or_default().chars().take(80).collect();
            return Err(FileError::OtherCatalogue { catalogue });
        }
        check_lengths(document, "")?;

        let mut assessment = Self { id: text(document, "id")?, ..Self::default() };
        assessment.set_part(Part::Meta, document, catalogue)?;
        if let Some(profile) = section(document, "profile", Value::is_object)? {
            assessment.set_part(Part::Profile, profile, catalogue)?;
        }
        for name in ["answers", "documents", "controls"] {
            for (id, value) in
                section(document, name, Value::is_object)?.and_then(Value::as_object).into_iter().flatten()
            {
                if let Some(part) = Part::parse(name, id, catalogue) {
                    assessment.set_part(part, value, catalogue)?;
                }
            }
        }
        for name in ["custom_controls", "risks"] {
            let entries = section(document, name, Value::is_array)?.and_then(Value::as_array).into_iter().flatten();
            for value in entries {
                let id = value["id"].as_str().unwrap_or_default();
                let wrong = |what: &str| {
                    let id: String = id.chars().take(80).collect();
                    FileError::Value { place: name.to_owned(), problem: format!("'{id}' is {what}") }
                };
                let part = Part::parse(name, id, catalogue).ok_or_else(|| wrong("not an id of this list"))?;
                if assessment.part_value(part, catalogue).is_some() {
                    return Err(wrong("there twice"));
                }
                assessment.set_part(part, value, catalogue)?;
            }
        }
        assessment.rest = rest::left_over(document, &assessment.to_value(catalogue));
        Ok(assessment)
    }
}

fn section<'a>(document: &'a Value, name: &str, fits: fn(&Value) -> bool) -> Result<Option<&'a Value>, FileError> {
    match document.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) if fits(value) => Ok(Some(value)),
        Some(_) => {
            Err(FileError::Value { place: name.to_owned(), problem: "this is not a list of entries".to_owned() })
        }
    }
}

fn text(document: &Value, name: &str) -> Result<String, FileError> {
    let text = document[name].as_str().filter(|text| !text.is_empty() && text.len() <= LONGEST_NAME);
    let problem = format!("a text of at most {LONGEST_NAME} characters is expected here");
    let problem = || FileError::Value { place: name.to_owned(), problem };
    text.map(str::to_owned).ok_or_else(problem)
}
