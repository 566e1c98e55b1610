//! The tables beside the audit: what is done, what is written down, what shows it, what is likely found, and the risks.

use super::workbook::{Cell, Sheet, cut};
use crate::Source;
use crate::todo::{self, one_line};
use readiness::assessment::{DocumentStatus, Level, Risk, Treatment};
use readiness::catalogue::{ControlId, RiskId, Word};
use readiness::findings::{self, Grade};
use readiness::{ItemRef, treatment};
use std::collections::HashSet;

/// What a name holds at most there.
const LONGEST_NAME: usize = 200;
/// By which what comes from here is found there.
const LABEL: &str = "stage-zero";

/// The steps of its matrix `risk-matrix-5x5-iso27005`, the lowest first.
const LIKELIHOOD: [&str; 5] =
    ["1 - unlikely", "2 - rather unlikely", "3 - likely", "4 - very likely", "5 - almost certain"];
const IMPACT: [&str; 5] = ["1 - minor", "2 - significant", "3 - serious", "4 - critical", "5 - catastrophic"];

/// The controls that apply, of Annex A and the organisation's own, then the actions of the plan.
pub fn applied_controls(source: &Source<'_>) -> Sheet {
    let columns = &[
        "ref_id",
        "name",
        "description",
        "status",
        "priority",
        "effort",
        "eta",
        "category",
        "csf_function",
        "reference_control",
        "owner",
        "filtering_labels",
    ];
    let mut rows: Vec<_> = applicable(source).into_iter().map(|id| control(source, id)).collect();
    rows.extend(todo::all(source).into_iter().map(|todo| {
        let effort = match todo.effort_name() {
            "small" => "S",
            "medium" => "M",
            "large" => "L",
            _ => "",
        };
        vec![
            todo.key.clone().into(),
            name(&todo.title),
            todo.steps.join("\n\n").into(),
            "to_do".into(),
            Cell::Number(u16::try_from(todo.priority()).unwrap_or_default()),
            effort.into(),
            todo.due.map_or(String::new(), |day| day.to_string()).into(),
            "process".into(),
            "govern".into(),
            "".into(),
            todo.owners.join(";").into(),
            format!("{LABEL}|plan").into(),
        ]
    }));
    Sheet { columns, rows }
}

/// The controls that apply and that there are, in order.
fn applicable(source: &Source<'_>) -> Vec<ControlId> {
    let own = source.assessment.custom_controls.keys().map(|id| ControlId::Custom(*id));
    let all = source.catalogue.control_ids().chain(own);
    all.filter(|id| source.assessment.decision(*id).is_applicable()).collect()
}

fn control(source: &Source<'_>, id: ControlId) -> Vec<Cell> {
    let (catalogue, assessment) = (source.catalogue, source.assessment);
    let number = id.name(catalogue);
    let item = assessment.controls.get(&id).map(|entry| entry.item.clone()).unwrap_or_default();
    let said = [assessment.decision(id).justification(), &item.note].map(str::trim);
    let said = said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n");
    let status = match item.level {
        None | Some(Level::NotStarted) => "to_do",
        Some(Level::Planned | Level::Defined) => "in_progress",
        Some(Level::Operating | Level::Evidenced) => "active",
    };
    let annex = catalogue.control(id);
    let category = match annex.map(|control| catalogue.themes[control.theme].number) {
        Some("7") => "physical",
        Some("8") => "technical",
        _ => "process",
    };
    let function = match annex.map_or("", |control| control.types).chars().next() {
        Some('P') => "protect",
        Some('D') => "detect",
        Some('C') => "respond",
        _ => "govern",
    };
    vec![
        number.clone().into(),
        name(&format!("{number} {}", ItemRef::Control(id).title(catalogue, assessment))),
        said.into(),
        status.into(),
        "".into(),
        "".into(),
        item.due.map_or(String::new(), |day| day.to_string()).into(),
        category.into(),
        function.into(),
        annex.map_or("", |control| control.id).into(),
        todo::named(source, [&*item.owner]).join(";").into(),
        LABEL.into(),
    ]
}

/// The documents that the organisation said something about.
pub fn policies(source: &Source<'_>) -> Sheet {
    let catalogue = source.catalogue;
    let rows = source.assessment.documents.iter().map(|(id, said)| {
        let document = catalogue.document(*id);
        let status = match said.status {
            Some(DocumentStatus::Approved) => "active",
            Some(DocumentStatus::Draft) => "in_progress",
            Some(DocumentStatus::Missing) | None => "to_do",
        };
        let is_link = |text: &str| text.starts_with("https://") && !text.contains(char::is_whitespace);
        let reference = said.reference.trim();
        let (link, place) = if is_link(reference) { (reference, "") } else { ("", reference) };
        let reviewed =
            said.reviewed.map_or(String::new(), |day| labelled(source, Word::ReportReviewed, &day.to_string()));
        let lines = [
            document.summary.to_owned(),
            labelled(source, Word::ReportReference, place),
            labelled(source, Word::ReportOwner, &said.owner),
            reviewed,
        ];
        let lines: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        vec![
            document.id.into(),
            name(document.name),
            lines.join("\n\n").into(),
            status.into(),
            link.into(),
            LABEL.into(),
        ]
    });
    Sheet { columns: &["ref_id", "name", "description", "status", "link", "filtering_labels"], rows: rows.collect() }
}

