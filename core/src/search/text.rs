//! What can be found: the guidance, item by item.

use super::words::in_lower_case;
use crate::catalogue::Catalogue;
use std::ops::Range;

/// How many bytes of a text are shown before and after what was found.
const BEFORE: usize = 60;
const AFTER: usize = 140;

/// Something that can be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// What synonyms call it: `A.8.5`, `doc-nda`, `4.3-document`, `6.1.2`, `learn/cost`.
    pub id: String,
    /// The piece of guidance that it is in, such as `theme-people`; empty if it is in none.
    pub chunk: String,
    /// What it is called inside that piece, such as `cost`.
    pub item: String,
    /// What it is called.
    pub title: String,
    /// Where it stands among others that fit as well: what is asked before terms, terms before overviews.
    pub order: u8,
    /// The words about it.
    text: String,
    /// Title and other names in lower case.
    pub(super) name: String,
    /// The text in lower case, byte for byte.
    pub(super) lower: String,
}

impl Text {
    /// Something with a name alone.
    pub fn named(id: &str, title: String) -> Self {
        Self { id: id.to_owned(), name: in_lower_case(&title), title, ..Self::default() }
    }

    /// Whether a text in lower case is one of its names.
    pub(super) fn is_called(&self, typed: &str) -> bool {
        self.name.split(';').any(|name| name == typed)
    }

    /// The text around the first of some words in lower case, in pieces, each with whether it is one of the words.
    pub fn around(&self, words: &[&str]) -> Vec<(&str, bool)> {
        let (text, lower) = (&*self.text, &*self.lower);
        let next = |at: usize| words.iter().filter_map(|word| begin(lower, word, at)).min_by_key(|found| found.start);
        let first = next(0).map_or(0, |found| found.start);
        // It begins and ends with whole words.
        let from = text.floor_char_boundary(first.saturating_sub(BEFORE));
        let from = if from == 0 { 0 } else { from + text[from..first].find(' ').map_or(0, |space| space + 1) };
        let end = text.ceil_char_boundary((first + AFTER).min(text.len()));
        let end = end + text[end..].find(' ').unwrap_or(text.len() - end);
        let mut pieces = vec![(if from > 0 { "… " } else { "" }, false)];
        let mut at = from;
        while let Some(found) = next(at).filter(|found| found.end <= end) {
            pieces.extend([(&text[at..found.start], false), (&text[found.clone()], true)]);
            at = found.end;
        }
        pieces.extend([(&text[at..end], false), (if end < text.len() { " …" } else { "" }, false)]);
        pieces
    }
}

/// The items of a piece of guidance, by its name, such as `clause-4`, and its text (the form is in the content
/// compiler's `chunks.rs`).
pub fn texts(catalogue: &Catalogue, chunk: &str, text: &str) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for line in text.lines() {
        let (mark, line) = line.split_once('\t').unwrap_or((line, ""));
        if mark == "@" {
            texts.push(begun(catalogue, chunk, line));
        } else if let Some(text) = texts.last_mut() {
            match mark {
                "t" => (text.title, text.name) = (line.to_owned(), in_lower_case(line)),
                "a" => {
                    text.name.push(';');
                    text.name.push_str(&in_lower_case(line));
                    add(&mut text.text, " · ", line);
                }
                "p" => add(&mut text.text, " ", line),
                "h" | "-" | "+" => add(&mut text.text, " · ", line),
                _ => {}
            }
        }
    }
    for text in &mut texts {
        text.lower = in_lower_case(&text.text);
    }
    texts
}

/// An item without its words, but for the question or summary that the catalogue has.
fn begun(catalogue: &Catalogue, chunk: &str, item: &str) -> Text {
    let question = catalogue.parse_requirement(item).map(|id| catalogue.requirement(id).question);
    let summary = || catalogue.parse_document(item).map(|id| catalogue.document(id).summary);
    let (id, order) = match chunk {
        "glossary" => (format!("{chunk}/{item}"), 1),
        "clauses" => (format!("{chunk}/{item}"), 2),
        _ if chunk.starts_with("learn-") => (format!("learn/{item}"), 0),
        _ => (item.to_owned(), 0),
    };
    Text {
        order,
        chunk: chunk.to_owned(),
        item: item.to_owned(),
        text: question.or_else(summary).unwrap_or_default().to_owned(),
        ..Text::named(&id, title(catalogue, item).unwrap_or_default())
    }
}

/// Adds a line without its marks.
fn add(text: &mut String, between: &str, line: &str) {
    if !text.is_empty() {
        text.push_str(between);
    }
    let mut hidden = false;
    for character in line.chars() {
        // A link leads somewhere, and a mention to a term: that stands before the words.
        hidden = matches!(character, '\u{5}' | '\u{8}') || hidden && character != '\u{6}';
        text.extend((!hidden && !character.is_control()).then_some(character));
    }
}

/// What an item of the catalogue is called, by its id; `None` if there is none.
pub fn title(catalogue: &Catalogue, id: &str) -> Option<String> {
    if let Some(index) = catalogue.subclause(id) {
        return Some(format!("{id} {}", catalogue.subclauses[index].title));
    }
    if let Some(requirement) = catalogue.parse_requirement(id) {
        return Some(catalogue.requirement(requirement).title.to_owned());
    }
    if let Some(control) = catalogue.parse_control(id).and_then(|id| catalogue.control(id)) {
        return Some(format!("{} {}", control.id, control.name));
    }
    if let Some(document) = catalogue.parse_document(id) {
        return Some(catalogue.document(document).name.to_owned());
    }
    let clause = || catalogue.clauses.iter().find(|it| it.id == id).map(|it| format!("{id} {}", it.title));
    let theme = || catalogue.themes.iter().find(|it| it.id == id).map(|it| it.title.to_owned());
    let page = catalogue.pages.iter().find(|it| it.id == id).map(|it| it.title.to_owned());
    page.or_else(clause).or_else(theme)
}

/// Where a word of a text begins with another, from a place on.
pub(super) fn begin(text: &str, word: &str, from: usize) -> Option<Range<usize>> {
    let begins = |at: &usize| !text[..*at].chars().next_back().is_some_and(char::is_alphanumeric);
    let at = text[from..].match_indices(word).map(|(at, _)| from + at).find(begins)?;
    Some(at..at + word.len())
}

/// Whether a text has a word as a whole, or in its plural.
pub(super) fn whole(text: &str, word: &str) -> bool {
    let mut from = 0;
    while let Some(found) = begin(text, word, from) {
        let rest = &text[found.end..];
        let rest = &rest[..rest.find(|it: char| !it.is_alphanumeric()).unwrap_or(rest.len())];
        if ["", "s", "es", "e", "n", "en"].contains(&rest) {
            return true;
        }
        from = found.end;
    }
    false
}
