//! What is in the cells of a workbook (ISO/IEC 29500), whichever program has saved it. Formulas are never computed.

use super::ReturnError;
use super::xml::{Event, Reader, Tag};
use crate::unpack::zip::Archive;
use crate::unpack::{MOST, MOST_FILES, UnpackError};
use crate::xlsx::mark::settled;
use readiness::{Date, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How many cells with something in them are read. Ours have some 5,000.
pub const MOST_CELLS: usize = 100_000;

/// How many places of merged cells are known. A list of requests has no more of them than rows.
const MOST_MERGED: usize = 2_000;

/// A workbook.
pub(super) struct Book {
    pub sheets: Vec<Sheet>,
    /// When a program has saved it last, as it says.
    pub modified: Option<Timestamp>,
}

/// A sheet of it, with those cells that hold something, by row and column.
pub(super) struct Sheet {
    pub name: String,
    pub rows: Rows,
    /// The cells that are one with those below them: the first and the last row, and the column.
    pub merged: Merged,
    /// Whether programs show it only to those who ask for it.
    pub hidden: bool,
}

type Rows = BTreeMap<u32, BTreeMap<u32, Cell>>;
type Merged = Vec<(u32, u32, u32)>;

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    /// What it shows: a day as in `2026-11-24`, a number as it is counted.
    pub text: Rc<str>,
    /// The day that its number would be: not every program keeps the style that shows it as one.
    pub day: Option<Date>,
    /// What it is, where that is no text, number or day.
    pub odd: Option<Odd>,
}

/// What a cell is whose text nobody wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Odd {
    /// A formula.
    Formula,
    /// What a program shows in place of a value that it can't compute.
    Error,
}

impl Book {
    pub fn read(bytes: &[u8]) -> Result<Self, ReturnError> {
        if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err(ReturnError::OldOrLocked);
        }
        if !crate::unpack::is_zip(bytes) {
            return Err(ReturnError::NotWorkbook);
        }
        let package = Package(Archive::office(bytes)?);
        let main = package.related("", "/officeDocument")?.next().ok_or(ReturnError::NotWorkbook)?;
        let strings = package.related(&main, "/sharedStrings")?.next();
        let styles = package.related(&main, "/styles")?.next();
        let about = &mut About {
            strings: strings.map_or(Ok(Vec::new()), |name| shared_strings(package.reader(&name)?))?,
            days: styles.map_or(Ok(Vec::new()), |name| day_styles(package.reader(&name)?))?,
            from_1904: false,
            cells: MOST_CELLS,
            letters: MOST,
        };
        let targets = package.targets(&main)?.into_iter();
        let targets: BTreeMap<_, _> = targets.map(|(id, _, target)| (id, target)).collect();
        let (mut named, mut known) = (Vec::new(), BTreeSet::new());
        let mut reader = package.reader(&main)?;
        let mut is_workbook = false;
        while let Some(event) = reader.next()? {
            let Event::Open(tag) = event else { continue };
            match tag.name {
                "workbook" => is_workbook = true,
                "workbookPr" => about.from_1904 = tag.get("date1904").is_some_and(|it| matches!(&*it, "1" | "true")),
                "sheet" => {
                    let hidden = tag.get("state").is_some_and(|state| state != "visible");
                    // Each is read once, however often it is named.
                    let target = tag.get("id").and_then(|id| targets.get(&*id)).filter(|it| known.insert(*it));
                    named.extend(tag.get("name").zip(target).map(|(name, target)| (name, target, hidden)));
                }
                _ => {}
            }
        }
        if !is_workbook {
            return Err(ReturnError::NotWorkbook);
        }
        let mut sheets = Vec::new();
        for (name, target, hidden) in named {
            let (rows, merged) = about.rows(package.reader(target)?)?;
            sheets.push(Sheet { name: name.into_owned(), rows, merged, hidden });
        }
        let modified = package.related("", "/core-properties")?.next();
        Ok(Self { sheets, modified: modified.map_or(Ok(None), |name| modified_at(package.reader(&name)?))? })
    }
}

/// The files of a workbook, and what they say of each other.
struct Package(Archive);

