//! `clauses/4.md` and `themes/organizational.md`: the groups above sub-clauses and controls.

use crate::grammar::Source;
use crate::model::{Clause, Theme};
use crate::reader::{Reader, Role};
use crate::shape::Shape;

/// The clause group that is Annex A: nothing in it is mandatory as such.
pub(crate) const ANNEX_A: &str = "A";

const CLAUSE: Shape = Shape { entries: &["id", "title"], sections: &["Summary", "Mandatory"], ..Shape::EMPTY };

const ANNEX: Shape =
    Shape { entries: &["id", "title"], sections: &["Summary"], optional_sections: &["Mandatory"], ..Shape::EMPTY };

const THEME: Shape =
    Shape { entries: &["id", "title", "number"], sections: &["Summary", "Suggested documents"], ..Shape::EMPTY };

pub(crate) fn read_clause(source: &Source, reader: &mut Reader) -> Clause {
    let item = &source.head;
    let shape = if source.stem() == ANNEX_A { ANNEX } else { CLAUSE };
    shape.check(item, &mut reader.problems);
    reader.one_item(source);
    Clause {
        id: source.stem().to_owned(),
        title: reader.title(item, "title"),
        summary: reader.blocks(item, "Summary", Role::Prose),
        mandatory: reader.flat_list(item, "Mandatory"),
        subclauses: Vec::new(),
    }
}

pub(crate) fn read_theme(source: &Source, reader: &mut Reader) -> Theme {
    let item = &source.head;
    THEME.check(item, &mut reader.problems);
    reader.one_item(source);
    let number = item.value("number").parse().ok();
    if let (Some(entry), None) = (item.entry("number"), number) {
        reader.problem(&entry.place, format!("'{}' is no number", entry.value));
    }
    Theme {
        id: source.stem().to_owned(),
        number: number.unwrap_or_default(),
        title: reader.title(item, "title"),
        summary: reader.blocks(item, "Summary", Role::Prose),
        suggested: reader.flat_list(item, "Suggested documents"),
        controls: Vec::new(),
    }
}
