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
mod attributes;
mod block;
mod check;
mod chunks;
mod clause;
mod control;
mod document;
mod draft;
mod fact;
mod folder;
mod glossary;
mod grammar;
mod html;
mod interface;
mod link;
mod made_up;
mod markdown;
mod mentions;
mod model;
mod order;
pub mod overlap;
mod pack;
mod page;
mod problem;
mod quick;
mod reach;
mod reader;
pub mod reading;
mod requirement;
mod shape;
mod syllables;
mod synonyms;
mod terms;
mod translation;
mod variant;

pub use block::*;
pub use check::Expected;
pub use chunks::{Chunk, chunks};
pub use draft::drafts;
pub use html::{escaped, html};
pub use interface::words_enum;
pub use made_up::made_up;
pub use model::*;
pub use pack::{LanguagePack, language_packs, pack};
pub use problem::Problem;
pub use reach::Reach;
pub use translation::{is_guidance, missing};

use std::collections::BTreeSet;
use std::path::Path;
use variant::Differences;

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
    let register = folder::read(dir, ENGLISH, &mut problems);
    let (sources, written, differences) = if language == ENGLISH {
        let written = translation::texts_of(&register);
        (register.clone(), written, None)
    } else {
        // Problems of the English text are listed when English is loaded.
        problems.clear();
        translated(dir, language, register.clone(), &mut problems)
    };

    let mut reader = reader::Reader::default();
    let mut content = assemble::content(&sources, &register.words, &mut reader);
    content.language = language.to_owned();
    content.written = written;
    content.outdated = sources.outdated.iter().map(ToString::to_string).collect();
    for key in &reader.outdated {
        content.written.remove(&format!("interface: {key}"));
    }
    synonyms::read(&sources.synonyms, &sources.terms, &mut content, &mut reader);
    check::references(&content, &mut reader);
    check::register(&content, expected, &sources, &mut reader);
    if let Some(differences) = differences {
        differences.check(&mut reader);
    }
    check::language(dir, language, &sources, &mut reader);
    problems.append(&mut reader.problems);
    problems.sort();
    problems.dedup();
    (content, problems)
}

/// English with the texts of another language in their place; the names of these; and what it writes otherwise, if it is
/// a variant.
fn translated(
    dir: &Path,
    language: &str,
    english: folder::Sources,
    problems: &mut Vec<Problem>,
) -> (folder::Sources, BTreeSet<String>, Option<Differences>) {
    let own = folder::read(dir, language, problems);
    let differences =
        Differences::read(dir, language, problems).zip(folder::base(language)).map(|(mut differences, base)| {
            let (mut sources, written, _) = match base {
                ENGLISH => (english.clone(), translation::texts_of(&english), None),
                base => translated(dir, base, english.clone(), problems),
            };
            differences.lay_over(&mut sources);
            (sources, written, differences)
        });
    let mut written = translation::texts_of(&own);
    let (under, differences) = match differences {
        Some((sources, of_base, differences)) => {
            written.extend(of_base);
            (sources, Some(differences))
        }
        // What English avoids is its own.
        None => (folder::Sources { terms: Vec::new(), ..english }, None),
    };
    (translation::merge(under, own, problems), written, differences)
}

/// What is wrong with the form of one file on its own, by its name: `.md`, `.properties`, synonyms, or a list of terms.
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
    } else if name.ends_with("synonyms.txt") {
        synonyms::parse(name, text, &mut reader.problems);
    } else {
        terms::parse(name, text, &mut reader.problems);
    }
    reader.problems
}

/// A hash that is the same on every machine and in every release: FNV-1a with 64 bits.
pub(crate) fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
