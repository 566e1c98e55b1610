//! Tables as CSV (RFC 4180) that are safe to open in a spreadsheet.

use crate::catalogue::Catalogue;
use crate::report::model;

/// A table of a report as CSV; where a cell has several words of a person, they are between semicolons.
pub fn of(catalogue: &Catalogue, table: &model::Table) -> String {
    let mut csv = Table::with_columns(table.columns.iter().map(|column| &column.heading));
    for row in &table.rows {
        csv.row(row.iter().map(|cell| plain(catalogue, cell)));
    }
    csv.into_text()
}

/// As a cell's own text, but days stay as every spreadsheet reads them.
fn plain(catalogue: &Catalogue, cell: &model::Cell) -> String {
    match cell {
        model::Cell::Date(day) => day.to_string(),
        model::Cell::Stack(cells) => cells.iter().map(|cell| plain(catalogue, cell)).collect::<Vec<_>>().join("; "),
        cell => cell.plain(catalogue, "; "),
    }
}

/// A table that is written row by row.
#[derive(Debug, Clone, Default)]
pub struct Table(String);

impl Table {
    /// A table that starts with the names of its columns.
    pub fn with_columns<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> Self {
        let mut table = Self::default();
        table.row(names);
        table
    }

    /// Adds a row.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            push_cell(&mut self.0, cell.as_ref());
        }
        self.0.push_str("\r\n");
    }

    /// The whole text.
    pub fn into_text(self) -> String {
        self.0
    }
}

/// A spreadsheet runs a cell that starts with one of these as a formula, whether it is quoted or not. The wide forms
/// count as well in some of its languages.
const STARTS_FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

fn push_cell(text: &mut String, cell: &str) {
    let harmless = if cell.starts_with(STARTS_FORMULA) { "'" } else { "" };
    if cell.contains([',', '"', '\r', '\n', ';', '\t']) || cell.starts_with(' ') || cell.ends_with(' ') {
        text.push('"');
        text.push_str(harmless);
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(harmless);
        text.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::Table;
    use proptest::prelude::*;

    fn cell(text: &str) -> String {
        let mut table = Table::default();
        table.row([text]);
        table.into_text().strip_suffix("\r\n").expect("a row ends").to_owned()
    }

    /// Reads a table as RFC 4180 says.
    fn read(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
        let mut rest = text.chars().peekable();
        while let Some(letter) = rest.next() {
            match letter {
                '"' if quoted && rest.peek() == Some(&'"') => cell.push(rest.next().expect("a quote")),
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut cell)),
                '\r' if !quoted && rest.peek() == Some(&'\n') => {
                    rest.next();
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                letter => cell.push(letter),
            }
        }
        rows
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        assert_eq!(cell("=HYPERLINK(\"http://x\",\"y\")"), "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        for start in ["=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"] {
            assert!(cell(start).trim_start_matches('"').starts_with('\''), "{start:?}");
        }
    }

    #[test]
    fn commas_quotes_and_lines_are_quoted() {
        assert_eq!(cell("a, \"b\"\nc"), "\"a, \"\"b\"\"\nc\"");
        assert_eq!(cell("plain"), "plain");
        assert_eq!(cell(""), "");
    }

    proptest! {
        #[test]
        fn a_table_is_read_back_as_it_was(rows in prop::collection::vec(prop::collection::vec(".*", 1..4), 0..4)) {
            let mut table = Table::default();
            for row in &rows {
                table.row(row);
            }
            let harmless = |cell: &String| match cell.starts_with(super::STARTS_FORMULA) {
                true => format!("'{cell}"),
                false => cell.clone(),
            };
            let expected: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(harmless).collect()).collect();
            prop_assert_eq!(read(&table.into_text()), expected);
        }
    }
}
