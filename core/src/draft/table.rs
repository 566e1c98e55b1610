//! What stands in a draft as a table or as a list of what was said.

use super::Origin;
use super::place::{self, Place};
use super::writer::{Write, Writer};
use crate::assessment::{Assessment, DocumentStatus, Evidence, Item, Level, Scale};
use crate::catalogue::{Catalogue, ControlId, ItemRef, Word};
use crate::figures;
use crate::report;
use crate::report::model::{Block, Cell, Column, Table, Tone};
use crate::scoring::Stage;
use crate::treatment::linked_controls;
use std::collections::BTreeMap;

/// The blocks by the names that the content has for them.
pub(super) fn block(name: &str) -> Option<Write> {
    Some(match name {
        "notes" => notes,
        "state" => state,
        "blank" => blank,
        "risks" => register,
        "scales" => scales,
        "treatment" => treatment,
        "statement" => statement,
        "documents" => documents_register,
        "owners" => owners,
        "providers" => providers,
        "tasks" => tasks,
        _ => return None,
    })
}

fn items(writer: &Writer<'_>, place: &Place<'_>) -> Vec<ItemRef> {
    place.ids.iter().filter_map(|id| place::item(writer.catalogue, id)).collect()
}

fn origins(items: &[ItemRef]) -> Vec<Origin> {
    items.iter().map(|item| Origin::Item(*item)).collect()
}

/// Asks for what a block would be filled with.
fn ask(writer: &mut Writer<'_>, place: &Place<'_>, about: Vec<Origin>) {
    if let Some(gap) = place.gap {
        let gap = writer.gap(gap, about);
        writer.push(Block::Text(gap));
    }
}

/// What a person noted about items, a point each; where it would be asked for, what shows it will do.
fn notes(writer: &mut Writer<'_>, place: &Place<'_>) {
    let items = items(writer, place);
    let noted = said_of(writer, &items, |entry| vec![entry.note.trim().to_owned()]);
    let points = match noted.is_empty() && place.gap.is_some() {
        true => said_of(writer, &items, |entry| entry.evidence.iter().map(Evidence::line).collect()),
        false => noted,
    };
    match points.is_empty() {
        true => ask(writer, place, origins(&items)),
        false => writer.push(Block::List(points)),
    }
}

/// What something says about items: each thing once.
fn said_of(writer: &mut Writer<'_>, items: &[ItemRef], of: fn(&Item) -> Vec<String>) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for item in items {
        let texts = item.entry(writer.assessment).map(of).unwrap_or_default();
        let new: Vec<_> = texts.into_iter().filter(|text| !text.is_empty() && !said.contains(text)).collect();
        if !new.is_empty() {
            writer.origins_of([Origin::Item(*item)]);
            said.extend(new);
        }
    }
    said
}

/// How far items are, and what shows it. Controls that are excluded are left out.
fn state(writer: &mut Writer<'_>, place: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    let columns = [
        ("title", Word::DraftPoint),
        ("note", Word::DraftSaid),
        ("evidence", Word::DraftShown),
        ("owner", Word::ReportOwnerAndDue),
    ];
    let mut table = Table::new(catalogue, "draft", catalogue.word(Word::DraftState), columns);
    for item in items(writer, place) {
        if place::holds(assessment, item) == Some(false) {
            writer.origins_of([Origin::Item(item)]);
            continue;
        }
        let none = Item::default();
        let entry = item.entry(assessment).unwrap_or(&none);
        let title = match item {
            ItemRef::Control(id) => format!("{} {}", id.name(catalogue), item.title(catalogue, assessment)),
            item => item.title(catalogue, assessment).to_owned(),
        };
        let said = said(writer, item, entry);
        let evidence = entry.evidence.iter().map(Evidence::line).collect::<Vec<_>>();
        table.rows.push(vec![
            Cell::Words(title),
            said,
            Cell::list(&evidence),
            Cell::stack([Cell::said(&entry.owner), Cell::date(entry.due)]),
        ]);
    }
    if !table.rows.is_empty() {
        writer.push(Block::Table(table));
    }
}

