//! `interface/*.properties`: the words of the interface, by the room that says them.
//!
//! ```text
//! line        = [ key "=" text ] | "#" comment
//! key         = part ( "." part )*         part = lower-case letters, digits and "-"
//! text        = characters, with "{name}" filled in and "{name?one:other}" picked by number
//! ```

use crate::grammar::Entry;
use crate::model::{Content, Word};
use crate::problem::{Location, Problem};
use crate::reach::Reach;
use crate::reader::Reader;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// How the files begin with the words that are loaded before all others; so their names come before all others.
const EARLY: [(&str, Reach); 3] = [("0-", Reach::FirstView), ("1-", Reach::Questions), ("2-", Reach::Results)];

/// Adds the words of one file to those of the files before it.
pub(crate) fn parse(shown: &str, text: &str, entries: &mut Vec<Entry>, problems: &mut Vec<Problem>) {
    let start = Location::start_of(shown);
    let mut variants: BTreeMap<String, String> =
        entries.iter().map(|entry| (variant(&entry.key), entry.key.clone())).collect();
    for (index, line) in text.lines().enumerate() {
        let place = start.at(index + 1);
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        if line.chars().any(char::is_control) {
            problems.push(place.problem("a tab or another control character; use spaces"));
        }
        let Some((key, value)) = line.split_once('=').map(|(k, v)| (k.trim(), v.trim())) else {
            problems.push(place.problem(format!("expected 'key = text', found '{line}'")));
            continue;
        };
        if !is_key(key) {
            let message = format!("the key '{key}' is not like 'home.start-new'");
            problems.push(place.problem(message));
            continue;
        }
        if value.is_empty() {
            problems.push(place.problem(format!("'{key}' has no text")));
        }
        if let Some(other) = variants.insert(variant(key), key.to_owned()) {
            let message = format!("the key '{key}' is there twice, or too like '{other}'");
            problems.push(place.problem(message));
            continue;
        }
        if let Err(message) = placeholders(value) {
            problems.push(place.problem(message));
        }
        entries.push(Entry { key: key.to_owned(), value: value.to_owned(), place });
    }
}

fn is_key(key: &str) -> bool {
    key.split(['.', '-'])
        .all(|part| part.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit()) && !part.is_empty())
        && key.starts_with(|first: char| first.is_ascii_lowercase())
}

/// The names of a text's placeholders.
pub(crate) fn placeholders(text: &str) -> Result<BTreeSet<&str>, String> {
    let mut names = BTreeSet::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '}']) {
        let inside = rest[start..].strip_prefix('{').and_then(|it| it.split_once('}'));
        let Some((inside, after)) = inside else {
            return Err("a '{' or '}' without its other half".to_owned());
        };
        let (name, choice) = match inside.split_once('?') {
            Some((name, choice)) => (name, Some(choice)),
            None => (inside, None),
        };
        let is_name = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_lowercase());
        if !is_name(name) || choice.is_some_and(|it| !it.contains(':')) {
            return Err(format!("'{{{inside}}}' is neither '{{name}}' nor '{{count?item:items}}'"));
        }
        names.insert(name);
        rest = after;
    }
    Ok(names)
}

/// The words of a language, in the order of English; a text of its own that no longer fits is lacking.
pub(crate) fn words(own: &[Entry], english: &[Entry], reader: &mut Reader) -> Vec<Word> {
    let words = english.iter().map(|entry| {
        let found = own.iter().find(|it| it.key == entry.key);
        // What names other places than English does is of an earlier English: it is lacking.
        let text = found.filter(|it| placeholders(&it.value) == placeholders(&entry.value)).unwrap_or(entry);
        if found.is_some_and(|it| it.value != text.value) {
            reader.outdated.push(entry.key.clone());
        }
        reader.note(&text.place, &text.value);
        let file = entry.place.file.rsplit(['/', '\\']).next().unwrap_or_default();
        Word {
            key: entry.key.clone(),
            file: format!("interface/{file}"),
            text: text.value.clone(),
            english: entry.value.clone(),
            reach: EARLY.iter().find(|(start, _)| file.starts_with(start)).map_or(Reach::Whole, |(_, reach)| *reach),
        }
    });
    words.collect()
}

/// The words of the interface as a Rust enum; its numbers are the positions in the pack.
pub fn words_enum(content: &Content) -> String {
    let mut code = String::from(
        "/// A word of the interface; its number is its place among the words of the catalogue.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq)]\n",
    );
    // An enum without variants has no representation to choose.
    if !content.words.is_empty() {
        code.push_str("#[repr(u16)]\n");
    }
    code.push_str("pub enum Word {\n");
    for word in &content.words {
        let (doc, name) = (doc_text(&word.english), variant(&word.key));
        let _ = writeln!(code, "    /// {doc}\n    {name},");
    }
    let count = content.words.len();
    let _ = writeln!(code, "}}\n\n/// How many words there are.\npub const COUNT: usize = {count};");
    code
}

/// `home.start-new` becomes `HomeStartNew`.
fn variant(key: &str) -> String {
    let parts = key.split(['.', '-']);
    parts.fold(String::new(), |mut name, part| {
        let mut letters = part.chars();
        name.extend(letters.next().map(|it| it.to_ascii_uppercase()));
        name.push_str(letters.as_str());
        name
    })
}

/// A text as a doc comment shows it: none of its characters are marks.
fn doc_text(text: &str) -> String {
    text.chars().flat_map(|it| r"\`*_[]<>#".contains(it).then_some('\\').into_iter().chain([it])).collect()
}
