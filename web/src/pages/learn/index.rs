//! What the search knows: all guidance, item by item.

use super::names::items;
use crate::components::{Chunk, load_chunk};
use crate::route::Route;
use crate::text::{catalogue, say, t};
use js_sys::{Array, Promise};
use readiness::catalogue::Word;
use std::ops::Range;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// How many bytes of text are shown before and after what was found.
const BEFORE: usize = 60;
const AFTER: usize = 140;

/// All guidance.
#[derive(Default)]
pub struct Index {
    entries: Vec<Entry>,
    /// Whether a text could not be had.
    pub incomplete: bool,
}

/// An item.
pub struct Entry {
    /// What it is called.
    pub title: String,
    /// What kind of thing it is.
    pub kind: String,
    /// Where it is read.
    pub route: Route,
    text: String,
    /// Title and text in lower case, byte for byte.
    lower: (String, String),
}

impl Index {
    /// Loads all guidance, at once; what is there already is not loaded again.
    pub async fn load() -> Self {
        let names = catalogue().chunks.iter().map(|(name, _)| *name);
        let loads: Array = names.clone().map(|name| JsValue::from(future_to_promise(load(name)))).collect();
        let _ = JsFuture::from(Promise::all(&loads)).await;
        let mut index = Self::default();
        for name in names {
            match load_chunk(name).await {
                Chunk::Text(text) => {
                    index.entries.extend(items(&text).map(|(id, title)| Entry::new(name, &text, id, title)))
                }
                _ => index.incomplete = true,
            }
        }
        index
    }

    /// The items that have all words, those first that have more of them, and little else, in their titles.
    pub fn find(&self, words: &[String]) -> Vec<&Entry> {
        let mut found: Vec<_> = self.entries.iter().filter_map(|entry| Some((entry.rank(words)?, entry))).collect();
        found.sort_by_key(|(rank, entry)| (*rank, entry.title.len()));
        found.into_iter().map(|(_, entry)| entry).collect()
    }
}

impl Entry {
    fn new(chunk: &'static str, text: &str, id: &str, title: String) -> Self {
        let text = words_of(text, id);
        let lower = (in_lower_case(&title), in_lower_case(&text));
        Self { kind: kind_of(chunk, id), route: place_of(chunk, id), title, text, lower }
    }

    /// How many of the words the title lacks; `None` if one is nowhere.
    fn rank(&self, words: &[String]) -> Option<usize> {
        let (title, text) = &self.lower;
        let mut lacks = 0;
        for word in words {
            if find(title, word, 0).is_none() {
                find(text, word, 0)?;
                lacks += 1;
            }
        }
        Some(lacks)
    }

    /// The text around the first of the words, in pieces, each with whether it is what was looked for.
    pub fn around(&self, words: &[String]) -> Vec<(&str, bool)> {
        let (text, lower) = (&*self.text, &*self.lower.1);
        let next = |at: usize| words.iter().filter_map(|word| find(lower, word, at)).min_by_key(|found| found.start);
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

async fn load(name: &'static str) -> Result<JsValue, JsValue> {
    load_chunk(name).await;
    Ok(JsValue::UNDEFINED)
}

/// The words of what a person typed, in lower case; none if they are too short to look for.
pub fn wanted(typed: &str) -> Vec<String> {
    let words = || typed.split_whitespace().map(in_lower_case);
    if words().any(|word| word.chars().count() > 1) { words().collect() } else { Vec::new() }
}

/// Where a word of a text begins with another, from a place on.
fn find(text: &str, word: &str, from: usize) -> Option<Range<usize>> {
    let begins = |at: &usize| !text[..*at].chars().next_back().is_some_and(char::is_alphanumeric);
    let at = text[from..].match_indices(word).map(|(at, _)| from + at).find(begins)?;
    Some(at..at + word.len())
}

/// Lower case, byte for byte: what is found in it stands at the same place in the text.
fn in_lower_case(text: &str) -> String {
    let lower = |character: char| {
        let mut lower = character.to_lowercase();
        lower.next().filter(|it| it.len_utf8() == character.len_utf8() && lower.next().is_none()).unwrap_or(character)
    };
    text.chars().map(lower).collect()
}

/// The question or summary of an item and the words about it, without marks.
fn words_of(chunk: &str, id: &str) -> String {
    let catalogue = catalogue();
    let question = catalogue.parse_requirement(id).map(|id| catalogue.requirement(id).question);
    let summary = || catalogue.parse_document(id).map(|id| catalogue.document(id).summary);
    let mut words = question.or_else(summary).unwrap_or_default().to_owned();
    let lines = chunk.lines().skip_while(|line| line.strip_prefix("@\t") != Some(id)).skip(1);
    for line in lines.take_while(|line| !line.starts_with('@')) {
        let Some((kind @ ("a" | "p" | "h" | "-" | "+"), text)) = line.split_once('\t') else { continue };
        words.push_str(match kind {
            _ if words.is_empty() => "",
            "p" => " ",
            _ => " · ",
        });
        let mut hidden = false;
        for character in text.chars() {
            // A link leads somewhere, and a mention to a term: that stands before the words.
            hidden = matches!(character, '\u{5}' | '\u{8}') || hidden && character != '\u{6}';
            words.extend((!hidden && !character.is_control()).then_some(character));
        }
    }
    words
}

fn kind_of(chunk: &str, id: &str) -> String {
    let catalogue = catalogue();
    if let Some(requirement) = catalogue.parse_requirement(id) {
        return say(Word::SearchRequirement, &[("place", catalogue.subclause_of(requirement).id)]);
    }
    let word = match chunk {
        "glossary" => Word::SearchTerm,
        "documents" => Word::SearchDocument,
        "clauses" => Word::SearchOverview,
        _ if chunk.starts_with("theme-") => Word::SearchControl,
        _ if chunk.starts_with("clause-") => Word::SearchSubclause,
        _ => Word::SearchPage,
    };
    t(word).to_owned()
}

/// Where an item is read.
fn place_of(chunk: &'static str, id: &str) -> Route {
    match chunk.strip_prefix("learn-") {
        Some(page) => Route::Page(page, None),
        None => Route::Page(chunk, Some(id.to_owned().leak())),
    }
}
