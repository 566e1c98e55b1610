//! What the registers say in a draft: internal audits, nonconformities and management reviews. Where a register holds
//! nothing, a table to be filled in by hand stands in its place.

use super::Origin;
use super::place::Place;
use super::table::{blank, gap, is_empty};
use super::writer::Writer;
use crate::agenda::{self, Agenda};
use crate::assessment::{Assessment, Evidence, Nonconformity};
use crate::audits::State;
use crate::catalogue::{ItemRef, ManagementReviewId, NonconformityId, Word};
use crate::outcome::Outcome;
use crate::report::audits::{decisions as decided, looked_at, register, state};
use crate::report::model::{Block, Cell, Table};

/// The internal audits, planned and held.
pub(super) fn audits(writer: &mut Writer<'_>, place: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    if assessment.internal_audits.is_empty() {
        return blank(writer, place);
    }
    writer.origins_of([Origin::List(Word::AuditTitle)]);
    let columns = [
        ("id", Word::SourceInternalAudit),
        ("date", Word::AuditDate),
        ("scope", Word::AuditScope),
        ("criteria", Word::AuditCriteria),
        ("auditors", Word::AuditAuditors),
    ];
    let mut table = Table::new(catalogue, "draft", catalogue.word(Word::AuditTitle), columns);
    for (id, audit) in &assessment.internal_audits {
        let row = vec![
            Cell::Words(id.to_string()),
            audit.date.map_or_else(|| gap(writer, Word::DraftGapWhen, *id), Cell::Date),
            or_asked(writer, &audit.scope, Word::DraftGapRow, *id),
            or_asked(writer, &audit.criteria, Word::DraftGapRow, *id),
            or_asked(writer, &audit.auditors, Word::DraftGapAuditor, *id),
        ];
        table.rows.push(row);
    }
    writer.push(Block::Table(table));
}

/// What was said, or the question.
fn or_asked(writer: &mut Writer<'_>, text: &str, word: Word, about: impl Into<ItemRef>) -> Cell {
    match text.trim() {
        "" => gap(writer, word, about),
        text => Cell::said(text),
    }
}

/// What came of each internal audit that was held; nothing where none was.
pub(super) fn audited(writer: &mut Writer<'_>, _: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    for (id, audit) in &assessment.internal_audits {
        let Some(date) = audit.date.filter(|date| *date <= writer.today) else { continue };
        writer.push(Block::Text(agenda::held(catalogue, *id, date, audit)));
        let table = looked_at(catalogue, assessment, *id, audit);
        if !table.rows.is_empty() {
            writer.push(Block::Table(table));
        }
    }
}

/// The register of nonconformities, with what is missing of those that are open.
pub(super) fn nonconformities(writer: &mut Writer<'_>, place: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    if assessment.nonconformities.is_empty() {
        return blank(writer, place);
    }
    writer.origins_of([Origin::List(Word::RegisterTitle)]);
    let mut table = register(catalogue, assessment, writer.today);
    for (row, (id, one)) in assessment.nonconformities.iter().enumerate() {
        for (column, word) in lacks(one) {
            table.add(row, column, gap(writer, word, *id));
        }
    }
    writer.widen();
    writer.push(Block::Table(table));
}

/// What is missing of a nonconformity that is open, and in which column.
fn lacks(one: &Nonconformity) -> Vec<(&'static str, Word)> {
    let all = [
        (one.correction.trim().is_empty(), "action", Word::DraftGapCorrection),
        (one.cause.trim().is_empty(), "action", Word::DraftGapCause),
        (one.action.trim().is_empty(), "action", Word::DraftGapAction),
        (one.owner.trim().is_empty(), "owner", Word::DraftGapOwner),
        (one.due.is_none() && one.done.is_none(), "due", Word::DraftGapDue),
    ];
    let is_asked = one.is_open() && one.is_one();
    all.into_iter().filter(|(lacks, ..)| *lacks && is_asked).map(|(_, column, word)| (column, word)).collect()
}

