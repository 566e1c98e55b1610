//! Extracts: an assessment without the portions that a person keeps to themselves.
//!
//! Everything that leaves is made from the extract, so what was left out can't be in any format. The file says that it
//! is one, as `left_out`, and which portions it lacks. What is left unchosen keeps its meaning: where a name or a
//! reference is left out, the word [`Word::ExtractWithheld`] stands in its place, so that something was said there
//! stays true, and no finding comes or goes.
//!
//! The mark is kept in [`Assessment::unknown`] and read from there: no edit can take it off, and the program of the first
//! view need not know about it.

mod preset;

pub use crate::assessment::{Portion, Portions};
pub use preset::Preset;

use crate::assessment::{Assessment, ControlEntry, Decision, Entry, Evidence, Field, FieldValue, Leave, Part, Shared};
use crate::catalogue::{Catalogue, Word};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The field of the file that says what an extract lacks.
const FIELD: &str = "left_out";

impl Assessment {
    /// What it lacks, because it is an extract of another one; nothing if it is whole.
    pub fn left_out(&self) -> Portions {
        let names = self.unknown[FIELD].as_array().into_iter().flatten().filter_map(Value::as_str);
        names.filter_map(|name| Portion::ALL.into_iter().find(|portion| portion.name() == name)).collect()
    }

    /// The same without some portions. Unknown fields and ids are left out as well, since nobody can say which portion
    /// they belong to. Without anything to leave out, the assessment itself.
    #[must_use]
    pub fn extract(&self, catalogue: &Catalogue, leave: Portions) -> Self {
        if leave.is_empty() {
            return self.clone();
        }
        let has = |portion| !leave.contains(portion);
        let withheld = catalogue.word(Word::ExtractWithheld);
        let mut it = self.clone();
        let names = leave.union(self.left_out()).iter().map(|portion| Value::from(portion.name()));
        let mut kept = Map::from_iter([(FIELD.to_owned(), names.collect())]);
        if has(Portion::Reviews)
            && let Some(reviews) = self.unknown.get("reviews")
        {
            kept.insert("reviews".to_owned(), reviews.clone());
        }
        it.unknown = kept.into();
        // It is no copy to go on with: what it lacks would seem to have been removed.
        it.shared = Shared::default();
        if !has(Portion::Answers) {
            it.answers = Default::default();
        }
        if !has(Portion::Controls) {
            (it.controls, it.custom_controls) = Default::default();
        }
        if !has(Portion::Documents) {
            it.documents = Default::default();
        }
        if !has(Portion::Risks) {
            it.risks = Default::default();
        }
        if !has(Portion::Audits) {
            (it.nonconformities, it.internal_audits, it.management_reviews) = Default::default();
        }
        if !has(Portion::Details) {
            it.facts = Default::default();
        }
        let justified = |entry: &ControlEntry| entry.decision.is_applicable() && entry.is_justified();
        let was_justified: Vec<_> = it.controls.values().map(justified).collect();
        for part in it.parts() {
            for table in part.tables() {
                let all = table.portion.is_some_and(|portion| leave.contains(portion));
                for field in table.fields {
                    match all {
                        true => it.clear(part, field),
                        false => {
                            if let Some(entry) = it.entry_mut(part) {
                                leave_out(entry, field, leave, withheld);
                            }
                        }
                    }
                }
            }
        }
        for (entry, was_justified) in it.controls.values_mut().zip(was_justified) {
            // A link to a risk says why a control applies; without it the control would seem to lack a justification.
            if let (true, false, Decision::Applicable { justification, .. }) =
                (was_justified, entry.is_justified(), &mut entry.decision)
            {
                withheld.clone_into(justification);
            }
        }
        it
    }

    fn clear(&mut self, part: Part, field: &Field) {
        if let Some(entry) = self.entry_mut(part) {
            entry.set(field.at, &field.kind.unsaid());
        }
    }
}

/// Leaves a field out, if it belongs to a portion that is left out; of a list, what in its entries does.
fn leave_out(entry: &mut dyn Entry, field: &Field, leave: Portions, withheld: &str) {
    let Some(mut value) = entry.get(field.at) else { return };
    let is_left = field.leave.portion().is_some_and(|portion| leave.contains(portion));
    match (is_left, field.leave, &mut value) {
        (false, _, FieldValue::Evidence(all)) => {
            for piece in all {
                let inner = field.kind.pieces().iter().flat_map(|table| table.fields);
                inner.for_each(|field| leave_out(piece, field, leave, withheld));
            }
        }
        (false, ..) => return,
        (true, Leave::Withhold(_), FieldValue::Text(text)) if !text.trim().is_empty() => withheld.clone_into(text),
        // How many there are is left out as well.
        (true, Leave::Withhold(_), FieldValue::Evidence(all)) if all.iter().any(Evidence::is_said) => {
            *all = vec![withheld.into()];
        }
        (true, ..) => value = field.kind.unsaid(),
    }
    entry.set(field.at, &value);
}

impl Portion {
    /// How many of it there are in an assessment: answers, decisions, notes, names and so on. None of what an extract
    /// leaves out.
    pub fn count(self, assessment: &Assessment) -> usize {
        if assessment.left_out().contains(self) {
            return 0;
        }
        match self {
            Self::Answers => assessment.answered(),
            Self::Controls => {
                assessment.controls.values().filter(|entry| entry.decision != Decision::Undecided).count()
            }
            Self::Documents => assessment.documents.values().filter(|entry| entry.status.is_some()).count(),
            Self::Risks => assessment.risks.len(),
            Self::Audits => {
                assessment.nonconformities.len()
                    + assessment.internal_audits.len()
                    + assessment.management_reviews.len()
            }
            Self::Details => assessment.facts.len() + self.values(assessment).map(|value| value.count()).sum::<usize>(),
            // Whoever looks after several things is one.
            Self::Owners => {
                let owners: BTreeSet<_> = self.values(assessment).flat_map(|value| value.texts()).collect();
                owners.len()
            }
            Self::Notes | Self::Evidence | Self::Dates | Self::Contacts => {
                self.values(assessment).map(|value| value.count()).sum()
            }
            Self::Reviews => assessment.unknown["reviews"].as_object().map_or(0, |reviews| reviews.len()),
        }
    }

    /// The values of all fields that belong to it.
    fn values(self, assessment: &Assessment) -> impl Iterator<Item = FieldValue> {
        let fields = |part: Part| part.fields().map(move |field| (part, field));
        let own = assessment.parts().into_iter().flat_map(fields);
        let own = own.filter(move |(_, field)| field.leave.portion() == Some(self));
        own.map(|(part, field)| assessment.value(part, field))
    }
}
