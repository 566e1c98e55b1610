//! Every change that a person can make, and the one function that makes it.

use super::*;
use crate::date::Date;
use serde_json::{Map, json};

/// One change. Undo, merging, storage and the tests speak it.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Names the assessment.
    Title(String),
    /// Changes a field of the profile.
    Profile(ProfileChange),
    /// Answers a fact, or takes the answer back.
    Fact(FactId, Option<bool>),
    /// Changes the answer to a requirement.
    Answer(RequirementId, ItemChange),
    /// Changes what was said about a document.
    Document(DocumentId, DocumentChange),
    /// Changes what was said about a control.
    Control(ControlId, ControlChange),
    /// Adds, changes or (with `None`) removes a control of the organisation's own.
    Custom(CustomId, Option<CustomControl>),
    /// Adds, changes or (with `None`) removes a risk.
    Risk(RiskId, Option<Risk>),
    /// Says that it holds a state, by its digest, or (with `false`) takes that back. See [`Shared`].
    Includes(String, bool),
    /// Replaces what this version does not know, [`Assessment::rest`].
    Rest(Value),
    /// Keeps a review under its id, or (with `None`) removes it. No answer changes; see [`crate::review`].
    Review(String, Option<Value>),
    /// Several changes that are done and undone together, in order.
    Batch(Vec<Edit>),
}

/// A change of the profile.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are described at `Profile`")]
pub enum ProfileChange {
    Organisation(String),
    People(Option<u32>),
    Sites(Option<u32>),
    Sector(String),
    Country(String),
    Scope(String),
    TargetDate(Option<Date>),
    ContactName(String),
    ContactEmail(String),
    Quote(QuoteDetail, String),
    RiskStep(Scale, u8, String),
}

/// A change of what requirements and controls have in common.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are described at `Item`")]
pub enum ItemChange {
    Level(Option<Level>),
    Note(String),
    Evidence(Vec<String>),
    Owner(String),
    Due(Option<Date>),
}

/// A change of a document's entry.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are described at `DocumentEntry`")]
pub enum DocumentChange {
    Status(Option<DocumentStatus>),
    Reference(String),
    Owner(String),
    Reviewed(Option<Date>),
}

/// A change of a control's entry.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are described at `ControlEntry`")]
pub enum ControlChange {
    Decision(Decision),
    Item(ItemChange),
    Risks(Vec<RiskId>),
}

impl Assessment {
    /// Makes a change at a moment, and returns the change that takes it back.
    pub fn apply(&mut self, edit: &Edit, now: &Timestamp) -> Edit {
        // What others say about the answers is no change of them.
        if !matches!(edit, Edit::Review(..) | Edit::Batch(_)) {
            self.updated = now.clone();
        }
        match edit {
            Edit::Title(title) => Edit::Title(replace(&mut self.title, title)),
            Edit::Profile(change) => Edit::Profile(self.profile.apply(change)),
            Edit::Fact(fact, value) => Edit::Fact(*fact, put(&mut self.facts, *fact, *value)),
            Edit::Answer(id, change) => {
                let answer = self.answers.get_or_default(*id);
                answer.updated = now.clone();
                Edit::Answer(*id, answer.item.apply(change))
            }
            Edit::Document(id, change) => {
                let undo = self.documents.get_or_default(*id).apply(change);
                self.documents.drop_default(*id);
                Edit::Document(*id, undo)
            }
            Edit::Control(id, change) => {
                let undo = self.controls.get_or_default(*id).apply(change);
                self.controls.drop_default(*id);
                Edit::Control(*id, undo)
            }
            Edit::Custom(id, control) => Edit::Custom(*id, put(&mut self.custom_controls, *id, control.clone())),
            Edit::Risk(id, risk) => Edit::Risk(*id, put(&mut self.risks, *id, risk.clone())),
            Edit::Includes(digest, included) => Edit::Includes(digest.clone(), self.shared.set(digest, *included)),
            Edit::Rest(rest) => Edit::Rest(replace(&mut self.rest, rest)),
            Edit::Review(id, review) => Edit::Review(id.clone(), put_review(&mut self.rest, id, review.clone())),
            Edit::Batch(edits) => {
                let mut undo: Vec<_> = edits.iter().map(|edit| self.apply(edit, now)).collect();
                undo.reverse();
                Edit::Batch(undo)
            }
        }
    }
}

