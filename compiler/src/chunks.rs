//! The guidance, in pieces that are loaded when they are wanted.
//!
//! ```text
//! @  id            an item starts
//! t  title         of a term or of Annex A, which the pack does not have
//! a  also;also     other ways to write a term
//! =  section       a section of the item starts
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

use crate::mentions::Mentions;
use crate::model::{Block, Clause, Content, Control, Document, Inline, ListItem, Theme};

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
        .map(|it| (format!("clause-{}", it.id), requirements(it)))
        .chain(content.themes.iter().map(|it| (format!("theme-{}", it.id), controls(it))))
        .chain([("documents".to_owned(), documents(&content.documents)), ("clauses".to_owned(), groups(content))])
        .chain(content.pages.iter().map(|it| {
            let mut lines = Lines::default();
            lines.line("@", &it.id);
            lines.paragraph("summary", &it.summary);
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

fn requirements(clause: &Clause) -> Lines {
    let mut lines = Lines::default();
    for subclause in &clause.subclauses {
        lines.line("@", &subclause.id);
        lines.blocks("summary", &subclause.summary);
        for it in &subclause.requirements {
            lines.line("@", &it.id);
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

fn controls(theme: &Theme) -> Lines {
    let mut lines = Lines::default();
    for it in &theme.controls {
        control(it, &mut lines);
    }
    lines
}

fn control(it: &Control, lines: &mut Lines) {
    lines.line("@", &it.id);
    lines.links("requirements", &it.requirements);
    lines.blocks("purpose", &it.purpose);
    lines.blocks("small-firm", &it.small_firm);
    lines.blocks("leaving-out", &it.leaving_out);
    lines.blocks("justification", &it.justification);
    lines.list("evidence", &it.evidence);
    lines.blocks("gap", &it.gap);
}

fn documents(documents: &[Document]) -> Lines {
    let mut lines = Lines::default();
    for it in documents {
        lines.line("@", &it.id);
        lines.list("holds", &it.holds);
        lines.blocks("length", &it.length);
        lines.list("skeleton", &it.skeleton);
    }
    lines
}

fn groups(content: &Content) -> Lines {
    let mut lines = Lines::default();
    for it in &content.clauses {
        lines.line("@", &it.id);
        if it.id == crate::clause::ANNEX_A {
            lines.line("t", &it.title);
        }
        lines.blocks("summary", &it.summary);
        lines.list("mandatory", &it.mandatory);
    }
    for it in &content.themes {
        lines.line("@", &it.id);
        lines.blocks("summary", &it.summary);
        lines.list("suggested", &it.suggested);
    }
    lines
}

fn glossary(content: &Content) -> Lines {
    let mut lines = Lines::default();
    for it in &content.terms {
        lines.line("@", &it.id);
        lines.line("t", &it.title);
        if !it.also.is_empty() {
            lines.line("a", &it.also.join(";"));
        }
        lines.blocks("summary", &it.meaning);
    }
    lines
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
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

    fn paragraph(&mut self, section: &str, text: &str) {
        self.line("=", section);
        self.line("p", text);
    }

    fn blocks(&mut self, section: &str, blocks: &[Block]) {
        if !blocks.is_empty() {
            self.line("=", section);
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
            self.line("=", section);
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
