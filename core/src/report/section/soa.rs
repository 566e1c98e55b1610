//! The full Statement of Applicability: every control of Annex A by theme, then the organisation's own.

use super::{Source, evidence_lines, level, without_left_out};
use crate::assessment::{Assessment, ControlEntry, Decision, Level, RunBy, Runs, Soa};
use crate::attributes::{self, ATTRIBUTES};
use crate::catalogue::{Catalogue, ControlId, ItemRef, Word};
use crate::extract::Portion;
use crate::report::model::{Block, Cell, Column, Section, Table, Tone};

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let (catalogue, assessment, soa) = (source.catalogue, source.assessment, source.outcome.soa);
    let mut blocks: Vec<_> = heading(catalogue, assessment).map_or_else(Vec::new, |rows| {
        let rows = rows.into_iter().filter(|(_, cell)| *cell != Cell::Empty);
        vec![Block::Facts(rows.map(|(word, cell)| (source.word(word), cell)).collect())]
    });
    blocks.push(Block::Text(source.say(
        Word::ReportSoaLead,
        &[
            ("decided", &soa.decided.to_string()),
            ("justified", &soa.justified.to_string()),
            ("all", &catalogue.controls.len().to_string()),
            ("complete", &crate::figures::percent(catalogue, soa.complete)),
        ],
    )));
    if soa.applicable > 0 {
        let figures = [
            ("n", &*soa.in_place.to_string()),
            ("applicable", &*soa.applicable.to_string()),
            ("implementation", &*crate::figures::percent(catalogue, soa.implementation)),
        ];
        blocks.push(Block::Text(source.say(Word::ReportSoaInPlace, &figures)));
        blocks.push(source.hint(Word::ReportSoaImplementedLead));
    }
    let mut table = by_theme(catalogue, assessment);
    // A reason alone is no justification, though it stands where one would.
    for (row, id) in catalogue.control_ids().chain(own(assessment)).enumerate() {
        let lacks = |entry: &&ControlEntry| entry.decision.is_decided() && !entry.is_justified();
        if assessment.controls.get(&id).filter(lacks).is_some() {
            table.add(row, "reasons", Cell::Mark(Tone::Poor, source.word(Word::DecisionUnjustified)));
        }
    }
    blocks.extend(source.lacks(&empty(catalogue, Word::ReportSoaCaption)));
    blocks.push(source.short(table));
    source.section("soa", Word::ReportSoa, blocks)
}

/// The statement as a page has room for it: by theme, with why each control was decided as it was in one column.
pub fn by_theme(catalogue: &Catalogue, assessment: &Assessment) -> Table {
    let mut table = empty(catalogue, Word::ReportSoaCaption);
    let mut ids = catalogue.control_ids();
    for theme in &catalogue.themes {
        table.group(format!("A.{} {}", theme.number, theme.title));
        table.rows.extend(ids.by_ref().take(theme.controls.len()).map(|id| row(catalogue, assessment, id)));
    }
    if !assessment.custom_controls.is_empty() {
        table.group(catalogue.word(Word::ReportOwnControls).to_owned());
        table.rows.extend(own(assessment).map(|id| row(catalogue, assessment, id)));
    }
    let why = catalogue.word(Word::ReportWhyDecided);
    table.merge("reasons", "risks", why, |reasons, risks| match (reasons, risks) {
        (Cell::Words(reasons), Cell::Words(risks)) => Cell::Words(format!("{reasons} ({risks})")),
        (Cell::Empty, risks) => risks,
        (reasons, _) => reasons,
    });
    table.merge("reasons", "justification", why, |reasons, justification| Cell::stack([reasons, justification]));
    table.merge("reasons", "run_by", why, |reasons, run_by| Cell::stack([reasons, run_by]));
    // Whether it is in place is what this statement says; how far it is, the other tables do.
    table.drop_column("level");
    table
}

/// Its version, and who approved it when; `None` while nothing of that was said.
pub(super) fn heading(catalogue: &Catalogue, assessment: &Assessment) -> Option<[(Word, Cell); 3]> {
    let soa = &assessment.soa;
    (*soa != Soa::default()).then(|| {
        [
            (Word::FilesSkeletonVersion, Cell::said(&soa.version)),
            (Word::FilesSkeletonApprovedOn, Cell::date(soa.approved)),
            (Word::FilesSkeletonApprovedBy, Cell::said(approver(catalogue, assessment))),
        ]
    })
}

