//! `learn/journey.md`: a reading page, its sections free.

use crate::block::{Block, Inline};
use crate::grammar::Source;
use crate::model::Page;
use crate::reader::{Reader, Role};
use crate::shape::{Shape, doubled};

const PAGE: Shape = Shape { entries: &["id", "title", "summary"], intro: true, ..Shape::EMPTY };

pub(crate) fn read(source: &Source, reader: &mut Reader) -> Page {
    let item = &source.head;
    Page {
        id: source.stem().to_owned(),
        title: reader.title(item, "title"),
        summary: reader.title(item, "summary"),
        body: body(source, &PAGE, reader),
    }
}

/// All of a file whose sections are free, their names as headings.
pub(crate) fn body(source: &Source, shape: &Shape, reader: &mut Reader) -> Vec<Block> {
    let item = &source.head;
    let mut head = item.clone();
    head.sections.clear();
    shape.check(&head, &mut reader.problems);
    reader.one_item(source);
    let names = item.sections.iter().map(|it| (&it.name, &it.place));
    doubled(names, "the heading", &mut reader.problems);

    let mut body = reader.passage(&item.intro, Role::Prose);
    for section in &item.sections {
        if section.passage.is_empty() {
            let message = format!("nothing stands under '{}'", section.name);
            reader.problem(&section.place, message);
        }
        reader.note(&section.place, &section.name);
        body.push(Block::Heading(vec![Inline::Text(section.name.clone())]));
        body.extend(reader.passage(&section.passage, Role::Prose));
    }
    if body.is_empty() {
        reader.problem(&item.place, "the page is empty");
    }
    body
}
