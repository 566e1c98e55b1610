//! The full Statement of Applicability: every control of Annex A by theme, then the organisation's own.

use super::{Source, level};
use crate::assessment::{Assessment, Decision, Level};
use crate::catalogue::{Catalogue, ControlId, Word};
use crate::extract::Portion;
use crate::item_ref::ItemRef;
use crate::report::model::{Block, Cell, Section, Table, Tone};

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let (catalogue, assessment, soa) = (source.catalogue, source.assessment, source.outcome.soa);
    let mut blocks = vec![Block::Text(source.say(
        Word::ReportSoaLead,
        &[
            ("decided", &soa.decided.to_string()),
            ("justified", &soa.justified.to_string()),
            ("all", &catalogue.controls.len().to_string()),
            ("complete", &crate::figures::percent(catalogue, soa.complete)),
            ("implementation", &crate::figures::percent(catalogue, soa.implementation)),
        ],
    ))];
    let columns = [
        ("id", Word::ReportControl),
        ("title", Word::ReportName),
        ("decision", Word::ReportDecision),
        ("reasons", Word::ReportWhyDecided),
        ("level", Word::ReportLevel),
        ("evidence", Word::ReportEvidenceAndNote),
        ("owner", Word::ReportOwnerAndDue),
    ];
    let mut table = Table::new(catalogue, "soa", source.word(Word::ReportSoaCaption), columns);
    let mut ids = catalogue.control_ids();
    for theme in &catalogue.themes {
        table.group(format!("A.{} {}", theme.number, theme.title));
        table.rows.extend(ids.by_ref().take(theme.controls.len()).map(|id| short_row(source, id)));
    }
    if !assessment.custom_controls.is_empty() {
        table.group(source.word(Word::ReportOwnControls));
        table.rows.extend(own(assessment).map(|id| short_row(source, id)));
    }
    blocks.push(Block::Table(table));
    source.section("soa", Word::ReportSoa, blocks)
}

/// The row of a control, with what belongs together in one cell.
fn short_row(source: &Source<'_>, id: ControlId) -> Vec<Cell> {
    let [id, title, decision, reasons, justification, risks, level, evidence, note, owner, due] =
        row(source.catalogue, source.assessment, id);
    let reasons = match (reasons, risks) {
        (Cell::Words(reasons), Cell::Words(risks)) => Cell::Words(format!("{reasons} ({risks})")),
        (Cell::Empty, risks) => risks,
        (reasons, _) => reasons,
    };
    let why = Cell::stack([reasons, justification]);
    vec![id, title, decision, why, level, Cell::stack([evidence, note]), Cell::stack([owner, due])]
}

/// The whole Statement of Applicability as one table, with a column for each thing.
pub fn table(catalogue: &Catalogue, assessment: &Assessment) -> Table {
    let columns = [
        ("id", Word::ReportControl),
        ("title", Word::ReportName),
        ("decision", Word::ReportDecision),
        ("reasons", Word::ReportReasons),
        ("justification", Word::ReportJustification),
        ("risks", Word::ReportRisksTreated),
        ("level", Word::ReportImplemented),
        ("evidence", Word::ReportEvidence),
        ("note", Word::ReportNote),
        ("owner", Word::ReportOwner),
        ("due", Word::ReportDue),
    ];
    let mut table = Table::new(catalogue, "soa", catalogue.word(Word::ReportSoa), columns);
    // An undecided row would say that nothing was decided.
    if !assessment.left_out().contains(Portion::Controls) {
        let ids = catalogue.control_ids().chain(own(assessment));
        table.rows.extend(ids.map(|id| row(catalogue, assessment, id).into()));
    }
    table
}

fn own(assessment: &Assessment) -> impl Iterator<Item = ControlId> {
    assessment.custom_controls.keys().map(|id| ControlId::Custom(*id))
}

fn row(catalogue: &Catalogue, assessment: &Assessment, id: ControlId) -> [Cell; 11] {
    let entry = assessment.controls.get(&id).cloned().unwrap_or_default();
    let item = &entry.item;
    let title = ItemRef::from(id).title(catalogue, assessment);
    let title = match id {
        ControlId::Custom(own) => match assessment.custom_controls[&own].source.trim() {
            "" => Cell::said(title),
            source => Cell::Said(format!("{title} ({source})")),
        },
        ControlId::Annex(_) => Cell::Words(title.to_owned()),
    };
    let (tone, decision) = match entry.decision {
        Decision::Undecided => (Tone::Poor, Word::ReportDecisionUndecided),
        Decision::Applicable { .. } => (Tone::Good, Word::ReportDecisionApplicable),
        Decision::Excluded { .. } => (Tone::Plain, Word::ReportDecisionExcluded),
    };
    let reasons: Vec<_> = entry.decision.reasons().iter().map(|reason| reason.label(catalogue).to_owned()).collect();
    let risks: Vec<_> = assessment.risks_of(id).map(|(risk, _)| risk.to_string()).collect();
    [
        Cell::Words(id.name(catalogue)),
        title,
        Cell::Mark(tone, catalogue.word(decision).to_owned()),
        if reasons.is_empty() { Cell::Empty } else { Cell::Words(reasons.join(", ")) },
        Cell::said(entry.decision.justification()),
        if risks.is_empty() { Cell::Empty } else { Cell::Words(risks.join(", ")) },
        match entry.decision {
            Decision::Applicable { .. } => level(catalogue, item.level, Level::Operating),
            _ => Cell::Empty,
        },
        Cell::list(&item.evidence),
        Cell::said(&item.note),
        Cell::said(&item.owner),
        Cell::date(item.due),
    ]
}
