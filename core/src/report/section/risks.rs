//! The risk register, where there is one.

use super::{Source, without_left_out};
use crate::assessment::{Assessment, Entry, Field, FieldValue, Part, Residual, Scale};
use crate::catalogue::{Catalogue, RiskId, Word};
use crate::picture::risk_grid;
use crate::report::model::{Block, Cell, Section, Table};

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    if source.assessment.risks.is_empty() {
        return None;
    }
    let table = whole(source.catalogue, source.assessment);
    let mut blocks = vec![
        Block::Text(source.word(Word::ReportRisksLead)),
        match source.assessment.profile.risk_criterion.trim() {
            "" => source.hint(Word::ReportRiskNoCriterion),
            criterion => Block::Text(source.say(Word::ReportRiskCriterionLead, &[("criterion", criterion)])),
        },
        Block::Picture(risk_grid(source.catalogue, source.assessment)),
    ];
    blocks.extend(source.lacks(&table));
    blocks.push(Block::Table(short(source.catalogue, without_left_out(table, source.left_out))));
    source.section("risks", Word::ReportRisks, blocks)
}

/// The register as a page has room for it: what a risk touches below its name, what remains of it as one figure, and who
/// accepted that when beside the yes.
fn short(catalogue: &Catalogue, mut table: Table) -> Table {
    let both = |one, other| Cell::stack([one, other]);
    let times = |one: Cell, other: Cell| match (step(&one), step(&other)) {
        (Some(one), Some(other)) => Cell::Words(format!("{one} × {other}")),
        _ => Cell::Empty,
    };
    let makes = |one: Cell, other: Cell| match (one, other) {
        (Cell::Words(product), Cell::Number(level)) => Cell::Words(format!("{product} = {level}")),
        _ => Cell::Empty,
    };
    table.merge("title", "affects", catalogue.word(Word::ReportName), both);
    table.merge("residual-likelihood", "residual-impact", catalogue.word(Word::ReportRiskResidualLevel), times);
    table.merge("residual-likelihood", "residual-level", catalogue.word(Word::ReportRiskResidualLevel), makes);
    table.merge("accepted", "date", catalogue.word(Word::ReportAccepted), both);
    table.merge("accepted", "by", catalogue.word(Word::ReportAccepted), both);
    table
}

/// The number of a step, without the organisation's name for it.
fn step(cell: &Cell) -> Option<usize> {
    match cell {
        Cell::Number(step) => Some(*step),
        Cell::Stack(cells) => cells.first().and_then(step),
        _ => None,
    }
}

/// The register as a table, with the columns in which something was said that is not left out.
pub fn table(catalogue: &Catalogue, assessment: &Assessment) -> Table {
    without_left_out(whole(catalogue, assessment), assessment.left_out())
}

fn whole(catalogue: &Catalogue, assessment: &Assessment) -> Table {
    let fields = shown(assessment);
    let mut columns = vec![("id", Word::ReportRisk)];
    for field in &fields {
        columns.push((column(field), field.label));
        if field.name == "impact" {
            columns.push(level_column(field));
        }
        if field.name == BEFORE_CONTROLS {
            columns.push(("controls", Word::ReportControls));
        }
    }
    let mut table = Table::new(catalogue, "risks", catalogue.word(Word::ReportRisksCaption), columns);
    table.rows.extend(assessment.risks.keys().map(|id| row(catalogue, assessment, &fields, *id)));
    table
}

/// What reports have called the column of a field since the first.
pub fn column(field: &Field) -> &'static str {
    match field.name {
        "residual_accepted" => "accepted",
        "likelihood" if is_residual(field) => "residual-likelihood",
        "impact" if is_residual(field) => "residual-impact",
        name => name,
    }
}

fn is_residual(field: &Field) -> bool {
    Residual::FIELDS.contains(field)
}

/// The level of a risk stands behind the likelihood and the impact that it is made of.
fn level_column(field: &Field) -> (&'static str, Word) {
    match is_residual(field) {
        true => ("residual-level", Word::ReportRiskResidualLevel),
        false => ("risk-level", Word::ReportRiskLevel),
    }
}

/// The controls that treat a risk stand behind what is done about it.
const BEFORE_CONTROLS: &str = "treatment";

/// The fields that have a column: those that a register always has, and others where something was said.
fn shown(assessment: &Assessment) -> Vec<&'static Field> {
    let said =
        |field: &Field| assessment.risks.values().any(|risk| risk.get(field.at).is_some_and(|value| value.is_said()));
    let mut parts = assessment.risks.keys().map(|id| Part::Risk(*id));
    let fields = parts.next().into_iter().flat_map(Part::said);
    fields.filter(|field| field.always || said(field)).collect()
}

fn row(catalogue: &Catalogue, assessment: &Assessment, fields: &[&'static Field], id: RiskId) -> Vec<Cell> {
    let linked = assessment.controls.iter().filter(|(_, entry)| entry.risks.contains(&id));
    let controls: Vec<_> = linked.map(|(control, _)| control.name(catalogue)).collect();
    let mut cells = vec![Cell::Words(id.to_string())];
    for field in fields {
        cells.push(cell(catalogue, assessment, field, &assessment.value(Part::Risk(id), field)));
        if field.name == "impact" {
            let risk = &assessment.risks[&id];
            let (likelihood, impact) = match is_residual(field) {
                true => (risk.residual.likelihood, risk.residual.impact),
                false => (risk.likelihood, risk.impact),
            };
            let level =
                likelihood.zip(impact).map(|(likelihood, impact)| usize::from(likelihood) * usize::from(impact));
            cells.push(level.map_or(Cell::Empty, Cell::Number));
        }
        if field.name == BEFORE_CONTROLS {
            cells.push(if controls.is_empty() { Cell::Empty } else { Cell::Words(controls.join(", ")) });
        }
    }
    cells
}

fn cell(catalogue: &Catalogue, assessment: &Assessment, field: &Field, value: &FieldValue) -> Cell {
    match value {
        FieldValue::Text(text) => Cell::said(text),
        FieldValue::Number(Some(step)) => {
            let scale = if field.name == "impact" { Scale::Impact } else { Scale::Likelihood };
            let name = u8::try_from(*step).ok().and_then(|it| assessment.profile.risk_scales.name(scale, it));
            Cell::stack([Cell::Number(*step as usize), name.map_or(Cell::Empty, Cell::said)])
        }
        FieldValue::Day(Some(day)) => Cell::Date(*day),
        FieldValue::Flag(flag) => {
            Cell::Words(catalogue.word(if *flag { Word::ReportYes } else { Word::ReportNo }).to_owned())
        }
        value if value.is_said() => Cell::Words(field.kind.words(value, catalogue)),
        _ => Cell::Empty,
    }
}
