//! Reading a file: every way in which it can be wrong has a message that says what to do, see [`FileError`].

use super::error::{FileError, Misfit};
use super::limits::{Limit, check_lengths};
use super::{FORMAT, VERSION, unknown};
use crate::assessment::{Assessment, Id, Part};
use crate::catalogue::Catalogue;
use serde_json::Value;

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

        let mut assessment = Self { id: id(document, "id")?, ..Self::default() };
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
        for name in ["custom_controls", "risks", "nonconformities", "internal_audits", "management_reviews"] {
            let entries = section(document, name, Value::is_array)?.and_then(Value::as_array).into_iter().flatten();
            for value in entries {
                let id = value["id"].as_str().unwrap_or_default();
                let wrong = |misfit: fn(String) -> Misfit| FileError::Value {
                    place: name.to_owned(),
                    misfit: misfit(id.chars().take(80).collect()),
                };
                let part = Part::parse(name, id, catalogue).ok_or_else(|| wrong(Misfit::UnknownId))?;
                if assessment.part_value(part, catalogue).is_some() {
                    return Err(wrong(Misfit::Twice));
                }
                assessment.set_part(part, value, catalogue)?;
            }
        }
        assessment.unknown = unknown::left_over(document, &assessment.to_value(catalogue));
        Ok(assessment)
    }
}

fn section<'a>(document: &'a Value, name: &str, fits: fn(&Value) -> bool) -> Result<Option<&'a Value>, FileError> {
    match document.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) if fits(value) => Ok(Some(value)),
        Some(_) => Err(FileError::Value { place: name.to_owned(), misfit: Misfit::Entries }),
    }
}

/// The id of a document; `place` is the name of the field.
pub(crate) fn id(document: &Value, place: &str) -> Result<Id, FileError> {
    let id = document["id"].as_str().and_then(Id::parse);
    id.ok_or_else(|| FileError::Value { place: place.to_owned(), misfit: Misfit::Id })
}
