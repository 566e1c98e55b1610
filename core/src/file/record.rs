//! Writing records: the other side of [`super::fields`].

use super::unknown::put_back;
use crate::assessment::{Entry, Evidence, Field, FieldValue, Kind, Table};
use serde_json::{Map, Value};

/// A record that is being put together.
pub(crate) struct Record(Map<String, Value>);

impl Record {
    /// An empty record.
    pub fn new() -> Self {
        Self(Map::new())
    }

    /// The same record with a field.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.put(name, value.into());
        self
    }

    /// The same record with a text.
    pub fn text(self, name: &str, text: &str) -> Self {
        self.with(name, text)
    }

    // Not generic, so that the program holds it once.
    fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// The JSON.
    pub fn value(self) -> Value {
        Value::Object(self.0)
    }
}

/// The JSON of a record by its tables: what was said, and what files have had from the start.
pub(super) fn written(entry: &dyn Entry, tables: &[Table]) -> Value {
    let mut record = Record::new();
    for table in tables {
        let (mut inner, mut said) = (Record::new(), false);
        let to = if table.within.is_empty() { &mut record } else { &mut inner };
        for field in table.fields {
            let Some(value) = entry.get(field.at) else { continue };
            said |= value.is_said();
            if field.always || value.is_said() {
                write(to, field, value);
            }
        }
        if !table.within.is_empty() && (table.always || said) {
            record.put(table.within, inner.value());
        }
    }
    record.value()
}

fn write(to: &mut Record, field: &Field, value: FieldValue) {
    let value = json(field.kind, value);
    if let Kind::Nth(..) = field.kind {
        match to.0.get_mut(field.name) {
            Some(Value::Array(texts)) => texts.push(value),
            _ => to.put(field.name, Value::Array(vec![value])),
        }
    } else {
        to.put(field.name, value);
    }
}

fn json(kind: Kind, value: FieldValue) -> Value {
    let name = |index: usize| match kind {
        Kind::Choice(choice) | Kind::Choices(choice) => choice.names.get(index).copied().into(),
        _ => Value::Null,
    };
    match value {
        FieldValue::Text(text) => text.into(),
        FieldValue::Texts(texts) => texts.into(),
        FieldValue::Number(number) => number.into(),
        FieldValue::Day(day) => day.map(|day| day.to_string()).into(),
        FieldValue::Flag(flag) => flag.into(),
        FieldValue::Choice(index) => index.map_or(Value::Null, |index| name(index.into())),
        FieldValue::Choices(bits) => FieldValue::chosen(bits).map(name).collect(),
        FieldValue::Risks(risks) => risks.iter().map(ToString::to_string).collect(),
        FieldValue::Evidence(all) => all.iter().map(|it| piece(it, kind.pieces())).collect(),
    }
}

/// A piece of evidence, or a task: its text where that says all of it.
fn piece(evidence: &Evidence, tables: &[Table]) -> Value {
    if *evidence == Evidence::from(evidence.what.as_str()) {
        return evidence.what.as_str().into();
    }
    let mut value = written(evidence, tables);
    put_back(&mut value, &evidence.unknown.value());
    value
}
