//! A language beside English: its texts are laid over the English items.

use crate::folder::Sources;
use crate::grammar::{Entry, Item, Source};
use crate::model::Content;
use crate::problem::{Location, Problem};
use std::collections::BTreeSet;

/// Entries that are text. All others are facts about an item and live in English.
const TEXT_ENTRIES: [&str; 5] = ["title", "todo", "name", "summary", "also"];

/// Whether an entry is text.
pub(crate) fn is_text(key: &str) -> bool {
    TEXT_ENTRIES.contains(&key)
}

/// Whether a text is only shown beside an item that is answered, so that a language may leave it to English.
pub fn is_guidance(text: &str) -> bool {
    const ALWAYS_SHOWN: [&str; 11] =
        ["title", "todo", "name", "Question", "Why", "Meaning", "Yes", "No", "Applies", "Stop", "Strength"];
    let name = text.rsplit(": ").next().unwrap_or_default();
    let shown = ALWAYS_SHOWN.contains(&name) && !text.starts_with("glossary") || text.starts_with("interface: ");
    !(shown
        || text.starts_with("documents/") && name == "Summary"
        || text.starts_with("controls/") && name == "Purpose")
}

/// What a language lacks of the English texts, in the order of files.
pub fn missing(english: &Content, other: &Content) -> Vec<String> {
    let lacking = english.written.difference(&other.written);
    lacking.cloned().collect()
}

/// The names of all texts in a language's own files.
pub(crate) fn texts_of(sources: &Sources) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for source in sources.files.values() {
        if is_page(source) {
            let body = if has_body(&source.head) { &["body"][..] } else { &[] };
            names.extend(item_texts(source, &source.head, body));
            continue;
        }
        for item in std::iter::once(&source.head).chain(&source.items) {
            let sections: Vec<&str> = item.sections.iter().map(|it| it.name.as_str()).collect();
            names.extend(item_texts(source, item, &sections));
        }
    }
    let words = sources.words.iter().map(|it| &it.key);
    names.extend(words.map(|key| format!("interface: {key}")));
    names
}

fn item_texts(source: &Source, item: &Item, sections: &[&str]) -> Vec<String> {
    let entries = item.entries.iter().map(|it| it.key.as_str());
    let intro = (!item.intro.is_empty() && !is_page(source)).then_some("introduction");
    let item_name = match &item.id {
        id if id == source.stem() => String::new(),
        id => format!(" {id}"),
    };
    entries
        .filter(|key| TEXT_ENTRIES.contains(key))
        .chain(intro)
        .chain(sections.iter().copied())
        .map(|text| format!("{}{item_name}: {text}", source.path))
        .collect()
}

/// A page's sections are its own in every language, and so are a draft's.
pub(crate) fn is_page(source: &Source) -> bool {
    source.path.starts_with("learn/") || source.path.starts_with("drafts/")
}

/// Whether a page says more than its title and summary.
fn has_body(page: &Item) -> bool {
    !page.intro.is_empty() || !page.sections.is_empty()
}

/// English with the texts of another language in place of its own.
pub(crate) fn merge(mut english: Sources, translated: Sources, problems: &mut Vec<Problem>) -> Sources {
    for (path, theirs) in translated.files {
        match english.files.get_mut(&path) {
            Some(ours) => merge_source(ours, theirs, problems),
            None => problems.push(theirs.head.place.problem("English has no such file")),
        }
    }
    // What a variant does not say itself, its language does.
    for word in translated.words {
        match english.words.iter_mut().find(|it| it.key == word.key) {
            Some(ours) => *ours = word,
            // English comes first, and may drop a word before its translators hear of it.
            None => english.outdated.push(not_in_english(&word.place, "word", &word.key)),
        }
    }
    english.terms.extend(translated.terms);
    if !translated.synonyms.is_empty() {
        english.synonyms = translated.synonyms;
    }
    english
}

fn merge_source(ours: &mut Source, theirs: Source, problems: &mut Vec<Problem>) {
    if is_page(ours) {
        if has_body(&theirs.head) {
            (ours.head.intro, ours.head.sections) = (theirs.head.intro, theirs.head.sections);
        }
        merge_entries(&mut ours.head, theirs.head.entries, problems);
        return;
    }
    merge_item(&mut ours.head, theirs.head, problems);
    for item in theirs.items {
        match ours.items.iter_mut().find(|it| it.id == item.id) {
            Some(ours) => merge_item(ours, item, problems),
            None => problems.push(not_in_english(&item.place, "item", &item.id)),
        }
    }
}

fn merge_item(ours: &mut Item, theirs: Item, problems: &mut Vec<Problem>) {
    merge_entries(ours, theirs.entries, problems);
    if !theirs.intro.is_empty() {
        ours.intro = theirs.intro;
    }
    crate::shape::doubled(theirs.sections.iter().map(|it| (&it.name, &it.place)), "the section", problems);
    for section in theirs.sections {
        match ours.sections.iter_mut().find(|it| it.name == section.name) {
            Some(ours) => *ours = section,
            None => problems.push(not_in_english(&section.place, "section", &section.name)),
        }
    }
}

fn merge_entries(ours: &mut Item, theirs: Vec<Entry>, problems: &mut Vec<Problem>) {
    // How a term is written, and mistaken, is each language's own.
    let is_own = |entry: &Entry| ["also", "forms", "except", "everyday"].contains(&entry.key.as_str());
    for entry in theirs {
        match ours.entries.iter_mut().find(|it| it.key == entry.key) {
            Some(ours) if TEXT_ENTRIES.contains(&entry.key.as_str()) || is_own(&entry) => *ours = entry,
            Some(ours) if ours.value == entry.value => {}
            Some(ours) => {
                let message = format!("'{}' is '{}' in English", entry.key, ours.value);
                problems.push(entry.place.problem(message));
            }
            None if is_own(&entry) => ours.entries.push(entry),
            None => problems.push(not_in_english(&entry.place, "key", &entry.key)),
        }
    }
}

fn not_in_english(place: &Location, what: &str, name: &str) -> Problem {
    place.problem(format!("English has no {what} '{name}' here"))
}
