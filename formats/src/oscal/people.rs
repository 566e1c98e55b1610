//! Who is named: the organisation, and everybody who looks after something.

use super::value::{line, props};
use super::{OSCAL, Oscal};
use crate::{Source, todo};
use readiness::catalogue::Word;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The part of whoever looks after something.
const OWNER: &str = "isms-owner";
const ASSESSOR: &str = "assessor";

/// Everybody who looks after something, in the order of the alphabet; not the word that an extract has in a name's place.
pub fn all(source: &Source<'_>) -> Vec<String> {
    let assessment = source.assessment;
    let items = assessment.answers.values().map(|answer| &answer.item.owner);
    let controls = assessment.controls.values().map(|entry| &entry.item.owner);
    let documents = assessment.documents.values().map(|document| &document.owner);
    let risks = assessment.risks.values().map(|risk| &risk.owner);
    let said = items.chain(controls).chain(documents).chain(risks).map(String::as_str);
    let planned = source.plan.iter().flat_map(|plan| plan.owners());
    todo::named(source, said.chain(planned)).into_iter().collect::<BTreeSet<_>>().into_iter().collect()
}

impl Oscal<'_> {
    /// What heads a document.
    pub fn metadata(&self, title: String) -> Value {
        let assessment = self.source.assessment;
        json!({
            "title": title,
            "last-modified": self.moment(&assessment.updated),
            "version": self.moment(&assessment.updated),
            "oscal-version": OSCAL,
            "props": props([
                ("assessment-id", assessment.id.to_string()),
                ("language", self.source.catalogue.language.to_owned()),
            ]),
            "roles": [
                { "id": OWNER, "title": self.word(Word::OscalOwner) },
                { "id": ASSESSOR, "title": self.word(Word::OscalSelfAssessment) },
            ],
            "parties": self.parties(),
            "responsible-parties": [{ "role-id": ASSESSOR, "party-uuids": [self.uuid(&["organisation"])] }],
        })
    }

    fn parties(&self) -> Vec<Value> {
        let contact = &self.source.assessment.profile.contact;
        let organisation = self.uuid(&["organisation"]);
        let person = |name: &String| {
            let is_contact = *name == line(&contact.name) && contact.email.contains('@');
            let email = if is_contact { line(&contact.email) } else { String::new() };
            // OSCAL takes what looks like an address.
            let email = Some(email).filter(|email| email.split('@').filter(|part| !part.is_empty()).count() == 2);
            json!({
                "uuid": self.uuid(&["person", name]),
                "type": "person",
                "name": name,
                "email-addresses": email.into_iter().collect::<Vec<_>>(),
                "member-of-organizations": [organisation],
            })
        };
        let first = json!({ "uuid": organisation, "type": "organization", "name": self.organisation() });
        [first].into_iter().chain(self.people.iter().map(person)).collect()
    }

    /// Who looks after something, if anybody does.
    pub fn owned_by<'s>(&self, owners: impl IntoIterator<Item = &'s str>) -> Vec<Value> {
        let names = owners.into_iter().map(line).filter(|name| self.people.contains(name));
        let parties: Vec<_> = names.map(|name| self.uuid(&["person", &name])).collect();
        match parties.is_empty() {
            true => Vec::new(),
            false => vec![json!({ "role-id": OWNER, "party-uuids": parties })],
        }
    }

    /// The part that [`Oscal::owned_by`] names.
    pub fn owner_role(&self) -> &'static str {
        OWNER
    }

    /// Who says all of it: the organisation itself.
    pub fn origins(&self) -> Value {
        json!([{ "actors": [{ "type": "party", "actor-uuid": self.uuid(&["organisation"]) }] }])
    }
}
