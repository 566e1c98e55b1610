//! The sheet for an auditor's notes, as a review: what they wrote beside each item, and nothing of it an answer.

use super::sheet::{Found, Row};
use super::{Taking, Wrong, part, value};
use crate::xlsx;
use readiness::assessment::{DocumentStatus, FieldValue, Id, Level, Part};
use readiness::catalogue::Catalogue;
use readiness::review::{Mark, Opinion, Remark, Review};
use readiness::{Assessment, ItemRef, Timestamp};
use sha2::{Digest, Sha256};

/// More names, or a longer one, say nothing about who has looked.
const MOST_NAMES: usize = 5;
const LONGEST_NAME: usize = 200;

/// What a row is about, if a review can say something about it.
pub(super) fn item(catalogue: &Catalogue, id: &str) -> Option<(ItemRef, Part)> {
    let found = ["answers", "documents", "soa"].into_iter().find_map(|kind| part(catalogue, kind, id))?;
    let item = match found {
        Part::Answer(id) => id.into(),
        Part::Document(id) => id.into(),
        Part::Control(id) => id.into(),
        _ => return None,
    };
    Some((item, found))
}

/// What all rows of a sheet say together; `None` where nobody has written anything.
pub(super) fn review(
    taking: &mut Taking<'_>,
    catalogue: &Catalogue,
    sheet: &Found<'_>,
    modified: &Timestamp,
) -> Option<Review> {
    let ours = taking.ours;
    let mut review = Review::begin(Id::default(), catalogue, ours, modified.clone());
    review.draft = false;
    if let Some(about) = sheet.head.as_ref().and_then(|head| head.about.clone()) {
        (review.about.digest, review.about.left_out) = about;
    }
    let mut names = Vec::new();
    for row in &sheet.rows {
        let written =
            |name| Cell::of(sheet, row, name).filter(|cell| !cell.text.is_empty() || row.odd(cell.at).is_some());
        let [mark, opinion, comment, by] = ["mark", "opinion", "comment", "by"].map(written);
        if mark.is_none() && opinion.is_none() && comment.is_none() {
            continue;
        }
        let Some((item, part)) = item(catalogue, row.id) else {
            let wrong = if row.id.is_empty() { Wrong::NoId } else { Wrong::NoRow(row.id.to_owned()) };
            taking.wrong(sheet, row.cell(0), wrong);
            continue;
        };
        let reading = Reading { catalogue, ours, part };
        let mut remark = Remark {
            mark: read(taking, sheet, row, mark, |text| reading.mark(text)),
            opinion: read(taking, sheet, row, opinion, |text| reading.opinion(text)).flatten(),
            comment: read(taking, sheet, row, comment, |text| Ok(text.to_owned())).unwrap_or_default(),
            seen: None,
        };
        // Whoever would rather see another level disagrees.
        if remark.opinion.is_some() && remark.mark.is_none() {
            remark.mark = Some(Mark::Disagree);
        }
        if remark.is_empty() {
            continue;
        }
        remark.seen = match Cell::of(sheet, row, "state") {
            Some(cell) => reading.opinion(cell.text).ok().flatten(),
            None => Opinion::said(ours, item),
        };
        review.remarks.insert(item, remark);
        let by = by.map_or("", |cell| cell.text);
        let is_name = !by.is_empty() && by.chars().count() <= LONGEST_NAME;
        if is_name && names.len() < MOST_NAMES && !names.contains(&by) {
            names.push(by);
        }
    }
    review.reviewer.name = names.join(", ");
    // The same people's notes on the same assessment are the same review: what comes later takes the place of what was.
    let digest = Sha256::digest(format!("{}\n{}", &*ours.id, review.reviewer.name));
    let digits: String = digest[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    review.id = Id::parse(&format!("notes-{digits}"))?;
    (!review.remarks.is_empty()).then_some(review)
}

/// What a cell says; one that can't be read is named.
fn read<T>(
    taking: &mut Taking<'_>,
    sheet: &Found<'_>,
    row: &Row<'_>,
    cell: Option<Cell<'_>>,
    read: impl FnOnce(&str) -> Result<T, Wrong>,
) -> Option<T> {
    let Cell { at, text } = cell?;
    let read = match row.odd(at) {
        Some(odd) => Err(odd.into()),
        None if text.encode_utf16().count() > xlsx::LONGEST => Err(Wrong::Cut),
        None => read(text),
    };
    read.map_err(|wrong| taking.wrong(sheet, row.cell(at), wrong)).ok()
}

/// A cell of one of our columns.
struct Cell<'a> {
    at: usize,
    text: &'a str,
}

impl<'a> Cell<'a> {
    fn of(sheet: &Found<'_>, row: &'a Row<'_>, column: &str) -> Option<Self> {
        let at = sheet.columns.iter().position(|it| it.name == column)?;
        Some(Self { at, text: row.text(at) })
    }
}

/// What it takes to read the cells of a row.
struct Reading<'a> {
    catalogue: &'a Catalogue,
    ours: &'a Assessment,
    part: Part,
}

impl Reading<'_> {
    fn mark(&self, text: &str) -> Result<Mark, Wrong> {
        let label = |mark: &Mark| mark.label(self.catalogue);
        let found = Mark::ALL.into_iter().find(|mark| value::is(text, label(mark)));
        found.ok_or_else(|| Wrong::OneOf(Mark::ALL.iter().map(label).collect::<Vec<_>>().join(", ")))
    }

    /// `None` for what is open.
    fn opinion(&self, text: &str) -> Result<Option<Opinion>, Wrong> {
        let name = if matches!(self.part, Part::Document(_)) { "status" } else { "level" };
        let Some(field) = value::field(self.part, name) else { return Ok(None) };
        Ok(match value::value(self.catalogue, self.ours, self.part, field, text)? {
            FieldValue::Choice(Some(index)) if name == "status" => {
                DocumentStatus::ALL.get(usize::from(index)).copied().map(Opinion::Status)
            }
            FieldValue::Choice(Some(index)) => Level::ALL.get(usize::from(index)).copied().map(Opinion::Level),
            _ => None,
        })
    }
}
