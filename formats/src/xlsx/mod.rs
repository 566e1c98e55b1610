//! A workbook for a spreadsheet: what can be filtered, sorted and counted, a sheet for each subject.

mod choices;
pub(crate) mod mark;
mod sheet;
mod style;
mod summary;
mod text;

use crate::{Error, Source};
use readiness::catalogue::Word;
use readiness::extract::Portion;
use readiness::report::model::{Block, Cell, Column, Table};
use readiness::report::{self, VERSION};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
pub(crate) use text::{LONGEST, plain};

pub(crate) fn workbook(source: &Source<'_>) -> Result<Vec<u8>, Error> {
    write(source).map_err(|error| Error::Refused { format: "xlsx", reason: error.to_string() })
}

fn write(source: &Source<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The day of the report, so that the same assessment makes the same bytes.
    let day = ExcelDateTime::parse_from_str(&source.report.today.to_string())?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(plain(&source.report.title()))
            .set_author(plain(&source.report.organisation))
            .set_comment(format!("Stage Zero {VERSION}"))
            .set_creation_datetime(&day),
    );
    summary::write(source, workbook.add_worksheet())?;
    for (name, table) in tables_of(source) {
        let Some(table) = table.filter(|table| !table.rows.is_empty()) else { continue };
        sheet::write(source, source.catalogue.word(name), &table, workbook.add_worksheet())?;
    }
    workbook.save_to_buffer()
}

/// A list of requests with what there is on each.
pub(crate) fn requests(source: &Source<'_>, table: &Table) -> Result<Vec<u8>, Error> {
    let write = || {
        let mut workbook = Workbook::new();
        let day = ExcelDateTime::parse_from_str(&source.report.today.to_string())?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
        sheet::write(source, source.catalogue.word(Word::RequestsSheet), table, workbook.add_worksheet())?;
        workbook.save_to_buffer()
    };
    write().map_err(|error: XlsxError| Error::Refused { format: "xlsx", reason: error.to_string() })
}

/// The tables of its sheets, with what each sheet is called.
pub(crate) fn tables_of(source: &Source<'_>) -> [(Word, Option<Table>); 12] {
    let (catalogue, assessment) = (source.catalogue, source.assessment);
    // What an extract leaves out is no list of open questions.
    let has = |portion| !source.report.left_out.contains(portion);
    [
        (Word::ReportContradictions, tables(source, "contradictions").next().cloned()),
        (Word::ReportPoints, tables(source, "points").next().cloned()),
        (Word::FilesSheetSoa, has(Portion::Controls).then(|| report::soa(catalogue, assessment))),
        (Word::FilesSheetRequirements, has(Portion::Answers).then(|| report::answers(catalogue, assessment))),
        (Word::FilesSheetDocuments, tables(source, "documents").next().cloned()),
        (Word::FilesSheetRisks, has(Portion::Risks).then(|| report::risks(catalogue, assessment))),
        (Word::RegisterTitle, tables(source, "register").next().cloned()),
        (Word::EvidenceFiles, tables(source, "evidence").next().cloned()),
        (Word::FilesSheetFindings, findings(source)),
        (Word::FilesSheetPlan, crate::plan(source)),
        (Word::ReportQuote, quote(source)),
        (Word::FilesSheetNotes, has(Portion::Answers).then(|| report::notes(catalogue, assessment))),
    ]
}

/// The tables of a kind that the report has.
fn tables<'a>(source: &'a Source<'_>, kind: &'a str) -> impl Iterator<Item = &'a Table> {
    let blocks = source.report.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(move |block| match block {
        Block::Table(table) if table.kind == kind => Some(table),
        _ => None,
    })
}

/// The quote brief, with the audit time to start from as its last row.
fn quote(source: &Source<'_>) -> Option<Table> {
    let section = source.report.sections.iter().find(|section| section.id == "quote")?;
    let mut quote = tables(source, "quote").next()?.clone();
    for pair in section.blocks.windows(2) {
        if let [Block::Heading(name), Block::Text(text)] = pair {
            quote.rows.push(vec![Cell::Words(name.clone()), Cell::Words(text.clone())]);
        }
    }
    Some(quote)
}

/// The findings of all grades as one table, with a column for the grade.
fn findings(source: &Source<'_>) -> Option<Table> {
    let mut all: Option<Table> = None;
    for (table, grade) in tables(source, "findings").zip(grades(source)) {
        let all = all.get_or_insert_with(|| {
            let mut first = Table { rows: vec![], ..table.clone() };
            let heading = source.catalogue.word(Word::FilesGrade).to_owned();
            first.columns.insert(1, Column { name: "grade", heading });
            first
        });
        all.rows.extend(table.rows.iter().map(|row| {
            let mut row = row.clone();
            row.insert(1, Cell::Words(grade.clone()));
            row
        }));
    }
    all
}

/// The grades of which the report has findings, in its order.
fn grades(source: &Source<'_>) -> impl Iterator<Item = String> {
    let grades = readiness::findings::Grade::ALL.into_iter();
    grades
        .filter(|grade| source.outcome.graded(*grade).next().is_some())
        .map(|grade| grade.label(source.catalogue).to_owned())
}
