//! The risk register, where there is one.

use super::Source;
use crate::assessment::{Risk, Scale, Treatment};
use crate::catalogue::{RiskId, Word};
use crate::picture::risk_grid;
use crate::report::model::{Block, Cell, Section, Table};

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    if source.assessment.risks.is_empty() {
        return None;
    }
    let columns = [
        ("id", Word::ReportRisk),
        ("title", Word::ReportName),
        ("owner", Word::ReportRiskOwner),
        ("likelihood", Word::ReportLikelihood),
        ("impact", Word::ReportImpact),
        ("treatment", Word::ReportTreatment),
        ("controls", Word::ReportControls),
        ("accepted", Word::ReportAccepted),
    ];
    let mut table = Table::new(source.catalogue, "risks", source.word(Word::ReportRisksCaption), columns);
    table.rows.extend(source.assessment.risks.iter().map(|(id, risk)| row(source, *id, risk)));
    let mut blocks = vec![
        Block::Text(source.word(Word::ReportRisksLead)),
        Block::Picture(risk_grid(source.catalogue, source.assessment)),
    ];
    blocks.extend(source.lacks(&table));
    blocks.push(source.short(table));
    source.section("risks", Word::ReportRisks, blocks)
}

fn row(source: &Source<'_>, id: RiskId, risk: &Risk) -> Vec<Cell> {
    let linked = source.assessment.controls.iter().filter(|(_, entry)| entry.risks.contains(&id));
    let controls: Vec<_> = linked.map(|(control, _)| control.name(source.catalogue)).collect();
    let rated = |scale, step: Option<u8>| {
        let named = |step| source.assessment.profile.risk_scales.name(scale, step).map_or(Cell::Empty, Cell::said);
        step.map_or(Cell::Empty, |step| Cell::stack([Cell::Number(step.into()), named(step)]))
    };
    let label = |treatment: Treatment| Cell::Words(treatment.label(source.catalogue).to_owned());
    let treatment = risk.treatment.map_or(Cell::Empty, label);
    vec![
        Cell::Words(id.to_string()),
        Cell::said(&risk.title),
        Cell::said(&risk.owner),
        rated(Scale::Likelihood, risk.likelihood),
        rated(Scale::Impact, risk.impact),
        treatment,
        if controls.is_empty() { Cell::Empty } else { Cell::Words(controls.join(", ")) },
        Cell::Words(source.word(if risk.residual_accepted { Word::ReportYes } else { Word::ReportNo })),
    ]
}
