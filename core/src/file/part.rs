//! Parts in JSON: as records of the browser's database and as pieces of the file.

use super::FileError;
use super::fields::Fields;
use super::record::{self, Record};
use crate::assessment::{Assessment, Entries, Part};
use crate::catalogue::{AuditId, Catalogue, CustomId, FactId, ManagementReviewId, NonconformityId, RiskId};
use serde_json::Value;

impl Part {
    /// The section of the file that it belongs to, such as `answers`.
    pub fn section(self) -> &'static str {
        match self {
            Self::Meta => "meta",
            Self::Profile => "profile",
            Self::Answer(_) => "answers",
            Self::Document(_) => "documents",
            Self::Control(_) => "controls",
            Self::Custom(_) => "custom_controls",
            Self::Risk(_) => "risks",
            Self::Nonconformity(_) => "nonconformities",
            Self::Audit(_) => "internal_audits",
            Self::ManagementReview(_) => "management_reviews",
            Self::Unknown => "rest",
        }
    }

    /// Its id within the section; empty where the section is one part.
    pub fn id(self, catalogue: &Catalogue) -> String {
        match self {
            Self::Meta | Self::Profile | Self::Unknown => String::new(),
            Self::Answer(id) => id.name(catalogue).to_owned(),
            Self::Document(id) => id.name(catalogue).to_owned(),
            Self::Control(id) => id.name(catalogue),
            Self::Custom(id) => id.to_string(),
            Self::Risk(id) => id.to_string(),
            Self::Nonconformity(id) => id.to_string(),
            Self::Audit(id) => id.to_string(),
            Self::ManagementReview(id) => id.to_string(),
        }
    }

    /// The part of a section and an id; `None` if this catalogue knows no such part.
    pub fn parse(section: &str, id: &str, catalogue: &Catalogue) -> Option<Self> {
        Some(match section {
            "meta" => Self::Meta,
            "profile" => Self::Profile,
            "answers" => Self::Answer(catalogue.parse_requirement(id)?),
            "documents" => Self::Document(catalogue.parse_document(id)?),
            "controls" => Self::Control(catalogue.parse_control(id)?),
            "custom_controls" => Self::Custom(CustomId::parse(id)?),
            "risks" => Self::Risk(RiskId::parse(id)?),
            "nonconformities" => Self::Nonconformity(NonconformityId::parse(id)?),
            "internal_audits" => Self::Audit(AuditId::parse(id)?),
            "management_reviews" => Self::ManagementReview(ManagementReviewId::parse(id)?),
            "rest" => Self::Unknown,
            _ => return None,
        })
    }

    /// How it is told from the others of an assessment: `section/entry`.
    pub fn place(self, catalogue: &Catalogue) -> String {
        format!("{}/{}", self.section(), self.id(catalogue))
    }

    /// The part of a place; `None` if this catalogue knows no such part.
    pub fn at(place: &str, catalogue: &Catalogue) -> Option<Self> {
        let (section, entry) = place.split_once('/')?;
        Self::parse(section, entry, catalogue)
    }
}

impl Assessment {
    /// The JSON of a part; `None` if it holds nothing.
    pub fn part_value(&self, part: Part, catalogue: &Catalogue) -> Option<Value> {
        if part == Part::Unknown {
            return (!self.unknown.is_null()).then(|| self.unknown.clone());
        }
        let mut value = record::written(self.entry(part)?, part.tables());
        if part == Part::Profile {
            let facts = self.facts.iter().fold(Record::new(), |it, (id, fact)| it.with(id.name(catalogue), *fact));
            value["facts"] = facts.value();
        }
        if part.is_numbered() {
            value["id"] = part.id(catalogue).into();
        }
        Some(value)
    }

    /// Takes over the record of a part, which was read and checked before it was written; `None` if it is damaged. What this
    /// version does not know may come in several, which add to each other.
    pub fn set_record(&mut self, place: &str, text: &str, catalogue: &Catalogue) -> Option<()> {
        let value = serde_json::from_str(text).ok()?;
        match Part::at(place, catalogue)? {
            Part::Unknown => add(&mut self.unknown, value),
            part => self.set_part(part, &value, catalogue).ok()?,
        }
        Some(())
    }

    /// Takes a part over from its JSON; unknown ids and fields in it are passed over.
    ///
    /// # Errors
    /// [`FileError::Value`] if a field has a value that it can't have; nothing has changed then.
    pub fn set_part(&mut self, part: Part, value: &Value, catalogue: &Catalogue) -> Result<(), FileError> {
        if part == Part::Unknown {
            self.unknown = value.clone();
            return Ok(());
        }
        let id = part.id(catalogue);
        let place = if id.is_empty() { part.section().to_owned() } else { format!("{}, {id}", part.section()) };
        let fields = Fields::of(value, place)?;
        let values = fields.values(part.tables())?;
        if part == Part::Profile {
            self.facts = facts(&fields, catalogue)?;
        }
        self.add(part);
        if let Some(entry) = self.entry_mut(part) {
            values.iter().for_each(|(at, value)| entry.set(*at, value));
        }
        if part == Part::Meta {
            self.shared.put_in_order();
        }
        Ok(())
    }
}

/// Adds what is in one value to another.
fn add(to: &mut Value, more: Value) {
    match (to, more) {
        (Value::Object(to), Value::Object(more)) => {
            for (name, value) in more {
                match to.get_mut(&name) {
                    Some(there) => add(there, value),
                    None => drop(to.insert(name, value)),
                }
            }
        }
        (Value::Array(to), Value::Array(more)) => to.extend(more),
        (to, more) => *to = more,
    }
}

fn facts(profile: &Fields<'_>, catalogue: &Catalogue) -> Result<Entries<FactId, bool>, FileError> {
    let facts = profile.within("facts")?;
    let mut known = Entries::default();
    for (name, value) in facts.each() {
        // A null is an answer taken back.
        if let (Some(id), false) = (catalogue.parse_fact(name), value.is_null()) {
            known.insert(id, facts.flag(name)?);
        }
    }
    Ok(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_value_is_named_with_its_place() {
        let catalogue = Catalogue::english();
        let part = Part::parse("answers", "4.3-document", &catalogue).expect("a requirement");
        let mut assessment = Assessment::default();
        let wrong = serde_json::json!({ "level": "opperating" });
        let error = assessment.set_part(part, &wrong, &catalogue).expect_err("there is no such level");
        assert!(error.to_string().starts_with("answers, 4.3-document, level: one of not_started, planned"), "{error}");
        assert_eq!(assessment, Assessment::default());
    }
}
