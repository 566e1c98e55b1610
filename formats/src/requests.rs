//! An auditor's list of requests: a workbook or a CSV in whatever shape, read as headings with rows below, and the same
//! list with what there is, as a workbook and as CSV.

use crate::returned::Grid;
use crate::unpack::{MOST, is_zip};
use crate::{Error, ReturnError, Source, xlsx};
use readiness::catalogue::{Catalogue, Word};
use readiness::file::FileError;
use readiness::report::decoded_table;
use readiness::requests::{Answers, List, MOST_ANSWERED, MOST_COLUMNS, MOST_REQUESTS, answer, named};
use readiness::{Told, shown, told_in_english};

/// How many rows may stand above the headings.
const MOST_ABOVE: usize = 20;

/// What may stand between the cells of a CSV.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// A list of requests with what there is on each.
#[derive(Debug)]
pub struct Requests {
    /// The list, and how many requests name nothing that is known.
    pub answers: Answers,
    /// It as a workbook.
    pub xlsx: Vec<u8>,
    /// It as CSV.
    pub csv: String,
}

/// Why a list could not be read or made. Nothing was changed.
#[derive(Debug)]
pub enum RequestsError {
    /// The workbook can't be read.
    Workbook(ReturnError),
    /// It is no text.
    File(FileError),
    /// It is longer than anything sensible.
    TooLong,
    /// What there is on all of it is.
    TooMuch,
    /// No row of headings has anything below it.
    NoTable,
    /// More rows or columns than are answered.
    TooMany,
    /// The workbook can't be made.
    Made(Error),
}

told_in_english!(RequestsError);

impl Told for RequestsError {
    fn told(&self, catalogue: &Catalogue) -> String {
        match self {
            Self::Workbook(error) => error.told(catalogue),
            Self::File(error) => error.told(catalogue),
            Self::TooLong => catalogue.say(Word::PackedTooLong, &[("most", &(MOST / 1_000_000).to_string())]),
            Self::TooMuch => {
                catalogue.say(Word::RequestsTooMuch, &[("most", &(MOST_ANSWERED / 1_000_000).to_string())])
            }
            Self::NoTable => catalogue.word(Word::RequestsNoTable).to_owned(),
            Self::TooMany => {
                let most = [("rows", MOST_REQUESTS.to_string()), ("columns", MOST_COLUMNS.to_string())];
                catalogue.tell(Word::RequestsTooMany, most)
            }
            Self::Made(error) => error.told(catalogue),
        }
    }
}

/// Reads a list and answers it with what is in an assessment.
///
/// # Errors
/// See [`RequestsError`].
pub fn requests(bytes: &[u8], source: &Source<'_>) -> Result<Requests, RequestsError> {
    let named = |list: &List| named(source.catalogue, source.assessment, list);
    let answers = answer(source.catalogue, source.assessment, &list(bytes, named)?);
    let answers = answers.ok_or(RequestsError::TooMuch)?;
    let csv = readiness::report::csv::of(source.catalogue, &answers.table);
    let xlsx = xlsx::requests(source, &answers.table).map_err(RequestsError::Made)?;
    Ok(Requests { answers, xlsx, csv })
}

/// The list in a file: of the sheets that a workbook shows, the one in which most requests name something, or, where none does,
/// in which most cells say something. Sheets with the same headings are one list.
fn list(bytes: &[u8], named: impl Fn(&List) -> usize) -> Result<List, RequestsError> {
    if bytes.len() > MOST {
        return Err(RequestsError::TooLong);
    }
    let is_office = is_zip(bytes) || bytes.starts_with(b"\xd0\xcf\x11\xe0");
    let grids = match is_office {
        true => crate::returned::grids(bytes).map_err(RequestsError::Workbook)?,
        false => {
            let text = decoded_table(bytes).map_err(RequestsError::File)?;
            // A page or an assessment has commas too.
            if text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '<']) {
                return Err(RequestsError::NoTable);
            }
            vec![cells(&text)?]
        }
    };
    let said = |list: &List| list.rows.iter().flatten().filter(|cell| !cell.is_empty()).count();
    let mut lists: Vec<List> = Vec::new();
    for list in grids.into_iter().filter_map(under_headings) {
        match lists.iter_mut().find(|known| known.headings == list.headings) {
            Some(known) => known.rows.extend(list.rows),
            None => lists.push(list),
        }
    }
    let several = lists.len() > 1;
    let says = |list: &List| (if several { named(list) } else { 0 }, said(list));
    // Of those that say as much, the first one.
    let list = lists.into_iter().rev().max_by_key(says).ok_or(RequestsError::NoTable)?;
    let is_too_many = list.rows.len() > MOST_REQUESTS || list.headings.len() > MOST_COLUMNS;
    if is_too_many { Err(RequestsError::TooMany) } else { Ok(list) }
}

/// The headings are the first row in which about as many cells say something as in any near it: above them may stand whose
/// list it is. Rows that say nothing are no requests.
fn under_headings(grid: Grid) -> Option<List> {
    let said = |row: &Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
    let mut rows: Vec<_> = grid.into_iter().filter(|row| said(row) > 0).collect();
    let first = || rows.iter().take(MOST_ABOVE).map(said);
    let most = first().max()?;
    let at = first().position(|said| 4 * said >= 3 * most)?.min(rows.len().checked_sub(2)?);
    let mut rest = rows.split_off(at + 1);
    let mut headings = rows.pop()?;
    if rest.first().is_some_and(|row| goes_on(&headings, row)) {
        let lower = rest.remove(0);
        headings.resize(headings.len().max(lower.len()), String::new());
        for (heading, more) in headings.iter_mut().zip(lower).filter(|(heading, more)| *heading != more) {
            *heading = format!("{heading} {more}").trim().to_owned();
        }
    }
    let columns = rest.iter().map(Vec::len).max()?.max(headings.len());
    headings.resize(columns, String::new());
    Some(List { headings, rows: rest })
}

