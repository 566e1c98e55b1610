//! What the cells of a list name, as people write it: a control, a clause or a part of one, several of them, or all from one
//! to another.

use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, ControlId, ItemRef, RequirementId, Word};
use std::collections::BTreeSet;

/// The longest cell, in letters, in which a bare number can be a clause: in a longer text it may be anything.
const LONGEST_REFERENCE: usize = 40;
/// The longest word, in letters, that stands between two numbers of the same kind, such as `and`.
const LONGEST_BETWEEN: usize = 3;
/// What stands between the first and the last one, beside a hyphen.
const DASHES: [char; 2] = ['–', '—'];

/// What a column is likely to hold, by its heading: whether a bare number in it is a clause or a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Clauses,
    Controls,
    Other,
}

/// How lists speak of clauses and of controls, in the language of the answers or in English, and what there is.
pub(super) struct Known<'a> {
    catalogue: &'a Catalogue,
    assessment: &'a Assessment,
    clauses: Vec<&'static str>,
    controls: Vec<&'static str>,
    until: Vec<&'static str>,
}

/// A word of a cell.
struct Piece {
    text: String,
    /// Whether it is the last of what the one before it begins.
    ends: bool,
}

impl<'a> Known<'a> {
    pub fn of(catalogue: &'a Catalogue, assessment: &'a Assessment) -> Self {
        let english = Catalogue::english();
        let of = |word| [catalogue, &english].iter().flat_map(|it| it.word(word).split(", ")).collect();
        let [clauses, controls, until] = [Word::RequestsClauses, Word::RequestsControls, Word::RequestsUntil].map(of);
        Self { catalogue, assessment, clauses, controls, until }
    }

    pub fn holds(&self, heading: &str) -> Holds {
        let heading = heading.to_lowercase();
        let is = |words: &[&str]| words.iter().any(|word| heading.contains(word));
        match () {
            () if is(&self.clauses) => Holds::Clauses,
            () if is(&self.controls) || is(&["27002"]) => Holds::Controls,
            () if is(&["27001"]) => Holds::Clauses,
            () => Holds::Other,
        }
    }

    /// What a cell names.
    pub fn named(&self, cell: &str, column: Holds) -> BTreeSet<ItemRef> {
        let column = if cell.chars().count() <= LONGEST_REFERENCE { column } else { Holds::Other };
        // `§ 9.2` is a clause, as some write one.
        cell.replace('§', " clause ").lines().flat_map(|line| self.in_line(line, column)).collect()
    }

    fn in_line(&self, line: &str, column: Holds) -> BTreeSet<ItemRef> {
        let pieces = self.pieces(line);
        let mut all = BTreeSet::new();
        // What a bare number is, and what the last one was.
        let (mut holds, mut last) = (column, BTreeSet::new());
        let mut before = String::new();
        for (at, piece) in pieces.iter().enumerate() {
            let letter = pieces.get(at + 1).map_or("", |next| &next.text);
            let text = match at.checked_sub(1).and_then(|at| pieces[at].text.rsplit_once('.')) {
                // `A.5.15-18` ends in the same theme.
                Some((theme, _)) if piece.ends && piece.text.bytes().all(|it| it.is_ascii_digit()) => {
                    format!("{theme}.{}", piece.text)
                }
                _ => piece.text.clone(),
            };
            if self.clauses.iter().any(|word| before.starts_with(*word)) {
                holds = Holds::Clauses;
            }
            let found = self.one(&text, letter, holds);
            // `A.5.15, 5.16 and 5.17` says once what all three are.
            holds = match found.last() {
                None if text.chars().count() > LONGEST_BETWEEN => column,
                Some(ItemRef::Control(_)) if column == Holds::Other => Holds::Controls,
                _ => holds,
            };
            if piece.ends {
                all.extend(self.between(&last, &found));
            }
            all.extend(&found);
            (last, before) = (found, text.to_lowercase());
        }
        all
    }

    /// The words of a line. `A.5.1-A.5.8` is two of them, `A 5.1` is one.
    fn pieces(&self, line: &str) -> Vec<Piece> {
        let is_part = |letter: char| letter.is_alphanumeric() || ".-_".contains(letter) || DASHES.contains(&letter);
        let mut pieces: Vec<Piece> = Vec::new();
        let mut ends = false;
        for text in line.split(|letter| !is_part(letter)) {
            for (at, text) in text.split(DASHES).enumerate() {
                ends |= at > 0 || text.starts_with('-');
                let text = text.trim_matches(['.', '-']);
                let both = text.split_once('-').filter(|(one, other)| is_number(one) && is_number(other));
                let both = both.map_or([Some(text), None], |(one, other)| [Some(one), Some(other)]);
                for (at, text) in both.into_iter().flatten().enumerate().filter(|(_, text)| !text.is_empty()) {
                    pieces.push(Piece { text: without_zeros(text), ends: std::mem::take(&mut ends) || at > 0 });
                }
            }
        }
        self.joined(pieces)
    }

