//! Every reference leads to an item.

use crate::link::Target;
use crate::model::Content;
use crate::reader::Reader;
use std::collections::BTreeSet;

pub(crate) fn references(content: &Content, reader: &mut Reader) {
    let items = items(content);
    for reference in std::mem::take(&mut reader.references) {
        if !items.contains(&reference.target) {
            let message = format!("there is no {}", reference.target.described());
            reader.problem(&reference.place, message);
        }
    }
}

fn items(content: &Content) -> BTreeSet<Target> {
    let subclauses = content.clauses.iter().flat_map(|it| &it.subclauses);
    let requirements = subclauses.flat_map(|it| &it.requirements);
    let controls = content.themes.iter().flat_map(|it| &it.controls);
    requirements
        .map(|it| Target::Requirement(it.id.clone()))
        .chain(controls.map(|it| Target::Control(it.id.clone())))
        .chain(content.documents.iter().map(|it| Target::Document(it.id.clone())))
        .chain(content.pages.iter().map(|it| Target::Page(it.id.clone())))
        .chain(content.facts.iter().map(|it| Target::Fact(it.id.clone())))
        .collect()
}
