//! From parsed files to the content: sub-clauses go into their clauses, controls into their themes.

use crate::folder::{FACTS, GLOSSARY, QUICK, Sources};
use crate::grammar::{Entry, Item};
use crate::model::{Clause, Content, Theme};
use crate::order::of_the_standard;
use crate::reader::Reader;
use crate::{clause, control, document, draft, fact, glossary, interface, page, quick, requirement, shape};

pub(crate) fn content(sources: &Sources, english: &[Entry], reader: &mut Reader) -> Content {
    Content {
        clauses: clauses(sources, reader),
        themes: themes(sources, reader),
        documents: documents(sources, reader),
        facts: list(sources, FACTS, reader, fact::read),
        quick: list(sources, QUICK, reader, quick::read),
        pages: sources.folder("learn").map(|source| page::read(source, reader)).collect(),
        drafts: sources.folder("drafts").map(|source| draft::read(source, reader)).collect(),
        terms: list(sources, GLOSSARY, reader, glossary::read),
        words: interface::words(&sources.words, english, reader),
        ..Content::default()
    }
}

fn clauses(sources: &Sources, reader: &mut Reader) -> Vec<Clause> {
    let mut clauses: Vec<Clause> =
        sources.folder("clauses").map(|source| clause::read_clause(source, reader)).collect();
    for source in sources.folder("requirements") {
        let subclause = requirement::read_subclause(source, reader);
        let id = subclause.id.split('.').next().unwrap_or_default();
        match clauses.iter_mut().find(|it| it.id == id) {
            Some(clause) => clause.subclauses.push(subclause),
            None => {
                let message = format!("there is no file clauses/{id}.md for this sub-clause");
                reader.problem(&source.head.place, message);
                clauses.push(Clause { id: id.to_owned(), subclauses: vec![subclause], ..Clause::default() });
            }
        }
    }
    clauses.sort_by_key(|it| of_the_standard(&it.id));
    for clause in &mut clauses {
        clause.subclauses.sort_by_key(|it| of_the_standard(&it.id));
    }
    clauses
}

fn themes(sources: &Sources, reader: &mut Reader) -> Vec<Theme> {
    let mut themes: Vec<Theme> = sources.folder("themes").map(|source| clause::read_theme(source, reader)).collect();
    for source in sources.folder("controls") {
        let (theme_id, control) = control::read(source, reader);
        let place = &source.head.place;
        match themes.iter_mut().find(|it| it.id == theme_id) {
            Some(theme) => {
                let start = format!("A.{}.", theme.number);
                if !control.id.starts_with(&start) {
                    let message = format!("the theme '{theme_id}' is that of {start}…");
                    reader.problem(place, message);
                }
                theme.controls.push(control);
            }
            None => {
                reader.problem(place, format!("there is no theme '{theme_id}'"));
                themes.push(Theme { id: theme_id, controls: vec![control], ..Theme::default() });
            }
        }
    }
    themes.sort_by_key(|it| it.number);
    for theme in &mut themes {
        theme.controls.sort_by_key(|it| of_the_standard(&it.id));
    }
    themes
}

fn documents(sources: &Sources, reader: &mut Reader) -> Vec<crate::Document> {
    let files = sources.folder("documents");
    let mut documents: Vec<_> = files.map(|it| document::read(it, reader)).collect();
    documents.sort_by_key(|it| (of_the_standard(&it.location), it.id.clone()));
    documents
}

/// The items of a file that holds nothing else.
fn list<T>(sources: &Sources, path: &str, reader: &mut Reader, read: fn(&Item, &mut Reader) -> T) -> Vec<T> {
    let Some(source) = sources.files.get(path) else {
        return Vec::new();
    };
    shape::Shape::EMPTY.check(&source.head, &mut reader.problems);
    source.items.iter().map(|it| read(it, reader)).collect()
}
