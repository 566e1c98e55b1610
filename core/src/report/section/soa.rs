//! The full Statement of Applicability: every control of Annex A by theme, then the organisation's own.

use super::{Source, level, without_left_out};
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
        ],
    ))];
    if soa.applicable > 0 {
        let figures = [
            ("n", &*soa.in_place.to_string()),
            ("applicable", &*soa.applicable.to_string()),
            ("implementation", &*crate::figures::percent(catalogue, soa.implementation)),
        ];
        blocks.push(Block::Text(source.say(Word::ReportSoaInPlace, &figures)));
    }
    let mut table = empty(catalogue, Word::ReportSoaCaption);
    blocks.extend(source.lacks(&table));
    let mut ids = catalogue.control_ids();
    for theme in &catalogue.themes {
        table.group(format!("A.{} {}", theme.number, theme.title));
        table.rows.extend(ids.by_ref().take(theme.controls.len()).map(|id| row(catalogue, assessment, id)));
    }
    if !assessment.custom_controls.is_empty() {
        table.group(source.word(Word::ReportOwnControls));
        table.rows.extend(own(assessment).map(|id| row(catalogue, assessment, id)));
    }
    let why = catalogue.word(Word::ReportWhyDecided);
    table.merge("reasons", "risks", why, |reasons, risks| match (reasons, risks) {
        (Cell::Words(reasons), Cell::Words(risks)) => Cell::Words(format!("{reasons} ({risks})")),
        (Cell::Empty, risks) => risks,
        (reasons, _) => reasons,
    });
    table.merge("reasons", "justification", why, |reasons, justification| Cell::stack([reasons, justification]));
    blocks.push(source.short(table));
    source.section("soa", Word::ReportSoa, blocks)
}

/// The whole Statement of Applicability as one table, with a column for each thing.
pub fn table(catalogue: &Catalogue, assessment: &Assessment) -> Table {
    let mut table = empty(catalogue, Word::ReportSoa);
    let left_out = assessment.left_out();
    // An undecided row would say that nothing was decided.
    if !left_out.contains(Portion::Controls) {
        let ids = catalogue.control_ids().chain(own(assessment));
        table.rows.extend(ids.map(|id| row(catalogue, assessment, id)));
    }
    without_left_out(table, left_out)
}

fn empty(catalogue: &Catalogue, caption: Word) -> Table {
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
    Table::new(catalogue, "soa", catalogue.word(caption), columns)
}

fn own(assessment: &Assessment) -> impl Iterator<Item = ControlId> {
    assessment.custom_controls.keys().map(|id| ControlId::Custom(*id))
}

fn row(catalogue: &Catalogue, assessment: &Assessment, id: ControlId) -> Vec<Cell> {
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
    vec![
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
