//! Reads `content/`, checks it, and renders it into what the application carries.
//!
//! [`load`] answers with the whole content of a language or with every problem in it, each
//! with its file and line. From a [`Content`] come the text of the first load ([`pack`]), the
//! guidance that is loaded later ([`chunks`]), the words of the interface as Rust
//! ([`words_enum`]) and static pages ([`html`]).
//!
//! English is the register: which items exist, their kinds and ids. Another language has only
//! the texts, and falls back to English where it lacks one ([`missing`] lists these).

mod assemble;
mod check;
mod chunks;
mod clause;
mod control;
mod document;
mod fact;
mod folder;
mod glossary;
mod grammar;
mod html;
mod interface;
mod link;
mod markdown;
mod mentions;
mod model;
mod order;
pub mod overlap;
mod pack;
mod page;
mod problem;
mod reader;
pub mod reading;
mod requirement;
mod shape;
mod syllables;
mod terms;
mod translation;

pub use check::Expected;
pub use chunks::{Chunk, chunks};
pub use html::{escaped, html};
pub use interface::words_enum;
pub use model::*;
pub use pack::{LanguagePack, language_packs, pack, pack_first_view};
pub use problem::Problem;
pub use translation::{is_guidance, missing};

use std::path::Path;

/// The folder of the language that all others are translated from.
pub const ENGLISH: &str = "en";

/// The languages of a content folder: its folders, English first.
///
/// # Errors
/// When the folder can't be read.
pub fn languages(dir: &Path) -> std::io::Result<Vec<String>> {
    let folders = std::fs::read_dir(dir)?.flatten().filter(|entry| entry.path().is_dir());
    let mut names: Vec<_> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_by_key(|name| (name != ENGLISH, name.clone()));
    Ok(names)
}

/// Reads and checks the content of a language.
///
/// # Errors
/// Every problem of the content, in the order of files and lines.
pub fn load(dir: &Path, language: &str) -> Result<Content, Vec<Problem>> {
    let (content, problems) = read(dir, language, &Expected::by_the_standard());
    if problems.is_empty() { Ok(content) } else { Err(problems) }
}

/// Reads what can be read, and lists the problems beside it: for content that is being written.
/// `expected` is how many items there have to be.
pub fn read(dir: &Path, language: &str, expected: &Expected) -> (Content, Vec<Problem>) {
    let mut problems = Vec::new();
    let english = folder::read(dir, ENGLISH, &mut problems);
    let register = english.clone();
    let (sources, written) = if language == ENGLISH {
        let written = translation::texts_of(&english);
        (english, written)
    } else {
        // Problems of the English text are listed when English is loaded.
        problems.clear();
        let translated = folder::read(dir, language, &mut problems);
        let written = translation::texts_of(&translated);
        let merged = translation::merge(english, translated, &mut problems);
        (merged, written)
    };

    let mut reader = reader::Reader::default();
    let mut content = assemble::content(&sources, &register.words, &mut reader);
    content.language = language.to_owned();
    content.written = written;
    check::references(&content, &mut reader);
    check::register(&content, expected, &sources, &mut reader);
    check::language(dir, language, &sources, &mut reader);
    problems.append(&mut reader.problems);
    problems.sort();
    problems.dedup();
    (content, problems)
}

/// What is wrong with the form of one file on its own, by its ending: `.md`, `.properties`, or a list of terms.
/// Checks that need the rest of the content are those of [`read`].
pub fn problems_of(name: &str, text: &str) -> Vec<Problem> {
    let mut reader = reader::Reader::default();
    if name.ends_with(".properties") {
        interface::parse(name, text, &mut Vec::new(), &mut reader.problems);
    } else if name.ends_with(".md") {
        let source = grammar::parse(name, name, text, &mut reader.problems);
        for item in std::iter::once(&source.head).chain(&source.items) {
            for passage in std::iter::once(&item.intro).chain(item.sections.iter().map(|section| &section.passage)) {
                reader.passage(passage, reader::Role::Prose);
            }
        }
    } else {
        terms::parse(name, text, &mut reader.problems);
    }
    reader.problems
}

/// A hash that is the same on every machine and in every release: FNV-1a with 64 bits.
pub(crate) fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
