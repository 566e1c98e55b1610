//! `documents/doc-scope.md`: a document that the standard asks for.

use crate::grammar::{Item, Source};
use crate::link::Target;
use crate::model::{Document, ListItem, Mandatory, plain};
use crate::reader::{Reader, Role};
use crate::shape::Shape;

const DOCUMENT: Shape = Shape {
    entries: &["id", "name", "where", "mandatory"],
    optional_entries: &["about"],
    sections: &["Summary", "Holds", "Length", "Skeleton"],
    ..Shape::EMPTY
};

pub(crate) fn read(source: &Source, reader: &mut Reader) -> Document {
    let item = &source.head;
    DOCUMENT.check(item, &mut reader.problems);
    crate::assemble::one_item(source, reader);
    if !source.stem().starts_with("doc-") {
        reader.problem(&item.place, "a document's id starts with 'doc-'");
    }
    Document {
        id: source.stem().to_owned(),
        // A name is the standard's own, so it is no prose to be checked.
        name: item.value("name").to_owned(),
        location: item.value("where").to_owned(),
        mandatory: mandatory(item, reader),
        about: reader.ids(item, "about", Target::Requirement),
        summary: reader.line(item, "Summary", Role::Prose),
        holds: reader.flat_list(item, "Holds"),
        length: reader.blocks(item, "Length", Role::Prose),
        skeleton: reader.list(item, "Skeleton"),
    }
}

fn mandatory(item: &Item, reader: &mut Reader) -> Mandatory {
    match item.entry("mandatory") {
        Some(entry) if entry.value != "always" => {
            reader.refer(entry, Target::Control(entry.value.clone()));
            Mandatory::With(entry.value.clone())
        }
        _ => Mandatory::Always,
    }
}

impl Document {
    /// The document's skeleton in Markdown: its name, and its headings to fill in.
    pub fn skeleton_markdown(&self) -> String {
        let mut text = format!("# {}\n", self.name);
        headings(&self.skeleton, "##", &mut text);
        text
    }
}

fn headings(items: &[ListItem], marks: &str, text: &mut String) {
    for item in items {
        text.push_str(&format!("\n{marks} {}\n", plain(&item.inlines)));
        headings(&item.children, "###", text);
    }
}
