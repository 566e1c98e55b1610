//! The text of the first load: one line a record, fields separated by tabs.
//!
//! Titles, questions and structure; the guidance is in [`crate::chunks`]. No text has a tab or
//! a line break, so nothing is escaped. What all packs have comes first: [`language_packs`] stands on that.

use crate::block::{Block, ListItem, plain};
use crate::chunks::{Chunk, chunks};
use crate::model::{Clause, Content, Theme, When};
use crate::reach::Reach;
use std::collections::HashMap;
use std::fmt::{Display, Write as _};

/// The pages that the foot of every page names.
const FOOT: [&str; 3] = ["method", "privacy", "accessibility"];

/// The compact text of the catalogue: the same records in each, without the texts that are beyond its reach.
pub fn pack(content: &Content, reach: Reach) -> String {
    pack_with(content, reach, &chunks(content))
}

/// The same with guidance that was put together already.
fn pack_with(content: &Content, reach: Reach, chunks: &[Chunk]) -> String {
    let (questions, results) = (reach >= Reach::Questions, reach >= Reach::Results);
    let is_language = reach >= Reach::FirstView;
    let mut pack = String::new();
    record(&mut pack, &[&"catalogue", &"iso27001-2022-amd1", &said(&content.language, is_language)]);
    for clause in &content.clauses {
        clause_records(&mut pack, clause, reach);
    }
    for theme in &content.themes {
        theme_records(&mut pack, theme, results);
    }
    for it in &content.documents {
        let (mandatory, about) = (it.mandatory.name(), it.about.join(" "));
        if !results {
            record(&mut pack, &[&"document", &it.id, &"", &"always", &"", &"", &""]);
            continue;
        }
        record(&mut pack, &[&"document", &it.id, &it.location, &mandatory, &about, &it.name, &it.summary]);
    }
    for it in &content.facts {
        record(&mut pack, &[&"fact", &it.id, &said(&it.question, questions), &said(&it.why, questions)]);
    }
    for it in &content.pages {
        let is_named = questions || is_language && FOOT.contains(&it.id.as_str());
        record(&mut pack, &[&"page", &it.id, &said(&it.title, is_named)]);
    }
    for it in chunks.iter().filter(|_| questions) {
        record(&mut pack, &[&"chunk", &it.name, &it.file]);
    }
    for it in content.quick.iter().filter(|_| questions) {
        let gravity = if it.is_major { "major" } else { "" };
        let (stop, strength) = (said(&it.stop, results), said(&it.strength, results));
        record(&mut pack, &[&"quick", &it.id, &it.answers.join(" "), &gravity, &it.question, &stop, &strength]);
    }
    if results {
        what_findings_say(&mut pack, content);
        for it in content.drafts.iter().filter(|it| !it.controls.is_empty()) {
            record(&mut pack, &[&"rule", &it.id, &it.controls.join(" "), &it.title]);
        }
    }
    if reach >= Reach::Whole {
        what_suggestions_say(&mut pack, content);
        for it in &content.synonyms {
            record(&mut pack, &[&"synonym", &it.ids.join(" "), &it.words.join(";"), &it.typed.join(";")]);
        }
    }
    // The words of a smaller pack come first, so that the numbers are the same in all.
    for it in content.words.iter().filter(|it| it.reach <= reach) {
        record(&mut pack, &[&"word", &it.text]);
    }
    pack
}

/// A text, or nothing.
fn said(text: &str, is_in: bool) -> &str {
    if is_in { text } else { "" }
}

/// What the site loads of a pack when it is wanted: what those before it lack. The structure and the first one of English
/// are a part of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguagePack {
    /// Its file in the site, such as `lang/de-rest-1a2b3c4d.txt`: another text is another file.
    pub file: String,
    /// What is in it.
    pub text: String,
}

/// The packs of a language, the smallest first; each says what is beyond the one before it, the first one what is beyond the
/// structure, which is the same in all. `sized` changes the size of a pack, for measurements.
pub fn language_packs(content: &Content, sized: impl Fn(String) -> String) -> [LanguagePack; 4] {
    // The largest says what the others do, so that one hash serves all: the program lists them for every language.
    let chunks = chunks(content);
    let pack = |reach| pack_with(content, reach, &chunks);
    let hash = format!("{:016x}", crate::fnv1a(pack(Reach::Whole).as_bytes()));
    let mut before = sized(pack(Reach::Structure));
    [
        ("first-view", Reach::FirstView),
        ("questions", Reach::Questions),
        ("results", Reach::Results),
        ("rest", Reach::Whole),
    ]
    .map(|(what, reach)| {
        let pack = sized(pack(reach));
        let text = beyond(&before, &pack);
        before = pack;
        LanguagePack { file: format!("lang/{}-{what}-{}.txt", content.language, &hash[..8]), text }
    })
}

/// What a pack says beyond a smaller one: first the records that it says otherwise, in their order, then those that it has
/// more. A record is known by its kind and the field after it; a word only by its place.
fn beyond(smaller: &str, larger: &str) -> String {
    fn known(line: &str) -> Option<(&str, &str)> {
        let (kind, rest) = line.split_once('\t')?;
        (kind != "word").then(|| (kind, rest.split('\t').next().unwrap_or_default()))
    }
    let before: HashMap<_, _> = smaller.lines().filter_map(|line| Some((known(line)?, line))).collect();
    let words = larger.lines().filter(|line| known(line).is_none());
    let words = words.skip(smaller.lines().filter(|line| known(line).is_none()).count());
    let records = larger.lines().filter_map(|line| Some((line, before.get(&known(line)?))));
    let (changed, more): (Vec<_>, Vec<_>) = records.partition(|(_, before)| before.is_some());
    let changed = changed.into_iter().filter(|(line, before)| *before != Some(line));
    changed.chain(more).map(|(line, _)| line).chain(words).fold(String::new(), |text, line| text + line + "\n")
}

fn clause_records(pack: &mut String, clause: &Clause, reach: Reach) {
    let (questions, results) = (reach >= Reach::Questions, reach >= Reach::Results);
    // Annex A's clauses are its themes.
    if clause.id == crate::clause::ANNEX_A {
        return;
    }
    record(pack, &[&"clause", &clause.id, &said(&clause.title, questions)]);
    for subclause in &clause.subclauses {
        let (title, todo) = (said(&subclause.title, questions), said(&subclause.todo, results));
        record(pack, &[&"subclause", &subclause.id, &title, &todo]);
        for it in &subclause.requirements {
            let kind = it.kind.name();
            record(pack, &[&"requirement", &it.id, &kind, &said(&it.title, questions), &said(&it.question, questions)]);
        }
    }
}

/// What findings are told with: what a document's absence means, and what each level of a requirement looks like.
fn what_findings_say(pack: &mut String, content: &Content) {
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
}

/// What suggestions are told with, which a Statement of Applicability can say.
fn what_suggestions_say(pack: &mut String, content: &Content) {
    for it in content.themes.iter().flat_map(|it| &it.controls) {
        // Types are the first of the attributes.
        let attributes = it.types.iter().fold(it.attributes << 3, |bits, it| bits | 1 << *it as u32);
        record(pack, &[&"applies", &it.id, &it.applies, &format!("{attributes:x}")]);
    }
    for it in content.facts.iter().filter(|it| !it.yes.is_empty() || !it.no.is_empty()) {
        record(pack, &[&"stands", &it.id, &it.yes, &it.no]);
    }
}

fn theme_records(pack: &mut String, theme: &Theme, results: bool) {
    record(pack, &[&"theme", &theme.id, &theme.number, &said(&theme.title, results)]);
    for it in &theme.controls {
        if !results {
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
