//! What reading pages and their items are called.

use crate::text::{catalogue, t};
use readiness::catalogue::Word;

/// The items of a chunk with their titles.
pub fn items(text: &str) -> impl Iterator<Item = (&str, String)> {
    let mut lines = text.lines().peekable();
    std::iter::from_fn(move || {
        let id = lines.by_ref().find_map(|line| line.strip_prefix("@\t"))?;
        let own = lines.peek().and_then(|line| line.strip_prefix("t\t")).map(str::to_owned);
        Some((id, own.unwrap_or_else(|| title_of(id))))
    })
}

/// The title of an item that guidance is about.
fn title_of(id: &str) -> String {
    readiness::search::title(catalogue(), id).unwrap_or_else(|| title(id))
}

/// The title of a reading page, by its id or the name of its chunk, or of the clause or theme with an id.
pub fn title(id: &str) -> String {
    let catalogue = catalogue();
    if let Some(page) = catalogue.pages.iter().find(|page| page.id == id) {
        return page.title.to_owned();
    }
    let (clause, theme) = (id.strip_prefix("clause-").unwrap_or(id), id.strip_prefix("theme-").unwrap_or(id));
    let clause = catalogue.clauses.iter().find(|known| known.id == clause);
    let theme = catalogue.themes.iter().find(|known| known.id == theme);
    match (clause, theme, id) {
        (Some(clause), ..) => format!("{} {}", clause.id, clause.title),
        (_, Some(theme), _) => theme.title.to_owned(),
        (.., "clauses") => t(Word::LearnOverview).to_owned(),
        (.., "documents") => t(Word::LearnDocuments).to_owned(),
        (.., "glossary") => t(Word::LearnGlossary).to_owned(),
        _ => t(Word::MenuLearn).to_owned(),
    }
}
