//! `facts.md`: the questions of the profile.

use crate::grammar::Item;
use crate::model::Fact;
use crate::reader::{Reader, Role};
use crate::shape::Shape;

const FACT: Shape = Shape { sections: &["Question", "Why"], optional_sections: &["Yes", "No"], ..Shape::EMPTY };

pub(crate) fn read(item: &Item, reader: &mut Reader) -> Fact {
    FACT.check(item, &mut reader.problems);
    let is_word = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    if !item.id.bytes().all(is_word) {
        let message = format!("the fact '{}' is not written like_this", item.id);
        reader.problem(&item.place, message);
    }
    Fact {
        id: item.id.clone(),
        question: reader.line(item, "Question", Role::Question),
        why: reader.line(item, "Why", Role::Prose),
        yes: reader.line(item, "Yes", Role::Prose),
        no: reader.line(item, "No", Role::Prose),
    }
}
