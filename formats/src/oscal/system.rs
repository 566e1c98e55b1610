//! The system security plan: the Statement of Applicability, the profile of the organisation and its documents.

use super::value::{line, props, prose};
use super::{Oscal, beside, level_name};
use readiness::assessment::{Decided, DocumentStatus, Item};
use readiness::catalogue::{ControlId, DocumentId, Word};
use serde_json::{Value, json};

/// What names an id by the form of it.
pub const UUID: &str = "https://ietf.org/rfc/rfc4122";

impl Oscal<'_> {
    /// The plan.
    pub fn system_security_plan(&self) -> Value {
        let (catalogue, assessment) = (self.source.catalogue, self.source.assessment);
        let profile = &assessment.profile;
        let scope = self.or(&profile.scope, Word::OscalNoScope);
        let number = |number: Option<u32>| number.map_or(String::new(), |number| number.to_string());
        let day = |day: Option<readiness::Date>| day.map_or(String::new(), |day| day.to_string());
        let facts = assessment.facts.iter().map(|(id, yes)| (id.name(catalogue).replace('_', "-"), yes.to_string()));
        let facts: Vec<_> = facts.map(|(name, yes)| (format!("fact-{name}"), yes)).collect();
        let about = [
            ("people", number(profile.people)),
            ("sites", number(profile.sites)),
            ("sector", profile.sector.clone()),
            ("country", profile.country.clone()),
            ("target-date", day(profile.target_date)),
            ("operating-since", day(profile.operating_since)),
            ("soa-version", assessment.soa.version.clone()),
            ("soa-approved", day(assessment.soa.approved)),
        ];
        let about = about.into_iter().chain(facts.iter().map(|(name, yes)| (&**name, yes.clone())));
        let information = json!({ "uuid": self.uuid(&["information"]), "title": self.word(Word::OscalInformation), "description": scope });
        let this = json!({
            "uuid": self.uuid(&["isms"]), "type": "this-system", "title": self.organisation(), "description": scope,
            "status": { "state": "operational" },
        });
        let documents = assessment.documents.keys().map(|id| self.document(*id));
        let components: Vec<_> = [this].into_iter().chain(documents).collect();
        let controls: Vec<_> = self.controls().map(|id| self.implemented(id)).collect();
        json!({
            "uuid": self.uuid(&["system-security-plan"]),
            "metadata": self.metadata(self.titled(Word::OscalSystem)),
            "import-profile": beside("profile"),
            "system-characteristics": {
                "system-ids": [self.system_id()],
                "system-name": self.organisation(),
                "description": scope,
                "props": props(about),
                "system-information": { "information-types": [information] },
                "status": { "state": "operational" },
                "authorization-boundary": { "description": scope },
            },
            "system-implementation": {
                "users": [{ "uuid": self.uuid(&["users"]), "title": self.word(Word::OscalPeople), "role-ids": [self.owner_role()] }],
                "components": components,
            },
            "control-implementation": {
                "description": self.word(Word::OscalDecisions),
                "implemented-requirements": controls,
            },
        })
    }

    /// The system by the assessment's id.
    pub fn system_id(&self) -> Value {
        json!({ "id": self.source.assessment.id.to_string(), "identifier-type": UUID })
    }

    /// What a person wrote; where that is nothing, that it is.
    pub fn or(&self, text: &str, nothing: Word) -> String {
        match prose(text) {
            text if text.is_empty() => self.word(nothing).to_owned(),
            text => text,
        }
    }

    /// Where a control is said to be done, for whoever refers to that.
    pub fn done_by(&self, id: ControlId) -> String {
        self.uuid(&["control", &self.control_id(id), "done"])
    }

    fn implemented(&self, id: ControlId) -> Value {
        let nothing = Item::default();
        let entry = self.source.assessment.controls.get(&id);
        let item = entry.map_or(&nothing, |entry| &entry.item);
        let decision = self.source.assessment.decision(id);
        let said = [decision.justification(), &item.note].map(prose);
        let said = said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n");
        let mut about = vec![
            ("decision", decision.decided().map_or("undecided", Decided::name).to_owned()),
            ("level", level_name(item.level)),
            ("due", item.due.map_or(String::new(), |day| day.to_string())),
        ];
        about.extend(decision.reasons().iter().map(|reason| ("reason", reason.name().to_owned())));
        if let Some(entry) = entry {
            about.extend(entry.risks.iter().map(|risk| ("treats-risk", risk.to_string())));
            about.push(("run-by", entry.run_by.name.clone()));
            about.push(("run-how", entry.run_by.how.map_or(String::new(), |how| how.name().to_owned())));
        }
        about.extend(item.evidence.iter().map(|evidence| ("evidence", evidence.line())));
        json!({
            "uuid": self.uuid(&["control", &self.control_id(id)]),
            "control-id": self.control_id(id),
            "props": props(about),
            "responsible-roles": self.owned_by([&*item.owner]),
            "remarks": said,
            "by-components": [{
                "component-uuid": self.uuid(&["isms"]),
                "uuid": self.done_by(id),
                "description": self.or(&said, Word::OscalNothing),
                "implementation-status": { "state": self.implementation(id), "remarks": said },
            }],
        })
    }

    /// A document that the organisation said something about.
    fn document(&self, id: DocumentId) -> Value {
        let document = self.source.catalogue.document(id);
        let said = self.source.assessment.documents.get(&id).cloned().unwrap_or_default();
        let status = match said.status {
            Some(DocumentStatus::Approved) => json!({ "state": "operational" }),
            Some(DocumentStatus::Draft) => json!({ "state": "under-development" }),
            missing => json!({
                "state": "other",
                "remarks": missing.map_or(self.word(Word::OscalNothing), |status| status.label(self.source.catalogue)),
            }),
        };
        let kind = match document.id {
            "doc-policy" => "policy",
            id if id.contains("plan") => "plan",
            _ => "process-procedure",
        };
        let about = [
            ("document-id", document.id.to_owned()),
            ("document-status", said.status.map_or(String::new(), |status| status.name().to_owned())),
            ("reference", line(&said.reference)),
            ("reviewed", said.reviewed.map_or(String::new(), |day| day.to_string())),
        ];
        json!({
            "uuid": self.uuid(&["document", document.id]),
            "type": kind,
            "title": line(document.name),
            "description": prose(document.summary),
            "props": props(about),
            "status": status,
            "responsible-roles": self.owned_by([&*said.owner]),
        })
    }
}
