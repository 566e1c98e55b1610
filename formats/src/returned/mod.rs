//! A workbook of ours that comes back, filled in by somebody in whatever program: which of its cells they have changed, and
//! what that makes of the assessment. What is here and what comes back are then compared as any two copies are.
//!
//! A sheet is known by what it says of itself (`xlsx/mark.rs`), or by its headings in any language; a row by its id. So sheets
//! may be renamed, rows sorted, filtered or removed, columns added. What can't be read is named with its sheet and cell,
//! and stays as it is here. What an auditor has noted comes back as a review.

mod book;
mod notes;
mod sheet;
mod told;
mod value;
mod xml;

pub use book::MOST_CELLS;

use crate::unpack::{self, UnpackError};
use crate::xlsx::mark::{self, NOTES, TABLES};
use crate::{Source, xlsx};
use book::{Book, Odd};
use readiness::assessment::{Edit, Field, FieldValue, Kind, Part};
use readiness::catalogue::{Catalogue, ControlId, Language, RiskId};
use readiness::file::{FileError, Limit};
use readiness::report::model::Table;
use readiness::review::Review;
use readiness::{Assessment, Date};
use sheet::{Found, Row};
use std::collections::BTreeMap;

/// How many cells are named that could not be read.
pub const MOST_PROBLEMS: usize = 200;

/// Why nothing could be read out of a workbook. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReturnError {
    /// It is no workbook that is read here.
    NotWorkbook,
    /// A workbook of an old kind, or one that takes a password.
    OldOrLocked,
    /// It has no sheet of ours.
    NothingOfOurs,
    /// It was made of another assessment.
    OtherAssessment,
    /// Cut or changed on its way.
    Damaged,
    /// More cells, or longer texts, than anything sensible.
    TooMuch,
    /// The package around it can't be opened.
    Packed(UnpackError),
}

impl From<UnpackError> for ReturnError {
    fn from(error: UnpackError) -> Self {
        match error {
            UnpackError::Damaged => Self::Damaged,
            error => Self::Packed(error),
        }
    }
}

/// What a workbook says, as copies that can be compared with the assessment that is here.
#[derive(Debug, Clone, PartialEq)]
pub struct Returned {
    /// The assessment as it would be with what was filled in.
    pub theirs: Assessment,
    /// States to compare both with: where they disagree, the cell has changed on both sides, or nothing tells on which.
    pub ancestors: [Assessment; 2],
    /// The cells that could not be read.
    pub problems: Vec<Problem>,
    /// What else there is to say of the sheets.
    pub remarks: Vec<Remark>,
    /// What an auditor has noted beside the items.
    pub review: Option<Review>,
}

/// A cell that stays as it is here.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The name of the sheet.
    pub sheet: String,
    /// The name of the cell, such as `D7`.
    pub cell: String,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Wrong {
    /// A formula stands there.
    Formula,
    /// A program could not compute what stands there.
    NoValue,
    /// It is not one of the words of its column.
    OneOf(String),
    /// It is no day.
    Day,
    /// It is no whole number from 1 to this.
    Number(u32),
    /// A risk that the register does not have.
    NoRisk(String),
    /// A text that was cut when the workbook was made.
    Cut,
    /// What its column shows follows from others, or is written elsewhere.
    NotRead,
    /// Reasons or words for a decision that does not take them.
    NoDecision,
    /// The row is about something that is not here.
    NoRow(String),
    /// Nothing says what the row is about.
    NoId,
    /// The row's id was changed.
    OtherId(String),
    /// The row stands there a second time, and says something else.
    Twice(String),
    /// More than a file can hold.
    File(FileError),
}

impl From<Odd> for Wrong {
    fn from(odd: Odd) -> Self {
        match odd {
            Odd::Formula => Self::Formula,
            Odd::Error => Self::NoValue,
        }
    }
}

/// Something about a sheet that changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The mark of its rows is gone, so nothing tells who has changed what.
    Unmarked(String),
    /// A column that is none of ours, or whose heading was changed.
    OtherColumn {
        /// The sheet.
        sheet: String,
        /// The heading.
        heading: String,
    },
    /// So many rows were removed from it.
    FewerRows {
        /// The sheet.
        sheet: String,
        /// How many.
        rows: usize,
    },
    /// More cells could not be read than are named.
    MoreProblems,
}

