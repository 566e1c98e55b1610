//! The Markdown of a passage: paragraphs, dashed lists, strong, emphasis, code and links.
//! Everything else that Markdown knows is a problem, so that what is drawn is what was meant.

use crate::block::{Block, Inline, ListItem, plain};
use crate::grammar::Passage;
use crate::link::{self, Target};
use crate::problem::{Location, Problem};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What a passage holds, and what it points to.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub blocks: Vec<Block>,
    /// Each paragraph and each point of a list without its marks.
    pub parts: Vec<Part>,
    pub links: Vec<(Location, Target)>,
    pub problems: Vec<Problem>,
}

/// A paragraph, a heading, a point of a list or a title, without its marks.
#[derive(Debug)]
pub(crate) struct Part {
    pub place: Location,
    pub text: String,
}

/// Parses a passage.
pub(crate) fn parse(passage: &Passage) -> Parsed {
    let mut builder = Builder { passage, stack: vec![Open::Top(Vec::new())], parsed: Parsed::default() };
    for (event, range) in Parser::new_ext(&passage.text, Options::empty()).into_offset_iter() {
        let lines_above = passage.text[..range.start].matches('\n').count();
        let place = passage.place.at(passage.place.line + lines_above);
        builder.take(event, &place);
    }
    while builder.stack.len() > 1 {
        builder.close(&passage.place);
    }
    if let Some(Open::Top(blocks)) = builder.stack.pop() {
        builder.parsed.blocks = blocks;
    }
    // A point of a list ends after the points below it.
    builder.parsed.parts.sort_by_key(|part| part.place.line);
    builder.parsed
}

/// An element whose end has not been seen yet.
enum Open {
    Top(Vec<Block>),
    Paragraph(Vec<Inline>),
    List(Vec<ListItem>),
    Item(ListItem),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Link(String, Vec<Inline>),
    /// Something that is a problem already; its text is dropped.
    Unwanted,
}

struct Builder<'a> {
    passage: &'a Passage,
    stack: Vec<Open>,
    parsed: Parsed,
}

