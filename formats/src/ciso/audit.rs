//! The compliance assessment: a row for each sub-clause and each control of Annex A.
//!
//! Its framework `iso27001-2022` has the sub-clauses as its finest parts, so our requirements come together there. Ours
//! become its values so; then a likely finding has its say, see [`Row::with`]:
//!
//! | ours | `compliance_result` | `requirement_progress` |
//! |---|---|---|
//! | sub-clause: no requirement answered | `not_assessed` | `to_do` |
//! | some answered | `partially_compliant`, or `not_assessed` if nothing is met yet | `in_progress` |
//! | all answered | `compliant` if all meet stage 2, `non_compliant` if none does in part, else `partially_compliant` | `done` if compliant, else `in_progress` |
//! | control: undecided | `not_assessed` | `to_do` |
//! | excluded | `not_applicable` | `done` |
//! | applies, without a level | `not_assessed` | `in_progress` |
//! | level 0 or 1 | `non_compliant` | `in_progress` |
//! | level 2 | `partially_compliant` | `in_progress` |
//! | level 3 or 4 | `compliant` | `done` |
//!
//! Its two scores, 0 to 100, are readiness for the two stages: `documentation_score` for stage 1, of a control whether it is
//! decided and justified; `implementation_score` for stage 2, of a control its level.

use super::observations::{likely, points};
use super::workbook::{Cell, Sheet};
use crate::Source;
use readiness::ItemRef;
use readiness::assessment::{ControlEntry, Decision, Level};
use readiness::catalogue::{ControlId, Mandatory};
use readiness::findings::{Finding, Grade, Place};
use readiness::report::{self, escape_lines};
use readiness::scoring::Tenths;

/// What CISO Assistant's own name for the framework starts all its names with.
const URN: &str = "urn:intuitem:risk:req_node:iso27001-2022:";

pub fn assessment(source: &Source<'_>) -> Sheet {
    let columns = &[
        "urn",
        "assessable",
        "ref_id",
        "name",
        "compliance_result",
        "requirement_progress",
        "implementation_score",
        "documentation_score",
        "observations",
    ];
    let catalogue = source.catalogue;
    let answers = report::answers(catalogue, source.assessment);
    let subclauses = catalogue.subclauses.iter().enumerate().map(|(index, subclause)| {
        let found: Vec<_> = source.outcome.findings.iter().filter(|it| is_about_subclause(source, it, index)).collect();
        let mut said = Vec::new();
        for row in &answers.rows[subclause.requirements.clone()] {
            let points = points(source, &answers, row, &["level", "note", "evidence", "owner", "due"]);
            if !points.is_empty() {
                let name = row.iter().take(2).map(|cell| cell.plain(catalogue, " ")).collect::<Vec<_>>().join(" ");
                said.push(format!("**{}**\n\n{}", escape_lines(&name, " "), points.join("\n")));
            }
        }
        of_subclause(source, index).with(&found).cells(subclause.id, subclause.title, &said, &likely(source, found))
    });
    let soa = report::soa(catalogue, source.assessment);
    let controls = catalogue.control_ids().zip(&soa.rows).map(|(id, row)| {
        let found: Vec<_> = source.outcome.findings.iter().filter(|it| is_about_control(source, it, id)).collect();
        let columns =
            ["decision", "reasons", "justification", "risks", "run_by", "level", "note", "evidence", "owner", "due"];
        let said = points(source, &soa, row, &columns).join("\n");
        let name = id.name(catalogue);
        let title = ItemRef::Control(id).title(catalogue, source.assessment);
        of_control(source, id).with(&found).cells(&name, title, &[said], &likely(source, found))
    });
    Sheet { columns, rows: subclauses.chain(controls).collect() }
}

/// How a row comes out.
struct Row {
    result: &'static str,
    progress: &'static str,
    /// Readiness for stage 1 and for stage 2.
    scores: Option<[u16; 2]>,
}

impl Row {
    /// As likely findings leave it: what a major one is about is not compliant, whatever was said of it; what a minor one is
    /// about is compliant in part at most. Neither is done.
    fn with(mut self, found: &[&Finding]) -> Self {
        match found.iter().map(|finding| finding.grade).min() {
            Some(Grade::Major) => (self.result, self.progress) = ("non_compliant", "in_progress"),
            Some(Grade::Minor) => {
                self.progress = "in_progress";
                if self.result == "compliant" {
                    self.result = "partially_compliant";
                }
            }
            Some(Grade::Opportunity) | None => {}
        }
        self
    }

