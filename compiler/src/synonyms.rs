//! `synonyms.txt`: what people type for what the texts say.
//!
//! `ids and words of ours: what people type`, one a line, each side a list with commas; `#` starts a comment.

use crate::link::Target;
use crate::model::{Content, Synonym};
use crate::problem::{Location, Problem};
use crate::reader::{Reader, Reference};
use crate::terms::Banned;

/// A line, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub place: Location,
    pub synonym: Synonym,
}

pub(crate) fn parse(shown: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<Line> {
    let start = Location::start_of(shown);
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let place = start.at(index + 1);
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        let (ours, typed) = line.split_once(':').unwrap_or((line, ""));
        let list = |side: &str| -> Vec<String> {
            side.split(',').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
        };
        let (ids, words) = list(ours).into_iter().partition(|it| is_id(it));
        let synonym = Synonym { ids, words, typed: list(typed) };
        if synonym.typed.is_empty() || synonym.ids.is_empty() && synonym.words.is_empty() {
            problems.push(place.problem("expected 'ids and words of ours: what people type'"));
        }
        lines.push(Line { place, synonym });
    }
    lines
}

/// The synonyms of a language: its own lines, and what its terms avoid.
pub(crate) fn read(lines: &[Line], terms: &[Banned], content: &mut Content, reader: &mut Reader) {
    for Line { place, synonym } in lines {
        for id in &synonym.ids {
            match Target::of_link(id) {
                Some(target) => reader.references.push(Reference { place: place.clone(), target }),
                None if content.clauses.iter().flat_map(|it| &it.subclauses).any(|it| it.id == *id) => {}
                None => reader.problem(place, format!("there is no sub-clause '{id}'")),
            }
        }
    }
    content.synonyms = lines.iter().map(|it| it.synonym.clone()).collect();
    // A term in brackets is advice to a writer.
    for term in terms.iter().filter(|it| !it.preferred.starts_with('(')) {
        match content.synonyms.last_mut().filter(|it| it.ids.is_empty() && it.words == [term.preferred.as_str()]) {
            Some(same) => same.typed.push(term.phrase.clone()),
            None => content.synonyms.push(Synonym {
                ids: Vec::new(),
                words: vec![term.preferred.clone()],
                typed: vec![term.phrase.clone()],
            }),
        }
    }
}

/// Whether it is the id of an item, or of a sub-clause.
fn is_id(text: &str) -> bool {
    Target::of_link(text).is_some() || text.starts_with(|it: char| it.is_ascii_digit()) && text.contains('.')
}
