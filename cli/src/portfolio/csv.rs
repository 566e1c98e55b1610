//! The table as CSV.

use super::{COLUMNS, Cell, Table};
use readiness::csv;
use std::io::{Result, Write};

pub struct Csv<W: Write>(W);

impl<W: Write> Csv<W> {
    pub fn new(mut to: W) -> Result<Self> {
        to.write_all(csv::Table::with_columns(COLUMNS.iter().map(|column| column.name)).into_text().as_bytes())?;
        Ok(Self(to))
    }
}

impl<W: Write> Table for Csv<W> {
    fn row(&mut self, cells: Vec<Cell>) -> Result<()> {
        for (index, cell) in cells.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            match cell {
                Cell::Text(text) => write!(self.0, "{comma}{}", harmless(text)),
                // A number of ours is no formula, even a negative one.
                Cell::Whole(number) => write!(self.0, "{comma}{number}"),
                Cell::Decimal(number) => write!(self.0, "{comma}{number}"),
                Cell::Day(day) => write!(self.0, "{comma}{day}"),
                Cell::Empty => write!(self.0, "{comma}"),
            }?;
        }
        self.0.write_all(b"\r\n")
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        self.0.flush()
    }
}

/// A text as one cell that no spreadsheet runs.
fn harmless(text: &str) -> String {
    let mut table = csv::Table::default();
    table.row([text]);
    let row = table.into_text();
    row.strip_suffix("\r\n").unwrap_or(&row).to_owned()
}
