//! The text of the first load: one line a record, fields separated by tabs.
//!
//! Titles, questions and structure; the guidance is in [`crate::chunks`]. No text has a tab or
//! a line break, so nothing is escaped.

use crate::block::{Block, ListItem, plain};
use crate::chunks::chunks;
use crate::model::{Clause, Content, Reach, Theme, When};
use std::fmt::{Display, Write as _};

/// The pages that the foot of every page names.
const FOOT: [&str; 3] = ["method", "privacy", "accessibility"];

/// The compact text of the catalogue: the same records in each, without the texts that are beyond its reach.
pub fn pack(content: &Content, reach: Reach) -> String {
    let (questions, all) = (reach >= Reach::Questions, reach >= Reach::Whole);
    let mut pack = begun(content);
    for clause in &content.clauses {
        clause_records(&mut pack, clause, reach);
    }
    for theme in &content.themes {
        theme_records(&mut pack, theme, all);
    }
    for it in content.quick.iter().filter(|_| questions) {
        let gravity = if it.is_major { "major" } else { "" };
        let (stop, strength) = (said(&it.stop, all), said(&it.strength, all));
        record(&mut pack, &[&"quick", &it.id, &it.answers.join(" "), &gravity, &it.question, &stop, &strength]);
    }
    for it in &content.documents {
        let (mandatory, about) = (it.mandatory.name(), it.about.join(" "));
        if !all {
            record(&mut pack, &[&"document", &it.id, &"", &"always", &"", &"", &""]);
            continue;
        }
        record(&mut pack, &[&"document", &it.id, &it.location, &mandatory, &about, &it.name, &it.summary]);
    }
    for it in &content.facts {
        record(&mut pack, &[&"fact", &it.id, &said(&it.question, questions), &said(&it.why, questions)]);
    }
    if all {
        what_derivations_say(&mut pack, content);
    }
    page_records(&mut pack, content, reach);
    for it in content.synonyms.iter().filter(|_| all) {
        record(&mut pack, &[&"synonym", &it.ids.join(" "), &it.words.join(";"), &it.typed.join(";")]);
    }
    for it in chunks(content) {
        record(&mut pack, &[&"chunk", &it.name, &it.file]);
    }
    word_records(&mut pack, content, reach);
    pack
}

/// What the first view says in a language: words, and titles. All else is what the program holds inside.
fn first_view(content: &Content) -> String {
    let mut pack = begun(content);
    page_records(&mut pack, content, Reach::FirstView);
    word_records(&mut pack, content, Reach::FirstView);
    pack
}

fn begun(content: &Content) -> String {
    let mut pack = String::new();
    record(&mut pack, &[&"catalogue", &"iso27001-2022-amd1", &content.language]);
    pack
}

fn page_records(pack: &mut String, content: &Content, reach: Reach) {
    for it in &content.pages {
        let is_named = reach >= Reach::Questions || FOOT.contains(&it.id.as_str());
        record(pack, &[&"page", &it.id, &said(&it.title, is_named)]);
    }
}

/// The words of a smaller pack come first, so that the numbers are the same in all.
fn word_records(pack: &mut String, content: &Content, reach: Reach) {
    for it in content.words.iter().filter(|it| it.reach <= reach) {
        record(pack, &[&"word", &it.text]);
    }
}

/// A text, or nothing.
fn said(text: &str, is_in: bool) -> &str {
    if is_in { text } else { "" }
}

/// A pack that the site loads when it is wanted; the smallest of English is a part of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguagePack {
    /// Its file in the site, such as `lang/de-1a2b3c4d.txt`: another text is another file.
    pub file: String,
    /// What is in it.
    pub text: String,
}

/// The packs of a language, the smallest first.
pub fn language_packs(content: &Content) -> [LanguagePack; 3] {
    // The largest says what the others do, so that one hash serves all: the program lists them for every language.
    let whole = pack(content, Reach::Whole);
    let hash = format!("{:016x}", crate::fnv1a(whole.as_bytes()));
    [("-first-view", first_view(content)), ("-questions", pack(content, Reach::Questions)), ("", whole)]
        .map(|(what, text)| LanguagePack { file: format!("lang/{}{what}-{}.txt", content.language, &hash[..8]), text })
}

