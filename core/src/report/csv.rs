//! The Statement of Applicability and the answers as CSV.

use super::model::Table;
use super::section;
use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::csv;

/// The Statement of Applicability: a row for each control.
pub fn soa(catalogue: &Catalogue, assessment: &Assessment) -> String {
    text(catalogue, &section::soa::table(catalogue, assessment))
}

/// The answers: a row for each requirement, the open ones too.
pub fn answers(catalogue: &Catalogue, assessment: &Assessment) -> String {
    text(catalogue, &section::answers::table(catalogue, assessment))
}

fn text(catalogue: &Catalogue, table: &Table) -> String {
    let mut csv = csv::Table::with_columns(table.columns.iter().map(|column| &column.heading));
    for row in &table.rows {
        csv.row(row.iter().map(|cell| cell.plain(catalogue, "; ")));
    }
    csv.into_text()
}