/// The text of inlines as it is read aloud: a name in code is one word of its own, whatever it is made of.
fn prose(inlines: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Code(name) => name.replace(['_', '-'], ""),
        other => plain(std::slice::from_ref(other)),
    };
    inlines.iter().map(word).collect()
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, place: &Location) {
        match event {
            Event::Start(tag) => self.open(tag, place),
            // Paragraphs of a loose list are part of their point.
            Event::End(TagEnd::Paragraph) if matches!(self.top(), Open::Item(_)) => {}
            Event::End(_) => self.close(place),
            Event::Text(text) => self.text(&text),
            Event::SoftBreak => self.text(" "),
            Event::Code(text) => self.inline(Inline::Code(text.into_string())),
            Event::Html(_) | Event::InlineHtml(_) => self.refuse(place, "HTML"),
            Event::HardBreak => self.refuse(place, "a line break (two spaces at the line's end)"),
            Event::Rule => self.refuse(place, "a rule"),
            _ => self.refuse(place, "this Markdown"),
        }
    }

    fn top(&mut self) -> &mut Open {
        // The bottom of the stack is never closed before the end.
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    fn open(&mut self, tag: Tag<'_>, place: &Location) {
        let open = match tag {
            Tag::Paragraph => match self.top() {
                Open::Item(item) if item.inlines.is_empty() => return,
                Open::Item(_) => {
                    self.refuse(place, "a second paragraph in a list item");
                    return;
                }
                _ => Open::Paragraph(Vec::new()),
            },
            Tag::List(None) => {
                if self.list_depth() >= 2 {
                    self.refuse(place, "a list nested more than once");
                }
                Open::List(Vec::new())
            }
            Tag::List(Some(_)) => {
                self.refuse(place, "a numbered list");
                Open::List(Vec::new())
            }
            Tag::Item => Open::Item(ListItem::default()),
            Tag::Strong => Open::Strong(Vec::new()),
            Tag::Emphasis => Open::Emphasis(Vec::new()),
            Tag::Link { dest_url, .. } => Open::Link(self.href(&dest_url, place), Vec::new()),
            Tag::Heading { .. } => self.unwanted(place, "a heading other than '## …'"),
            Tag::Image { .. } => self.unwanted(place, "an image"),
            Tag::HtmlBlock => Open::Unwanted,
            Tag::BlockQuote(_) => self.unwanted(place, "a quotation"),
            Tag::CodeBlock(_) => self.unwanted(place, "a code block or an indented line"),
            _ => self.unwanted(place, "this Markdown"),
        };
        self.stack.push(open);
    }

    fn close(&mut self, place: &Location) {
        match self.stack.pop() {
            Some(Open::Paragraph(inlines)) => {
                self.part(&inlines, place);
                self.block(Block::Paragraph(inlines));
            }
            Some(Open::Strong(inlines)) => self.inline(Inline::Strong(inlines)),
            Some(Open::Emphasis(inlines)) => self.inline(Inline::Emphasis(inlines)),
            Some(Open::Link(href, inlines)) => {
                let text = plain(&inlines);
                if text.trim().is_empty() {
                    self.refuse(place, "a link without text");
                }
                if inlines.iter().any(|inline| !matches!(inline, Inline::Text(_))) {
                    self.refuse(place, "marks inside a link's text");
                }
                self.inline(Inline::Link { href, text });
            }
            Some(Open::Item(mut item)) => {
                trim_end(&mut item.inlines);
                if item.inlines.is_empty() {
                    self.refuse(place, "a point without text");
                }
                self.part(&item.inlines, place);
                if let Open::List(items) = self.top() {
                    items.push(item);
                }
            }
            Some(Open::List(items)) => match self.top() {
                Open::Item(item) => item.children.extend(items),
                _ => self.block(Block::List(items)),
            },
            Some(Open::Top(_) | Open::Unwanted) | None => {}
        }
    }

    fn part(&mut self, inlines: &[Inline], place: &Location) {
        let text = prose(inlines);
        self.parsed.parts.push(Part { place: place.clone(), text });
    }

    fn block(&mut self, block: Block) {
        if let Open::Top(blocks) = self.top() {
            blocks.push(block);
        }
    }

    fn text(&mut self, text: &str) {
        let Some(inlines) = self.inlines() else {
            return;
        };
        match inlines.last_mut() {
            Some(Inline::Text(before)) => before.push_str(text),
            _ => inlines.push(Inline::Text(text.to_owned())),
        }
    }

    fn inline(&mut self, inline: Inline) {
        if let Some(inlines) = self.inlines() {
            inlines.push(inline);
        }
    }

    fn inlines(&mut self) -> Option<&mut Vec<Inline>> {
        match self.top() {
            Open::Paragraph(inlines)
            | Open::Strong(inlines)
            | Open::Emphasis(inlines)
            | Open::Link(_, inlines)
            | Open::Item(ListItem { inlines, .. }) => Some(inlines),
            Open::Top(_) | Open::List(_) | Open::Unwanted => None,
        }
    }

    fn list_depth(&self) -> usize {
        let lists = self.stack.iter();
        lists.filter(|open| matches!(open, Open::List(_))).count()
    }

    fn href(&mut self, url: &str, place: &Location) -> String {
        match Target::of_link(url) {
            Some(target) => {
                let href = target.route();
                self.parsed.links.push((place.clone(), target));
                href
            }
            None if link::leads_outside(url) => url.to_owned(),
            None => {
                let message =
                    format!("the link '{url}' leads nowhere: write the id of an item, 'learn/…' or 'https://…'");
                self.parsed.problems.push(place.problem(message));
                String::new()
            }
        }
    }

    fn unwanted(&mut self, place: &Location, what: &str) -> Open {
        self.refuse(place, what);
        Open::Unwanted
    }

    fn refuse(&mut self, place: &Location, what: &str) {
        debug_assert_eq!(place.file, self.passage.place.file);
        let message =
            format!("{what} is not possible here; there are paragraphs, '-' lists, strong, emphasis, code and links");
        self.parsed.problems.push(place.problem(message));
    }
}

/// Tight lists leave a space where a nested list begins.
fn trim_end(inlines: &mut [Inline]) {
    if let Some(Inline::Text(text)) = inlines.last_mut() {
        text.truncate(text.trim_end().len());
    }
}
