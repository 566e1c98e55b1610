//! What stands in a draft as a table or as a list of what was said.

use super::place::{self, Place};
use super::template::is_called_for;
use super::writer::{Write, Writer};
use super::{Origin, plan, records};
use crate::assessment::{ControlEntry, DocumentStatus, Evidence, Item, Level, Scale};
use crate::catalogue::{ControlId, ItemRef, Word};
use crate::report;
use crate::report::model::{Block, Cell, Column, Table, Tone};
use crate::scoring::Stage;
use std::collections::BTreeMap;

/// The blocks by the names that the content has for them.
pub(super) fn block(name: &str) -> Option<Write> {
    Some(match name {
        "notes" => notes,
        "state" => state,
        "blank" => blank,
        "risks" => register,
        "scales" => scales,
        "treatment" => plan::treatment,
        "tasks" => plan::tasks,
        "statement" => statement,
        "documents" => documents_register,
        "owners" => owners,
        "providers" => providers,
        "audits" => records::audits,
        "audited" => records::audited,
        "nonconformities" => records::nonconformities,
        "actions" => records::actions,
        "agenda" => records::agenda,
        "decisions" => records::decisions,
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
pub(super) fn ask(writer: &mut Writer<'_>, place: &Place<'_>, about: Vec<Origin>) {
    if let Some(gap) = place.gap {
        let gap = writer.gap(gap, about);
        writer.push(Block::Text(gap));
    }
}

/// A gap in a cell.
pub(super) fn gap(writer: &mut Writer<'_>, word: Word, about: impl Into<ItemRef>) -> Cell {
    let text = writer.catalogue.word(word);
    Cell::Mark(Tone::Poor, writer.gap(text, vec![Origin::Item(about.into())]))
}

/// What a person noted about items, a point each. A note is no rule: each says what it was noted on. Where it would be
/// asked for and only a piece of evidence is named, the question stays, with where the answer is said to be.
fn notes(writer: &mut Writer<'_>, place: &Place<'_>) {
    let items = items(writer, place);
    let noted = said_of(writer, &items, Word::DraftNoted, |entry| vec![entry.note.trim().to_owned()]);
    if !noted.is_empty() {
        return writer.push_list(noted);
    }
    ask(writer, place, origins(&items));
    if place.gap.is_some() {
        let line = |entry: &Item| entry.evidence.iter().map(Evidence::line).collect();
        let shown = said_of(writer, &items, Word::DraftShownBy, line);
        writer.push_list(shown);
    }
}

/// What something says about items, each thing once, in a sentence that names the items by their place in the standard.
fn said_of(writer: &mut Writer<'_>, items: &[ItemRef], word: Word, of: fn(&Item) -> Vec<String>) -> Vec<String> {
    let (catalogue, mut said, mut lines) = (writer.catalogue, Vec::<String>::new(), Vec::new());
    for item in items {
        let texts = item.entry(writer.assessment).map(of).unwrap_or_default();
        for text in texts.into_iter().filter(|text| !text.is_empty()) {
            writer.origins_of([Origin::Item(*item)]);
            if !said.contains(&text) {
                let id = match item {
                    ItemRef::Requirement(id) => catalogue.subclause_of(*id).id.to_owned(),
                    item => item.name(catalogue).into_owned(),
                };
                lines.push(catalogue.say(word, &[("id", &id), ("text", &text)]));
                said.push(text);
            }
        }
    }
    lines
}

/// Whether items are in place, and what shows it. Controls that are excluded are left out.
fn state(writer: &mut Writer<'_>, place: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    let columns = [
        ("title", Word::DraftPoint),
        ("implemented", Word::ReportIsImplemented),
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
        let evidence = entry.evidence.iter().map(Evidence::line).collect::<Vec<_>>();
        table.rows.push(vec![
            Cell::Words(title),
            in_place(writer, item, entry.level),
            Cell::said(&entry.note),
            Cell::list(&evidence),
            Cell::stack([Cell::said(&entry.owner), Cell::date(entry.due)]),
        ]);
    }
    if !table.rows.is_empty() {
        writer.push(Block::Table(table));
    }
}

/// Whether something is in place, as the Statement of Applicability says it, or the question.
fn in_place(writer: &mut Writer<'_>, item: ItemRef, level: Option<Level>) -> Cell {
    let (catalogue, about) = (writer.catalogue, vec![Origin::Item(item)]);
    let target = match item {
        ItemRef::Requirement(id) => catalogue.requirement(id).target(Stage::Two, catalogue),
        _ => Level::Operating,
    };
    let is_control = matches!(item, ItemRef::Control(_));
    let question = match level {
        _ if is_control && place::holds(writer.assessment, item).is_none() => place::question(catalogue, item),
        None => catalogue.word(Word::DraftGapState).to_owned(),
        level => {
            writer.origins_of(about);
            return report::in_place(catalogue, level, target);
        }
    };
    Cell::Mark(Tone::Poor, writer.gap(&question, about))
}

/// A table with headings of the content's own, to be filled in by hand.
pub(super) fn blank(writer: &mut Writer<'_>, place: &Place<'_>) {
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
    let mut table = report::risks(writer.catalogue, writer.assessment);
    for (row, id) in writer.assessment.risks.keys().enumerate() {
        let asked =
            [("owner", Word::DraftGapOwner), ("likelihood", Word::DraftGapRating), ("impact", Word::DraftGapRating)];
        for (column, word) in asked {
            if is_empty(&table, row, column) {
                table.add(row, column, gap(writer, word, *id));
            }
        }
    }
    writer.widen();
    writer.push(Block::Table(table));
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

/// Whether a cell of a table says nothing.
pub(super) fn is_empty(table: &Table, row: usize, column: &str) -> bool {
    table.position(column).is_some_and(|at| table.rows[row][at] == Cell::Empty)
}

/// The Statement of Applicability, with what it lacks where it is missing.
fn statement(writer: &mut Writer<'_>, _: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    writer.origins_of([Origin::List(Word::ReportControls)]);
    let mut table = report::statement_by_theme(catalogue, assessment);
    ["evidence", "note", "due"].into_iter().for_each(|column| table.drop_column(column));
    let own = assessment.custom_controls.keys().map(|id| ControlId::Custom(*id));
    for (row, id) in catalogue.control_ids().chain(own).enumerate() {
        let (item, none) = (ItemRef::from(id), ControlEntry::default());
        let entry = assessment.controls.get(&id).unwrap_or(&none);
        if place::holds(assessment, item).is_none() {
            let question = place::question(catalogue, item);
            let question = writer.gap(&question, vec![Origin::Item(item)]);
            table.add(row, "decision", Cell::Mark(Tone::Poor, question));
            continue;
        }
        let (applies, item_entry) = (entry.decision.is_applicable(), &entry.item);
        let lacks = [
            (!entry.is_justified(), "reasons", Word::DraftGapReason),
            (applies && item_entry.level.is_none(), "implemented", Word::DraftGapState),
            (applies && item_entry.owner.trim().is_empty(), "owner", Word::DraftGapOwner),
        ];
        for (_, column, word) in lacks.into_iter().filter(|(lacks, ..)| *lacks) {
            table.add(row, column, gap(writer, word, item));
        }
    }
    writer.widen();
    writer.push(Block::Table(table));
}

/// The documents that are there or asked for, and behind them the rules that controls call for, whose state nobody said.
fn documents_register(writer: &mut Writer<'_>, _: &Place<'_>) {
    let (catalogue, assessment) = (writer.catalogue, writer.assessment);
    writer.origins_of([Origin::List(Word::ReportDocuments)]);
    let mut table = report::documents(catalogue, assessment);
    let is_there = |id| {
        let missing = matches!(assessment.document_status(id), None | Some(DocumentStatus::Missing));
        !missing || assessment.needs(catalogue.document(id).mandatory)
    };
    let rows = std::mem::take(&mut table.rows);
    for (id, row) in catalogue.document_ids().zip(rows).filter(|(id, _)| is_there(*id)) {
        table.rows.push(row);
        let row = table.rows.len() - 1;
        if is_empty(&table, row, "owner") {
            table.add(row, "owner", gap(writer, Word::DraftGapOwner, id));
        }
    }
    for rule in catalogue.rules.iter().filter(|it| is_called_for(assessment, it.control_ids(catalogue))) {
        let state = writer.gap(catalogue.word(Word::DraftGapRule), vec![]);
        let owner = rule.control_ids(catalogue).find_map(|id| ItemRef::from(id).owner(assessment));
        let owner = match (owner, rule.control_ids(catalogue).next()) {
            (None, Some(first)) => gap(writer, Word::DraftGapOwner, first),
            (owner, _) => Cell::said(owner.unwrap_or_default()),
        };
        let cells = [
            ("name", Cell::Words(rule.title.to_owned())),
            ("place", Cell::Words(rule.controls.replace(' ', ", "))),
            ("status", Cell::Mark(Tone::Plain, state)),
            ("owner", owner),
        ];
        table.rows.push(vec![Cell::Empty; table.columns.len()]);
        let row = table.rows.len() - 1;
        cells.into_iter().for_each(|(column, cell)| table.add(row, column, cell));
    }
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
