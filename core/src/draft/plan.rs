//! The risk treatment plan in a draft: what is done about each risk, and what else is still to do.

use super::Origin;
use super::place::{self, Place};
use super::table::{ask, gap};
use super::writer::Writer;
use crate::assessment::{ControlEntry, Level, Treatment};
use crate::catalogue::{ControlId, ItemRef, Word};
use crate::report;
use crate::report::model::{Block, Cell, Table};
use crate::treatment::linked_controls;

/// What is done about each risk, by which controls, and what of them is still to do.
pub(super) fn treatment(writer: &mut Writer<'_>, place: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    let lists = [Origin::List(Word::ReportRisks), Origin::List(Word::ReportControls)];
    if assessment.risks.is_empty() {
        return ask(writer, place, lists[..1].to_vec());
    }
    writer.origins_of(lists);
    let columns = [
        ("title", Word::ReportRisk),
        ("treatment", Word::ReportTreatment),
        ("controls", Word::ReportControls),
        ("todo", Word::DraftToDo),
        ("owner", Word::ReportRiskOwner),
        ("accepted", Word::ReportAccepted),
    ];
    let mut table = Table::new(catalogue, "draft", catalogue.word(Word::DraftTreatment), columns);
    for (id, risk) in &assessment.risks {
        let treatment = match risk.treatment {
            Some(treatment) => Cell::Words(treatment.label(catalogue).to_owned()),
            None => gap(writer, Word::DraftGapTreatment, *id),
        };
        let owner = match risk.owner.trim() {
            "" => gap(writer, Word::DraftGapOwner, *id),
            owner => Cell::said(owner),
        };
        let accepted = match (risk.is_accepted(), risk.accepted.date) {
            (true, Some(day)) => Cell::stack([Cell::Date(day), Cell::said(&risk.accepted.by)]),
            (true, None) => Cell::Words(catalogue.word(Word::ReportYes).to_owned()),
            _ if !risk.awaits_acceptance() => Cell::Empty,
            (false, _) => gap(writer, Word::DraftGapAccepted, *id),
        };
        let controls = linked_controls(assessment, *id);
        let names = controls.iter().map(|control| control.name(catalogue)).collect::<Vec<_>>();
        let names = match names.is_empty() {
            false => Cell::Words(names.join(", ")),
            true if risk.treatment == Some(Treatment::Modify) => gap(writer, Word::DraftGapControls, *id),
            true => Cell::Empty,
        };
        let mut todo = Vec::new();
        for control in controls {
            if place::holds(assessment, control.into()).is_none() {
                let question = place::question(catalogue, control.into());
                todo.push(writer.gap(&question, vec![Origin::Item(control.into())]));
            } else if let Some(entry) = to_do(writer, control) {
                let cells = [by(writer, control, entry), until(writer, control, entry)];
                let [owner, due] = cells.map(|cell| cell.plain(catalogue, ""));
                todo.push(format!("{}: {owner}, {due}", name(writer, control)));
            }
        }
        let title = ItemRef::from(*id).title(catalogue, assessment);
        table.rows.push(vec![
            Cell::Said(format!("{id} {title}")),
            treatment,
            names,
            Cell::list(&todo),
            owner,
            accepted,
        ]);
    }
    writer.widen();
    writer.push(Block::Table(table));
}

/// A control that applies and is not in place, as far as anybody said.
fn to_do<'a>(writer: &Writer<'a>, id: ControlId) -> Option<&'a ControlEntry> {
    let entry = writer.assessment.controls.get(&id)?;
    let is_open = entry.item.level.is_none_or(|level| level < Level::Operating);
    (entry.decision.is_applicable() && is_open).then_some(entry)
}

fn name(writer: &Writer<'_>, id: ControlId) -> String {
    format!("{} {}", id.name(writer.catalogue), ItemRef::from(id).title(writer.catalogue, writer.assessment))
}

/// Who sees to a control, or the question.
fn by(writer: &mut Writer<'_>, id: ControlId, entry: &ControlEntry) -> Cell {
    match entry.item.owner.trim() {
        "" => gap(writer, Word::DraftGapOwner, id),
        owner => Cell::said(owner),
    }
}

/// Until when a control is to be in place, or the question.
fn until(writer: &mut Writer<'_>, id: ControlId, entry: &ControlEntry) -> Cell {
    entry.item.due.map_or_else(|| gap(writer, Word::DraftGapDue, id), Cell::Date)
}

/// What is to do beside the risks' own controls: controls that no risk asks for, and tasks of the organisation's own;
/// nothing where there are none.
pub(super) fn tasks(writer: &mut Writer<'_>, _: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    let columns = [
        ("title", Word::ReportControl),
        ("reasons", Word::ReportReasons),
        ("owner", Word::ReportOwner),
        ("due", Word::PlanColumnDue),
    ];
    let mut others = Table::new(catalogue, "draft", catalogue.word(Word::DraftOtherControls), columns);
    for id in assessment.controls.keys().copied().filter(|id| assessment.risks_of(*id).next().is_none()) {
        let Some(entry) = to_do(writer, id) else { continue };
        let reasons: Vec<_> = entry.decision.reasons().iter().map(|reason| reason.label(catalogue)).collect();
        let reasons = if reasons.is_empty() { Cell::Empty } else { Cell::Words(reasons.join(", ")) };
        let missing = if entry.is_justified() { Cell::Empty } else { gap(writer, Word::DraftGapReason, id) };
        let row = vec![
            Cell::Words(name(writer, id)),
            Cell::stack([reasons, Cell::said(entry.decision.justification()), missing]),
            by(writer, id, entry),
            until(writer, id, entry),
        ];
        others.rows.push(row);
    }
    let own = assessment.plan.tasks.iter();
    let own = report::audits::tasks(catalogue, "draft", catalogue.word(Word::PlanOwnTasks), own);
    for (table, list) in [(others, Word::ReportControls), (own, Word::PlanOwnTasks)] {
        if !table.rows.is_empty() {
            writer.origins_of([Origin::List(list)]);
            writer.push(Block::Table(table));
        }
    }
}