fn said(writer: &mut Writer<'_>, item: ItemRef, entry: &Item) -> Cell {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    let (target, words) = match item {
        ItemRef::Requirement(id) => (catalogue.requirement(id).target(Stage::Two, catalogue), &*entry.note),
        ItemRef::Control(id) => {
            let words =
                if entry.note.trim().is_empty() { assessment.decision(id).justification() } else { &entry.note };
            (Level::Operating, words)
        }
        _ => (Level::Defined, &*entry.note),
    };
    let is_control = matches!(item, ItemRef::Control(_));
    let open = is_control && place::holds(assessment, item).is_none();
    let state = match entry.level {
        _ if open => {
            let question = place::question(catalogue, item);
            Cell::Mark(Tone::Poor, writer.gap(&question, vec![Origin::Item(item)]))
        }
        None => Cell::Mark(Tone::Poor, writer.gap(catalogue.word(Word::DraftGapState), vec![Origin::Item(item)])),
        Some(level) if level < target => Cell::Mark(Tone::Fair, catalogue.word(Word::DraftNotYet).to_owned()),
        Some(_) if words.trim().is_empty() => Cell::Words(catalogue.word(Word::DraftInPlace).to_owned()),
        Some(_) => Cell::Empty,
    };
    if entry.level.is_some() {
        writer.origins_of([Origin::Item(item)]);
    }
    Cell::stack([state, Cell::said(words)])
}

/// A table with headings of the content's own, to be filled in by hand.
fn blank(writer: &mut Writer<'_>, place: &Place<'_>) {
    const NAMES: [&str; 6] = ["one", "two", "three", "four", "five", "six"];
    let headings = place.gap.unwrap_or_default().split("; ");
    let columns = NAMES.into_iter().zip(headings).map(|(name, heading)| Column { name, heading: heading.to_owned() });
    let mut table = Table::new(writer.catalogue, "draft", writer.catalogue.word(Word::DraftBlank), []);
    table.columns = columns.collect();
    let rows = place.ids.first().and_then(|rows| rows.parse().ok()).unwrap_or(1);
    let text = writer.catalogue.word(Word::DraftGapRow);
    let gap = writer.gap(text, vec![]);
    table.rows = vec![vec![Cell::Words(gap); table.columns.len()]; rows];
    writer.push(Block::Table(table));
}

fn register(writer: &mut Writer<'_>, place: &Place<'_>) {
    let list = Origin::List(Word::ReportRisks);
    if writer.assessment.risks.is_empty() {
        return ask(writer, place, vec![list]);
    }
    writer.origins_of([list]);
    writer.widen();
    writer.push(Block::Table(report::risks(writer.catalogue, writer.assessment)));
}

/// What the steps of the risk scales mean.
fn scales(writer: &mut Writer<'_>, place: &Place<'_>) {
    let (catalogue, scales) = (writer.catalogue, &writer.assessment.profile.risk_scales);
    let about = vec![Origin::Field(Word::ReportLikelihood), Origin::Field(Word::ReportImpact)];
    let columns = [("step", Word::DraftStep), ("likelihood", Word::ReportLikelihood), ("impact", Word::ReportImpact)];
    let mut table = Table::new(catalogue, "draft", catalogue.word(Word::DraftScales), columns);
    let usual = [Word::RiskStep1, Word::RiskStep2, Word::RiskStep3, Word::RiskStep4, Word::RiskStep5];
    for (step, word) in Scale::STEPS.zip(usual) {
        let name = |scale| match scales.name(scale, step) {
            Some(name) => Cell::said(name),
            None => Cell::Words(catalogue.word(word).to_owned()),
        };
        let row = vec![Cell::Number(usize::from(step)), name(Scale::Likelihood), name(Scale::Impact)];
        table.rows.push(row);
    }
    writer.push(Block::Table(table));
    match scales.is_empty() {
        true => ask(writer, place, about),
        false => writer.origins_of(about),
    }
}

