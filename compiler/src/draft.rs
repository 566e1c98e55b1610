//! `drafts/doc-scope.md`: what a first version of a document says, with places that are filled from the answers; and the
//! text that the program has of all of them.
//!
//! ```text
//! @  id      a draft starts
//! t  title   its title
//! c  ids     the controls that a rule stands for
//! h  text    a heading
//! p  text    a paragraph
//! -  text    a point of a list
//! ```
//! The first field ends at a tab. What stands between braces is explained in `content/README.md`.

use crate::block::{Block, plain};
use crate::grammar::Source;
use crate::link::Target;
use crate::model::{Content, Draft};
use crate::page;
use crate::reader::{Reader, Reference};
use crate::shape::Shape;

const DRAFT: Shape = Shape { optional_entries: &["title", "about"], ..Shape::EMPTY };

pub(crate) fn read(source: &Source, reader: &mut Reader) -> Draft {
    let item = &source.head;
    let id = source.stem().to_owned();
    if id.starts_with("doc-") {
        reader.references.push(Reference { place: item.place.clone(), target: Target::Document(id.clone()) });
        for entry in &item.entries {
            reader.problem(&entry.place, "what a document is called and is about stands in documents/");
        }
    } else {
        for key in ["title", "about"].into_iter().filter(|key| item.entry(key).is_none()) {
            reader.problem(&item.place, format!("'{key}: …' is missing"));
        }
    }
    Draft {
        title: reader.title(item, "title"),
        controls: reader.ids(item, "about", Target::Control),
        body: page::body(source, &DRAFT, reader),
        id,
    }
}

/// All drafts of a language, documents in the order of the standard first.
pub fn drafts(content: &Content) -> String {
    let mut text = String::new();
    let mut line = |mark: &str, words: &str| {
        for part in [mark, "\t", words, "\n"] {
            text.push_str(part);
        }
    };
    let document = |draft: &Draft| content.documents.iter().position(|it| it.id == draft.id);
    let mut drafts: Vec<_> = content.drafts.iter().collect();
    drafts.sort_by_key(|draft| (document(draft).unwrap_or(usize::MAX), &draft.id));
    for draft in drafts {
        line("@", &draft.id);
        line("t", document(draft).map_or(&draft.title, |at| &content.documents[at].name));
        if !draft.controls.is_empty() {
            line("c", &draft.controls.join(" "));
        }
        for block in &draft.body {
            match block {
                Block::Heading(inlines) => line("h", &plain(inlines)),
                Block::Paragraph(inlines) => line("p", &plain(inlines)),
                Block::List(items) => items.iter().for_each(|item| line("-", &plain(&item.inlines))),
            }
        }
    }
    text
}