fn clause_records(pack: &mut String, clause: &Clause, reach: Reach) {
    let (questions, all) = (reach >= Reach::Questions, reach >= Reach::Whole);
    // Annex A's clauses are its themes.
    if clause.id == crate::clause::ANNEX_A {
        return;
    }
    record(pack, &[&"clause", &clause.id, &said(&clause.title, questions)]);
    for subclause in &clause.subclauses {
        let (title, todo) = (said(&subclause.title, questions), said(&subclause.todo, all));
        record(pack, &[&"subclause", &subclause.id, &title, &todo]);
        for it in &subclause.requirements {
            let kind = it.kind.name();
            record(pack, &[&"requirement", &it.id, &kind, &said(&it.title, questions), &said(&it.question, questions)]);
        }
    }
}

/// What findings and suggestions are told with: what a document's absence means, what each level of a requirement looks
/// like, and what a Statement of Applicability can say.
fn what_derivations_say(pack: &mut String, content: &Content) {
    for it in &content.documents {
        let missing = if it.missing_is_major { "major" } else { "minor" };
        let stage_one = if it.stage_one { "yes" } else { "no" };
        record(pack, &[&"weight", &it.id, &it.kind.name(), &missing, &stage_one]);
    }
    for subclause in content.clauses.iter().flat_map(|it| &it.subclauses) {
        for it in &subclause.requirements {
            // A sentence of another language inside one of ours helps nobody.
            let own = |level: &str, blocks: &[Block]| {
                let text = format!("requirements/{}.md {}: {level}", subclause.id, it.id);
                let said = content.language == crate::ENGLISH || content.has_own(&text);
                if said { plain_blocks(blocks) } else { String::new() }
            };
            let levels =
                [own("Defined", &it.defined), own("Operating", &it.operating), own("Evidenced", &it.evidenced)];
            if levels.iter().any(|level| !level.is_empty()) {
                record(pack, &[&"levels", &it.id, &levels[0], &levels[1], &levels[2]]);
            }
        }
    }
    for it in content.themes.iter().flat_map(|it| &it.controls).filter(|it| !it.applies.is_empty()) {
        record(pack, &[&"applies", &it.id, &it.applies]);
    }
    for it in content.facts.iter().filter(|it| !it.yes.is_empty() || !it.no.is_empty()) {
        record(pack, &[&"stands", &it.id, &it.yes, &it.no]);
    }
}

fn theme_records(pack: &mut String, theme: &Theme, all: bool) {
    record(pack, &[&"theme", &theme.id, &theme.number, &said(&theme.title, all)]);
    for it in &theme.controls {
        if !all {
            record(pack, &[&"control", &it.id, &"", &"always", &"", &""]);
            continue;
        }
        let types: String = it.types.iter().map(|it| it.letter()).collect();
        let document = it.document.as_deref().unwrap_or_default();
        record(pack, &[&"control", &it.id, &types, &it.when, &document, &it.name]);
    }
}

impl Display for When {
    /// As it is written in front matter.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Always => f.write_str("always"),
            Self::AnyOf(facts) => f.write_str(&facts.join(" or ")),
            Self::MorePeopleThan(number) => write!(f, "people > {number}"),
        }
    }
}

fn record(pack: &mut String, fields: &[&dyn Display]) {
    for (index, field) in fields.iter().enumerate() {
        let separator = if index == 0 { "" } else { "\t" };
        let _ = write!(pack, "{separator}{field}");
    }
    pack.push('\n');
}

/// The text of blocks without their marks, in one line.
fn plain_blocks(blocks: &[Block]) -> String {
    fn points(items: &[ListItem]) -> impl Iterator<Item = String> {
        items.iter().flat_map(|item| {
            std::iter::once(plain(&item.inlines)).chain(item.children.iter().map(|it| plain(&it.inlines)))
        })
    }
    let lines = blocks.iter().flat_map(|block| match block {
        Block::Heading(inlines) | Block::Paragraph(inlines) => vec![plain(inlines)],
        Block::List(items) => points(items).collect(),
    });
    lines.collect::<Vec<_>>().join(" ")
}
