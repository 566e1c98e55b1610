//! Parts in JSON: as records of the browser's database and as pieces of the file.

use super::FileError;
use super::fields::Fields;
use super::record::{self, Record};
use crate::assessment::{Answer, Assessment, Entries, Part};
use crate::catalogue::{Catalogue, CustomId, RiskId};
use crate::date::Timestamp;
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
                let record = Record::new().text("title", &self.title);
                let record = record.text("created", self.created.as_str()).text("updated", self.updated.as_str());
                Some(record.shared(&self.shared).value())
            }
            Part::Profile => {
                let facts = self.facts.iter().fold(Record::new(), |it, (id, fact)| it.with(id.name(catalogue), *fact));
                Some(record::profile(&self.profile, facts.value()))
            }
            Part::Answer(id) => self.answers.get(&id).map(record::answer),
            Part::Document(id) => self.documents.get(&id).map(record::document),
            Part::Control(id) => self.controls.get(&id).map(record::control),
            Part::Custom(id) => self.custom_controls.get(&id).map(|it| record::custom_control(id.to_string(), it)),
            Part::Risk(id) => self.risks.get(&id).map(|risk| record::risk(id.to_string(), risk)),
            Part::Rest => (!self.rest.is_null()).then(|| self.rest.clone()),
        }
    }

    /// Takes a part over from its JSON; unknown ids and fields in it are passed over.
    ///
    /// # Errors
    /// [`FileError::Value`] if a field has a value that it can't have; nothing has changed then.
    pub fn set_part(&mut self, part: Part, value: &Value, catalogue: &Catalogue) -> Result<(), FileError> {
        let id = part.id(catalogue);
        let place = if id.is_empty() { part.section().to_owned() } else { format!("{}, {id}", part.section()) };
        if part == Part::Rest {
            self.rest = value.clone();
            return Ok(());
        }
        let fields = Fields::of(value, place)?;
        match part {
            Part::Meta => {
                let shared = fields.within("shared")?.shared()?;
                let [title, created, updated] = ["title", "created", "updated"].map(|name| fields.text(name));
                (self.title, self.created) = (title?, Timestamp::new(created?));
                self.updated = Timestamp::new(updated?);
                self.shared = shared;
            }
            Part::Profile => {
                let facts = fields.within("facts")?;
                let mut known = Entries::default();
                for (name, value) in facts.each() {
                    // A null is an answer taken back.
                    if let (Some(id), false) = (catalogue.parse_fact(name), value.is_null()) {
                        known.insert(id, facts.flag(name)?);
                    }
                }
                self.profile = fields.profile()?;
                self.facts = known;
            }
            Part::Answer(id) => {
                let answer = Answer { item: fields.item()?, updated: Timestamp::new(fields.text("updated")?) };
                self.answers.insert(id, answer);
            }
            Part::Document(id) => drop(self.documents.insert(id, fields.document()?)),
            Part::Control(id) => drop(self.controls.insert(id, fields.control()?)),
            Part::Custom(id) => drop(self.custom_controls.insert(id, fields.custom_control()?)),
            Part::Risk(id) => drop(self.risks.insert(id, fields.risk()?)),
            Part::Rest => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_what_its_type_says_it_is() {
        let catalogue = Catalogue::english();
        let text = include_str!("../../../tests/fixtures/samples/software-firm.json");
        let sample = Assessment::from_file(text, &catalogue).expect("a sample");
        for part in sample.parts() {
            let derived = match part {
                Part::Answer(id) => serde_json::to_value(&sample.answers[&id]),
                Part::Document(id) => serde_json::to_value(&sample.documents[&id]),
                Part::Control(id) => serde_json::to_value(&sample.controls[&id]),
                _ => continue,
            };
            assert_eq!(sample.part_value(part, &catalogue), derived.ok(), "{part:?}");
        }
    }

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
