//! The guidance, in pieces that are loaded when they are wanted.
//!
//! ```text
//! @  id            an item starts
//! t  title         of a term or of Annex A, which the pack does not have
//! a  also;also     other ways to write a term
//! =  section       a section of the item starts
//! =  section  en   the same, where the language has only the English text
//! p  text          a paragraph
//! h  text          a heading
//! -  text          a point of a list
//! +  text          a point below the last one
//! l  kind  ids     the requirements that the item leans on
//! l  kind  id name the documents or controls that it leans on, each with its name
//! ```
//! The first field ends at a tab. Inside a text, U+0002 starts and ends strong, U+0003 emphasis
//! and U+0004 code; a link is U+0005 href U+0006 text U+0007, and a mention of a term of the glossary
//! is U+0008 id U+0006 text U+0007.

use crate::block::{Block, Inline, ListItem};
use crate::mentions::Mentions;
use crate::model::{Clause, Content, Control, Theme};

/// A piece of guidance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// `clause-4`
    pub name: String,
    /// `en-clause-4-1a2b3c4d.txt`: another text is another file, so caches may keep it forever.
    pub file: String,
    /// What is in it.
    pub text: String,
}

/// All guidance of a language.
pub fn chunks(content: &Content) -> Vec<Chunk> {
    let clauses = content.clauses.iter();
    let with_requirements = clauses.filter(|it| it.id != crate::clause::ANNEX_A);
    let named = with_requirements
        .map(|it| (format!("clause-{}", it.id), requirements(content, it)))
        .chain(content.themes.iter().map(|it| (format!("theme-{}", it.id), controls(content, it))))
        .chain([("documents".to_owned(), documents(content)), ("clauses".to_owned(), groups(content))])
        .chain(content.pages.iter().map(|it| {
            let mut lines = Lines::of(content);
            lines.item("learn", &it.id, &it.id);
            lines.section("summary");
            lines.line("p", &it.summary);
            lines.blocks("body", &it.body);
            (format!("learn-{}", it.id), lines)
        }))
        .chain([("glossary".to_owned(), glossary(content))]);
    let mentions = Mentions::of(&content.terms);
    named
        .map(|(name, lines)| {
            let text = mentions.mark(&with_names(content, &lines.text));
            let hash = format!("{:016x}", crate::fnv1a(text.as_bytes()));
            Chunk { file: format!("{}-{name}-{}.txt", content.language, &hash[..8]), name, text }
        })
        .collect()
}

/// Puts names beside the ids of documents and controls, which the first view does not know.
fn with_names(content: &Content, text: &str) -> String {
    let controls = content.themes.iter().flat_map(|theme| &theme.controls);
    let documents = content.documents.iter().map(|it| (&it.id, &it.name));
    let names: std::collections::BTreeMap<_, _> = controls.map(|it| (&it.id, &it.name)).chain(documents).collect();
    let mut named = String::with_capacity(text.len());
    for line in text.lines() {
        let ids = line.strip_prefix("l\tdocuments\t").or_else(|| line.strip_prefix("l\tcontrols\t"));
        match ids {
            None => named.push_str(line),
            Some(ids) => {
                named.push_str(&line[..line.len() - ids.len()]);
                let pair = |id: &str| format!("{id}\t{}", names.get(&id.to_owned()).map_or(id, |name| name.as_str()));
                named.push_str(&ids.split(' ').map(pair).collect::<Vec<_>>().join("\t"));
            }
        }
        named.push('\n');
    }
    named
}

fn requirements<'a>(content: &'a Content, clause: &Clause) -> Lines<'a> {
    let mut lines = Lines::of(content);
    for subclause in &clause.subclauses {
        lines.item("requirements", &subclause.id, &subclause.id);
        lines.blocks("summary", &subclause.summary);
        for it in &subclause.requirements {
            lines.item("requirements", &subclause.id, &it.id);
            lines.links("documents", &it.documents);
            lines.links("controls", &it.controls);
            lines.links("requirements", &it.requirements);
            lines.blocks("meaning", &it.meaning);
            lines.blocks("small-firm", &it.small_firm);
            lines.blocks("defined", &it.defined);
            lines.blocks("operating", &it.operating);
            lines.blocks("evidenced", &it.evidenced);
            lines.list("evidence", &it.evidence);
            lines.blocks("gap", &it.gap);
        }
    }
    lines
}

fn controls<'a>(content: &'a Content, theme: &Theme) -> Lines<'a> {
    let mut lines = Lines::of(content);
    for it in &theme.controls {
        control(it, &mut lines);
    }
    lines
}

fn control(it: &Control, lines: &mut Lines<'_>) {
    lines.item("controls", &it.id, &it.id);
    lines.links("requirements", &it.requirements);
    lines.blocks("purpose", &it.purpose);
    lines.blocks("small-firm", &it.small_firm);
    lines.blocks("leaving-out", &it.leaving_out);
    lines.blocks("justification", &it.justification);
    lines.list("evidence", &it.evidence);
    lines.blocks("gap", &it.gap);
}

