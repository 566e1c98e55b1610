//! `requirements/4.3.md`: a sub-clause with its requirements.

use crate::grammar::{Item, Source};
use crate::link::{Target, subclause_of};
use crate::model::{Kind, Requirement, Subclause};
use crate::reader::{Reader, Role};
use crate::shape::Shape;

const SUBCLAUSE: Shape = Shape { entries: &["subclause", "title", "todo"], intro: true, ..Shape::EMPTY };

const REQUIREMENT: Shape = Shape {
    entries: &["title", "kind"],
    optional_entries: &["documents", "controls", "requirements"],
    sections: &["Question", "Meaning", "Small firm", "Defined", "Operating", "Evidenced", "Evidence", "Gap"],
    ..Shape::EMPTY
};

pub(crate) fn read_subclause(source: &Source, reader: &mut Reader) -> Subclause {
    let head = &source.head;
    SUBCLAUSE.check(head, &mut reader.problems);
    let id = head.value("subclause");
    if id != source.stem() {
        let message = format!("'subclause: {id}' in a file for {}", source.stem());
        reader.problem(&head.place, message);
    }
    if head.intro.is_empty() {
        let message = "what this sub-clause is for is missing, in a sentence or two before the first '# '";
        reader.problem(&head.place, message);
    }
    Subclause {
        id: source.stem().to_owned(),
        title: reader.title(head, "title"),
        todo: reader.title(head, "todo"),
        summary: reader.passage(&head.intro, Role::Prose),
        requirements: source.items.iter().map(|item| read_requirement(item, source.stem(), reader)).collect(),
    }
}

fn read_requirement(item: &Item, subclause: &str, reader: &mut Reader) -> Requirement {
    REQUIREMENT.check(item, &mut reader.problems);
    if subclause_of(&item.id) != subclause || item.id == subclause {
        let message = format!("'{}' is not an id of sub-clause {subclause}", item.id);
        reader.problem(&item.place, message);
    }
    let kind = Kind::parse(item.value("kind"));
    if let (Some(entry), None) = (item.entry("kind"), kind) {
        let message = format!("'{}' is no kind; decision, document, process or record", entry.value);
        reader.problem(&entry.place, message);
    }
    Requirement {
        id: item.id.clone(),
        kind: kind.unwrap_or_default(),
        title: reader.title(item, "title"),
        question: reader.line(item, "Question", Role::Question),
        documents: reader.ids(item, "documents", Target::Document),
        controls: reader.ids(item, "controls", Target::Control),
        requirements: reader.ids(item, "requirements", Target::Requirement),
        meaning: reader.blocks(item, "Meaning", Role::Meaning),
        small_firm: reader.blocks(item, "Small firm", Role::Prose),
        defined: reader.blocks(item, "Defined", Role::Prose),
        operating: reader.blocks(item, "Operating", Role::Prose),
        evidenced: reader.blocks(item, "Evidenced", Role::Prose),
        evidence: reader.evidence(item),
        gap: reader.blocks(item, "Gap", Role::Prose),
    }
}