impl Package {
    fn reader(&self, name: &str) -> Result<Reader<'_>, ReturnError> {
        let file = self.0.files.iter().find(|file| file.name.eq_ignore_ascii_case(name));
        let content = &file.ok_or(ReturnError::Damaged)?.content;
        Reader::new(content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content))
    }

    /// What a file is related to: id, kind and name of the other one.
    fn targets(&self, of: &str) -> Result<Vec<(String, String, String)>, ReturnError> {
        let (folder, base) = of.rsplit_once('/').map_or(("", of), |(folder, base)| (folder, base));
        let name = if folder.is_empty() { format!("_rels/{base}.rels") } else { format!("{folder}/_rels/{base}.rels") };
        let mut all = Vec::new();
        // Whatever else is packed, such as a spreadsheet of another kind, is no workbook.
        let Ok(mut reader) = self.reader(&name) else { return Ok(all) };
        while let Some(event) = reader.next()? {
            let Event::Open(tag) = event else { continue };
            let (Some(id), Some(kind), Some(target)) = (tag.get("Id"), tag.get("Type"), tag.get("Target")) else {
                continue;
            };
            let target = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None if folder.is_empty() => target.into_owned(),
                None => format!("{folder}/{target}"),
            };
            if all.len() == 2 * MOST_FILES {
                return Err(UnpackError::TooManyFiles.into());
            }
            all.push((id.into_owned(), kind.into_owned(), target));
        }
        Ok(all)
    }

    fn related(&self, of: &str, kind: &str) -> Result<impl Iterator<Item = String> + use<>, ReturnError> {
        let kind = kind.to_owned();
        let targets = self.targets(of)?.into_iter();
        Ok(targets.filter_map(move |(_, of, target)| of.ends_with(&kind).then_some(target)))
    }
}

/// What cells refer to, and how much more of them is read.
struct About {
    strings: Vec<Rc<str>>,
    /// Whether each style shows a day.
    days: Vec<bool>,
    /// Whether days are counted from 1904.
    from_1904: bool,
    cells: usize,
    letters: usize,
}

impl About {
    fn rows(&mut self, mut reader: Reader<'_>) -> Result<(Rows, Merged), ReturnError> {
        let (mut rows, mut merged) = (Rows::new(), Merged::new());
        // Where nothing says which row or column it is, it is the next one.
        let (mut row, mut column) = (0, 0);
        while let Some(event) = reader.next()? {
            let Event::Open(tag) = event else { continue };
            match tag.name {
                "row" => {
                    row = tag.get("r").and_then(|it| it.parse().ok()).unwrap_or(row + 1);
                    column = 0;
                }
                "c" => {
                    let place = tag.get("r").and_then(|it| place(&it));
                    (row, column) = place.unwrap_or((row, column + 1));
                    let Some(cell) = self.cell(&tag, &mut reader)? else { continue };
                    self.letters = self.letters.checked_sub(cell.text.len()).ok_or(ReturnError::TooMuch)?;
                    self.cells = self.cells.checked_sub(1).ok_or(ReturnError::TooMuch)?;
                    rows.entry(row).or_default().insert(column, cell);
                }
                "mergeCell" => {
                    let places =
                        tag.get("ref").and_then(|it| it.split_once(':').map(|(one, other)| (place(one), place(other))));
                    if let Some((Some((first, column)), Some((last, _)))) =
                        places.filter(|_| merged.len() < MOST_MERGED)
                    {
                        merged.push((first, last, column));
                    }
                }
                _ => {}
            }
        }
        Ok((rows, merged))
    }

    /// What is in a cell; `None` if nothing.
    fn cell(&self, tag: &Tag<'_>, reader: &mut Reader<'_>) -> Result<Option<Cell>, ReturnError> {
        let (mut value, mut inline, mut odd) = (String::new(), None, None);
        loop {
            match reader.next()?.ok_or(ReturnError::Damaged)? {
                Event::Open(inner) => match inner.name {
                    "v" => value = reader.texts("")?,
                    "is" => inline = Some(settled(&reader.texts("rPh")?)),
                    name => {
                        odd = odd.or((name == "f").then_some(Odd::Formula));
                        reader.texts("")?;
                    }
                },
                Event::Close("c") => break,
                Event::Close(_) | Event::Text(_) => {}
            }
        }
        let kind = tag.get("t").unwrap_or_default();
        let number = matches!(&*kind, "" | "n").then(|| value.trim().parse::<f64>().ok()).flatten();
        let day = number.and_then(|number| self.day(number));
        let text: Rc<str> = match (&*kind, inline) {
            (_, Some(text)) => text.into(),
            ("s", None) => match value.trim().parse::<usize>() {
                Ok(index) => self.strings.get(index).ok_or(ReturnError::Damaged)?.clone(),
                Err(_) => "".into(),
            },
            ("str", None) => settled(&value).into(),
            ("d", None) => value.trim().get(..10).unwrap_or(value.trim()).into(),
            ("b", None) => if value.trim() == "1" { "TRUE" } else { "FALSE" }.into(),
            ("e", None) => {
                odd = odd.or(Some(Odd::Error));
                value.trim().into()
            }
            (_, None) => match (number, day.filter(|_| self.shows_day(tag))) {
                (_, Some(day)) => day.to_string().into(),
                (Some(number), None) => number.to_string().into(),
                (None, None) => value.trim().into(),
            },
        };
        Ok((!text.is_empty() || odd.is_some()).then_some(Cell { text, day, odd }))
    }

