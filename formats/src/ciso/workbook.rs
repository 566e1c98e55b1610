//! A table as the workbook that a program reads: headings in the first row, texts and whole numbers, no look.

use crate::xlsx::plain;
use readiness::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// A cell.
pub enum Cell {
    /// A text; an empty one is no cell.
    Text(String),
    /// A whole number.
    Number(u16),
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

/// A table.
pub struct Sheet {
    /// The names of its columns.
    pub columns: &'static [&'static str],
    /// Its rows, a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// What a cell holds at most, in UTF-16 units.
const LONGEST: usize = 32_767;

pub fn write(sheet: &Sheet, today: Date) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The day of the report, so that the same assessment makes the same bytes.
    let day = ExcelDateTime::parse_from_str(&today.to_string())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let page = workbook.add_worksheet();
    for (column, name) in (0..).zip(sheet.columns) {
        page.write_string(0, column, *name)?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => drop(page.write_string(row, column, cut(&plain(text), LONGEST))?),
                Cell::Number(number) => drop(page.write_number(row, column, *number)?),
            }
        }
    }
    workbook.save_to_buffer()
}

/// So much of a text as fits, in UTF-16 units.
pub fn cut(text: &str, most: usize) -> String {
    let mut room = most;
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let fits = |letter: &char| {
        room = room.saturating_sub(letter.len_utf16());
        room > 0
    };
    text.chars().take_while(fits).chain(['…']).collect()
}