fn documents(content: &Content) -> Lines<'_> {
    let mut lines = Lines::of(content);
    for it in &content.documents {
        lines.item("documents", &it.id, &it.id);
        lines.list("holds", &it.holds);
        lines.blocks("length", &it.length);
        lines.list("skeleton", &it.skeleton);
    }
    lines
}

fn groups(content: &Content) -> Lines<'_> {
    let mut lines = Lines::of(content);
    for it in &content.clauses {
        lines.item("clauses", &it.id, &it.id);
        if it.id == crate::clause::ANNEX_A {
            lines.line("t", &it.title);
        }
        lines.blocks("summary", &it.summary);
        lines.list("mandatory", &it.mandatory);
    }
    for it in &content.themes {
        lines.item("themes", &it.id, &it.id);
        lines.blocks("summary", &it.summary);
        lines.list("suggested", &it.suggested);
    }
    lines
}

fn glossary(content: &Content) -> Lines<'_> {
    let mut lines = Lines::of(content);
    let mut terms: Vec<_> = content.terms.iter().collect();
    if content.language != crate::ENGLISH {
        // The file has the order of the English terms.
        terms.sort_by_key(|it| it.title.to_lowercase());
    }
    for it in terms {
        lines.item("", "glossary", &it.id);
        lines.line("t", &it.title);
        if !it.also.is_empty() {
            lines.line("a", &it.also.join(";"));
        }
        lines.blocks("summary", &it.meaning);
    }
    lines
}

struct Lines<'a> {
    text: String,
    /// How a problem names the texts of the item: file, and item if the file has several.
    item: String,
    content: &'a Content,
}

impl<'a> Lines<'a> {
    fn of(content: &'a Content) -> Self {
        Self { text: String::new(), item: String::new(), content }
    }

    /// Starts an item of a file.
    fn item(&mut self, folder: &str, file: &str, id: &str) {
        self.line("@", id);
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let inside = if file == id { String::new() } else { format!(" {id}") };
        self.item = format!("{folder}{file}.md{inside}");
    }

    /// Starts a section; a language says so where it has only the English text.
    fn section(&mut self, section: &str) {
        let is_own = section_names(section).iter().any(|name| self.content.has_own(&format!("{}: {name}", self.item)));
        let fallback = self.content.language != crate::ENGLISH && !is_own;
        self.line("=", &if fallback { format!("{section}\t{}", crate::ENGLISH) } else { section.to_owned() });
    }

    fn line(&mut self, mark: &str, text: &str) {
        for part in [mark, "\t", text, "\n"] {
            self.text.push_str(part);
        }
    }

    fn links(&mut self, kind: &str, ids: &[String]) {
        if !ids.is_empty() {
            self.line("l", &format!("{kind}\t{}", ids.join(" ")));
        }
    }

    fn blocks(&mut self, section: &str, blocks: &[Block]) {
        if !blocks.is_empty() {
            self.section(section);
        }
        for block in blocks {
            match block {
                Block::Heading(inlines) => self.line("h", &marked(inlines)),
                Block::Paragraph(inlines) => self.line("p", &marked(inlines)),
                Block::List(items) => self.points("-", items),
            }
        }
    }

    fn list(&mut self, section: &str, items: &[ListItem]) {
        if !items.is_empty() {
            self.section(section);
            self.points("-", items);
        }
    }

    fn points(&mut self, mark: &str, items: &[ListItem]) {
        for item in items {
            self.line(mark, &marked(&item.inlines));
            self.points("+", &item.children);
        }
    }
}

/// What a section of a chunk may be called in the content.
fn section_names(section: &str) -> &'static [&'static str] {
    match section {
        "meaning" => &["Meaning"],
        "small-firm" => &["Small firm"],
        "defined" => &["Defined"],
        "operating" => &["Operating"],
        "evidenced" => &["Evidenced"],
        "evidence" => &["Evidence"],
        "gap" => &["Gap"],
        "purpose" => &["Purpose"],
        "leaving-out" => &["Leaving out"],
        "justification" => &["Justification"],
        "holds" => &["Holds"],
        "length" => &["Length"],
        "skeleton" => &["Skeleton"],
        "mandatory" => &["Mandatory"],
        "suggested" => &["Suggested documents"],
        "body" => &["body"],
        // Of a sub-clause, a clause or theme, a term, a page.
        _ => &["introduction", "Summary", "summary", "Meaning"],
    }
}

/// A text with its marks as control characters.
fn marked(inlines: &[Inline]) -> String {
    let inline = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Strong(inner) => format!("\u{2}{}\u{2}", marked(inner)),
        Inline::Emphasis(inner) => format!("\u{3}{}\u{3}", marked(inner)),
        Inline::Code(text) => format!("\u{4}{text}\u{4}"),
        Inline::Link { href, text } => format!("\u{5}{href}\u{6}{text}\u{7}"),
    };
    inlines.iter().map(inline).collect()
}
