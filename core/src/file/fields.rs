//! Reading the fields of a record: a missing or null one has its default, a wrong one is named with its place.
//!
//! By hand rather than derived: every message says where and what to do, and the browser's program is 13 kB smaller.

use super::{FileError, Misfit};
use crate::assessment::{
    Contact, ControlEntry, CustomControl, Decision, DocumentEntry, DocumentStatus, Item, Level, Profile, QuoteDetails,
    Reason, Reasons, Risk, RiskScales, Shared, Treatment,
};
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

    /// The names of the five steps of a scale; the last ones may be left out.
    fn steps(&self, name: &str) -> Result<[String; 5], FileError> {
        let texts = self.texts(name)?;
        let mut steps = <[String; 5]>::default();
        if texts.len() > steps.len() {
            return self.wrong(name, Misfit::FewTexts(steps.len()));
        }
        for (step, text) in steps.iter_mut().zip(texts) {
            text.clone_into(step);
        }
        Ok(steps)
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

    /// What requirements and controls have in common.
    pub fn item(&self) -> Result<Item, FileError> {
        Ok(Item {
            level: self.choice("level", &Level::ALL.map(Level::name))?.map(|index| Level::ALL[index]),
            note: self.text("note")?,
            evidence: self.texts("evidence")?.into_iter().map(str::to_owned).collect(),
            owner: self.text("owner")?,
            due: self.date("due")?,
        })
    }

    /// All that was said about a control.
    pub fn control(&self) -> Result<ControlEntry, FileError> {
        let mut reasons = Reasons::default();
        for name in self.texts("reasons")? {
            match Reason::ALL.into_iter().find(|reason| reason.name() == name) {
                Some(reason) => reasons = reasons.with(reason, true),
                None => return self.wrong("reasons", Misfit::OneOf(Reason::ALL.map(Reason::name).join(", "))),
            }
        }
        let justification = self.text("justification")?;
        let decision = match self.choice("decision", &["applicable", "excluded"])? {
            None => Decision::Undecided,
            Some(0) => Decision::Applicable { reasons, justification },
            Some(_) => Decision::Excluded { justification },
        };
        let mut risks = Vec::new();
        for id in self.texts("risks")? {
            match RiskId::parse(id) {
                Some(id) => risks.push(id),
                None => return self.wrong("risks", Misfit::Risks),
            }
        }
        Ok(ControlEntry { decision, item: self.item()?, risks })
    }

    /// What was said about a document.
    pub fn document(&self) -> Result<DocumentEntry, FileError> {
        let status = self.choice("status", &DocumentStatus::ALL.map(DocumentStatus::name))?;
        Ok(DocumentEntry {
            status: status.map(|index| DocumentStatus::ALL[index]),
            reference: self.text("reference")?,
            owner: self.text("owner")?,
            reviewed: self.date("reviewed")?,
        })
    }

    /// A control of the organisation's own.
    pub fn custom_control(&self) -> Result<CustomControl, FileError> {
        Ok(CustomControl { name: self.text("name")?, source: self.text("source")? })
    }

    /// A risk. Likelihood and impact are at most 5.
    pub fn risk(&self) -> Result<Risk, FileError> {
        let treatment = self.choice("treatment", &Treatment::ALL.map(Treatment::name))?;
        let scale = |name| Ok(self.number(name, 5)?.and_then(|number| u8::try_from(number).ok()));
        Ok(Risk {
            title: self.text("title")?,
            owner: self.text("owner")?,
            likelihood: scale("likelihood")?,
            impact: scale("impact")?,
            treatment: treatment.map(|index| Treatment::ALL[index]),
            residual_accepted: self.flag("residual_accepted")?,
        })
    }

    /// What an assessment knows of its copies.
    pub fn shared(&self) -> Result<Shared, FileError> {
        let mut includes: Vec<String> = Vec::new();
        // Each in its place: a sort would be 2 kB of the site's first program.
        for digest in self.texts("includes")? {
            if let Err(place) = includes.binary_search_by(|known| known.as_str().cmp(digest)) {
                includes.insert(place, digest.to_owned());
            }
        }
        Ok(Shared { copy_for: self.text("copy_for")?, copy_from: self.text("copy_from")?, includes })
    }

    /// The profile without its facts.
    pub fn profile(&self) -> Result<Profile, FileError> {
        let contact = self.within("contact")?;
        let quote = self.within("quote")?;
        let scales = self.within("risk_scales")?;
        Ok(Profile {
            organisation: self.text("organisation")?,
            people: self.number("people", u32::MAX)?,
            sites: self.number("sites", u32::MAX)?,
            sector: self.text("sector")?,
            country: self.text("country")?,
            scope: self.text("scope")?,
            target_date: self.date("target_date")?,
            contact: Contact { name: contact.text("name")?, email: contact.text("email")? },
            quote: QuoteDetails {
                locations: quote.text("locations")?,
                shifts: quote.text("shifts")?,
                platforms: quote.text("platforms")?,
                outsourced: quote.text("outsourced")?,
                certificates: quote.text("certificates")?,
                languages: quote.text("languages")?,
                consultant: quote.text("consultant")?,
                soa_version: quote.text("soa_version")?,
                withheld: quote.text("withheld")?,
            },
            risk_scales: RiskScales { likelihood: scales.steps("likelihood")?, impact: scales.steps("impact")? },
        })
    }
}
