//! Reading the fields of a record: a missing or null one has its default, a wrong one is named with its place.
//!
//! By hand rather than derived: every message says where and what to do, and the browser's program is 13 kB smaller.

use super::record::written;
use super::unknown::left_over;
use super::{FileError, Misfit};
use crate::assessment::{Beyond, Entry, Evidence, Field, FieldValue, Kind, Table};
use crate::catalogue::RiskId;
use crate::date::Date;
use serde_json::Value;

/// A record and where it stands.
pub(crate) struct Fields<'a> {
    value: &'a Value,
    place: String,
}

impl<'a> Fields<'a> {
    /// The fields of a record; `place` names it in messages.
    pub fn of(value: &'a Value, place: String) -> Result<Self, FileError> {
        let fields = Self { value, place };
        if !value.is_object() && !value.is_null() {
            return fields.wrong("", Misfit::Record);
        }
        Ok(fields)
    }

    fn wrong<T>(&self, name: &str, misfit: Misfit) -> Result<T, FileError> {
        let place = if name.is_empty() { self.place.clone() } else { format!("{}, {name}", self.place) };
        Err(FileError::Value { place, misfit })
    }

    fn get(&self, name: &str) -> Option<&'a Value> {
        self.value.get(name).filter(|value| !value.is_null())
    }

    /// A record inside this one.
    pub fn within(&self, name: &str) -> Result<Self, FileError> {
        Self::of(self.get(name).unwrap_or(&Value::Null), format!("{}, {name}", self.place))
    }

    /// The names inside a record and their values.
    pub fn each(&self) -> impl Iterator<Item = (&'a String, &'a Value)> + use<'a> {
        self.value.as_object().into_iter().flatten()
    }

    /// A text.
    pub fn text(&self, name: &str) -> Result<String, FileError> {
        match self.get(name) {
            None => Ok(String::new()),
            Some(Value::String(text)) => Ok(text.clone()),
            Some(_) => self.wrong(name, Misfit::Text),
        }
    }

    fn texts(&self, name: &str) -> Result<Vec<&'a str>, FileError> {
        let Some(list) = self.get(name) else { return Ok(Vec::new()) };
        match list.as_array().and_then(|list| list.iter().map(Value::as_str).collect()) {
            Some(texts) => Ok(texts),
            None => self.wrong(name, Misfit::Texts),
        }
    }

    fn number(&self, name: &str, most: u32) -> Result<Option<u32>, FileError> {
        let Some(value) = self.get(name) else { return Ok(None) };
        match value.as_u64().and_then(|number| u32::try_from(number).ok()).filter(|number| *number <= most) {
            Some(number) => Ok(Some(number)),
            None => self.wrong(name, Misfit::Number(most)),
        }
    }

    /// A yes or no.
    pub fn flag(&self, name: &str) -> Result<bool, FileError> {
        match self.get(name) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(_) => self.wrong(name, Misfit::Flag),
        }
    }

    fn date(&self, name: &str) -> Result<Option<Date>, FileError> {
        let Some(value) = self.get(name) else { return Ok(None) };
        match value.as_str().and_then(|text| Date::parse(text).ok()) {
            Some(date) => Ok(Some(date)),
            None => self.wrong(name, Misfit::Day),
        }
    }

    /// One of some names, as its position among them.
    pub fn choice(&self, name: &str, names: &[&str]) -> Result<Option<usize>, FileError> {
        let Some(value) = self.get(name) else { return Ok(None) };
        match value.as_str().and_then(|text| names.iter().position(|known| *known == text)) {
            Some(index) => Ok(Some(index)),
            None => self.wrong(name, Misfit::OneOf(names.join(", "))),
        }
    }

    fn choices(&self, name: &str, names: &[&str]) -> Result<u8, FileError> {
        let mut bits = 0;
        for text in self.texts(name)? {
            match names.iter().position(|known| *known == text) {
                Some(index) => bits |= 1 << index,
                None => return self.wrong(name, Misfit::OneOf(names.join(", "))),
            }
        }
        Ok(bits)
    }

    fn risks(&self, name: &str) -> Result<Vec<RiskId>, FileError> {
        match self.texts(name)?.into_iter().map(RiskId::parse).collect() {
            Some(risks) => Ok(risks),
            None => self.wrong(name, Misfit::Risks),
        }
    }

    /// Pieces of evidence, or other small records: a text is one of which no more was said.
    fn pieces(&self, name: &str, tables: &[Table]) -> Result<Vec<Evidence>, FileError> {
        let Some(list) = self.get(name) else { return Ok(Vec::new()) };
        let Some(list) = list.as_array() else { return self.wrong(name, Misfit::Texts) };
        let one = |value: &'a Value| match value {
            Value::String(what) => Ok(Evidence::from(what.as_str())),
            Value::Object(_) => {
                let mut evidence = Evidence::default();
                let values = Self::of(value, format!("{}, {name}", self.place))?.values(tables)?;
                values.iter().for_each(|(at, value)| evidence.set(*at, value));
                evidence.unknown = Beyond::of(&left_over(value, &written(&evidence, tables)));
                Ok(evidence)
            }
            _ => self.wrong(name, Misfit::Texts),
        };
        list.iter().map(one).collect()
    }

    /// One of the texts of a list that has at most so many; the last ones may be left out.
    fn nth(&self, name: &str, index: u8, of: u8) -> Result<String, FileError> {
        let texts = self.texts(name)?;
        match texts.len() > usize::from(of) {
            true => self.wrong(name, Misfit::FewTexts(of.into())),
            false => Ok(texts.get(usize::from(index)).copied().unwrap_or_default().to_owned()),
        }
    }

    /// The value of a field.
    fn value(&self, field: &Field) -> Result<FieldValue, FileError> {
        let name = field.name;
        Ok(match field.kind {
            Kind::Text | Kind::Moment => FieldValue::Text(self.text(name)?),
            Kind::Nth(index, of) => FieldValue::Text(self.nth(name, index, of)?),
            Kind::Texts => FieldValue::Texts(self.texts(name)?.into_iter().map(str::to_owned).collect()),
            Kind::Number(most) => FieldValue::Number(self.number(name, most)?),
            Kind::Day => FieldValue::Day(self.date(name)?),
            Kind::Flag => FieldValue::Flag(self.flag(name)?),
            Kind::Choice(choice) => {
                FieldValue::Choice(self.choice(name, choice.names)?.and_then(|index| index.try_into().ok()))
            }
            Kind::Choices(choice) => FieldValue::Choices(self.choices(name, choice.names)?),
            Kind::Risks => FieldValue::Risks(self.risks(name)?),
            kind @ (Kind::Evidence | Kind::Tasks | Kind::Sample) => {
                FieldValue::Evidence(self.pieces(name, kind.pieces())?)
            }
        })
    }

    /// The values of all fields of some tables.
    pub fn values(&self, tables: &[Table]) -> Result<Vec<(u8, FieldValue)>, FileError> {
        let mut values = Vec::new();
        for table in tables {
            let inner = if table.within.is_empty() { None } else { Some(self.within(table.within)?) };
            let fields = inner.as_ref().unwrap_or(self);
            for field in table.fields {
                values.push((field.at, fields.value(field)?));
            }
        }
        Ok(values)
    }
}
