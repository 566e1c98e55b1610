//! The assessment plan and its results: what was answered, and what an auditor would likely find.

use super::value::{line, props, prose};
use super::{Oscal, beside, implementation, level_name, names};
use readiness::ItemRef;
use readiness::assessment::{Item, Level};
use readiness::catalogue::{Mandatory, Word};
use readiness::findings::{self, Finding, Grade, Place};
use readiness::target::Stage;
use serde_json::{Value, json};

/// What an assessment looks at: all of it.
fn reviewed() -> Value {
    json!({ "control-selections": [{ "include-all": {} }] })
}

/// What was assessed, and how it came out.
struct Assessed<'a> {
    /// The control of the catalogue.
    control: String,
    title: String,
    item: Option<&'a Item>,
    collected: String,
    /// How far it is, in OSCAL's words.
    implementation: &'static str,
    /// Whether it is as far as stage 2 asks.
    is_met: bool,
}

impl Oscal<'_> {
    /// The plan: one look at all of it.
    pub fn assessment_plan(&self) -> Value {
        let assessment = self.source.assessment;
        let range = json!({ "start": self.moment(&assessment.created), "end": self.moment(&assessment.updated) });
        json!({
            "uuid": self.uuid(&["assessment-plan"]),
            "metadata": self.metadata(self.titled(Word::OscalPlan)),
            "import-ssp": beside("system-security-plan"),
            "reviewed-controls": reviewed(),
            "assessment-subjects": [{ "type": "component", "include-all": {} }],
            "tasks": [{
                "uuid": self.uuid(&["assessment-plan", "task"]), "type": "action",
                "title": self.word(Word::OscalSelfAssessment), "timing": { "within-date-range": range },
            }],
        })
    }

    /// The results.
    pub fn assessment_results(&self) -> Value {
        let (outcome, assessment) = (&self.source.outcome, self.source.assessment);
        let judged = |name: &'static str, stage| {
            let (judgement, interval) = (outcome.judgement.get(stage), outcome.readiness.get(stage));
            [
                (format!("{name}-verdict"), judgement.verdict.name().to_owned()),
                (format!("{name}-at-least"), interval.low.to_string()),
                (format!("{name}-at-most"), interval.high.to_string()),
            ]
        };
        let figures = [judged("stage1", Stage::One), judged("stage2", Stage::Two)].concat();
        let digest = [("digest", self.source.report.digest.clone())];
        let about = figures.iter().map(|(name, value)| (&**name, value.clone())).chain(digest);
        let assessed = self.assessed();
        let observations: Vec<_> = assessed.iter().filter_map(|it| self.observation(it)).collect();
        let findings: Vec<_> = assessed.iter().map(|it| self.finding(it)).collect();
        let risks: Vec<_> = outcome.findings.iter().map(|finding| self.likely(finding)).collect();
        json!({
            "uuid": self.uuid(&["assessment-results"]),
            "metadata": self.metadata(self.titled(Word::OscalResults)),
            "import-ap": beside("assessment-plan"),
            "results": [{
                "uuid": self.uuid(&["result"]),
                "title": self.word(Word::OscalSelfAssessment),
                "description": self.word(Word::OscalOwnView),
                "start": self.moment(&assessment.created),
                "end": self.moment(&assessment.updated),
                "props": props(about),
                "reviewed-controls": reviewed(),
                "observations": observations,
                "risks": risks,
                "findings": findings,
            }],
        })
    }

    /// Everything that was asked: the requirements, then the controls.
    fn assessed(&self) -> Vec<Assessed<'_>> {
        let (catalogue, assessment) = (self.source.catalogue, self.source.assessment);
        let whole = self.moment(&assessment.updated);
        let requirements = self.requirements().map(|id| {
            let (answer, requirement) = (assessment.answers.get(&id), catalogue.requirement(id));
            let level = answer.and_then(|answer| answer.item.level);
            Assessed {
                control: names::requirement(catalogue, id),
                title: requirement.title.to_owned(),
                item: answer.map(|answer| &answer.item),
                collected: answer.map_or_else(|| whole.clone(), |answer| self.moment(&answer.updated)),
                implementation: implementation(level),
                is_met: level.is_some_and(|level| level >= requirement.target(Stage::Two, catalogue)),
            }
        });
        let controls = self.controls().map(|id| {
            let is_done = self.level(id).is_some_and(|level| level >= Level::Operating);
            let decision = assessment.decision(id);
            Assessed {
                control: self.control_id(id),
                title: ItemRef::Control(id).title(catalogue, assessment).to_owned(),
                item: assessment.controls.get(&id).map(|entry| &entry.item),
                collected: whole.clone(),
                implementation: self.implementation(id),
                is_met: decision.is_excluded() || decision.is_applicable() && is_done,
            }
        });
        requirements.chain(controls).collect()
    }

    fn observed(&self, assessed: &Assessed<'_>) -> String {
        self.uuid(&["observation", &assessed.control])
    }

    /// What was said about something; `None` where nothing was.
    fn observation(&self, assessed: &Assessed<'_>) -> Option<Value> {
        let item = assessed.item.filter(|it| it.level.is_some() || !it.note.trim().is_empty() || it.has_evidence())?;
        let evidence = item.evidence.iter().map(|evidence| line(&evidence.line())).filter(|text| !text.is_empty());
        let about = [
            ("level", level_name(item.level)),
            ("owner", item.owner.clone()),
            ("due", item.due.map_or(String::new(), |day| day.to_string())),
        ];
        Some(json!({
            "uuid": self.observed(assessed),
            "title": line(&assessed.title),
            "description": self.or(&item.note, Word::OscalNoNote),
            "props": props(about),
            "methods": [if item.has_evidence() { "EXAMINE" } else { "INTERVIEW" }],
            "types": ["control-objective"],
            "origins": self.origins(),
            "relevant-evidence": evidence.map(|text| json!({ "description": text })).collect::<Vec<_>>(),
            "collected": assessed.collected,
        }))
    }

    fn finding(&self, assessed: &Assessed<'_>) -> Value {
        let (catalogue, assessment) = (self.source.catalogue, self.source.assessment);
        let about = || {
            let all = self.source.outcome.findings.iter();
            all.filter(|finding| self.controls_of(finding).contains(&assessed.control))
        };
        let is_clear = about().all(|finding| finding.grade == Grade::Opportunity);
        let level = assessed.item.and_then(|item| item.level);
        let (state, reason) = match (assessed.is_met && is_clear, level) {
            (true, _) => ("satisfied", "pass"),
            (_, Some(_)) => ("not-satisfied", "fail"),
            _ => ("not-satisfied", "other"),
        };
        let why = about().map(|finding| findings::why(finding, catalogue, assessment)).collect::<Vec<_>>().join("\n\n");
        let said = [("level", level_name(level))];
        let grades = about().map(|finding| ("grade", finding.grade.name().to_owned()));
        json!({
            "uuid": self.uuid(&["finding", &assessed.control]),
            "title": match line(&assessed.title) {
                title if title.is_empty() => assessed.control.clone(),
                title => title,
            },
            "description": self.or(&why, Word::OscalAsAnswered),
            "props": props(said.into_iter().chain(grades)),
            "origins": self.origins(),
            "target": {
                "type": "statement-id",
                "target-id": names::statement(&assessed.control),
                "status": { "state": state, "reason": reason },
                "implementation-status": { "state": assessed.implementation },
            },
            "related-observations": self.observation(assessed).map(|it| json!([{ "observation-uuid": it["uuid"] }])),
            "related-risks": about().map(|finding| json!({ "risk-uuid": self.likely_uuid(finding) })).collect::<Vec<_>>(),
        })
    }

    /// The controls of the catalogue that a likely finding is about: one about a document goes to what asks for it.
    fn controls_of(&self, finding: &Finding) -> Vec<String> {
        let catalogue = self.source.catalogue;
        let first = |place| match place {
            Place::Subclause(index) => {
                catalogue.requirement_ids_in(catalogue.subclauses[index].requirements.clone()).next()
            }
            Place::Document(id) => catalogue.document(id).about.first().copied(),
        };
        let of_item = |item: &ItemRef| match item {
            ItemRef::Requirement(id) => Some(names::requirement(catalogue, *id)),
            ItemRef::Control(id) => Some(self.control_id(*id)),
            ItemRef::Document(id) => match catalogue.document(*id).mandatory {
                Mandatory::WhenApplicable(control) => Some(self.control_id(control)),
                _ => first(Place::Document(*id)).map(|id| names::requirement(catalogue, id)),
            },
            _ => None,
        };
        let all: Vec<_> = finding.items.iter().filter_map(of_item).collect();
        match all.is_empty() {
            true => first(finding.place).into_iter().map(|id| names::requirement(catalogue, id)).collect(),
            false => all,
        }
    }

    fn likely_uuid(&self, finding: &Finding) -> String {
        let place = finding.place.name(self.source.catalogue);
        self.uuid(&["likely", finding.rule.name, finding.grade.name(), place])
    }

    /// A likely finding, as what it is until an auditor has looked: a risk.
    fn likely(&self, finding: &Finding) -> Value {
        let (catalogue, assessment) = (self.source.catalogue, self.source.assessment);
        let place = finding.place.title(catalogue);
        let about = [
            ("grade", finding.grade.name().to_owned()),
            ("rule", finding.rule.name.to_owned()),
            ("where", finding.place.name(catalogue).to_owned()),
        ];
        json!({
            "uuid": self.likely_uuid(finding),
            "title": line(&format!("{}: {place}", finding.grade.label(catalogue))),
            "description": prose(&findings::why(finding, catalogue, assessment)),
            "statement": prose(&findings::resolve(finding, catalogue, assessment)),
            "status": "open",
            "props": props(about),
            "origins": self.origins(),
        })
    }
}