/// What is done about each risk, by which controls, and what of them is still to do.
fn treatment(writer: &mut Writer<'_>, place: &Place<'_>) {
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
        let about = || vec![Origin::Item(ItemRef::from(*id))];
        let treatment = match risk.treatment {
            Some(treatment) => Cell::Words(treatment.label(catalogue).to_owned()),
            None => Cell::Mark(Tone::Poor, writer.gap(catalogue.word(Word::DraftGapTreatment), about())),
        };
        let owner = match risk.owner.trim() {
            "" => Cell::Mark(Tone::Poor, writer.gap(catalogue.word(Word::DraftGapOwner), about())),
            owner => Cell::said(owner),
        };
        let accepted = match (risk.is_accepted(), risk.accepted.date) {
            (true, Some(day)) => Cell::stack([Cell::Date(day), Cell::said(&risk.accepted.by)]),
            (true, None) => Cell::Words(catalogue.word(Word::ReportYes).to_owned()),
            (false, _) => Cell::Mark(Tone::Poor, writer.gap(catalogue.word(Word::DraftGapAccepted), about())),
        };
        let controls = linked_controls(assessment, *id);
        let names = controls.iter().map(|control| control.name(catalogue)).collect::<Vec<_>>();
        let todo: Vec<_> = controls.iter().filter_map(|control| to_do(catalogue, assessment, *control)).collect();
        let title = ItemRef::from(*id).title(catalogue, assessment);
        table.rows.push(vec![
            Cell::Said(format!("{id} {title}")),
            treatment,
            if names.is_empty() { Cell::Empty } else { Cell::Words(names.join(", ")) },
            Cell::list(&todo),
            owner,
            accepted,
        ]);
    }
    writer.widen();
    writer.push(Block::Table(table));
}

