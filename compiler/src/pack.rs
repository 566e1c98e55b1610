//! The text of the first load: one line a record, fields separated by tabs.
//!
//! Titles, questions and structure; the guidance is in [`crate::chunks`]. No text has a tab or
//! a line break, so nothing is escaped.

use crate::chunks::chunks;
use crate::model::{Clause, Content, Theme, When};
use std::fmt::{Display, Write as _};

/// The compact text of the whole catalogue.
pub fn pack(content: &Content) -> String {
    whole(content, false)
}

/// The compact text that the first view starts with: the same records, without the texts that only later views show.
pub fn pack_first_view(content: &Content) -> String {
    whole(content, true)
}

/// A pack that the site loads when a person reads another language than English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguagePack {
    /// Its file in the site, such as `lang/de-1a2b3c4d.txt`: another text is another file.
    pub file: String,
    /// What is in it.
    pub text: String,
}

/// The packs of a language: for the first view, and whole.
pub fn language_packs(content: &Content) -> [LanguagePack; 2] {
    [("-first-view", pack_first_view(content)), ("", pack(content))].map(|(what, text)| {
        let hash = format!("{:016x}", crate::fnv1a(text.as_bytes()));
        LanguagePack { file: format!("lang/{}{what}-{}.txt", content.language, &hash[..8]), text }
    })
}

fn whole(content: &Content, first_view: bool) -> String {
    let later = |text: &str| if first_view { String::new() } else { text.to_owned() };
    let mut pack = String::new();
    record(&mut pack, &[&"catalogue", &"iso27001-2022-amd1", &content.language]);
    for clause in &content.clauses {
        clause_records(&mut pack, clause);
    }
    // The first view does not ask them one by one.
    let asked = content.clauses.iter().flat_map(|it| &it.subclauses).flat_map(|it| &it.requirements);
    for it in asked.filter(|it| it.quick && !first_view) {
        record(&mut pack, &[&"quick", &it.id]);
    }
    for theme in &content.themes {
        theme_records(&mut pack, theme, first_view);
    }
    for it in &content.documents {
        let (mandatory, about) = (it.mandatory.name(), it.about.join(" "));
        if first_view {
            record(&mut pack, &[&"document", &it.id, &"", &"always", &"", &"", &""]);
            continue;
        }
        record(&mut pack, &[&"document", &it.id, &it.location, &mandatory, &about, &it.name, &it.summary]);
    }
    for it in &content.facts {
        record(&mut pack, &[&"fact", &it.id, &later(&it.question), &later(&it.why)]);
    }
    for it in &content.pages {
        record(&mut pack, &[&"page", &it.id, &it.title]);
    }
    for it in chunks(content) {
        record(&mut pack, &[&"chunk", &it.name, &it.file]);
    }
    // The words of the first view come first, so that the numbers are the same in both.
    for it in content.words.iter().filter(|it| it.first || !first_view) {
        record(&mut pack, &[&"word", &it.text]);
    }
    pack
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

fn theme_records(pack: &mut String, theme: &Theme, first_view: bool) {
    record(pack, &[&"theme", &theme.id, &theme.number, &theme.title]);
    for it in &theme.controls {
        if first_view {
            record(pack, &[&"control", &it.id, &"", &"always", &"", &""]);
            continue;
        }
        let types: String = it.types.iter().map(|it| it.letter()).collect();
        let document = it.document.as_deref().unwrap_or_default();
        record(pack, &[&"control", &it.id, &types, &it.when, &document, &it.name]);
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
