//! `glossary.md`: the terms.

use crate::grammar::Item;
use crate::model::Term;
use crate::reader::{Reader, Role};
use crate::shape::Shape;

const TERM: Shape = Shape {
    entries: &["title"],
    optional_entries: &["also", "forms", "except", "everyday"],
    sections: &["Meaning"],
    ..Shape::EMPTY
};

pub(crate) fn read(item: &Item, reader: &mut Reader) -> Term {
    TERM.check(item, &mut reader.problems);
    let list = |key| {
        let phrases = item.value(key).split(';').map(str::trim);
        phrases.filter(|it| !it.is_empty()).map(str::to_owned).collect()
    };
    Term {
        id: item.id.clone(),
        title: reader.title(item, "title"),
        also: list("also"),
        forms: list("forms"),
        except: list("except"),
        everyday: item.value("everyday") == "yes",
        meaning: reader.blocks(item, "Meaning", Role::Meaning),
    }
}
