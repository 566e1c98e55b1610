//! Tables as CSV (RFC 4180) that are safe to open in a spreadsheet.

use crate::shown;

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
const STARTS_FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// What separates cells for whoever reads with another separator than the comma, as Excel does in German: quotes in the
/// middle of a row mean nothing then. Our own commas are always between cells or inside of quotes.
const SEPARATES: [char; 4] = [';', '\t', '|', '\n'];

fn push_cell(text: &mut String, cell: &str) {
    let cell = harmless(&shown::text(cell));
    let at_the_edge = |letter: char| letter.is_whitespace();
    if cell.contains([',', '"'])
        || cell.contains(SEPARATES)
        || cell.starts_with(at_the_edge)
        || cell.ends_with(at_the_edge)
    {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(&cell);
    }
}

/// A cell that no spreadsheet runs, however it takes it apart: wherever one could see the start of a cell and then of a
/// formula, an apostrophe comes before it.
fn harmless(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len() + 1);
    let mut rest = cell;
    loop {
        let skipped = |letter: char| letter.is_whitespace() && !SEPARATES.contains(&letter);
        // Quotes and spaces before it hide no formula from everybody.
        let begins = rest.trim_start_matches(|letter| matches!(letter, '"' | '\u{feff}') || skipped(letter));
        if begins.starts_with(STARTS_FORMULA) {
            text.push('\'');
        }
        let Some(end) = rest.find(SEPARATES) else { break };
        let (piece, more) = rest.split_at(end + 1);
        text.push_str(piece);
        rest = more;
    }
    text.push_str(rest);
    text
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

    /// Reads a table as spreadsheets do, with one separator or another: RFC 4180, and what stands behind the closing
    /// quote of a cell belongs to it.
    fn read(text: &str, separators: &[char]) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
        let (mut quoted, mut begins) = (false, true);
        let mut rest = text.chars().peekable();
        while let Some(letter) = rest.next() {
            match letter {
                '"' if quoted && rest.peek() == Some(&'"') => cell.push(rest.next().expect("a quote")),
                '"' if quoted => quoted = false,
                '"' if begins => quoted = true,
                letter if !quoted && separators.contains(&letter) => {
                    row.push(std::mem::take(&mut cell));
                    begins = true;
                    continue;
                }
                '\r' if !quoted => continue,
                '\n' if !quoted => {
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                    begins = true;
                    continue;
                }
                letter => cell.push(letter),
            }
            begins = false;
        }
        row.push(cell);
        rows.push(row);
        rows
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        assert_eq!(cell("=HYPERLINK(\"http://x\",\"y\")"), "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        for start in ["=1", "+1", "-1", "@SUM(A1)", "＝1", " =1", "\"=1"] {
            assert!(cell(start).trim_start_matches('"').starts_with('\''), "{start:?}");
        }
        assert_eq!(cell("a;=1"), "\"a;'=1\"");
        assert_eq!(cell("a; =1\t@b\r\n-c|\"+d"), "\"a;' =1\t'@b\n'-c|'\"\"+d\"");
        assert_eq!(cell("a - b, c=d"), "\"a - b, c=d\"");
    }

    #[test]
    fn commas_quotes_and_lines_are_quoted() {
        assert_eq!(cell("a, \"b\"\nc"), "\"a, \"\"b\"\"\nc\"");
        assert_eq!(cell("plain"), "plain");
        assert_eq!(cell(""), "");
        assert_eq!(cell("a\u{1b}[2J\u{202e}"), "a\u{fffd}[2J[U+202E]");
    }

    fn table(rows: &[Vec<String>]) -> String {
        let mut table = Table::default();
        for row in rows {
            table.row(row);
        }
        table.into_text()
    }

    proptest! {
        #[test]
        fn a_table_is_read_back_as_it_was(rows in prop::collection::vec(prop::collection::vec(".*", 1..4), 0..4)) {
            let shown = |cell: &String| super::harmless(&crate::shown::text(cell));
            let mut expected: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(shown).collect()).collect();
            // Behind the last line break.
            expected.push(vec![String::new()]);
            prop_assert_eq!(read(&table(&rows), &[',']), expected);
        }

        /// Whatever a spreadsheet takes for a separator, it finds no formula.
        #[test]
        fn no_separator_makes_a_formula(
            rows in prop::collection::vec(prop::collection::vec("[;|,\t\n\r\"=+@＝a1 \u{a0}-]{0,12}", 1..4), 1..4),
        ) {
            let text = table(&rows);
            for separators in [&[','][..], &[';'], &['\t'], &['|'], &[',', ';', '\t']] {
                for cell in read(&text, separators).concat() {
                    let begins = cell.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '"');
                    prop_assert!(!begins.starts_with(super::STARTS_FORMULA), "{separators:?}: {cell:?} of {text:?}");
                }
            }
        }
    }
}