/// A control that applies and is not in place: its name, who sees to it, and until when.
fn to_do(catalogue: &Catalogue, assessment: &Assessment, id: ControlId) -> Option<String> {
    let entry = assessment.controls.get(&id)?;
    let todo = entry.decision.is_applicable() && entry.item.level.is_none_or(|level| level < Level::Operating);
    let due = entry.item.due.map(|due| figures::short_date(catalogue, due)).unwrap_or_default();
    let name = format!("{} {}", id.name(catalogue), ItemRef::from(id).title(catalogue, assessment));
    let parts = [name, entry.item.owner.trim().to_owned(), due];
    todo.then(|| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
}

fn statement(writer: &mut Writer<'_>, _: &Place<'_>) {
    writer.origins_of([Origin::List(Word::ReportControls)]);
    let mut table = report::statement_by_theme(writer.catalogue, writer.assessment);
    ["evidence", "note", "due"].into_iter().for_each(|column| table.drop_column(column));
    for id in writer.catalogue.control_ids() {
        let item = ItemRef::from(id);
        let entry = writer.assessment.controls.get(&id);
        if place::holds(writer.assessment, item).is_none() {
            let question = place::question(writer.catalogue, item);
            writer.gap(&question, vec![Origin::Item(item)]);
        } else if entry.is_some_and(|entry| !entry.is_justified()) {
            let text = writer.catalogue.word(Word::DraftGapReason);
            writer.gap(text, vec![Origin::Item(item)]);
        }
    }
    writer.widen();
    writer.push(Block::Table(table));
}

fn documents_register(writer: &mut Writer<'_>, _: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    writer.origins_of([Origin::List(Word::ReportDocuments)]);
    let mut table = report::documents(catalogue, assessment);
    let is_there = |id| {
        let missing = matches!(assessment.document_status(id), None | Some(DocumentStatus::Missing));
        !missing || assessment.needs(catalogue.document(id).mandatory)
    };
    let rows = std::mem::take(&mut table.rows);
    table.rows = catalogue.document_ids().zip(rows).filter(|(id, _)| is_there(*id)).map(|(_, row)| row).collect();
    writer.push(Block::Table(table));
}

/// Everybody who looks after something, with what that is.
fn owners(writer: &mut Writer<'_>, place: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    let requirements = catalogue.requirement_ids().map(ItemRef::from);
    let documents = catalogue.document_ids().map(ItemRef::from);
    let controls = assessment.controls.keys().map(|id| ItemRef::from(*id));
    let risks = assessment.risks.keys().map(|id| ItemRef::from(*id));
    let mut owned: BTreeMap<&str, [Vec<String>; 4]> = BTreeMap::new();
    for item in requirements.chain(documents).chain(controls).chain(risks) {
        let (at, name) = match item {
            ItemRef::Requirement(id) => (0, catalogue.subclause_of(id).id.to_owned()),
            ItemRef::Document(id) => (1, catalogue.document(id).name.to_owned()),
            ItemRef::Control(_) => (2, item.name(catalogue).into_owned()),
            _ => (3, item.name(catalogue).into_owned()),
        };
        if let Some(owner) = item.owner(assessment) {
            let names = &mut owned.entry(owner).or_default()[at];
            if names.last() != Some(&name) {
                names.push(name);
            }
        }
    }
    if owned.is_empty() {
        return ask(writer, place, vec![Origin::Field(Word::ReportOwner)]);
    }
    writer.origins_of([Origin::Field(Word::ReportOwner)]);
    let columns = [("person", Word::DraftPerson), ("owns", Word::DraftOwns)];
    let mut table = Table::new(catalogue, "draft", catalogue.word(Word::DraftPeople), columns);
    let words = [Word::DraftOwnsClauses, Word::DraftOwnsDocuments, Word::DraftOwnsControls, Word::DraftOwnsRisks];
    for (person, lists) in owned {
        let named = words.into_iter().zip(lists).filter(|(_, names)| !names.is_empty());
        let lines: Vec<_> = named.map(|(word, names)| catalogue.tell(word, [("names", names.join(", "))])).collect();
        table.rows.push(vec![Cell::said(person), Cell::list(&lines)]);
    }
    writer.push(Block::Table(table));
}

/// Who else runs controls.
fn providers(writer: &mut Writer<'_>, place: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    let mut run: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (id, entry) in &assessment.controls {
        match entry.run_by.name.trim() {
            "" => {}
            name => run.entry(name).or_default().push(id.name(catalogue)),
        }
    }
    if run.is_empty() {
        return ask(writer, place, vec![Origin::Field(Word::ReportRunBy)]);
    }
    writer.origins_of([Origin::Field(Word::ReportRunBy)]);
    let columns = [("person", Word::ReportRunBy), ("controls", Word::ReportControls)];
    let mut table = Table::new(catalogue, "draft", catalogue.word(Word::DraftProviders), columns);
    table.rows.extend(run.into_iter().map(|(name, ids)| vec![Cell::said(name), Cell::Words(ids.join(", "))]));
    writer.push(Block::Table(table));
}

/// Tasks of the organisation's own; nothing where there are none.
fn tasks(writer: &mut Writer<'_>, _: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    let columns = [
        ("title", Word::PlanColumnWhat),
        ("owner", Word::ReportOwner),
        ("due", Word::PlanColumnDue),
        ("done", Word::PlanDone),
    ];
    let mut table = Table::new(catalogue, "draft", catalogue.word(Word::PlanOwnTasks), columns);
    table.rows.extend(assessment.plan.tasks.iter().map(|task| {
        vec![Cell::said(&task.what), Cell::said(&task.owner), Cell::date(task.due), Cell::date(task.done)]
    }));
    if !table.rows.is_empty() {
        writer.origins_of([Origin::List(Word::PlanOwnTasks)]);
        writer.push(Block::Table(table));
    }
}