/// Reads a workbook that was made of `ours`, or of an earlier state of it.
///
/// # Errors
/// See [`ReturnError`].
pub fn returned(bytes: &[u8], ours: &Assessment) -> Result<Returned, ReturnError> {
    let book = Book::read(bytes)?;
    let here = &mut Here { ours, known: Vec::new() };
    let found: Vec<_> = book.sheets.iter().filter_map(|sheet| sheet::find(sheet, here)).collect();
    if found.is_empty() {
        return Err(ReturnError::NothingOfOurs);
    }
    let marks = || found.iter().filter_map(|sheet| sheet.head.as_ref());
    if marks().next().is_some() && marks().all(|head| head.assessment != ours.id) {
        return Err(ReturnError::OtherAssessment);
    }
    let mut taking = Taking::new(ours);
    for sheet in &found {
        let (catalogue, tables) = here.tables(sheet.language);
        if sheet.kind == NOTES {
            let modified = book.modified.as_ref().unwrap_or(&ours.updated);
            let review = notes::review(&mut taking, catalogue, sheet, modified);
            if review.as_ref().is_some_and(|it| Limit::REVIEW.check_length(&it.to_file(catalogue)).is_err()) {
                return Err(ReturnError::TooMuch);
            }
            taking.returned.review = review.or(taking.returned.review.take());
        } else {
            taking.sheet(catalogue, tables, sheet);
        }
    }
    // Once for all cells: it takes as long as the assessment is large.
    let catalogue = here.tables(found[0].language).0;
    taking.returned.theirs.check_whole(catalogue).map_err(|error| ReturnError::Packed(error.into()))?;
    Ok(taking.returned)
}

/// The cells of a sheet, row by row; an empty one is an empty text.
pub(crate) type Grid = Vec<Vec<String>>;

/// What stands in the sheets that any workbook shows, up to one column more than a list may have. What is written once for several
/// rows stands in each of them.
pub(crate) fn grids(bytes: &[u8]) -> Result<Vec<Grid>, ReturnError> {
    const MOST: u32 = readiness::requests::MOST_COLUMNS as u32 + 1;
    let row = |cells: &BTreeMap<u32, book::Cell>| {
        let last = cells.range(..=MOST).next_back().map_or(0, |(column, _)| *column);
        (1..=last).map(|column| cells.get(&column).map_or(String::new(), |cell| cell.text.to_string())).collect()
    };
    // Beside what was read. A merge may go down to the last row that there is.
    let (mut room, mut letters) = (MOST_CELLS, unpack::MOST);
    let mut grids = Vec::new();
    for mut sheet in Book::read(bytes)?.sheets.into_iter().filter(|sheet| !sheet.hidden) {
        for (first, last, column) in sheet.merged.into_iter().filter(|(first, last, _)| first < last) {
            let Some(cell) = sheet.rows.get(&first).and_then(|cells| cells.get(&column)).cloned() else { continue };
            for cells in sheet.rows.range_mut(first + 1..=last).map(|(_, cells)| cells).take(room) {
                cells.entry(column).or_insert_with(|| cell.clone());
                letters = letters.checked_sub(cell.text.len()).ok_or(ReturnError::TooMuch)?;
                room -= 1;
            }
        }
        grids.push(sheet.rows.values().map(row).collect());
    }
    Ok(grids)
}

/// The tables of what is here, by the language of the workbook.
struct Here<'a> {
    ours: &'a Assessment,
    known: Vec<(&'static Language, Catalogue, Vec<Table>)>,
}

impl Here<'_> {
    fn tables(&mut self, language: &'static Language) -> (&Catalogue, &[Table]) {
        let ours = self.ours;
        let at = self.known.iter().position(|(known, ..)| *known == language).unwrap_or_else(|| {
            let catalogue = Catalogue::of(language);
            // None of these tables looks at the day.
            let today = ours.updated.day().or_else(|| Date::parse("2000-01-01").ok()).expect("a day");
            let source = Source::new(&catalogue, ours, today);
            let tables = xlsx::tables_of(&source).into_iter().filter_map(|(_, table)| table);
            let tables = tables.filter(|table| TABLES.contains(&table.kind)).collect();
            self.known.push((language, catalogue, tables));
            self.known.len() - 1
        });
        (&self.known[at].1, &self.known[at].2)
    }
}

/// A cell that was changed, as the value that it gives a field.
struct Change {
    cell: String,
    field: &'static Field,
    value: FieldValue,
    /// Whether what is here was changed as well, or nothing tells whether it was.
    disputed: bool,
}

/// What has been read so far.
struct Taking<'a> {
    ours: &'a Assessment,
    returned: Returned,
}

impl<'a> Taking<'a> {
    fn new(ours: &'a Assessment) -> Self {
        let [theirs, one, other] = [(); 3].map(|()| ours.clone());
        Self {
            ours,
            returned: Returned { theirs, ancestors: [one, other], problems: vec![], remarks: vec![], review: None },
        }
    }

    fn wrong(&mut self, sheet: &Found<'_>, cell: String, wrong: Wrong) {
        if self.returned.problems.len() == MOST_PROBLEMS {
            if self.returned.remarks.last() != Some(&Remark::MoreProblems) {
                self.returned.remarks.push(Remark::MoreProblems);
            }
            return;
        }
        self.returned.problems.push(Problem { sheet: sheet.name.to_owned(), cell, wrong });
    }