    fn cells(self, id: &str, name: &str, said: &[String], likely: &[String]) -> Vec<Cell> {
        let score = |at: usize| self.scores.map_or(Cell::from(""), |scores| Cell::Number(scores[at]));
        let all = said.iter().cloned().chain([likely.join("\n")]).filter(|text| !text.is_empty());
        vec![
            format!("{URN}{}", id.to_lowercase()).into(),
            "True".into(),
            id.into(),
            name.into(),
            self.result.into(),
            self.progress.into(),
            score(1),
            score(0),
            all.collect::<Vec<_>>().join("\n\n").into(),
        ]
    }
}

/// A share as a whole number of percent, rounded half up.
fn percent(share: Tenths) -> u16 {
    (share.value() + 5) / 10
}

fn of_subclause(source: &Source<'_>, index: usize) -> Row {
    let requirements = source.catalogue.subclauses[index].requirements.clone();
    let of = requirements.len();
    let ids = source.catalogue.requirement_ids_in(requirements);
    let answered = ids.filter(|id| source.assessment.level(*id).is_some()).count();
    let readiness = source.outcome.subclauses[index];
    let (low, high) = (readiness.two.low.value(), readiness.two.high.value());
    let (result, progress) = match (answered, low, high) {
        (0, ..) => return Row { result: "not_assessed", progress: "to_do", scores: None },
        _ if answered < of && low == 0 => ("not_assessed", "in_progress"),
        (_, 1000, _) => ("compliant", "done"),
        (_, _, 0) => ("non_compliant", "in_progress"),
        _ => ("partially_compliant", "in_progress"),
    };
    Row { result, progress, scores: Some([percent(readiness.one.low), percent(readiness.two.low)]) }
}

fn of_control(source: &Source<'_>, id: ControlId) -> Row {
    let entry = source.assessment.controls.get(&id);
    let level = entry.and_then(|entry| entry.item.level);
    let (result, progress) = match (source.assessment.decision(id), level) {
        (Decision::Undecided, _) => ("not_assessed", "to_do"),
        (Decision::Excluded { .. }, _) => ("not_applicable", "done"),
        (Decision::Applicable { .. }, None) => ("not_assessed", "in_progress"),
        (Decision::Applicable { .. }, Some(Level::NotStarted | Level::Planned)) => ("non_compliant", "in_progress"),
        (Decision::Applicable { .. }, Some(Level::Defined)) => ("partially_compliant", "in_progress"),
        (Decision::Applicable { .. }, Some(Level::Operating | Level::Evidenced)) => ("compliant", "done"),
    };
    let decided = if entry.is_some_and(ControlEntry::is_justified) { 100 } else { 0 };
    let is_applicable = source.assessment.decision(id).is_applicable();
    let scores = level.filter(|_| is_applicable).map(|level| [decided, u16::from(level.value()) * 25]);
    Row { result, progress, scores }
}

/// Whether a likely finding is about a sub-clause: it is there, or its items or its document are.
fn is_about_subclause(source: &Source<'_>, finding: &Finding, index: usize) -> bool {
    let catalogue = source.catalogue;
    let place = match finding.place {
        Place::Subclause(place) => {
            finding.items.iter().all(|item| !matches!(item, ItemRef::Control(_))) && place == index
        }
        Place::Document(id) => {
            !matches!(catalogue.document(id).mandatory, Mandatory::WhenApplicable(_))
                && catalogue.document(id).subclause == Some(index)
        }
    };
    place
        || finding.items.iter().any(|item| match item {
            ItemRef::Requirement(id) => catalogue.requirement(*id).subclause == index,
            _ => false,
        })
}

/// Whether a likely finding is about a control: it is one of its items, or what asks for its document.
fn is_about_control(source: &Source<'_>, finding: &Finding, id: ControlId) -> bool {
    let asks = |document| source.catalogue.document(document).mandatory == Mandatory::WhenApplicable(id);
    finding.items.iter().any(|item| match item {
        ItemRef::Control(control) => *control == id,
        ItemRef::Document(document) => asks(*document),
        _ => false,
    })
}
