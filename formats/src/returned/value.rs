//! What a person wrote into a cell, as the value of a field.

use super::Wrong;
use crate::xlsx;
use readiness::assessment::{
    Assessment, Choice, ControlEntry, DocumentEntry, DocumentStatus, Evidence, Field, FieldValue, Item, Kind, Level,
    Part,
};
use readiness::catalogue::{Catalogue, RiskId, Word};
use readiness::report::level_name;
use readiness::{Date, report};

/// The field that a column of a part's row shows; `None` where it shows something that follows from others, or that is
/// written elsewhere.
pub(super) fn field(part: Part, column: &str) -> Option<&'static Field> {
    let is_shown = |field: &&'static Field| match part {
        Part::Risk(_) => report::risk_column(field) == column,
        Part::Control(_) => {
            field.name == column && (Item::FIELDS.contains(field) || ControlEntry::FIELDS.contains(field))
        }
        Part::Document(_) => field.name == column && DocumentEntry::FIELDS.contains(field),
        _ => field.name == column && Item::FIELDS.contains(field),
    };
    part.said().find(is_shown)
}

/// The value that a text gives a field.
pub(super) fn value(
    catalogue: &Catalogue,
    ours: &Assessment,
    part: Part,
    field: &Field,
    text: &str,
) -> Result<FieldValue, Wrong> {
    if text.ends_with(catalogue.word(Word::FilesCut)) || text.encode_utf16().count() > xlsx::LONGEST {
        return Err(Wrong::Cut);
    }
    Ok(match field.kind {
        Kind::Text | Kind::Nth(..) | Kind::Moment => FieldValue::Text(text.to_owned()),
        Kind::Texts => FieldValue::Texts(text.lines().map(|line| line.trim().to_owned()).collect()),
        Kind::Day => FieldValue::Day(if text.is_empty() { None } else { Some(day(text).ok_or(Wrong::Day)?) }),
        Kind::Flag => FieldValue::Flag(flag(catalogue, text)?),
        Kind::Number(most) => FieldValue::Number(number(text, most)?),
        Kind::Choice(choice) => FieldValue::Choice(chosen(catalogue, choice, field, text)?),
        Kind::Choices(choice) => FieldValue::Choices(several(catalogue, choice, text)?),
        Kind::Risks => FieldValue::Risks(risks(ours, text)?),
        Kind::Evidence | Kind::Tasks => match ours.value(part, field) {
            FieldValue::Evidence(here) => FieldValue::Evidence(pieces(here, text)),
            _ => return Err(Wrong::NotRead),
        },
        // No sheet has what an audit looked at.
        Kind::Sample => return Err(Wrong::NotRead),
    })
}

/// A day as files write it, or as it is written with dots: what is between slashes may be a day or a month.
fn day(text: &str) -> Option<Date> {
    let with_dots = || {
        let [day, month, year] = <[&str; 3]>::try_from(text.split('.').collect::<Vec<_>>()).ok()?;
        let [day, month, year] = [day, month, year].map(str::trim);
        Date::parse(&format!("{year:0>4}-{month:0>2}-{day:0>2}")).ok()
    };
    // Some programs write a moment where a day was.
    let alone = text.split_once(['T', ' ']).map_or(text, |(day, _)| day);
    Date::parse(alone).ok().or_else(with_dots)
}

fn flag(catalogue: &Catalogue, text: &str) -> Result<bool, Wrong> {
    let [yes, no] = [Word::ReportYes, Word::ReportNo].map(|word| catalogue.word(word));
    match text {
        text if is(text, yes) || text == "TRUE" => Ok(true),
        text if is(text, no) || text == "FALSE" || text.is_empty() => Ok(false),
        _ => Err(Wrong::OneOf([yes, no].map(str::to_owned).join(", "))),
    }
}

/// The number that a cell begins with: what its step is called may stand below it.
fn number(text: &str, most: u32) -> Result<Option<u32>, Wrong> {
    let Some(first) = text.split_whitespace().next() else { return Ok(None) };
    let number = first.parse().ok().filter(|number| (1..=most).contains(number));
    number.map(Some).ok_or(Wrong::Number(most))
}

