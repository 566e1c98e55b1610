//! The files of a language: which there may be, and what each of them is.

use crate::grammar::{self, Entry, Source};
use crate::problem::{Location, Problem};
use crate::{ENGLISH, interface, synonyms, terms};
use std::collections::BTreeMap;
use std::path::Path;

/// Folders with a file for each item.
const FOLDERS: [&str; 7] = ["clauses", "controls", "documents", "drafts", "learn", "requirements", "themes"];
pub(crate) const FACTS: &str = "facts.md";
pub(crate) const GLOSSARY: &str = "glossary.md";
pub(crate) const QUICK: &str = "quick.md";
const TERMS: &str = "terms.txt";
const SYNONYMS: &str = "synonyms.txt";
const INTERFACE: &str = "interface";
pub(crate) const DIFFERENCES: &str = "differences.txt";

/// The language that a tag is a variant of: `en` of `en-US`.
pub(crate) fn base(language: &str) -> Option<&str> {
    language.split_once('-').map(|(base, _)| base)
}

/// All files of a language, parsed as far as the outer grammar goes.
#[derive(Clone, Debug)]
pub(crate) struct Sources {
    /// The language's folder as problems name it.
    pub place: Location,
    /// By their path inside the language's folder.
    pub files: BTreeMap<String, Source>,
    pub words: Vec<Entry>,
    pub terms: Vec<terms::Banned>,
    pub synonyms: Vec<synonyms::Line>,
    /// Texts that English has no more, which nobody reads.
    pub outdated: Vec<Problem>,
}

impl Sources {
    /// The files of one folder, in the order of their names.
    pub fn folder(&self, folder: &str) -> impl Iterator<Item = &Source> {
        let files = self.files.values();
        files.filter(move |it| it.path.split_once('/').is_some_and(|(dir, _)| dir == folder))
    }
}

pub(crate) fn read(dir: &Path, language: &str, problems: &mut Vec<Problem>) -> Sources {
    let root = dir.join(language);
    let mut sources = Sources {
        place: Location::start_of(&root.display().to_string()),
        files: BTreeMap::new(),
        words: Vec::new(),
        terms: Vec::new(),
        synonyms: Vec::new(),
        outdated: Vec::new(),
    };
    let is_english = language == ENGLISH;
    for name in names(&root, "", problems) {
        if FOLDERS.contains(&name.as_str()) {
            for file in names(&root, &name, problems) {
                sources.file(&root, &format!("{name}/{file}"), problems);
            }
        } else if name == FACTS || name == GLOSSARY || name == QUICK {
            sources.file(&root, &name, problems);
        } else if name == INTERFACE {
            for file in names(&root, &name, problems) {
                sources.words_file(&root, &format!("{name}/{file}"), problems);
            }
        } else if name == TERMS {
            if let Some((shown, text)) = text_of(&root, &name, problems) {
                sources.terms = terms::parse(&shown, &text, problems);
            }
        } else if name == SYNONYMS {
            if let Some((shown, text)) = text_of(&root, &name, problems) {
                sources.synonyms = synonyms::parse(&shown, &text, problems);
            }
        } else if name == DIFFERENCES && base(language).is_some() {
            // A variant's own, see `variant.rs`.
        } else {
            let place = Location::start_of(&root.join(&name).display().to_string());
            problems.push(place.problem("no part of the content; see content/README.md"));
        }
    }
    for name in [FACTS, GLOSSARY, QUICK, TERMS] {
        if is_english && !root.join(name).exists() {
            let place = Location::start_of(&root.join(name).display().to_string());
            problems.push(place.problem("the file is missing"));
        }
    }
    sources
}

impl Sources {
    fn file(&mut self, root: &Path, path: &str, problems: &mut Vec<Problem>) {
        let Some((shown, text)) = text_of(root, path, problems) else {
            return;
        };
        if !has_ending(path, ".md", &shown, problems) {
            return;
        }
        let source = grammar::parse(path, &shown, &text, problems);
        self.files.insert(path.to_owned(), source);
    }

    fn words_file(&mut self, root: &Path, path: &str, problems: &mut Vec<Problem>) {
        if let Some((shown, text)) = text_of(root, path, problems)
            && has_ending(path, ".properties", &shown, problems)
        {
            interface::parse(&shown, &text, &mut self.words, problems);
        }
    }
}

fn has_ending(path: &str, ending: &str, shown: &str, problems: &mut Vec<Problem>) -> bool {
    let has_it = path.ends_with(ending);
    if !has_it {
        let message = format!("the file's name does not end in '{ending}'");
        problems.push(Location::start_of(shown).problem(message));
    }
    has_it
}

/// The names in a folder, sorted; hidden ones belong to editors and systems.
fn names(root: &Path, folder: &str, problems: &mut Vec<Problem>) -> Vec<String> {
    let path = if folder.is_empty() { root.to_owned() } else { root.join(folder) };
    let entries = match std::fs::read_dir(&path) {
        Ok(entries) => entries,
        Err(error) => {
            let place = Location::start_of(&path.display().to_string());
            problems.push(place.problem(format!("the folder can't be read: {error}")));
            return Vec::new();
        }
    };
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort();
    names
}

/// A file's shown path and its text. A percent sign never begins a line: it stays beside its number.
pub(crate) fn text_of(root: &Path, path: &str, problems: &mut Vec<Problem>) -> Option<(String, String)> {
    let file = root.join(path);
    let shown = file.display().to_string();
    match std::fs::read_to_string(&file) {
        Ok(text) => Some((shown, text.replace(" %", "\u{a0}%"))),
        Err(error) => {
            let place = Location::start_of(&shown);
            problems.push(place.problem(format!("the file can't be read: {error}")));
            None
        }
    }
}
