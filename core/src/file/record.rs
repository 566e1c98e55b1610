//! Writing records: the other side of [`super::fields`].

use crate::assessment::{Answer, ControlEntry, CustomControl, Decision, DocumentEntry, Item, Level, Profile, Risk};
use crate::assessment::{DocumentStatus, QuoteDetails, RiskScales, Shared, Treatment};
use crate::date::Date;
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

    /// A text that files had no place for at first: where it is empty, the file, and its digest, are as they were.
    pub fn said(self, name: &str, text: &str) -> Self {
        if text.is_empty() { self } else { self.with(name, text) }
    }

    // Not generic, so that the program holds it once.
    fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// The JSON.
    pub fn value(self) -> Value {
        Value::Object(self.0)
    }

    /// What an assessment knows of its copies; nothing where it was never shared.
    pub fn shared(self, shared: &Shared) -> Self {
        if shared.is_empty() {
            return self;
        }
        let mut record = Self::new().with("includes", shared.includes.clone());
        for (name, text) in [("copy_for", &shared.copy_for), ("copy_from", &shared.copy_from)] {
            if !text.is_empty() {
                record = record.text(name, text);
            }
        }
        self.with("shared", record.value())
    }

    fn date(self, name: &str, date: Option<Date>) -> Self {
        self.with(name, date.map_or(Value::Null, |date| date.to_string().into()))
    }

    /// What requirements and controls have in common.
    fn item(self, item: &Item) -> Self {
        self.with("level", item.level.map(Level::name))
            .text("note", &item.note)
            .with("evidence", item.evidence.clone())
            .text("owner", &item.owner)
            .date("due", item.due)
    }
}

/// The answer to a requirement.
pub(super) fn answer(answer: &Answer) -> Value {
    Record::new().item(&answer.item).text("updated", answer.updated.as_str()).value()
}

/// All that was said about a control.
pub(super) fn control(entry: &ControlEntry) -> Value {
    let reasons: Vec<Value> = entry.decision.reasons().iter().map(|reason| reason.name().into()).collect();
    let risks: Vec<Value> = entry.risks.iter().map(|id| id.to_string().into()).collect();
    let record = match entry.decision {
        Decision::Undecided => Record::new(),
        Decision::Applicable { .. } => Record::new().text("decision", "applicable"),
        Decision::Excluded { .. } => Record::new().text("decision", "excluded"),
    };
    let record = record.with("reasons", reasons).text("justification", entry.decision.justification());
    record.item(&entry.item).with("risks", risks).value()
}

/// What was said about a document.
pub(super) fn document(entry: &DocumentEntry) -> Value {
    let record = Record::new().with("status", entry.status.map(DocumentStatus::name));
    record.text("reference", &entry.reference).text("owner", &entry.owner).date("reviewed", entry.reviewed).value()
}

/// A control of the organisation's own.
pub(super) fn custom_control(id: String, control: &CustomControl) -> Value {
    Record::new().with("id", id).text("name", &control.name).text("source", &control.source).value()
}

/// A risk.
pub(super) fn risk(id: String, risk: &Risk) -> Value {
    Record::new()
        .with("id", id)
        .text("title", &risk.title)
        .text("owner", &risk.owner)
        .with("likelihood", risk.likelihood)
        .with("impact", risk.impact)
        .with("treatment", risk.treatment.map(Treatment::name))
        .with("residual_accepted", risk.residual_accepted)
        .value()
}

/// The profile without its facts.
pub(super) fn profile(profile: &Profile, facts: Value) -> Value {
    let contact = Record::new().text("name", &profile.contact.name).text("email", &profile.contact.email);
    let mut record = Record::new()
        .text("organisation", &profile.organisation)
        .with("people", profile.people)
        .with("sites", profile.sites)
        .text("sector", &profile.sector)
        .text("country", &profile.country)
        .text("scope", &profile.scope)
        .date("target_date", profile.target_date)
        .with("contact", contact.value())
        .with("facts", facts);
    if !profile.quote.is_empty() {
        record = record.with("quote", quote(&profile.quote));
    }
    let RiskScales { likelihood, impact } = &profile.risk_scales;
    if !profile.risk_scales.is_empty() {
        let scales = Record::new().with("likelihood", likelihood.to_vec()).with("impact", impact.to_vec());
        record = record.with("risk_scales", scales.value());
    }
    record.value()
}

fn quote(quote: &QuoteDetails) -> Value {
    Record::new()
        .said("locations", &quote.locations)
        .text("shifts", &quote.shifts)
        .text("platforms", &quote.platforms)
        .text("outsourced", &quote.outsourced)
        .text("certificates", &quote.certificates)
        .text("languages", &quote.languages)
        .text("consultant", &quote.consultant)
        .text("soa_version", &quote.soa_version)
        .said("withheld", &quote.withheld)
        .value()
}
