//! OSCAL 1.2: six documents that refer to each other, as one ZIP.
//!
//! | document | from | how |
//! |---|---|---|
//! | catalog | our catalogue | a control for each requirement and each control, the question as its statement |
//! | profile | all of it | what is excluded is said in the system security plan |
//! | system-security-plan | Statement of Applicability, profile, documents | an implemented requirement for each control |
//! | assessment-plan | when it was begun and last changed | all of it |
//! | assessment-results | answers, levels, likely findings | an observation for each answer, a finding for each requirement and control, a risk for each likely finding |
//! | plan-of-action-and-milestones | risks, action plan | a risk for each, an item for each action |
//!
//! Whatever refers to another document names it by its file, beside it.

mod catalog;
mod milestones;
mod names;
mod people;
mod results;
mod system;
mod value;

use crate::{Error, Format, Source, zip};
use names::Names;
use readiness::assessment::{Decision, Level};
use readiness::catalogue::{ControlId, RequirementId, Word};
use serde_json::{Value, json};

/// The version of OSCAL that these documents follow.
const OSCAL: &str = "1.2.1";

/// All documents as one ZIP.
pub(crate) fn pack(source: &Source<'_>) -> Result<Vec<u8>, Error> {
    let oscal = Oscal::new(source);
    let documents = [
        ("catalog", oscal.catalog()),
        ("profile", oscal.profile()),
        ("system-security-plan", oscal.system_security_plan()),
        ("assessment-plan", oscal.assessment_plan()),
        ("assessment-results", oscal.assessment_results()),
        ("plan-of-action-and-milestones", oscal.plan_of_action()),
    ];
    let files = documents.map(|(kind, body)| {
        let document = json!({ kind: value::whole(body) });
        (format!("{kind}.json"), format!("{document:#}\n").into_bytes())
    });
    let refused = |reason| Error::Refused { format: Format::Oscal.name(), reason };
    zip::package(&files, source.report.today).map_err(refused)
}

/// What the documents are made of.
struct Oscal<'a> {
    source: &'a Source<'a>,
    names: Names,
    /// Everybody who looks after something, each once.
    people: Vec<String>,
}

impl<'a> Oscal<'a> {
    fn new(source: &'a Source<'a>) -> Self {
        let names = Names::of("assessment", &source.assessment.id);
        Self { source, names, people: people::all(source) }
    }

    fn uuid(&self, path: &[&str]) -> String {
        self.names.uuid(path)
    }

    fn word(&self, word: Word) -> &'static str {
        self.source.catalogue.word(word)
    }

    /// A title with the organisation's name.
    fn titled(&self, word: Word) -> String {
        value::line(&self.source.catalogue.say(word, &[("organisation", &self.organisation())]))
    }

    /// The organisation's name, or that it has none.
    fn organisation(&self) -> String {
        match value::line(&self.source.assessment.profile.organisation) {
            name if name.is_empty() => self.word(Word::OscalNoName).to_owned(),
            name => name,
        }
    }

    fn requirements(&self) -> impl Iterator<Item = RequirementId> + use<> {
        self.source.catalogue.requirement_ids()
    }

    /// The controls of Annex A, then the organisation's own.
    fn controls(&self) -> impl Iterator<Item = ControlId> + use<'a> {
        let own = self.source.assessment.custom_controls.keys().map(|id| ControlId::Custom(*id));
        self.source.catalogue.control_ids().chain(own)
    }

    fn control_id(&self, id: ControlId) -> String {
        names::control(self.source.catalogue, id)
    }

    fn level(&self, id: ControlId) -> Option<Level> {
        self.source.assessment.controls.get(&id)?.item.level
    }

    /// How far a control is in OSCAL's words.
    fn implementation(&self, id: ControlId) -> &'static str {
        match self.source.assessment.decision(id) {
            Decision::Excluded { .. } => "not-applicable",
            _ => implementation(self.level(id)),
        }
    }

    fn moment(&self, at: &readiness::Timestamp) -> String {
        value::moment(at, self.source.report.today)
    }
}

/// How far a level is in OSCAL's words.
fn implementation(level: Option<Level>) -> &'static str {
    match level {
        None | Some(Level::NotStarted | Level::Planned) => "planned",
        Some(Level::Defined) => "partial",
        Some(Level::Operating | Level::Evidenced) => "implemented",
    }
}

/// The name of a value in files, such as `not_started`.
fn level_name(level: Option<Level>) -> String {
    level.map_or(String::new(), |level| level.name().to_owned())
}

/// A reference to what a document builds on.
fn beside(kind: &str) -> Value {
    json!({ "href": format!("{kind}.json") })
}
