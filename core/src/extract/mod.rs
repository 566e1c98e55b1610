//! Extracts: an assessment without the portions that a person keeps to themselves.
//!
//! Everything that leaves is made from the extract, so what was left out can't be in any format. The file says that it
//! is one, as `left_out`, and which portions it lacks. What is left unchosen keeps its meaning: where a name or a
//! reference is left out, the word [`Word::ExtractWithheld`] stands in its place, so that something was said there
//! stays true, and no finding comes or goes.
//!
//! The mark is kept in [`Assessment::rest`] and read from there: no edit can take it off, and the program of the first
//! view need not know about it.

mod portion;

pub use portion::{Portion, Portions, Preset};

use crate::assessment::{Assessment, Contact, Item, Profile, QuoteDetails, Shared};
use crate::catalogue::{Catalogue, Word};
use serde_json::{Map, Value};

/// The field of the file that says what an extract lacks.
const FIELD: &str = "left_out";

impl Assessment {
    /// What it lacks, because it is an extract of another one; nothing if it is whole.
    pub fn left_out(&self) -> Portions {
        let names = self.rest[FIELD].as_array().into_iter().flatten().filter_map(Value::as_str);
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
        let names = leave.and(self.left_out()).iter().map(|portion| Value::from(portion.name()));
        let mut rest = Map::from_iter([(FIELD.to_owned(), names.collect())]);
        if has(Portion::Reviews)
            && let Some(reviews) = self.rest.get("reviews")
        {
            rest.insert("reviews".to_owned(), reviews.clone());
        }
        it.rest = rest.into();
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
            it.profile.risk_scales = Default::default();
            it.controls.values_mut().for_each(|entry| entry.risks.clear());
        }
        profile(&mut it.profile, leave);
        if !has(Portion::Details) {
            it.facts = Default::default();
        }
        let answers = it.answers.values_mut().map(|answer| &mut answer.item);
        for each in answers.chain(it.controls.values_mut().map(|entry| &mut entry.item)) {
            item(each, leave, withheld);
        }
        for document in it.documents.values_mut() {
            withhold(&mut document.reference, !has(Portion::Evidence), withheld);
            withhold(&mut document.owner, !has(Portion::Owners), withheld);
        }
        for risk in it.risks.values_mut() {
            withhold(&mut risk.owner, !has(Portion::Owners), withheld);
        }
        it
    }
}

fn item(item: &mut Item, leave: Portions, withheld: &str) {
    if leave.contains(Portion::Notes) {
        item.note.clear();
    }
    if leave.contains(Portion::Evidence) && !item.evidence.is_empty() {
        // How many there are is left out as well.
        let said = item.evidence.iter().any(|reference| !reference.trim().is_empty());
        item.evidence = said.then(|| withheld.to_owned()).into_iter().collect();
    }
    withhold(&mut item.owner, leave.contains(Portion::Owners), withheld);
    if leave.contains(Portion::Dates) && item.due.take().is_some() && item.owner.trim().is_empty() {
        // A date says that somebody has planned it; without it a control would seem to be left alone.
        withheld.clone_into(&mut item.owner);
    }
}

fn withhold(text: &mut String, leave: bool, withheld: &str) {
    if leave && !text.trim().is_empty() {
        withheld.clone_into(text);
    } else if leave {
        text.clear();
    }
}

fn profile(profile: &mut Profile, leave: Portions) {
    if leave.contains(Portion::Contacts) {
        profile.contact = Contact::default();
        profile.quote.consultant.clear();
    }
    if leave.contains(Portion::Dates) {
        profile.target_date = None;
    }
    if leave.contains(Portion::Details) {
        let consultant = std::mem::take(&mut profile.quote.consultant);
        profile.quote = QuoteDetails { consultant, ..QuoteDetails::default() };
        (profile.people, profile.sites) = (None, None);
        profile.sector.clear();
        profile.country.clear();
    }
}
