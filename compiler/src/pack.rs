//! The text of the first load: one line a record, fields separated by tabs.
//!
//! Titles, questions and structure; the guidance is in [`crate::chunks`]. No text has a tab or
//! a line break, so nothing is escaped.

use crate::chunks::chunks;
use crate::model::{Clause, Content, Theme, When};
use std::fmt::{Display, Write as _};

/// The compact text that the application starts with.
pub fn pack(content: &Content) -> String {
    let mut pack = String::new();
    record(&mut pack, &[&"catalogue", &"iso27001-2022-amd1", &content.language]);
    for clause in &content.clauses {
        clause_records(&mut pack, clause);
    }
    for theme in &content.themes {
        theme_records(&mut pack, theme);
    }
    for it in &content.documents {
        let (mandatory, about) = (it.mandatory.name(), it.about.join(" "));
        record(
            &mut pack,
            &[
                &"document", &it.id, &it.location, &mandatory, &about, &it.name, &it.summary,
            ],
        );
    }
    for it in &content.facts {
        record(&mut pack, &[&"fact", &it.id, &it.question, &it.why]);
    }
    for it in &content.pages {
        record(&mut pack, &[&"page", &it.id, &it.title]);
    }
    for it in chunks(content) {
        record(&mut pack, &[&"chunk", &it.name, &it.file]);
    }
    words(&mut pack, content, true);
    pack
}

/// What follows the pack when more than the first view is wanted: the other words of the interface.
pub fn pack_more(content: &Content) -> String {
    let mut pack = String::new();
    words(&mut pack, content, false);
    pack
}

fn words(pack: &mut String, content: &Content, first: bool) {
    for it in content.words.iter().filter(|it| it.first == first) {
        record(pack, &[&"word", &it.text]);
    }
}

fn clause_records(pack: &mut String, clause: &Clause) {
    // Annex A's clauses are its themes.
    if clause.id == crate::clause::ANNEX_A {
        return;
    }
    record(pack, &[&"clause", &clause.id, &clause.title]);
    for subclause in &clause.subclauses {
        record(pack, &[&"subclause", &subclause.id, &subclause.title]);
        for it in &subclause.requirements {
            let kind = it.kind.name();
            record(pack, &[&"requirement", &it.id, &kind, &it.title, &it.question]);
        }
    }
}

fn theme_records(pack: &mut String, theme: &Theme) {
    record(pack, &[&"theme", &theme.id, &theme.number, &theme.title]);
    for it in &theme.controls {
        let types: String = it.types.iter().map(|it| it.letter()).collect();
        let document = it.document.as_deref().unwrap_or_default();
        record(
            pack,
            &[&"control", &it.id, &types, &it.when, &document, &it.name],
        );
    }
}

impl Display for When {
    /// As it is written in front matter.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Always => f.write_str("always"),
            Self::AnyOf(facts) => f.write_str(&facts.join(" or ")),
            Self::MorePeopleThan(number) => write!(f, "people > {number}"),
        }
    }
}

fn record(pack: &mut String, fields: &[&dyn Display]) {
    for (index, field) in fields.iter().enumerate() {
        let separator = if index == 0 { "" } else { "\t" };
        let _ = write!(pack, "{separator}{field}");
    }
    pack.push('\n');
}