    fn sheet(&mut self, catalogue: &Catalogue, tables: &[Table], sheet: &Found<'_>) {
        let name = || sheet.name.to_owned();
        if sheet.head.is_none() {
            self.returned.remarks.push(Remark::Unmarked(name()));
        }
        let others = sheet.others.iter();
        self.returned
            .remarks
            .extend(others.map(|heading| Remark::OtherColumn { sheet: name(), heading: heading.clone() }));
        let table = tables.iter().find(|table| table.kind == sheet.kind);
        let here: BTreeMap<String, Vec<String>> = table.map_or_else(BTreeMap::new, |table| {
            let seen = |row: &Vec<_>| row.iter().map(|cell| mark::seen(catalogue, cell)).collect();
            mark::ids(catalogue, table).into_iter().zip(table.rows.iter().map(seen)).collect()
        });
        let mut seen: BTreeMap<&str, &Row<'_>> = BTreeMap::new();
        for row in &sheet.rows {
            if row.id.is_empty() {
                self.wrong(sheet, row.cell(0), Wrong::NoId);
                continue;
            }
            if let Some(before) = seen.insert(row.id, row) {
                if !before.says_as(row) {
                    self.wrong(sheet, row.cell(0), Wrong::Twice(row.id.to_owned()));
                }
                continue;
            }
            match (here.get(row.id), part(catalogue, sheet.kind, row.id)) {
                (Some(texts), Some(part)) => self.row(catalogue, sheet, row, part, texts),
                _ if row.is_unchanged(sheet) => {}
                _ => self.wrong(sheet, row.cell(0), Wrong::NoRow(row.id.to_owned())),
            }
        }
        let rows = here.keys().filter(|id| !seen.contains_key(id.as_str())).count();
        if rows > 0 {
            self.returned.remarks.push(Remark::FewerRows { sheet: name(), rows });
        }
    }

    fn row(&mut self, catalogue: &Catalogue, sheet: &Found<'_>, row: &Row<'_>, part: Part, here: &[String]) {
        let (mut changes, mut moved) = (Vec::new(), false);
        for (at, column) in sheet.columns.iter().enumerate() {
            let field = value::field(part, column.name);
            let day = row.day(at).filter(|_| field.is_some_and(|field| matches!(field.kind, Kind::Day)));
            let day = day.map(|day| day.to_string());
            let (text, mine) = (day.as_deref().unwrap_or(row.text(at)), &here[column.at]);
            let disputed = match row.was(sheet, column.name, mine) {
                Some(same) => !same,
                None => field.is_some_and(|field| self.ours.value(part, field).is_said()),
            };
            moved |= disputed && field.is_some_and(|field| field.joint);
            let is_theirs = match row.was(sheet, column.name, text) {
                Some(same) => !same,
                // What was left open says nothing against what is here.
                None => !text.is_empty(),
            };
            let odd = row.odd(at);
            if odd.is_none() && (!is_theirs || text == mine) {
                continue;
            }
            let cell = row.cell(at);
            let read = match (odd, field) {
                (Some(odd), _) => Err(odd.into()),
                // What was sorted without the rest may be about another row.
                (None, None) if column.at == 0 => {
                    return self.wrong(sheet, cell, Wrong::OtherId(row.id.to_owned()));
                }
                (None, None) => Err(Wrong::NotRead),
                (None, Some(field)) => value::value(catalogue, self.ours, part, field, text).map(|it| (field, it)),
            };
            match read {
                Ok((field, value)) => changes.push(Change { cell, field, value, disputed }),
                Err(wrong) => self.wrong(sheet, cell, wrong),
            }
        }
        for change in &changes {
            self.take(catalogue, sheet, part, change, change.disputed || moved && change.field.joint);
        }
        for change in changes.into_iter().filter(|change| change.field.joint) {
            // Decided at last, it may take no reasons or no words.
            if self.returned.theirs.value(part, change.field) != change.value {
                self.wrong(sheet, change.cell, Wrong::NoDecision);
            }
        }
    }

    fn take(&mut self, catalogue: &Catalogue, sheet: &Found<'_>, part: Part, change: &Change, disputed: bool) {
        let set = Edit::Set(part, change.field, change.value.clone());
        let edit = match (part, &change.value) {
            // Who says how far it is, knows.
            (Part::Answer(id), FieldValue::Choice(Some(_))) => {
                Edit::Batch(vec![Edit::only_answer(id).unsure(false), set])
            }
            _ => set,
        };
        let now = &self.ours.updated;
        let Returned { theirs, ancestors: [_, other], .. } = &mut self.returned;
        match theirs.check_each(&edit, catalogue) {
            Ok(()) => {
                theirs.apply(&edit, now);
                if disputed {
                    other.apply(&edit, now);
                }
            }
            Err(error) => self.wrong(sheet, change.cell.clone(), Wrong::File(error)),
        }
    }
}

/// What a row is about.
fn part(catalogue: &Catalogue, kind: &str, id: &str) -> Option<Part> {
    match kind {
        "answers" => catalogue.parse_requirement(id).map(Part::Answer),
        "documents" => catalogue.parse_document(id).map(Part::Document),
        "risks" => RiskId::parse(id).map(Part::Risk),
        _ => catalogue.parse_control(id).map(|id: ControlId| Part::Control(id)),
    }
}
