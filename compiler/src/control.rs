//! `controls/A.8.25.md`: a control of Annex A.

use crate::attributes;
use crate::grammar::{Item, Source};
use crate::link::Target;
use crate::model::{Control, ControlType, When};
use crate::reader::{Reader, Role};
use crate::shape::Shape;

const CONTROL: Shape = Shape {
    entries: &["id", "name", "theme", "type", "when"],
    optional_entries: &["attributes", "document", "requirements"],
    sections: &["Purpose", "Small firm", "Leaving out", "Justification", "Evidence", "Gap"],
    optional_sections: &["Applies"],
    ..Shape::EMPTY
};

/// A control and the id of its theme.
pub(crate) fn read(source: &Source, reader: &mut Reader) -> (String, Control) {
    let item = &source.head;
    CONTROL.check(item, &mut reader.problems);
    reader.one_item(source);
    let document = item.entry("document");
    if let Some(entry) = document {
        reader.refer(entry, Target::Document(entry.value.clone()));
    }
    let control = Control {
        id: source.stem().to_owned(),
        // A name is the standard's own, so it is no prose to be checked.
        name: item.value("name").to_owned(),
        types: types(item, reader),
        attributes: attributes(item, reader),
        when: when(item, reader),
        document: document.map(|entry| entry.value.clone()),
        requirements: reader.ids(item, "requirements", Target::Requirement),
        purpose: reader.blocks(item, "Purpose", Role::Prose),
        applies: reader.line(item, "Applies", Role::Prose),
        small_firm: reader.blocks(item, "Small firm", Role::Prose),
        leaving_out: reader.blocks(item, "Leaving out", Role::Prose),
        justification: reader.blocks(item, "Justification", Role::Prose),
        evidence: reader.evidence(item),
        gap: reader.blocks(item, "Gap", Role::Prose),
    };
    (item.value("theme").to_owned(), control)
}

fn types(item: &Item, reader: &mut Reader) -> Vec<ControlType> {
    let Some(entry) = item.entry("type") else {
        return Vec::new();
    };
    let names: Vec<&str> = entry.value.split_whitespace().collect();
    let types: Vec<ControlType> = ControlType::ALL.into_iter().filter(|it| names.contains(&it.name())).collect();
    if !names.iter().copied().eq(types.iter().map(|it| it.name())) {
        let message =
            format!("'type: {}' is not one to three of 'preventive detective corrective', in this order", entry.value);
        reader.problem(&entry.place, message);
    }
    types
}

fn attributes(item: &Item, reader: &mut Reader) -> u32 {
    let Some(entry) = item.entry("attributes") else {
        return 0;
    };
    attributes::bits(&entry.value).unwrap_or_else(|message| {
        reader.problem(&entry.place, message);
        0
    })
}

/// `always`, `people > 5`, or facts joined with `or`.
fn when(item: &Item, reader: &mut Reader) -> When {
    let Some(entry) = item.entry("when") else {
        return When::Always;
    };
    let words: Vec<&str> = entry.value.split_whitespace().collect();
    match words.as_slice() {
        ["always"] => return When::Always,
        ["people", ">", number] => {
            if let Ok(number) = number.parse() {
                return When::MorePeopleThan(number);
            }
        }
        words if words.len() % 2 == 1 && words.iter().skip(1).step_by(2).all(|it| *it == "or") => {
            let facts: Vec<String> = words.iter().step_by(2).map(|&it| it.to_owned()).collect();
            for fact in &facts {
                reader.refer(entry, Target::Fact(fact.clone()));
            }
            return When::AnyOf(facts);
        }
        _ => {}
    }
    let message = format!("'when: {}' is not 'always', 'people > 5', or facts joined with 'or'", entry.value);
    reader.problem(&entry.place, message);
    When::Always
}