/// Each piece of evidence, under the requirement or control that it shows: it has no id there but its name.
pub fn evidences(source: &Source<'_>) -> Sheet {
    let (catalogue, assessment) = (source.catalogue, source.assessment);
    let answers = assessment.answers.iter().map(|(id, answer)| (ItemRef::from(*id), &answer.item));
    let controls = assessment.controls.iter().map(|(id, entry)| (ItemRef::from(*id), &entry.item));
    let mut rows = Vec::new();
    for (item, said) in answers.chain(controls) {
        let of = item.name(catalogue);
        for (number, evidence) in (1..).zip(said.evidence.iter().filter(|evidence| evidence.is_said())) {
            let line = one_line(&evidence.line());
            // No two have the same name there.
            rows.push(vec![
                name(&format!("{of}-{number} {line}")),
                labelled(source, Word::ReportEvidence, &line).into(),
                LABEL.into(),
            ]);
        }
    }
    Sheet { columns: &["name", "description", "filtering_labels"], rows }
}

/// The likely findings, the gravest as a high severity: nobody but an auditor has seen them.
pub fn findings(source: &Source<'_>) -> Sheet {
    let (catalogue, assessment) = (source.catalogue, source.assessment);
    let rows = source.outcome.findings.iter().map(|finding| {
        let (severity, priority) = match finding.grade {
            Grade::Major => ("high", 1),
            Grade::Minor => ("medium", 2),
            Grade::Opportunity => ("info", 4),
        };
        let place = finding.place.title(catalogue);
        vec![
            format!("{}-{}", finding.place.name(catalogue), finding.rule.name).into(),
            name(&format!("{}: {place} ({})", finding.grade.label(catalogue), finding.rule.label(catalogue))),
            findings::why(finding, catalogue, assessment).into(),
            "identified".into(),
            severity.into(),
            Cell::Number(priority),
            findings::resolve(finding, catalogue, assessment).into(),
            format!("{LABEL}|{}", finding.grade.name()).into(),
        ]
    });
    let columns =
        &["ref_id", "name", "description", "status", "severity", "priority", "observation", "filtering_labels"];
    Sheet { columns, rows: rows.collect() }
}

/// The risk register; what is linked to a risk is named by the ids of [`applied_controls`].
pub fn risks(source: &Source<'_>) -> Sheet {
    let columns = &[
        "ref_id",
        "name",
        "description",
        "current_impact",
        "current_proba",
        "residual_impact",
        "residual_proba",
        "treatment",
        "justification",
        "applied_controls",
        "filtering_labels",
    ];
    let known: HashSet<_> = applicable(source).into_iter().collect();
    let rows = source.assessment.risks.iter().map(|(id, said)| risk(source, *id, said, &known));
    Sheet { columns, rows: rows.collect() }
}

fn risk(source: &Source<'_>, id: RiskId, said: &Risk, known: &HashSet<ControlId>) -> Vec<Cell> {
    let (catalogue, assessment) = (source.catalogue, source.assessment);
    let step = |names: [&'static str; 5], step: Option<u8>| {
        step.and_then(|step| names.get(usize::from(step).checked_sub(1)?)).copied().unwrap_or_default()
    };
    let treated = match said.treatment {
        None => "open",
        Some(Treatment::Modify) => "mitigate",
        Some(Treatment::Retain) => "accept",
        Some(Treatment::Avoid) => "avoid",
        Some(Treatment::Share) => "transfer",
    };
    let harms = said.affects.iter().map(|harm| harm.label(catalogue)).collect::<Vec<_>>().join(", ");
    let lines = [labelled(source, Word::ReportAffects, &harms), labelled(source, Word::ReportRiskOwner, &said.owner)];
    let accepted = said.accepted.date.map_or(String::new(), |day| day.to_string());
    let accepted = match (said.is_accepted(), accepted, said.accepted.by.trim()) {
        (false, ..) => String::new(),
        (true, day, by) => {
            let more = [day, by.to_owned()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
            let label = catalogue.word(Word::ReportAccepted);
            if more.is_empty() { label.to_owned() } else { format!("{label}: {more}") }
        }
    };
    let controls = treatment::linked_controls(assessment, id).into_iter().filter(|control| known.contains(control));
    vec![
        id.to_string().into(),
        name(&format!("{id} {}", ItemRef::Risk(id).title(catalogue, assessment))),
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n").into(),
        step(IMPACT, said.impact).into(),
        step(LIKELIHOOD, said.likelihood).into(),
        step(IMPACT, said.residual.impact).into(),
        step(LIKELIHOOD, said.residual.likelihood).into(),
        treated.into(),
        accepted.into(),
        controls.map(|control| control.name(catalogue)).collect::<Vec<_>>().join("|").into(),
        LABEL.into(),
    ]
}

/// A name in one line, not longer than it may be.
fn name(text: &str) -> Cell {
    cut(&one_line(text), LONGEST_NAME).into()
}

/// What was said with its label, or nothing.
fn labelled(source: &Source<'_>, label: Word, text: &str) -> String {
    match text.trim() {
        "" => String::new(),
        text => format!("{}: {text}", source.catalogue.word(label)),
    }
}