fn replace<T: Clone>(place: &mut T, value: &T) -> T {
    std::mem::replace(place, value.clone())
}

fn put<K: Ord + Copy, V>(map: &mut Entries<K, V>, key: K, value: Option<V>) -> Option<V> {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    }
}

/// Reviews live in what the answers know nothing of: `{"reviews": {id: review}}`.
fn put_review(rest: &mut Value, id: &str, review: Option<Value>) -> Option<Value> {
    if let Some(review) = review {
        // Whatever else stands there, nobody could read it.
        if !rest.is_object() {
            *rest = json!({});
        }
        if !rest["reviews"].is_object() {
            rest["reviews"] = json!({});
        }
        let before = std::mem::replace(&mut rest["reviews"][id], review);
        return (!before.is_null()).then_some(before);
    }
    let rest_of = rest.as_object_mut()?;
    let before = take_out(rest_of.get_mut("reviews")?.as_object_mut()?, id);
    if rest_of["reviews"].as_object().is_some_and(Map::is_empty) {
        take_out(rest_of, "reviews");
    }
    if rest_of.is_empty() {
        *rest = Value::Null;
    }
    before
}

/// Takes an entry out of a map. `Map::remove` would do, but for 2 kB of the site's first program.
fn take_out(map: &mut Map<String, Value>, key: &str) -> Option<Value> {
    let mut taken = None;
    for (name, value) in std::mem::take(map) {
        match name == key {
            true => taken = Some(value),
            false => drop(map.insert(name, value)),
        }
    }
    taken
}

impl Profile {
    fn apply(&mut self, change: &ProfileChange) -> ProfileChange {
        use ProfileChange as C;
        match change {
            C::Organisation(value) => C::Organisation(replace(&mut self.organisation, value)),
            C::People(value) => C::People(replace(&mut self.people, value)),
            C::Sites(value) => C::Sites(replace(&mut self.sites, value)),
            C::Sector(value) => C::Sector(replace(&mut self.sector, value)),
            C::Country(value) => C::Country(replace(&mut self.country, value)),
            C::Scope(value) => C::Scope(replace(&mut self.scope, value)),
            C::TargetDate(value) => C::TargetDate(replace(&mut self.target_date, value)),
            C::ContactName(value) => C::ContactName(replace(&mut self.contact.name, value)),
            C::ContactEmail(value) => C::ContactEmail(replace(&mut self.contact.email, value)),
            C::Quote(detail, value) => C::Quote(*detail, replace(self.quote.place(*detail), value)),
            C::RiskStep(scale, step, value) => {
                C::RiskStep(*scale, *step, replace(self.risk_scales.place(*scale, *step), value))
            }
        }
    }
}

impl Item {
    fn apply(&mut self, change: &ItemChange) -> ItemChange {
        use ItemChange as C;
        match change {
            C::Level(value) => C::Level(replace(&mut self.level, value)),
            C::Note(value) => C::Note(replace(&mut self.note, value)),
            C::Evidence(value) => C::Evidence(replace(&mut self.evidence, value)),
            C::Owner(value) => C::Owner(replace(&mut self.owner, value)),
            C::Due(value) => C::Due(replace(&mut self.due, value)),
        }
    }
}

impl DocumentEntry {
    fn apply(&mut self, change: &DocumentChange) -> DocumentChange {
        use DocumentChange as C;
        match change {
            C::Status(value) => C::Status(replace(&mut self.status, value)),
            C::Reference(value) => C::Reference(replace(&mut self.reference, value)),
            C::Owner(value) => C::Owner(replace(&mut self.owner, value)),
            C::Reviewed(value) => C::Reviewed(replace(&mut self.reviewed, value)),
        }
    }
}

impl ControlEntry {
    fn apply(&mut self, change: &ControlChange) -> ControlChange {
        use ControlChange as C;
        match change {
            C::Decision(value) => C::Decision(replace(&mut self.decision, value)),
            C::Item(change) => C::Item(self.item.apply(change)),
            C::Risks(value) => C::Risks(replace(&mut self.risks, value)),
        }
    }
}
