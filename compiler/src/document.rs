//! `documents/doc-scope.md`: a document that the standard asks for.

use crate::grammar::{Item, Source};
use crate::link::Target;
use crate::model::{Document, Kind, Mandatory};
use crate::reader::{Reader, Role};
use crate::shape::Shape;

const DOCUMENT: Shape = Shape {
    entries: &["id", "name", "where", "mandatory", "kind"],
    optional_entries: &["missing", "stage1", "about"],
    sections: &["Summary", "Holds", "Length", "Skeleton"],
    ..Shape::EMPTY
};

pub(crate) fn read(source: &Source, reader: &mut Reader) -> Document {
    let item = &source.head;
    DOCUMENT.check(item, &mut reader.problems);
    reader.one_item(source);
    if !source.stem().starts_with("doc-") {
        reader.problem(&item.place, "a document's id starts with 'doc-'");
    }
    let mandatory = mandatory(item, reader);
    // Nobody asks for what an organisation itself judges necessary.
    let is_asked = mandatory != Mandatory::Own;
    if is_asked != item.entry("missing").is_some() {
        let message = if is_asked { "'missing: …' is missing" } else { "nobody misses what is 'mandatory: own'" };
        reader.problem(&item.place, message);
    }
    Document {
        id: source.stem().to_owned(),
        // A name is the standard's own, so it is no prose to be checked.
        name: item.value("name").to_owned(),
        location: item.value("where").to_owned(),
        mandatory,
        kind: if one_of(item, "kind", ["document", "record"], reader) { Kind::Record } else { Kind::Document },
        missing_is_major: one_of(item, "missing", ["minor", "major"], reader),
        stage_one: one_of(item, "stage1", ["no", "yes"], reader),
        about: reader.ids(item, "about", Target::Requirement),
        summary: reader.line(item, "Summary", Role::Prose),
        holds: reader.flat_list(item, "Holds"),
        length: reader.blocks(item, "Length", Role::Prose),
        skeleton: reader.list(item, "Skeleton"),
    }
}

/// Whether an entry has the second of two values; not if there is none.
fn one_of(item: &Item, key: &str, [first, second]: [&str; 2], reader: &mut Reader) -> bool {
    let Some(entry) = item.entry(key) else { return false };
    if ![first, second].contains(&entry.value.as_str()) {
        reader.problem(&entry.place, format!("'{key}: {}' is neither '{first}' nor '{second}'", entry.value));
    }
    entry.value == second
}

fn mandatory(item: &Item, reader: &mut Reader) -> Mandatory {
    match item.entry("mandatory") {
        Some(entry) if entry.value == "own" => Mandatory::Own,
        Some(entry) if entry.value != "always" => {
            reader.refer(entry, Target::Control(entry.value.clone()));
            Mandatory::With(entry.value.clone())
        }
        _ => Mandatory::Always,
    }
}