    /// Takes `A 5.1` for one word, and what stands between two numbers for what it says of the second.
    fn joined(&self, pieces: Vec<Piece>) -> Vec<Piece> {
        let mut words: Vec<Piece> = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let is_letter = matches!(&words[..], [.., number, letter] if letter.text == "a" && is_number(&number.text));
            let is_control = || self.catalogue.parse_control(&format!("A.{}", piece.text)).is_some();
            match words.last_mut() {
                Some(annex) if annex.text.eq_ignore_ascii_case("a") && !is_letter && is_control() => {
                    annex.text.push_str(&piece.text);
                }
                _ => words.push(piece),
            }
        }
        let mut joined: Vec<Piece> = Vec::with_capacity(words.len());
        for mut word in words {
            let is_until = |text: &str| self.until.contains(&text) && is_number(&word.text);
            if matches!(&joined[..], [.., one, until] if is_number(&one.text) && is_until(&until.text)) {
                joined.pop();
                word.ends = true;
            }
            joined.push(word);
        }
        joined
    }

    /// What a word names.
    fn one(&self, word: &str, letter: &str, holds: Holds) -> BTreeSet<ItemRef> {
        let id = || {
            let document = self.catalogue.parse_document(word).map(ItemRef::from);
            let requirement = || self.catalogue.parse_requirement(word).map(ItemRef::from);
            document.or_else(requirement).or_else(|| self.control(word).map(ItemRef::from))
        };
        // Every id has one of these: to look for each word of a text among all of them would take long.
        match word.contains(['.', '-']).then(id).flatten() {
            Some(id) => BTreeSet::from([id]),
            None if holds != Holds::Other && word.starts_with(|it: char| it.is_ascii_digit()) && word.contains('.') => {
                let letter = if letter.len() == 1 { letter } else { "" };
                self.number(word, letter, holds == Holds::Controls)
            }
            None => BTreeSet::new(),
        }
    }

    /// A control, as people write one: `A.5.1`, `A5.1` or `A-5.1`; or one of the organisation's own.
    fn control(&self, word: &str) -> Option<ControlId> {
        let word = word.to_uppercase();
        if let Some(number) = word.strip_prefix('A') {
            return self.catalogue.parse_control(&format!("A.{}", number.trim_start_matches(['.', '-', '0'])));
        }
        let own = self.catalogue.parse_control(&word)?;
        matches!(own, ControlId::Custom(id) if self.assessment.custom_controls.contains_key(&id)).then_some(own)
    }

    /// What a bare number is: `9.2` all of that clause, `6.1.2 d` and `6.1.2-d` a part of it, `8.24` a control.
    fn number(&self, word: &str, letter: &str, is_control: bool) -> BTreeSet<ItemRef> {
        let catalogue = self.catalogue;
        let end = word.find(|it: char| !it.is_ascii_digit() && it != '.').unwrap_or(word.len());
        let (number, rest) = word.split_at(end);
        let number = number.trim_end_matches('.');
        let part = if rest.is_empty() { letter } else { rest.trim_start_matches('-') }.to_lowercase();
        let control = || catalogue.parse_control(&format!("A.{number}")).map(ItemRef::from);
        if let Some(id) = control().filter(|_| is_control) {
            return BTreeSet::from([id]);
        }
        let inside = format!("{number}.");
        let subclauses = catalogue.subclauses.iter().filter(|it| it.id == number || it.id.starts_with(&inside));
        let all: Vec<_> = subclauses.flat_map(|it| catalogue.requirement_ids_in(it.requirements.clone())).collect();
        let start = format!("{number}-{part}");
        // A letter is not the beginning of a word.
        let ends = |rest: &str| !rest.starts_with(char::is_alphabetic);
        let wanted =
            |it: &&RequirementId| !part.is_empty() && it.name(catalogue).strip_prefix(&*start).is_some_and(ends);
        let of_part: Vec<_> = all.iter().filter(wanted).copied().collect();
        let found = if of_part.is_empty() { all } else { of_part };
        if found.is_empty() { control().into_iter().collect() } else { found.into_iter().map(ItemRef::from).collect() }
    }

    /// All of the standard that stands between two ends of the same kind.
    fn between(&self, one: &BTreeSet<ItemRef>, other: &BTreeSet<ItemRef>) -> BTreeSet<ItemRef> {
        let (Some(first), Some(last)) = (one.first().copied(), other.last().copied()) else { return BTreeSet::new() };
        let within = |it: &ItemRef| (first..=last).contains(it);
        match (first, last) {
            (ItemRef::Requirement(_), ItemRef::Requirement(_)) => {
                self.catalogue.requirement_ids().map(ItemRef::from).filter(within).collect()
            }
            (ItemRef::Control(_), ItemRef::Control(_)) => {
                self.catalogue.control_ids().map(ItemRef::from).filter(within).collect()
            }
            _ => BTreeSet::new(),
        }
    }
}

/// A number without the zeros that make it sort, as `A.5.9` for `A.05.09`.
fn without_zeros(word: &str) -> String {
    let parts = word.split('.').map(|part| if part.len() > 1 { part.trim_start_matches('0') } else { part });
    parts.collect::<Vec<_>>().join(".")
}

/// Whether a word is a number as clauses and controls have them.
fn is_number(word: &str) -> bool {
    let number = word.strip_prefix(['A', 'a']).map_or(word, |number| number.trim_start_matches(['.', '-']));
    number.starts_with(|it: char| it.is_ascii_digit())
}