/// Who approved it; nobody where an extract leaves names out.
pub(super) fn approver<'a>(catalogue: &Catalogue, assessment: &'a Assessment) -> &'a str {
    match assessment.soa.by.trim() {
        by if by == catalogue.word(Word::ExtractWithheld) => "",
        by => by,
    }
}

/// The whole Statement of Applicability as one table, with a column for each thing and each attribute.
pub fn table(catalogue: &Catalogue, assessment: &Assessment) -> Table {
    let mut table = empty(catalogue, Word::ReportSoa);
    let left_out = assessment.left_out();
    // An undecided row would say that nothing was decided.
    if !left_out.contains(Portion::Controls) {
        let ids = catalogue.control_ids().chain(own(assessment));
        table.rows.extend(ids.map(|id| {
            let mut row = row(catalogue, assessment, id);
            row.extend((0..ATTRIBUTES.len()).map(|attribute| values(catalogue, id, attribute)));
            row
        }));
    }
    let columns = ATTRIBUTES.iter();
    table.columns.extend(columns.map(|it| Column { name: it.name, heading: catalogue.word(it.heading).to_owned() }));
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
        ("run_by", Word::ReportRunBy),
        ("implemented", Word::ReportIsImplemented),
        ("level", Word::ReportImplemented),
        ("evidence", Word::ReportEvidence),
        ("note", Word::ReportNote),
        ("owner", Word::ReportOwner),
        ("due", Word::ReportDue),
    ];
    Table::new(catalogue, "soa", catalogue.word(caption), columns)
}

/// What a control has of an attribute; an organisation's own controls have none.
fn values(catalogue: &Catalogue, id: ControlId, attribute: usize) -> Cell {
    let control = catalogue.control(id).into_iter();
    let values = control.flat_map(|control| attributes::values(control, attribute));
    let values: Vec<_> = values.map(|(_, word)| catalogue.word(*word)).collect();
    if values.is_empty() { Cell::Empty } else { Cell::Words(values.join(", ")) }
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
        // What an extract withholds in place of a risk justifies, and says nothing to a reader.
        match entry.decision.justification() {
            words if words == catalogue.word(Word::ExtractWithheld) => Cell::Empty,
            words => Cell::said(words),
        },
        if risks.is_empty() { Cell::Empty } else { Cell::Words(risks.join(", ")) },
        run_by(catalogue, &entry.run_by),
        if entry.decision.is_applicable() { in_place(catalogue, item.level, Level::Operating) } else { Cell::Empty },
        match entry.decision {
            Decision::Applicable { .. } => level(catalogue, item.level, Level::Operating),
            _ => Cell::Empty,
        },
        Cell::list(&evidence_lines(item)),
        Cell::said(&item.note),
        Cell::said(&item.owner),
        Cell::date(item.due),
    ]
}

/// Whether something is in place, as the statement has to say of a control that applies (ISO/IEC 27001, 6.1.3 d): it is
/// at its target.
pub fn in_place(catalogue: &Catalogue, level: Option<Level>, target: Level) -> Cell {
    let (tone, word) = match level {
        None => (Tone::Plain, Word::LevelNameOpen),
        Some(level) if level >= target => (Tone::Good, Word::ReportImplementedYes),
        Some(Level::NotStarted | Level::Planned) => (Tone::Poor, Word::ReportImplementedNo),
        Some(_) => (Tone::Fair, Word::ReportImplementedPartly),
    };
    Cell::Mark(tone, catalogue.word(word).to_owned())
}

/// Who else runs a control.
fn run_by(catalogue: &Catalogue, run_by: &RunBy) -> Cell {
    let word = match run_by.how {
        None => Word::ReportRunByHow,
        Some(Runs::Inherited) => Word::ReportRunByAll,
        Some(Runs::Shared) => Word::ReportRunByPart,
    };
    match run_by.name.trim() {
        "" => Cell::Empty,
        name => Cell::Said(catalogue.say(word, &[("name", name)])),
    }
}
