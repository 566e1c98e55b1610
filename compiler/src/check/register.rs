//! The register is whole: as many items as the standard has, no id twice, and documents and
//! controls that agree about each other.

use crate::clause::ANNEX_A;
use crate::folder::Sources;
use crate::model::{Content, Mandatory};
use crate::reader::Reader;
use crate::shape::doubled;

/// How many items there have to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Requirements by clause.
    pub clauses: Vec<(u8, usize)>,
    /// Controls by the number of their theme.
    pub themes: Vec<(u8, usize)>,
    /// Documents.
    pub documents: usize,
}

impl Expected {
    /// The counts of ISO/IEC 27001:2022 with Amendment 1:2024: 146 requirements, 93 controls.
    pub fn by_the_standard() -> Self {
        Self {
            clauses: vec![(4, 11), (5, 18), (6, 42), (7, 24), (8, 10), (9, 29), (10, 12)],
            themes: vec![(5, 37), (6, 8), (7, 14), (8, 34)],
            documents: 25,
        }
    }
}

pub(crate) fn register(content: &Content, expected: &Expected, sources: &Sources, reader: &mut Reader) {
    counts(content, expected, sources, reader);
    doubled_ids(sources, reader);
    agreement(content, sources, reader);
}

fn counts(content: &Content, expected: &Expected, sources: &Sources, reader: &mut Reader) {
    let mut compare = |what: String, there: usize, wanted: usize| {
        if there != wanted {
            let message = format!("{what}: there are {there}, and the standard has {wanted}");
            reader.problem(&sources.place, message);
        }
    };
    for (id, wanted) in &expected.clauses {
        let clause = content.clauses.iter().find(|it| it.id == id.to_string());
        let subclauses = clause.iter().flat_map(|it| &it.subclauses);
        let there = subclauses.map(|it| it.requirements.len()).sum();
        compare(format!("requirements of clause {id}"), there, *wanted);
    }
    for (number, wanted) in &expected.themes {
        let theme = content.themes.iter().find(|it| it.number == *number);
        let there = theme.map_or(0, |it| it.controls.len());
        compare(format!("controls of theme {number}"), there, *wanted);
    }
    let there = content.documents.len();
    compare("documents".to_owned(), there, expected.documents);

    if !content.clauses.iter().any(|it| it.id == ANNEX_A) {
        reader.problem(&sources.place, format!("the file clauses/{ANNEX_A}.md is missing"));
    }
    for clause in &content.clauses {
        let known = |(id, _): &(u8, usize)| id.to_string() == clause.id;
        if clause.id != ANNEX_A && !expected.clauses.iter().any(known) {
            let message = format!("the standard has no clause {}", clause.id);
            reader.problem(&sources.place, message);
        }
    }
    for theme in &content.themes {
        let known = |(number, _): &(u8, usize)| *number == theme.number;
        if !expected.themes.iter().any(known) {
            let message = format!("the standard has no theme {}", theme.number);
            reader.problem(&sources.place, message);
        }
    }
}

/// Files can't have one name twice, items inside a file can.
fn doubled_ids(sources: &Sources, reader: &mut Reader) {
    for source in sources.files.values() {
        let ids = source.items.iter().map(|it| (&it.id, &it.place));
        doubled(ids, "the id", &mut reader.problems);
    }
}

fn agreement(content: &Content, sources: &Sources, reader: &mut Reader) {
    let controls = || content.themes.iter().flat_map(|it| &it.controls);
    for document in &content.documents {
        let place = place_of(sources, "documents", &document.id);
        let first = document.location.split(' ').next().unwrap_or_default();
        match &document.mandatory {
            Mandatory::With(id) => {
                let control = controls().find(|it| it.id == *id);
                if control.is_some_and(|it| it.document.as_ref() != Some(&document.id)) {
                    let message = format!("{id} does not name '{}' as its document", document.id);
                    reader.problem(&place, message);
                }
                if first != id {
                    let message = format!("'where: {first}' and 'mandatory: {id}' differ");
                    reader.problem(&place, message);
                }
            }
            Mandatory::Always | Mandatory::Own => {
                let mut subclauses = content.clauses.iter().flat_map(|it| &it.subclauses);
                if !subclauses.any(|it| it.id == first) {
                    let message = format!("'where: {first}' is no sub-clause");
                    reader.problem(&place, message);
                }
            }
        }
    }
    for control in controls() {
        let named = control.document.as_ref();
        let document = named.and_then(|id| content.documents.iter().find(|it| it.id == *id));
        if document.is_some_and(|it| it.mandatory != Mandatory::With(control.id.clone())) {
            let place = place_of(sources, "controls", &control.id);
            reader.problem(&place, "its document is not mandatory with this control");
        }
    }
}

fn place_of(sources: &Sources, folder: &str, id: &str) -> crate::problem::Location {
    let source = sources.files.get(&format!("{folder}/{id}.md"));
    source.map_or(&sources.place, |it| &it.head.place).clone()
}
