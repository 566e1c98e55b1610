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
        let mut row = csv::Table::default();
        row.row(cells.into_iter().map(|cell| match cell {
            Cell::Text(text) => text,
            Cell::Whole(number) => number.to_string(),
            Cell::Decimal(number) => number.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::Empty => String::new(),
        }));
        self.0.write_all(row.into_text().as_bytes())
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        self.0.flush()
    }
}
