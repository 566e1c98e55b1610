//! The first sheet: whose report it is, the verdicts, and readiness by clause and sub-clause as figures.

use super::text::plain;
use super::{sheet, style};
use crate::Source;
use readiness::catalogue::Word;
use readiness::report::model::{Block, Cell, Table};
use rust_xlsxwriter::{ConditionalFormatDataBar, ConditionalFormatType, Worksheet, XlsxError};

const LAST: u16 = 5;

pub(super) fn write(source: &Source<'_>, to: &mut Worksheet) -> Result<(), XlsxError> {
    let word = |word| source.catalogue.word(word);
    to.set_name(word(Word::FilesSheetReadiness))?;
    to.set_column_width(0, 44)?;
    to.set_column_range_width(1, LAST, 17)?;
    sheet::text(source, to, (0, 0), &source.report.title(), &style::title())?;
    to.set_row_height(0, 28)?;
    let subtitle = format!("{} {}", source.report.heading(), source.report.subheading());
    sheet::text(source, to, (1, 0), &subtitle, &style::subtitle())?;
    let mut row = note(to, 2, source.report.caveat())?;
    row = note(to, row, word(Word::FilesFigures))? + 1;
    row = facts(source, to, row, &source.report.cover)? + 1;
    let blocks = |id| source.report.sections.iter().filter(move |it| it.id == id).flat_map(|it| &it.blocks);
    for block in blocks("summary") {
        match block {
            // Contradictions come first: until they are resolved, no figure can be relied on.
            Block::Text(text) => row = note(to, row, text)? + 1,
            Block::Facts(rows) => row = facts(source, to, row, rows)? + 1,
            _ => {}
        }
    }
    let scope = blocks("organisation").find_map(|block| match block {
        Block::Said(scope) => Some(Cell::Said(scope.clone())),
        _ => None,
    });
    row = facts(source, to, row, &[(word(Word::ReportScope).to_owned(), scope.unwrap_or(Cell::Empty))])? + 1;
    for table in super::tables(source, "readiness") {
        row = figures(source, to, row, table)? + 1;
    }
    sheet::print(source, to)
}

/// A remark over the whole width, in two lines.
fn note(to: &mut Worksheet, row: u32, text: &str) -> Result<u32, XlsxError> {
    to.merge_range(row, 0, row, LAST, &plain(text), &style::quiet())?;
    to.set_row_height(row, 28)?;
    Ok(row + 1)
}

/// Names and what there is to say, a row each; gives the row after them.
fn facts(source: &Source<'_>, to: &mut Worksheet, mut row: u32, rows: &[(String, Cell)]) -> Result<u32, XlsxError> {
    for (name, value) in rows {
        sheet::text(source, to, (row, 0), name, &style::strong())?;
        match value {
            // A figure stays a figure; words may need the whole width.
            Cell::Number(_) | Cell::Date(_) | Cell::Share(_) => {
                sheet::cell(source, to, (row, 1), value)?;
                to.set_cell_format(row, 1, &style::left(source.catalogue, value))?;
            }
            Cell::Empty => to
                .merge_range(row, 1, row, LAST, source.catalogue.word(Word::ReportNotGiven), &style::quiet())
                .map(drop)?,
            value => {
                let text = plain(&value.plain(source.catalogue, "\n"));
                to.set_row_height(row, style::height(style::lines(&text, 17.0 * f64::from(LAST))))?;
                to.merge_range(row, 1, row, LAST, &text, &style::body()).map(drop)?;
            }
        }
        row += 1;
    }
    Ok(row)
}

/// Readiness as figures, two columns for each stage: what is met at least, and at most.
fn figures(source: &Source<'_>, to: &mut Worksheet, row: u32, table: &Table) -> Result<u32, XlsxError> {
    sheet::text(source, to, (row, 0), &table.caption, &style::subtitle())?;
    let mut column = 0;
    for heading in &table.columns {
        let headings = match heading.name {
            "stage-one" | "stage-two" => [Word::FilesAtLeast, Word::FilesAtMost]
                .map(|word| source.catalogue.say(word, &[("stage", &heading.heading)]))
                .to_vec(),
            _ => vec![heading.heading.clone()],
        };
        for heading in headings {
            sheet::text(source, to, (row + 1, column), &heading, &style::heading())?;
            column += 1;
        }
    }
    let mut at = row + 2;
    for cells in &table.rows {
        let mut column = 0;
        for value in cells {
            let values = match value {
                Cell::Interval(interval) => [interval.low, interval.high].map(Cell::Share).to_vec(),
                value => vec![value.clone()],
            };
            for value in values {
                sheet::cell(source, to, (at, column), &value)?;
                column += 1;
            }
        }
        at += 1;
    }
    bars(to, row + 2, at - 1)?;
    Ok(at)
}

/// A bar in each figure's cell, as long as its share.
fn bars(to: &mut Worksheet, first: u32, last: u32) -> Result<(), XlsxError> {
    let bar = ConditionalFormatDataBar::new()
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, 1)
        .set_fill_color(style::colour(crate::look::BAR))
        .set_solid_fill(true);
    to.add_conditional_format(first, 2, last, LAST, &bar).map(drop)
}
