//! Plain language in our own words: sentences, terms and a measure of reading ease in every language, ISO's own words
//! in English.

use crate::folder::Sources;
use crate::markdown::Part;
use crate::overlap;
use crate::problem::Location;
use crate::reader::{Reader, Role, Text};
use crate::reading;
use crate::terms::{Banned, has_words};
use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

/// The reading grade that no question and no meaning exceeds.
const HIGHEST_GRADE: f64 = 12.0;
/// The reading grade that half of them do not exceed.
const MEDIAN_GRADE: f64 = 9.0;
/// The LIX that no meaning exceeds in a language beside English: above it a text counts as very hard.
const HIGHEST_LIX: f64 = 60.0;
/// The LIX that half of them do not exceed: up to it a text counts as easy.
const MEDIAN_LIX: f64 = 40.0;
/// The longest sentence, in words.
const LONGEST_SENTENCE: usize = 28;
/// Hashes of what we must not repeat, beside the languages.
const SEED_RUNS: &str = "seed-runs.txt";

pub(crate) fn language(dir: &Path, language: &str, sources: &Sources, reader: &mut Reader) {
    let mut texts = std::mem::take(&mut reader.texts);
    let own = dir.join(language).display().to_string();
    // What a language lacks was checked as English.
    texts.retain(|text| text.parts.first().is_some_and(|part| Path::new(&*part.place.file).starts_with(&own)));
    for part in texts.iter().flat_map(|text| &text.parts) {
        sentences(part, reader);
        let said = Said::of(part);
        for Banned { phrase, preferred } in &sources.terms {
            said.refuse(phrase, format_args!("write '{preferred}'"), reader);
        }
        if language == crate::ENGLISH {
            said.refuse("shall", format_args!("say what has to be done in our own words"), reader);
        }
    }
    match language {
        crate::ENGLISH => english(dir, sources, &texts, reader),
        _ => other(&Location::start_of(&own), &texts, reader),
    }
}

fn english(dir: &Path, sources: &Sources, texts: &[Text], reader: &mut Reader) {
    let seed = seed_runs(dir, reader);
    let mut grades = Vec::new();
    for text in texts {
        repetition(text, &seed, reader);
        grades.extend(grade(text, reader));
    }
    half("reading grade of questions and meanings", grades, MEDIAN_GRADE, &sources.place, reader);
}

/// A measure that needs no syllables serves every other language. A single question is too short for it.
fn other(place: &Location, texts: &[Text], reader: &mut Reader) {
    let mut values = Vec::new();
    for text in texts.iter().filter(|text| text.role == Role::Meaning) {
        let parts: Vec<&str> = text.parts.iter().map(|part| part.text.as_str()).collect();
        let lix = reading::lix(&parts);
        if lix > HIGHEST_LIX {
            let message =
                format!("the meaning has LIX {lix:.0}, at most {HIGHEST_LIX}: shorter sentences, fewer long words");
            reader.problem(&text.parts[0].place, message);
        }
        values.push(lix);
    }
    half("LIX of meanings", values, MEDIAN_LIX, place, reader);
}

/// Half of the values do not exceed a limit.
fn half(what: &str, mut values: Vec<f64>, limit: f64, place: &Location, reader: &mut Reader) {
    values.sort_by(f64::total_cmp);
    if let Some(median) = values.get(values.len() / 2)
        && *median > limit
    {
        reader.problem(place, format!("the median {what} is {median:.1}; at most {limit}"));
    }
}

/// The grade of a question or a meaning; other texts have examples and records to name.
fn grade(text: &Text, reader: &mut Reader) -> Option<f64> {
    let what = match text.role {
        Role::Question => "question",
        Role::Meaning => "meaning",
        Role::Prose => return None,
    };
    let first = text.parts.first()?;
    let parts: Vec<&str> = text.parts.iter().map(|part| part.text.as_str()).collect();
    let grade = reading::grade(&parts);
    if grade > HIGHEST_GRADE {
        let message =
            format!("the {what} has reading grade {grade:.1}, at most {HIGHEST_GRADE}: shorter sentences and words");
        reader.problem(&first.place, message);
    }
    Some(grade)
}

fn sentences(part: &Part, reader: &mut Reader) {
    for sentence in reading::sentences(&part.text) {
        let length = reading::words(sentence).count();
        if length > LONGEST_SENTENCE {
            let message =
                format!("a sentence of {length} words, at most {LONGEST_SENTENCE}: '{}'", beginning(sentence));
            reader.problem(&part.place, message);
        }
    }
}

/// What a part says, as phrases are looked for in it.
struct Said<'a> {
    part: &'a Part,
    lower: String,
}

impl<'a> Said<'a> {
    fn of(part: &'a Part) -> Self {
        Self { part, lower: without_places(&part.text).to_lowercase().replace('’', "'") }
    }

    fn refuse(&self, phrase: &str, instead: fmt::Arguments, reader: &mut Reader) {
        if has_words(&self.lower, phrase) {
            let message = format!("'{phrase}' in '{}': {instead}", beginning(&self.part.text));
            reader.problem(&self.part.place, message);
        }
    }
}

/// A text without its `{name}`s, which are no words; what a number chooses between stays.
fn without_places(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for piece in text.split_inclusive('}') {
        let (before, place) = piece.split_once('{').unwrap_or((piece, ""));
        words.push_str(before);
        words.push_str(place.split_once('?').map_or("", |(_, choice)| choice));
    }
    words
}

/// A run may begin in one paragraph and end in the next.
fn repetition(text: &Text, seed: &BTreeSet<u64>, reader: &mut Reader) {
    let Some(first) = text.parts.first() else {
        return;
    };
    let found = text.parts.iter().find_map(|part| Some((part, overlap::first_run_among(&part.text, seed)?)));
    let parts: Vec<&str> = text.parts.iter().map(|part| part.text.as_str()).collect();
    let found = found.or_else(|| Some((first, overlap::first_run_among(&parts.join(" "), seed)?)));
    if let Some((part, run)) = found {
        reader.problem(&part.place, format!("eight words in a row of the source page: '{run}'"));
    }
}

fn beginning(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.len() {
        0..=9 => words.join(" "),
        _ => words[..8].join(" ") + " …",
    }
}

fn seed_runs(dir: &Path, reader: &mut Reader) -> BTreeSet<u64> {
    let path = dir.join(SEED_RUNS);
    let place = Location::start_of(&path.display().to_string());
    let runs = std::fs::read_to_string(&path).map_err(|error| error.to_string()).and_then(|text| overlap::parse(&text));
    runs.unwrap_or_else(|error| {
        let message = format!("{error}; 'cargo xtask seed-runs FILE' makes it from the source page");
        reader.problem(&place, message);
        BTreeSet::new()
    })
}
