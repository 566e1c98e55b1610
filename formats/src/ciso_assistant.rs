//! What CISO Assistant imports as a compliance assessment: a row for each sub-clause and each control of Annex A.
//!
//! Its importer finds a row by `ref_id` or `urn` in the framework `iso27001-2022`, whose finest parts are the
//! sub-clauses, so that our requirements come together there. How ours become its values:
//!
//! | ours | `compliance_result` | `requirement_progress` | `score` (0 to 100) |
//! |---|---|---|---|
//! | sub-clause: no requirement answered | `not_assessed` | `to_do` | |
//! | some answered | `partially_compliant`, or `not_assessed` if nothing is met yet | `in_progress` | readiness for stage 2, the lower figure |
//! | all answered | `compliant` if all meet stage 2, `non_compliant` if none does in part, else `partially_compliant` | `done` if compliant, else `in_progress` | the same |
//! | control: undecided | `not_assessed` | `to_do` | |
//! | excluded | `not_applicable` | `done` | |
//! | applies, without a level | `not_assessed` | `in_progress` | |
//! | level 0 or 1 | `non_compliant` | `in_progress` | 0 or 25 |
//! | level 2 | `partially_compliant` | `in_progress` | 50 |
//! | level 3 or 4 | `compliant` | `done` | 75 or 100 |
//!
//! Names, evidence, notes and owners go into `observations`, which it shows as Markdown. Controls of the organisation's own have no place there.

use crate::Source;
use readiness::assessment::{Decision, Level};
use readiness::catalogue::ControlId;
use readiness::csv::Table;
use readiness::report::{self, model};

/// What CISO Assistant's own name for the framework starts all its names with.
const URN: &str = "urn:intuitem:risk:req_node:iso27001-2022:";

pub(crate) fn import(source: &Source<'_>) -> Vec<u8> {
    let columns =
        ["urn", "assessable", "ref_id", "name", "compliance_result", "requirement_progress", "score", "observations"];
    let mut table = Table::with_columns(columns);
    let mut row = |id: &str, name: &str, (result, progress): (&str, &str), score: Option<u16>, observations: &str| {
        let urn = format!("{URN}{}", id.to_lowercase());
        let score = score.map(|score| score.to_string()).unwrap_or_default();
        table.row([&*urn, "True", id, name, result, progress, &score, observations]);
    };
    let answers = report::answers(source.catalogue, source.assessment);
    for (index, subclause) in source.catalogue.subclauses.iter().enumerate() {
        let rows = &answers.rows[subclause.requirements.clone()];
        let (result, score) = of_subclause(source, index);
        row(subclause.id, subclause.title, result, score, &observations(source, rows.iter().map(|row| &row[1..])));
    }
    let soa = report::soa(source.catalogue, source.assessment);
    for ((control, id), cells) in source.catalogue.controls.iter().zip(source.catalogue.control_ids()).zip(&soa.rows) {
        let (result, score) = of_control(source, id);
        // The level has a column of its own here: decision, reasons, justification; evidence, note, owner, due.
        let said = [&cells[2..]];
        row(control.id, control.name, result, score, &observations(source, said.into_iter()));
    }
    table.into_text().into_bytes()
}

type Verdict = ((&'static str, &'static str), Option<u16>);

fn of_subclause(source: &Source<'_>, index: usize) -> Verdict {
    let requirements = source.catalogue.subclauses[index].requirements.clone();
    let of = requirements.len();
    let ids = source.catalogue.requirement_ids_in(requirements);
    let answered = ids.filter(|id| source.assessment.level(*id).is_some()).count();
    let readiness = source.outcome.subclauses[index].two;
    let (low, high) = (readiness.low.value(), readiness.high.value());
    let verdict = match (answered, low, high) {
        (0, ..) => return (("not_assessed", "to_do"), None),
        _ if answered < of && low == 0 => ("not_assessed", "in_progress"),
        (_, 1000, _) => ("compliant", "done"),
        (_, _, 0) => ("non_compliant", "in_progress"),
        _ => ("partially_compliant", "in_progress"),
    };
    (verdict, Some((low + 5) / 10))
}

fn of_control(source: &Source<'_>, id: ControlId) -> Verdict {
    let level = source.assessment.controls.get(&id).and_then(|entry| entry.item.level);
    match (source.assessment.decision(id), level) {
        (Decision::Undecided, _) => (("not_assessed", "to_do"), None),
        (Decision::Excluded { .. }, _) => (("not_applicable", "done"), None),
        (Decision::Applicable { .. }, None) => (("not_assessed", "in_progress"), None),
        (Decision::Applicable { .. }, Some(level)) => {
            let verdict = match level {
                Level::NotStarted | Level::Planned => ("non_compliant", "in_progress"),
                Level::Defined => ("partially_compliant", "in_progress"),
                Level::Operating | Level::Evidenced => ("compliant", "done"),
            };
            (verdict, Some(u16::from(level.value()) * 25))
        }
    }
}

/// A line for each row that says something: its cells, in order.
fn observations<'a>(source: &Source<'_>, rows: impl Iterator<Item = &'a [model::Cell]>) -> String {
    let lines = rows.map(|row| {
        let said = row.iter().map(|cell| report::escape_lines(&cell.plain(source.catalogue, " | "), "\n"));
        let said = said.filter(|text| !text.is_empty());
        said.collect::<Vec<_>>().join(" | ")
    });
    lines.collect::<Vec<_>>().join("\n")
}
