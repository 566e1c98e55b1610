//! `terms.txt`: the terms to use, and the ones that are avoided for each.
//!
//! `preferred: banned, banned`, one a line; `#` starts a comment.

use crate::problem::{Location, Problem};

/// A phrase to avoid and what to write instead.
#[derive(Clone, Debug)]
pub(crate) struct Banned {
    pub phrase: String,
    pub preferred: String,
}

pub(crate) fn parse(shown: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<Banned> {
    let start = Location::start_of(shown);
    let mut terms = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        let Some((preferred, banned)) = line.split_once(':') else {
            let message = "expected 'preferred: banned, banned'";
            problems.push(start.at(index + 1).problem(message));
            continue;
        };
        let phrases = banned.split(',').map(str::trim);
        terms.extend(
            phrases
                .filter(|it| !it.is_empty())
                .map(|phrase| Banned { phrase: phrase.to_lowercase(), preferred: preferred.trim().to_owned() }),
        );
    }
    terms
}

/// Whether a text has a phrase as whole words; both in lower case.
pub(crate) fn has_words(text: &str, phrase: &str) -> bool {
    let is_edge = |side: Option<char>| !side.is_some_and(char::is_alphanumeric);
    text.match_indices(phrase).any(|(start, found)| {
        is_edge(text[..start].chars().next_back()) && is_edge(text[start + found.len()..].chars().next())
    })
}
