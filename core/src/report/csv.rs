//! Tables of a report as CSV.

use super::model::{Cell, Table};
use super::section;
use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::{csv, shown};

/// A table of a report as CSV; where a cell has several words of a person, they are between semicolons.
pub fn of(catalogue: &Catalogue, table: &Table) -> String {
    let mut csv = csv::Table::with_columns(table.columns.iter().map(|column| &column.heading));
    for row in &table.rows {
        csv.row(row.iter().map(|cell| plain(catalogue, cell)));
    }
    csv.into_text()
}

/// As a cell's own text in one line, but days stay as every spreadsheet reads them.
fn plain(catalogue: &Catalogue, cell: &Cell) -> String {
    match cell {
        Cell::Date(day) => day.to_string(),
        Cell::Stack(cells) => cells.iter().map(|cell| plain(catalogue, cell)).collect::<Vec<_>>().join("; "),
        cell => shown::text(&cell.plain(catalogue, "; ")).replace('\n', " / "),
    }
}

/// The Statement of Applicability: a row for each control.
pub fn soa(catalogue: &Catalogue, assessment: &Assessment) -> String {
    of(catalogue, &section::soa::table(catalogue, assessment))
}

/// The answers: a row for each requirement, the open ones too.
pub fn answers(catalogue: &Catalogue, assessment: &Assessment) -> String {
    of(catalogue, &section::answers::table(catalogue, assessment))
}