/// The corrective actions, and whether each worked.
pub(super) fn actions(writer: &mut Writer<'_>, place: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    let all: Vec<_> = assessment.nonconformities.iter().filter(|(_, one)| one.is_one()).collect();
    if all.is_empty() {
        return blank(writer, place);
    }
    writer.origins_of([Origin::List(Word::RegisterTitle)]);
    let columns = [
        ("id", Word::RegisterTitle),
        ("action", Word::RegisterAction),
        ("done", Word::RegisterDone),
        ("checked", Word::RegisterChecked),
        ("state", Word::RegisterState),
    ];
    let mut table = Table::new(catalogue, "draft", catalogue.word(Word::DraftActions), columns);
    for (id, one) in all {
        let row = vec![
            Cell::stack([Cell::Words(id.to_string()), Cell::said(&one.finding)]),
            or_asked(writer, &one.action, Word::DraftGapAction, *id),
            or_open(writer, one.done.map(Cell::Date), *id, one),
            or_open(
                writer,
                one.checked.map(|day| Cell::stack([Cell::Date(day), Cell::said(&one.checked_by)])),
                *id,
                one,
            ),
            state(catalogue, State::of(one, writer.today)),
        ];
        table.rows.push(row);
    }
    writer.push(Block::Table(table));
}

/// A step of a nonconformity that was taken; of one that is closed without it, the question.
fn or_open(writer: &mut Writer<'_>, step: Option<Cell>, id: NonconformityId, one: &Nonconformity) -> Cell {
    match step {
        Some(cell) => cell,
        None if one.is_open() => Cell::Empty,
        None => gap(writer, Word::DraftGapWhen, id),
    }
}

/// The inputs of which registers say something; of the others only people do.
const RECORDED: [&str; 4] = ["9.3.2-a", "9.3.2-d1", "9.3.2-d3", "9.3.2-f"];

/// The inputs of the last management review, or of the first, with what the registers say of each and what shows it. What
/// would be said of empty registers too is nothing that is known.
pub(super) fn agenda(writer: &mut Writer<'_>, _: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    let last = assessment.management_reviews.keys().next_back().copied();
    let Some(review) = last.or_else(|| ManagementReviewId::next([0])) else { return };
    let inputs = |assessment: &Assessment| {
        let outcome = &Outcome::new(catalogue, assessment, writer.today);
        agenda::agenda(Agenda { catalogue, assessment, outcome, before: None, review })
    };
    let (inputs, nothing) = (inputs(assessment), inputs(&Assessment::default()));
    let columns = [("topic", Word::DraftTopic), ("known", Word::DraftKnownOfIt), ("evidence", Word::DraftShown)];
    let mut table = Table::new(catalogue, "draft", catalogue.word(Word::AuditsAgenda), columns);
    for (input, nothing) in inputs.into_iter().zip(nothing) {
        let item = ItemRef::from(input.requirement);
        let evidence =
            item.entry(assessment).map(|entry| entry.evidence.iter().map(Evidence::line).collect::<Vec<_>>());
        let is_recorded = RECORDED.contains(&&*item.name(catalogue)) && input.known != nothing.known;
        let known = match is_recorded {
            true => Cell::List(input.known),
            false => gap(writer, Word::DraftGapRow, item),
        };
        table.rows.push(vec![Cell::Words(input.title.to_owned()), known, Cell::list(&evidence.unwrap_or_default())]);
        writer.origins_of([Origin::Item(item)]);
    }
    writer.push(Block::Table(table));
}

/// What the last management review decided.
pub(super) fn decisions(writer: &mut Writer<'_>, place: &Place<'_>) {
    let Some((id, review)) = writer.assessment.management_reviews.iter().next_back() else {
        return blank(writer, place);
    };
    let mut table = decided(writer.catalogue, *id, review);
    if table.rows.is_empty() {
        return blank(writer, place);
    }
    writer.origins_of([Origin::List(Word::MeetingTitle)]);
    for row in 0..table.rows.len() {
        for (column, word) in [("owner", Word::DraftGapOwner), ("due", Word::DraftGapDue)] {
            if is_empty(&table, row, column) {
                table.add(row, column, gap(writer, word, *id));
            }
        }
    }
    writer.push(Block::Table(table));
}