/// The words that a column of choices can hold, each with the position that it stands for; the first are those that it
/// offers.
fn words(catalogue: &Catalogue, choice: &Choice, field: &Field) -> Vec<(String, Option<u8>)> {
    let word = |word: Word| catalogue.word(word).to_owned();
    if field.name == "level" {
        let named = Level::ALL.map(|level| (level_name(catalogue, level), Some(level.value())));
        let figures = Level::ALL.map(|level| (level.value().to_string(), Some(level.value())));
        let alone = Level::ALL.map(|level| {
            let name = level_name(catalogue, level);
            (name.split_once(' ').map_or(name.clone(), |(_, name)| name.to_owned()), Some(level.value()))
        });
        let open = [(word(Word::LevelNameOpen), None)];
        return named.into_iter().chain(open).chain(figures).chain(alone).collect();
    }
    let said = choice.words.iter().zip(0..).map(|(it, index)| (word(*it), Some(index)));
    let open: &[Word] = match field.name {
        "decision" => &[Word::ReportDecisionUndecided],
        "status" => &[Word::ReportDocumentOpen, Word::ReportDocumentUnneeded],
        _ => &[],
    };
    // Of a record it is said in words of its own.
    let of_records = DocumentStatus::ALL.into_iter().zip(0..).filter_map(|(status, index)| match status {
        DocumentStatus::Missing => None,
        DocumentStatus::Draft => Some((Word::ReportRecordDraft, index)),
        DocumentStatus::Approved => Some((Word::ReportRecordApproved, index)),
    });
    let of_records = of_records.filter(|_| field.name == "status").map(|(it, index)| (word(it), Some(index)));
    said.chain(open.iter().map(|it| (word(*it), None))).chain(of_records).collect()
}

fn chosen(catalogue: &Catalogue, choice: &Choice, field: &Field, text: &str) -> Result<Option<u8>, Wrong> {
    if text.is_empty() {
        return Ok(None);
    }
    let words = words(catalogue, choice, field);
    let found = words.iter().find(|(word, _)| is(text, word)).map(|(_, index)| *index);
    found.ok_or_else(|| {
        let most = choice.words.len() + 1;
        Wrong::OneOf(words.into_iter().map(|(word, _)| word).take(most).collect::<Vec<_>>().join(", "))
    })
}

fn several(catalogue: &Catalogue, choice: &Choice, text: &str) -> Result<u8, Wrong> {
    let names = || choice.words.iter().map(|word| catalogue.word(*word));
    let mut bits = 0;
    for piece in pieces_of(text) {
        let index = names().position(|name| is(piece, name));
        bits |= 1 << index.ok_or_else(|| Wrong::OneOf(names().collect::<Vec<_>>().join(", ")))?;
    }
    Ok(bits)
}

fn risks(ours: &Assessment, text: &str) -> Result<Vec<RiskId>, Wrong> {
    let mut risks = Vec::new();
    for piece in pieces_of(text) {
        let id = RiskId::parse(piece).filter(|id| ours.risks.contains_key(id));
        risks.push(id.ok_or_else(|| Wrong::NoRisk(piece.to_owned()))?);
    }
    risks.sort_unstable();
    risks.dedup();
    Ok(risks)
}

/// The pieces of evidence of some lines. One that is here already in the same words keeps what no cell shows.
fn pieces(here: Vec<Evidence>, text: &str) -> Vec<Evidence> {
    fn lines(text: &str) -> impl Iterator<Item = &str> {
        text.lines().map(str::trim).filter(|line| !line.is_empty())
    }
    let shown = |piece: &Evidence| readiness::shown::text(&piece.line());
    // What it is may have several lines.
    let mut here: Vec<_> =
        here.into_iter().map(|piece| (lines(&shown(&piece)).map(str::to_owned).collect::<Vec<_>>(), piece)).collect();
    here.retain(|(of_it, _)| !of_it.is_empty());
    let all: Vec<_> = lines(text).map(str::to_owned).collect();
    let (mut pieces, mut rest) = (Vec::new(), &all[..]);
    while let [line, after @ ..] = rest {
        match here.iter().position(|(of_it, _)| rest.starts_with(of_it)) {
            Some(at) => {
                let (of_it, piece) = here.remove(at);
                pieces.push(piece);
                rest = &rest[of_it.len()..];
            }
            None => {
                pieces.push(Evidence::from(line.as_str()));
                rest = after;
            }
        }
    }
    pieces
}

fn pieces_of(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '\n']).map(str::trim).filter(|piece| !piece.is_empty())
}

/// Whether a text is a word, in capitals or not.
pub(super) fn is(text: &str, word: &str) -> bool {
    text.to_lowercase() == word.to_lowercase()
}
