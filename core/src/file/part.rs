//! Parts in JSON: as records of the browser's database and as pieces of the file.

use super::FileError;
use crate::assessment::{Assessment, Contact, Part, Profile};
use crate::catalogue::{Catalogue, CustomId, RiskId};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

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
            Self::Rest => "rest",
        }
    }

    /// Its id within the section; empty where the section is one part.
    pub fn id(self, catalogue: &Catalogue) -> String {
        match self {
            Self::Meta | Self::Profile | Self::Rest => String::new(),
            Self::Answer(id) => id.name(catalogue).to_owned(),
            Self::Document(id) => id.name(catalogue).to_owned(),
            Self::Control(id) => id.name(catalogue),
            Self::Custom(id) => id.to_string(),
            Self::Risk(id) => id.to_string(),
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
            "rest" => Self::Rest,
            _ => return None,
        })
    }
}

impl Assessment {
    /// The JSON of a part; `None` if it holds nothing.
    pub fn part_value(&self, part: Part, catalogue: &Catalogue) -> Option<Value> {
        match part {
            Part::Meta => {
                Some(json!({ "title": self.title, "created": self.created, "updated": self.updated }))
            }
            Part::Profile => {
                let mut value = json(&self.profile);
                value["facts"] = self.facts.iter().map(|(id, fact)| (id.name(catalogue), *fact)).collect();
                Some(value)
            }
            Part::Answer(id) => self.answers.get(&id).map(json),
            Part::Document(id) => self.documents.get(&id).map(json),
            Part::Control(id) => self.controls.get(&id).map(json),
            Part::Custom(id) => self.custom_controls.get(&id).map(|entry| with_id(json(entry), id.to_string())),
            Part::Risk(id) => self.risks.get(&id).map(|entry| with_id(json(entry), id.to_string())),
            Part::Rest => (!self.rest.is_null()).then(|| self.rest.clone()),
        }
    }

    /// Takes a part over from its JSON; unknown ids and fields in it are passed over.
    ///
    /// # Errors
    /// [`FileError::Value`] if a field has a value that it can't have; nothing has changed then.
    pub fn set_part(&mut self, part: Part, value: &Value, catalogue: &Catalogue) -> Result<(), FileError> {
        let place = || match part.id(catalogue) {
            id if id.is_empty() => part.section().to_owned(),
            id => format!("{}, {id}", part.section()),
        };
        match part {
            Part::Meta => {
                self.title = field(value, "title", &place)?;
                self.created = field(value, "created", &place)?;
                self.updated = field(value, "updated", &place)?;
            }
            Part::Profile => {
                let facts: serde_json::Map<String, Value> = field(value, "facts", &place)?;
                let mut known = std::collections::BTreeMap::new();
                for (id, fact) in &facts {
                    if let Some(id) = catalogue.parse_fact(id) {
                        known.insert(id, read(fact, || format!("facts, {}", id.name(catalogue)))?);
                    }
                }
                self.profile = Profile {
                    organisation: field(value, "organisation", &place)?,
                    people: field(value, "people", &place)?,
                    sites: field(value, "sites", &place)?,
                    sector: field(value, "sector", &place)?,
                    country: field(value, "country", &place)?,
                    scope: field(value, "scope", &place)?,
                    target_date: field(value, "target_date", &place)?,
                    contact: field::<Contact>(value, "contact", &place)?,
                    quote: field(value, "quote", &place)?,
                };
                self.facts = known;
            }
            Part::Answer(id) => drop(self.answers.insert(id, read(value, place)?)),
            Part::Document(id) => drop(self.documents.insert(id, read(value, place)?)),
            Part::Control(id) => drop(self.controls.insert(id, read(value, place)?)),
            Part::Custom(id) => drop(self.custom_controls.insert(id, read(value, place)?)),
            Part::Risk(id) => drop(self.risks.insert(id, read(value, place)?)),
            Part::Rest => self.rest = value.clone(),
        }
        Ok(())
    }
}

fn json(value: impl Serialize) -> Value {
    serde_json::to_value(value).expect("strings, numbers and lists always have a JSON form")
}

fn with_id(mut entry: Value, id: String) -> Value {
    entry["id"] = id.into();
    entry
}

fn read<T: DeserializeOwned>(value: &Value, place: impl Fn() -> String) -> Result<T, FileError> {
    T::deserialize(value).map_err(|error| FileError::Value { place: place(), problem: error.to_string() })
}

/// Reads a field; a missing one has its default.
fn field<T: DeserializeOwned + Default>(
    value: &Value,
    name: &str,
    place: &impl Fn() -> String,
) -> Result<T, FileError> {
    value.get(name).map_or_else(|| Ok(T::default()), |value| read(value, || format!("{}, {name}", place())))
}
