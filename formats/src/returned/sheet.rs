//! Which sheets of a workbook are ours, and what stands in their rows under which heading.

use super::Here;
use super::book::{Cell, Odd, Sheet, cell_name};
use crate::xlsx::mark::{Head, Mark, TABLES};
use readiness::Date;
use readiness::catalogue::{LANGUAGES, Language};
use readiness::report::model::Table;
use std::collections::BTreeMap;

/// How many rows may stand above the headings.
const MOST_ABOVE: usize = 20;
/// How many headings tell a sheet that has lost its mark.
const ENOUGH_HEADINGS: usize = 4;

/// How many columns that are none of ours are told of.
const MOST_OTHERS: usize = 20;

/// A sheet of ours.
pub(super) struct Found<'a> {
    /// What it is called now.
    pub name: &'a str,
    pub kind: &'static str,
    pub language: &'static Language,
    /// What it says of itself, if it still does.
    pub head: Option<Head>,
    /// Our columns, in the order of the sheet.
    pub columns: Vec<OfOurs>,
    /// The headings of other columns.
    pub others: Vec<String>,
    pub rows: Vec<Row<'a>>,
}

/// A column of ours.
pub(super) struct OfOurs {
    /// What it is called in tables.
    pub name: &'static str,
    /// Its position in the table as it is here.
    pub at: usize,
    /// Its position in the sheet.
    column: u32,
}

/// A row that says something.
pub(super) struct Row<'a> {
    /// What it is about; empty if nothing says that.
    pub id: &'a str,
    mark: Option<Mark<'a>>,
    number: u32,
    /// What stands under each of our columns.
    cells: Vec<(u32, Option<&'a Cell>)>,
}

/// Looks for the headings of one of our tables in a sheet.
pub(super) fn find<'a>(sheet: &'a Sheet, here: &mut Here<'_>) -> Option<Found<'a>> {
    let first = || sheet.rows.iter().take(MOST_ABOVE);
    let marked = first().find_map(|(number, cells)| {
        let mut heads = cells.iter().filter_map(|(column, cell)| Some((*column, Head::parse(&cell.text)?)));
        heads.next().map(|(column, head)| (*number, column, head))
    });
    if let Some((number, column, head)) = marked {
        let (_, tables) = here.tables(head.language);
        let table = tables.iter().find(|table| table.kind == head.kind);
        let (columns, others) = columns(&sheet.rows[&number], table);
        let mut found = Found::new(sheet, head.kind, head.language, columns, others);
        found.rows(sheet, number, Some(column));
        found.head = Some(head);
        return Some(found);
    }
    let mut best: Option<(usize, u32, Found<'a>)> = None;
    for language in LANGUAGES {
        let (_, tables) = here.tables(language);
        for table in tables {
            for (number, cells) in first() {
                let (columns, others) = columns(cells, Some(table));
                let is_better = columns.len() > best.as_ref().map_or(ENOUGH_HEADINGS - 1, |(most, ..)| *most);
                // Without a mark, a row is known by the id in its first column.
                if is_better && table.kind != "documents" && columns.iter().any(|column| column.at == 0) {
                    let kind = TABLES.into_iter().find(|kind| *kind == table.kind)?;
                    let found = Found::new(sheet, kind, language, columns, others);
                    best = Some((found.columns.len(), *number, found));
                }
            }
        }
    }
    best.map(|(_, number, mut found)| {
        found.rows(sheet, number, None);
        found
    })
}

/// Which headings of a row are those of a table, and which are not.
fn columns(cells: &BTreeMap<u32, Cell>, table: Option<&Table>) -> (Vec<OfOurs>, Vec<String>) {
    let (mut columns, mut others) = (Vec::<OfOurs>::new(), Vec::new());
    for (column, cell) in cells {
        if Head::parse(&cell.text).is_some() {
            continue;
        }
        let headings = table.into_iter().flat_map(|table| table.columns.iter().enumerate());
        let fits = |at: usize| !columns.iter().any(|known| known.at == at);
        let found = headings.into_iter().find(|(at, it)| it.heading.trim() == &*cell.text && fits(*at));
        match found {
            Some((at, it)) => columns.push(OfOurs { name: it.name, at, column: *column }),
            None if others.len() < MOST_OTHERS => others.push(cell.text.to_string()),
            None => {}
        }
    }
    (columns, others)
}

impl<'a> Found<'a> {
    fn new(
        sheet: &'a Sheet,
        kind: &'static str,
        language: &'static Language,
        columns: Vec<OfOurs>,
        others: Vec<String>,
    ) -> Self {
        Self { name: &sheet.name, kind, language, head: None, columns, others, rows: Vec::new() }
    }

    fn rows(&mut self, sheet: &'a Sheet, head: u32, marks: Option<u32>) {
        for (number, cells) in sheet.rows.range(head + 1..) {
            let mark = marks.and_then(|column| Mark::parse(&cells.get(&column)?.text));
            let ids = self.columns.iter().find(|column| column.at == 0 && self.kind != "documents");
            let written = ids.and_then(|column| cells.get(&column.column)).map(|cell| &*cell.text);
            let id = mark.as_ref().map(|mark| mark.id).or(written).unwrap_or_default();
            let cells: Vec<_> = self.columns.iter().map(|of| (of.column, cells.get(&of.column))).collect();
            if !id.is_empty() || cells.iter().any(|(_, cell)| cell.is_some()) {
                self.rows.push(Row { id, mark, number: *number, cells });
            }
        }
    }
}

impl Row<'_> {
    /// What stands under a column of ours.
    pub fn text(&self, at: usize) -> &str {
        self.cells[at].1.map_or("", |cell| &cell.text)
    }

    /// The day that a number under a column of ours would be.
    pub fn day(&self, at: usize) -> Option<Date> {
        self.cells[at].1.and_then(|cell| cell.day)
    }

    pub fn odd(&self, at: usize) -> Option<Odd> {
        self.cells[at].1.and_then(|cell| cell.odd)
    }

    /// The name of the cell under a column of ours.
    pub fn cell(&self, at: usize) -> String {
        cell_name(self.number, self.cells.get(at).map_or(1, |(column, _)| *column))
    }

    /// Whether a text is what stood under a column when the workbook was made; `None` if that is not known.
    pub fn was(&self, sheet: &Found<'_>, column: &str, text: &str) -> Option<bool> {
        self.mark.as_ref()?.was(sheet.head.as_ref()?, column, text)
    }

    /// Whether nobody has changed anything in it.
    pub fn is_unchanged(&self, sheet: &Found<'_>) -> bool {
        let mut columns = sheet.columns.iter().enumerate();
        columns.all(|(at, column)| self.odd(at).is_none() && self.was(sheet, column.name, self.text(at)) == Some(true))
    }

    /// Whether it says the same as another one.
    pub fn says_as(&self, other: &Self) -> bool {
        (0..self.cells.len()).all(|at| self.text(at) == other.text(at) && self.odd(at) == other.odd(at))
    }
}