    /// Whether the style of a cell shows its number as a day.
    fn shows_day(&self, tag: &Tag<'_>) -> bool {
        let style = tag.get("s").and_then(|it| it.parse::<usize>().ok()).unwrap_or(0);
        self.days.get(style).copied().unwrap_or(false)
    }

    fn day(&self, number: f64) -> Option<Date> {
        // The last day that a workbook knows is in the year 9999.
        let days = (1.0..2_958_466.0).contains(&number).then_some(number as i32)?;
        let (first, days) = match self.from_1904 {
            true => ("1904-01-01", days),
            // It counts a 29 February 1900, which no calendar has.
            false => ("1899-12-31", if days > 59 { days - 1 } else { days }),
        };
        Some(Date::parse(first).ok()?.plus_days(days))
    }
}

/// Row and column of a cell, such as 7 and 4 for `D7`.
fn place(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        letter.is_ascii_uppercase().then(|| column.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1)).flatten()
    })?;
    Some((row.parse().ok()?, column))
}

/// The name of a cell, such as `D7`.
pub(super) fn cell_name(row: u32, mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        letters.push(char::from(b'A' + ((column - 1) % 26) as u8));
        column = (column - 1) / 26;
    }
    letters.into_iter().rev().collect::<String>() + &row.to_string()
}

/// When a workbook was saved last, as far as it says a moment in the usual form.
fn modified_at(mut reader: Reader<'_>) -> Result<Option<Timestamp>, ReturnError> {
    while let Some(event) = reader.next()? {
        if matches!(event, Event::Open(tag) if tag.name == "modified") {
            let moment = Timestamp::new(reader.texts("")?.trim());
            let is_one = moment.as_str().len() == "2026-11-24T09:00:00Z".len() && moment.as_str().ends_with('Z');
            return Ok(moment.day().filter(|_| is_one).map(|_| moment));
        }
    }
    Ok(None)
}

fn shared_strings(mut reader: Reader<'_>) -> Result<Vec<Rc<str>>, ReturnError> {
    let mut strings = Vec::new();
    while let Some(event) = reader.next()? {
        if matches!(event, Event::Open(tag) if tag.name == "si") {
            if strings.len() == MOST_CELLS {
                return Err(ReturnError::TooMuch);
            }
            strings.push(settled(&reader.texts("rPh")?).into());
        }
    }
    Ok(strings)
}

/// Whether each style of cells shows a day.
fn day_styles(mut reader: Reader<'_>) -> Result<Vec<bool>, ReturnError> {
    let (mut own, mut styles, mut is_cells) = (BTreeMap::new(), Vec::new(), false);
    while let Some(event) = reader.next()? {
        match event {
            Event::Open(tag) if tag.name == "numFmt" => {
                own.extend(tag.get("numFmtId").zip(tag.get("formatCode")).map(|(id, code)| (id, shows_day(&code))));
            }
            Event::Open(tag) if tag.name == "cellXfs" => is_cells = true,
            Event::Close("cellXfs") => is_cells = false,
            Event::Open(tag) if is_cells && tag.name == "xf" => {
                let id = tag.get("numFmtId").unwrap_or_default();
                let of_every_program = || matches!(id.parse(), Ok(14..=17 | 22 | 27..=36 | 50..=58_u32));
                styles.push(own.get(&id).copied().unwrap_or_else(of_every_program));
            }
            _ => {}
        }
    }
    Ok(styles)
}

/// Whether a format shows a day or a year: in its letters, not in its words and colours.
fn shows_day(code: &str) -> bool {
    let (mut quoted, mut bracket, mut escaped) = (false, false, false);
    code.chars().any(|letter| {
        let is_word = quoted || bracket || std::mem::take(&mut escaped);
        match letter {
            '"' if !bracket => quoted = !quoted,
            '[' if !quoted => bracket = true,
            ']' if !quoted => bracket = false,
            '\\' | '_' | '*' if !is_word => escaped = true,
            _ => {}
        }
        !is_word && matches!(letter, 'd' | 'D' | 'y' | 'Y')
    })
}
