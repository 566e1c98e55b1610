//! `quick.md`: the questions of the quick start, in the order in which they are asked.

use crate::grammar::Item;
use crate::link::Target;
use crate::model::Quick;
use crate::reader::{Reader, Role};
use crate::shape::Shape;

const QUICK: Shape = Shape {
    entries: &["answers"],
    optional_entries: &["gravity"],
    sections: &["Question", "Stop", "Strength"],
    ..Shape::EMPTY
};

pub(crate) fn read(item: &Item, reader: &mut Reader) -> Quick {
    QUICK.check(item, &mut reader.problems);
    if let Some(entry) = item.entry("gravity").filter(|entry| entry.value != "major") {
        let message = format!("'gravity: {}' means nothing; write 'gravity: major' or leave it out", entry.value);
        reader.problem(&entry.place, message);
    }
    let target = |id: String| if id.starts_with("A.") { Target::Control(id) } else { Target::Requirement(id) };
    Quick {
        id: item.id.clone(),
        answers: reader.ids(item, "answers", target),
        is_major: item.entry("gravity").is_some(),
        question: reader.line(item, "Question", Role::Question),
        stop: reader.line(item, "Stop", Role::Prose),
        strength: reader.line(item, "Strength", Role::Prose),
    }
}
