//! Pieces of a page: named sections of guidance, lists of links.

use super::links;
use content_compiler::{Block, Content, ListItem, escaped, html};

/// A page's text while it is written.
pub struct Writer<'content> {
    content: &'content Content,
    /// The HTML so far.
    pub html: String,
}

impl<'content> Writer<'content> {
    /// An empty page.
    pub fn new(content: &'content Content) -> Self {
        Self { content, html: String::new() }
    }

    /// An element that holds a text.
    pub fn element(&mut self, tag: &str, text: &str) {
        self.html.push_str(&format!("<{tag}>{}</{tag}>\n", escaped(text)));
    }

    /// Blocks without a heading.
    pub fn blocks(&mut self, blocks: &[Block]) {
        self.html.push_str(&html(&links::led(self.content, blocks)));
    }

    /// Blocks under the heading that a word of the interface names; nothing where there are none.
    pub fn named(&mut self, heading: &str, key: &str, blocks: &[Block]) {
        if !blocks.is_empty() {
            self.element(heading, word(self.content, key));
            self.blocks(blocks);
        }
    }

    /// Points of a list under a heading.
    pub fn points(&mut self, heading: &str, key: &str, items: &[ListItem]) {
        if !items.is_empty() {
            self.named(heading, key, &[Block::List(items.to_vec())]);
        }
    }

    /// What an item leans on: a line with links, after a word; nothing where there are none.
    pub fn leans(&mut self, key: &str, targets: impl Iterator<Item = (String, String)>) {
        let link = |(href, text): (String, String)| format!("<a href=\"{}\">{}</a>", escaped(&href), escaped(&text));
        let all: Vec<_> = targets.map(link).collect();
        if !all.is_empty() {
            let name = escaped(word(self.content, key));
            self.html.push_str(&format!("<p class=\"hint\">{name}: {}</p>\n", all.join("; ")));
        }
    }

    /// A link to the place of the site where one answers.
    pub fn answer(&mut self, key: &str, route: &str) {
        let text = escaped(word(self.content, key));
        self.html.push_str(&format!("<p><a href=\"../{}\">{text}</a></p>\n", escaped(route)));
    }

    /// A list of links to places of this page.
    pub fn contents<'text>(&mut self, targets: impl Iterator<Item = (&'text str, String)>) {
        let name = escaped(word(self.content, "learn.contents"));
        self.html.push_str(&format!("<details class=\"card\"><summary>{name}</summary>\n<ul class=\"plain\">\n"));
        for (id, text) in targets {
            self.html.push_str(&format!("<li><a href=\"#{}\">{}</a></li>\n", escaped(id), escaped(&text)));
        }
        self.html.push_str("</ul></details>\n");
    }

    /// A section with an id, so that links lead to it.
    pub fn section(&mut self, id: &str, write: impl FnOnce(&mut Self)) {
        self.html.push_str(&format!("<section id=\"{}\">\n", escaped(id)));
        write(self);
        self.html.push_str("</section>\n");
    }
}

/// A word of the interface by its key.
///
/// # Panics
/// When there is none, which the tests find.
pub fn word<'content>(content: &'content Content, key: &str) -> &'content str {
    let found = content.words.iter().find(|word| word.key == key);
    &found.unwrap_or_else(|| panic!("content/ has no word {key}")).text
}
