//! Finding by words: what a person types, how the texts say it, and which text fits best.
//!
//! Every typed word has to be in a text, as the beginning of one of its words; a word may be there in another number or
//! spelling, or as what `content/<language>/synonyms.txt` names for it. Where no text has all of the words, or none has
//! one of them in its name, texts with some of them are found too.

mod text;
mod words;

pub use text::{Text, texts, title};

use crate::catalogue::Catalogue;
use text::{begin, whole};
use words::{Term, terms};

/// What a person looks for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// All of it, in lower case.
    typed: String,
    terms: Vec<Term>,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The positions of the texts, the best first.
    pub texts: Vec<usize>,
    /// Whether no text has all of the words, so that these have only some of them.
    pub some_words: bool,
}

/// How well a text fits: less is better. How far the words are from its name; its order among kinds; the length of its
/// name.
type Rank = (usize, u8, usize);

/// How far a word is from the name of a text, from an item that the synonyms name to a synonym in the text.
const WHOLE_WORD_IN_NAME: usize = 4;
const BEGINS_WORD_IN_NAME: usize = 8;
const SYNONYM_IN_NAME: usize = 12;
const IN_TEXT: usize = 32;
const SYNONYM_IN_TEXT: usize = 36;
const LACKING: usize = 40;

impl Query {
    /// Reads what a person typed. It is empty if the words are too short to look for.
    pub fn new(catalogue: &Catalogue, typed: &str) -> Self {
        let typed = words::in_lower_case(typed.trim());
        Self { terms: terms(catalogue, &typed), typed }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Every way in which the words may stand in a text, in lower case: to mark them there.
    pub fn ways(&self) -> Vec<&str> {
        self.terms.iter().flat_map(|term| term.typed.iter().chain(&term.ours)).map(String::as_str).collect()
    }

    /// The texts that fit, the best first.
    pub fn find<'a>(&self, texts: impl IntoIterator<Item = &'a Text>) -> Found {
        let ranked = texts.into_iter().enumerate().filter_map(|(index, text)| Some((self.rank(text)?, index)));
        let mut ranked: Vec<((usize, Rank), usize)> = ranked.collect();
        let whole = ranked.iter().filter(|((lacks, _), _)| *lacks == 0).map(|((_, (far, ..)), _)| *far).min();
        if whole.is_some_and(|far| far < IN_TEXT * self.terms.len()) {
            ranked.retain(|((lacks, _), _)| *lacks == 0);
        }
        ranked.sort_unstable_by_key(|((_, rank), index)| (*rank, *index));
        let some_words = whole.is_none() && !ranked.is_empty();
        Found { texts: ranked.into_iter().map(|(_, index)| index).collect(), some_words }
    }

    /// How many words a text lacks, and how well it fits; `None` if it has none of them.
    fn rank(&self, text: &Text) -> Option<(usize, Rank)> {
        let distances: Vec<usize> = self.terms.iter().filter_map(|term| term.distance(text)).collect();
        let mut lacks = self.terms.len() - distances.len();
        let mut far = distances.iter().sum::<usize>() + lacks * LACKING;
        if text.is_called(&self.typed) {
            (lacks, far) = (0, 0);
        }
        (lacks < self.terms.len()).then_some((lacks, (far, text.order, text.title.len())))
    }
}

impl Term {
    /// How far this word is from the name of a text; `None` if it is not there at all.
    fn distance(&self, text: &Text) -> Option<usize> {
        if let Some(place) = self.ids.iter().position(|id| *id == text.id) {
            return Some(place.min(WHOLE_WORD_IN_NAME - 1));
        }
        let name = &text.name;
        let typed = || self.typed.iter();
        if typed().any(|way| whole(name, way)) {
            return Some(WHOLE_WORD_IN_NAME);
        }
        if typed().any(|way| begin(name, way, 0).is_some()) {
            return Some(BEGINS_WORD_IN_NAME);
        }
        if self.ours.iter().any(|way| begin(name, way, 0).is_some()) {
            return Some(SYNONYM_IN_NAME);
        }
        let lower = &text.lower;
        if typed().any(|way| begin(lower, way, 0).is_some()) {
            return Some(IN_TEXT);
        }
        self.ours.iter().any(|way| begin(lower, way, 0).is_some()).then_some(SYNONYM_IN_TEXT)
    }
}