/// Whether a row is the second one of headings, of which some stand over several columns.
fn goes_on(headings: &[String], row: &[String]) -> bool {
    let first = headings.iter().position(|heading| !heading.is_empty());
    let own = |at: usize| row.get(at).filter(|cell| !cell.is_empty() && Some(*cell) != headings.get(at));
    let under_none = |at: usize| headings.get(at).is_some_and(String::is_empty) && own(at).is_some();
    first.is_some_and(|first| own(first).is_none() && (first..headings.len()).any(under_none))
}

/// The cells of a CSV (RFC 4180), with whichever separator its first line that has one has most of.
fn cells(text: &str) -> Result<Grid, RequestsError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().find(|line| line.contains(SEPARATORS)).unwrap_or_default();
    let count = |separator: &char| first.matches(*separator).count();
    // Of those as frequent, the first one.
    let separator = SEPARATORS.into_iter().rev().max_by_key(count).unwrap_or(',');
    let (mut rows, mut row, mut cell) = (Grid::new(), Vec::new(), String::new());
    let (mut quoted, mut begins) = (false, true);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted => quoted = false,
            '"' if begins => quoted = true,
            '\n' | '\r' if !quoted => {
                row.push(settled(&std::mem::take(&mut cell)));
                rows.push(std::mem::take(&mut row));
            }
            letter if !quoted && letter == separator => row.push(settled(&std::mem::take(&mut cell))),
            letter => cell.push(letter),
        }
        begins = !quoted && cell.is_empty();
        // What is empty between two line breaks is no row; more than is answered need not be read.
        if rows.len() > 2 * MOST_REQUESTS + MOST_ABOVE || row.len() > MOST_COLUMNS {
            return Err(RequestsError::TooMany);
        }
    }
    row.push(settled(&cell));
    rows.push(row);
    Ok(rows)
}

fn settled(text: &str) -> String {
    shown::text(text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{RequestsError, list};

    fn read(text: &[u8]) -> Vec<String> {
        let list = list(text, |_| 0).unwrap_or_else(|error| panic!("{error}"));
        let rows = list.rows.iter().map(|row| row.join("|"));
        [list.headings.join("|")].into_iter().chain(rows).collect()
    }

    #[test]
    fn a_csv_is_read_with_its_own_separator_quotes_and_encoding() {
        assert_eq!(
            read(b"Request,Clause\r\n\"Minutes, \"\"all\"\"\",9.3\r\n\r\nPlan,6.2\r\n"),
            ["Request|Clause", "Minutes, \"all\"|9.3", "Plan|6.2"]
        );
        assert_eq!(
            read("\u{feff}Anforderung;Maßnahme\nÜbersicht;A.5.9".as_bytes()),
            ["Anforderung|Maßnahme", "Übersicht|A.5.9"]
        );
        assert_eq!(read(b"Anforderung;Ma\xdfnahme\n\xdcbersicht;A.5.9"), ["Anforderung|Maßnahme", "Übersicht|A.5.9"]);
        assert_eq!(read(b"List of Acme\n\nNo.\tRequest\n1\t\"two\nlines\""), ["No.|Request", "1|two\nlines"]);
    }

    #[test]
    fn what_is_above_the_headings_is_passed_over_and_one_column_is_a_list_too() {
        assert_eq!(read(b"Requests for Acme;;\nNo.;Request;Due\n1;A.5.1;\n"), ["No.|Request|Due", "1|A.5.1|"]);
        assert_eq!(read(b"Request\nA.5.1\nA.5.2"), ["Request", "A.5.1", "A.5.2"]);
        assert_eq!(
            read(b"Client:;Acme;;\nStage:;1;;\n\nNo.;Request;Clause;Due\n1;Scope;4.3;\n2;Policy;5.2;"),
            ["No.|Request|Clause|Due", "1|Scope|4.3|", "2|Policy|5.2|"]
        );
        assert_eq!(read(b"No.;Request;Clause\n1;Scope;4.3;urgent"), ["No.|Request|Clause|", "1|Scope|4.3|urgent"]);
        assert_eq!(read(b"No.;Request\n1;Scope;4.3"), ["No.|Request|", "1|Scope|4.3"]);
        let two_rows = b"No.;Request;Reference;;Due\n;;Clause;Annex A;\n1;Scope;4.3;;\n2;Access;;5.15;";
        assert_eq!(read(two_rows), ["No.|Request|Reference Clause|Annex A|Due", "1|Scope|4.3||", "2|Access||5.15|"]);
    }

    #[test]
    fn what_is_no_list_is_refused() {
        for text in [&b""[..], b"Request", b"\n\n", b",,,\n,,,", b"{\"a\": 1,\n\"b\": 2}", b"<p>a,\nb</p>"] {
            assert!(matches!(list(text, |_| 0), Err(RequestsError::NoTable)), "{text:?}");
        }
        assert!(matches!(list(b"Request\n\0\xff", |_| 0), Err(RequestsError::File(_))));
        let long = format!("Request\n{}", "A.5.1\n".repeat(2_001));
        assert!(matches!(list(long.as_bytes(), |_| 0), Err(RequestsError::TooMany)));
        assert!(matches!(list(",".repeat(31).as_bytes(), |_| 0), Err(RequestsError::TooMany)));
        assert!(matches!(list(b"PK\x03\x04", |_| 0), Err(RequestsError::Workbook(_))));
    }
}
