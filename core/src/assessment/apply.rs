//! The one function that makes changes, and what has to be known to make them.

use super::*;
use serde_json::{Map, json};

impl Assessment {
    /// Makes a change at a moment, and returns the change that takes it back.
    pub fn apply(&mut self, edit: &Edit, now: &Timestamp) -> Edit {
        // What others say about the answers is no change of them.
        if !matches!(edit, Edit::Review(..) | Edit::Batch(_)) {
            self.updated = now.clone();
        }
        match edit {
            Edit::Set(part, field, value) => self.set(*part, field, value, now),
            Edit::Add(part) => match self.add(*part) {
                true => {
                    self.forget_known_numbers();
                    Edit::Remove(*part)
                }
                false => Edit::Batch(Vec::new()),
            },
            Edit::Remove(part) if self.entry(*part).is_none() => Edit::Batch(Vec::new()),
            Edit::Remove(part) => {
                let whole = self.whole(*part);
                self.remove(*part);
                self.remember_number(*part);
                whole
            }
            Edit::Link(control, risk, linked) => self.link(*control, *risk, *linked),
            Edit::Fact(fact, value) => Edit::Fact(*fact, put(&mut self.facts, *fact, *value)),
            Edit::Includes(digest, included) => Edit::Includes(digest.clone(), self.shared.include(digest, *included)),
            Edit::Unknown(unknown) => Edit::Unknown(std::mem::replace(&mut self.unknown, unknown.clone())),
            Edit::Review(id, review) => Edit::Review(id.clone(), put_review(&mut self.unknown, id, review.clone())),
            Edit::Batch(edits) => {
                let mut undo: Vec<_> = edits.iter().map(|edit| self.apply(edit, now)).collect();
                undo.reverse();
                Edit::Batch(undo)
            }
        }
    }

    fn set(&mut self, part: Part, field: &'static Field, value: &FieldValue, now: &Timestamp) -> Edit {
        // To be set, a joint field may take others along: reasons go where a control applies no longer.
        let touched: Vec<_> = match field.joint {
            true => part.fields().filter(|other| other.joint).collect(),
            false => vec![field],
        };
        let Some(entry) = self.entry_mut(part) else { return Edit::Batch(Vec::new()) };
        let mut undo: Vec<_> = touched.iter().filter_map(|it| Some(Edit::Set(part, it, entry.get(it.at)?))).collect();
        entry.set(field.at, value);
        if let Part::Answer(id) = part {
            self.answers.get_or_default(id).updated = now.clone();
        }
        self.drop_default(part);
        match undo.len() {
            1 => undo.remove(0),
            _ => Edit::Batch(undo),
        }
    }

    fn link(&mut self, control: ControlId, risk: RiskId, linked: bool) -> Edit {
        let risks = &mut self.controls.get_or_default(control).risks;
        let undo = Edit::control(control).risks(risks.clone());
        risks.retain(|known| *known != risk);
        if linked {
            let place = risks.iter().position(|known| *known > risk).unwrap_or(risks.len());
            risks.insert(place, risk);
        }
        self.controls.drop_default(control);
        undo
    }

    /// Whether all is as an edit leaves it: nobody has changed it since. A change is taken back only then, or what somebody
    /// did later would be gone.
    pub fn is_as_left_by(&self, edit: &Edit) -> bool {
        let mut after = self.clone();
        after.apply(edit, &self.updated);
        let same = |part: Part| {
            let there = |state: &Self| !part.is_numbered() || state.entry(part).is_some();
            let fields = part.said().all(|field| self.value(part, field) == after.value(part, field));
            there(self) == there(&after) && fields
        };
        edit.parts().into_iter().all(same) && self.facts == after.facts && self.unknown == after.unknown
    }

    /// The edit that removes a risk or a control of the organisation's own with all that was said about it: what a control
    /// is decided to be and how far it is; that controls treat a risk.
    pub fn removal(&self, part: Part) -> Edit {
        let mut edits = self.detachment(part);
        edits.push(Edit::Remove(part));
        Edit::Batch(edits)
    }

    /// The edits that take away what was said about a number elsewhere than in its record.
    pub(crate) fn detachment(&self, part: Part) -> Vec<Edit> {
        let mut edits = Vec::new();
        match part {
            Part::Risk(risk) => {
                let linked = self.controls.iter().filter(|(_, entry)| entry.risks.contains(&risk));
                edits.extend(linked.map(|(control, _)| Edit::Link(*control, risk, false)));
            }
            Part::Custom(id) => {
                let of = Part::Control(ControlId::Custom(id));
                let said = of.fields().filter(|field| self.value(of, field).is_said());
                edits.extend(said.map(|field| Edit::Set(of, field, field.kind.unsaid())));
            }
            _ => {}
        }
        edits
    }

    /// The edit that makes one of a list what it is here, in all of its fields: [`Edit::Remove`] where it is absent.
    pub(crate) fn whole(&self, part: Part) -> Edit {
        let Some(entry) = self.entry(part) else { return Edit::Remove(part) };
        let fields = part.fields().filter_map(|field| Some(Edit::Set(part, field, entry.get(field.at)?)));
        Edit::Batch([Edit::Add(part)].into_iter().chain(fields).collect())
    }
}

fn put<K: Ord + Copy, V>(map: &mut Entries<K, V>, key: K, value: Option<V>) -> Option<V> {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    }
}

/// Reviews live in what the answers know nothing of: `{"reviews": {id: review}}`.
fn put_review(unknown: &mut Value, id: &str, review: Option<Value>) -> Option<Value> {
    if let Some(review) = review {
        // Whatever else stands there, nobody could read it.
        if !unknown.is_object() {
            *unknown = json!({});
        }
        if !unknown["reviews"].is_object() {
            unknown["reviews"] = json!({});
        }
        let before = std::mem::replace(&mut unknown["reviews"][id], review);
        return (!before.is_null()).then_some(before);
    }
    let fields = unknown.as_object_mut()?;
    let before = take_out(fields.get_mut("reviews")?.as_object_mut()?, id);
    if fields["reviews"].as_object().is_some_and(Map::is_empty) {
        take_out(fields, "reviews");
    }
    if fields.is_empty() {
        *unknown = Value::Null;
    }
    before
}

/// Takes an entry out of a map. `Map::remove` would do, but for 2 kB of the site's first load.
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
