//! A table as a sheet: frozen headings, filters, lists to choose from, and ready to print.

use super::text::{fitting, plain};
use super::{choices, mark, style};
use crate::Source;
use crate::look;
use crate::paper::Paper;
use readiness::catalogue::Word;
use readiness::report::model::{Cell, Table};
use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, ExcelDateTime, Format, Worksheet, XlsxError,
};

pub(super) fn write(source: &Source<'_>, name: &str, table: &Table, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    let mut columns = u16::try_from(table.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    let last = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    for (index, column) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, index, plain(&column.heading), &style::heading())?;
        sheet.set_column_width(index, look::letters(table.kind, column.name))?;
        choose(source, sheet, table.kind, column.name, index, last)?;
    }
    for (row, cells) in (1..).zip(&table.rows) {
        let mut lines = 1;
        for ((column, value), about) in (0..).zip(cells).zip(&table.columns) {
            cell(source, sheet, (row, column), value)?;
            let width = look::letters(table.kind, about.name);
            lines = lines.max(style::lines(&value.plain(source.catalogue, "\n"), width));
        }
        // Not every program makes a row as high as its texts when it opens the file.
        sheet.set_row_height(row, style::height(lines))?;
    }
    // What the rows say of themselves is sorted with them, and is nothing to read.
    if let Some((head, marks)) = mark::column(source, table) {
        columns += 1;
        for (row, mark) in (0..).zip([head].into_iter().chain(marks)) {
            sheet.write_string(row, columns, mark)?;
        }
        sheet.set_column_hidden(columns)?;
    }
    sheet.set_row_height(0, 30)?;
    sheet.set_freeze_panes(1, if table.columns.len() > 5 { 2 } else { 1 })?;
    sheet.autofilter(0, 0, last, columns)?;
    sheet.set_repeat_rows(0, 0)?;
    print(source, sheet)
}

/// Offers the words of a column as a list and colours them.
fn choose(
    source: &Source<'_>,
    sheet: &mut Worksheet,
    kind: &str,
    name: &str,
    column: u16,
    last: u32,
) -> Result<(), XlsxError> {
    let choices = choices::of(source.catalogue, kind, name);
    if choices.is_empty() {
        return Ok(());
    }
    let words: Vec<&str> = choices.iter().map(|(word, _)| &**word).collect();
    // A list may hold 255 letters; in a language with longer words, the colours must do.
    if let Ok(list) = DataValidation::new().allow_list_strings(&words) {
        let list = list
            .set_error_title(source.catalogue.word(Word::FilesChoose))?
            .set_error_message(source.catalogue.word(Word::FilesChooseAbout))?;
        sheet.add_data_validation(1, column, last, column, &list)?;
    }
    for (word, tone) in choices {
        let rule = ConditionalFormatCellRule::EqualTo(word);
        let format = ConditionalFormatCell::new().set_rule(rule).set_format(style::tone(tone));
        sheet.add_conditional_format(1, column, last, column, &format)?;
    }
    Ok(())
}

/// Writes a cell with what it is: a day as a day, a figure as a figure, everything else as text and never as a formula.
pub(super) fn cell(
    source: &Source<'_>,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Cell,
) -> Result<(), XlsxError> {
    let format = if column == 0 { style::strong() } else { style::body() };
    match value {
        Cell::Empty => sheet.write_blank(row, column, &format)?,
        Cell::Number(number) => {
            sheet.write_number_with_format(row, column, u32::try_from(*number).unwrap_or(u32::MAX), &format)?
        }
        // A workbook knows no day before 1900: such a one is text.
        Cell::Date(date) => match ExcelDateTime::parse_from_str(&date.to_string()) {
            Ok(day) => sheet.write_datetime_with_format(row, column, day, &style::day())?,
            Err(_) => return text(source, sheet, (row, column), &date.to_string(), &format),
        },
        Cell::Share(share) => sheet.write_number_with_format(
            row,
            column,
            f64::from(share.value()) / 1000.0,
            &style::share(source.catalogue),
        )?,
        value => return text(source, sheet, (row, column), &value.plain(source.catalogue, "\n"), &format),
    };
    Ok(())
}

/// Writes a text; what is too long for a cell is cut, and the cell says so.
pub(super) fn text(
    source: &Source<'_>,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, column, fitting(source.catalogue, text), format).map(drop)
}

/// Across, as wide as the page, with the firm's name above and page numbers below.
pub(super) fn print(source: &Source<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    // In a header, an ampersand starts a code.
    let name = plain(&source.report.title()).replace('&', "&&").replace('\n', " ");
    let name: String = name.chars().take(120).collect();
    let page = source.catalogue.say(Word::FilesPage, &[("page", "&P"), ("pages", "&N")]);
    sheet.set_paper_size(Paper::of(source.catalogue).number).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_header(format!("&L&9 {name}&R&9 &A"));
    sheet.set_footer(format!("&L&9 {}&R&9 {page}", source.report.today));
    sheet.set_margins(0.5, 0.5, 0.7, 0.7, 0.3, 0.3);
    Ok(())
}
