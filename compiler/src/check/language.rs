//! Plain English in our own words.

use crate::folder::Sources;
use crate::overlap;
use crate::problem::Place;
use crate::reader::{Reader, Role, Text};
use crate::reading;
use crate::terms::has_words;
use std::path::Path;

/// The reading grade that no question and no meaning exceeds.
const HIGHEST_GRADE: f64 = 12.0;
/// The reading grade that half of them do not exceed.
const MEDIAN_GRADE: f64 = 9.0;
/// The longest sentence, in words.
const LONGEST_SENTENCE: usize = 28;
/// Hashes of what we must not repeat, beside the languages.
const SEED_RUNS: &str = "seed-runs.txt";

pub(crate) fn english(dir: &Path, sources: &Sources, reader: &mut Reader) {
    let texts = std::mem::take(&mut reader.texts);
    let seed = seed_runs(dir, reader);
    let mut grades = Vec::new();
    for text in &texts {
        sentences(text, reader);
        words(text, sources, reader);
        if let Some(run) = overlap::first_run_among(&text.parts.join(" "), &seed) {
            let message = format!("eight words of the seed page: '{run}'");
            reader.problem(&text.place, message);
        }
        if text.role != Role::Prose && !text.parts.is_empty() {
            grades.push(grade(text, reader));
        }
    }
    grades.sort_by(f64::total_cmp);
    if let Some(median) = grades.get(grades.len() / 2)
        && *median > MEDIAN_GRADE
    {
        let message =
            format!("the median reading grade of questions and meanings is {median:.1}; at most {MEDIAN_GRADE}");
        reader.problem(&sources.place, message);
    }
}

fn grade(text: &Text, reader: &mut Reader) -> f64 {
    let grade = reading::grade(&text.parts);
    if grade > HIGHEST_GRADE {
        let what = match text.role {
            Role::Question => "question",
            Role::Meaning | Role::Prose => "meaning",
        };
        let message =
            format!("the {what} has reading grade {grade:.1}, at most {HIGHEST_GRADE}: shorter sentences and words");
        reader.problem(&text.place, message);
    }
    grade
}

fn sentences(text: &Text, reader: &mut Reader) {
    for sentence in text.parts.iter().flat_map(|part| reading::sentences(part)) {
        let length = reading::words(sentence).count();
        if length > LONGEST_SENTENCE {
            let message =
                format!("a sentence of {length} words, at most {LONGEST_SENTENCE}: '{}'", beginning(sentence));
            reader.problem(&text.place, message);
        }
    }
}

fn words(text: &Text, sources: &Sources, reader: &mut Reader) {
    for part in &text.parts {
        let lower = part.to_lowercase().replace('’', "'");
        let mut refuse = |place: &Place, phrase: &str, instead: &str| {
            if has_words(&lower, phrase) {
                let shown = beginning(part);
                reader.problem(place, format!("'{phrase}' in '{shown}': {instead}"));
            }
        };
        refuse(&text.place, "shall", "say what has to be done in our own words");
        for banned in &sources.terms {
            let instead = format!("write '{}'", banned.preferred);
            refuse(&text.place, &banned.phrase, &instead);
        }
    }
}

fn beginning(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.len() {
        0..=9 => words.join(" "),
        _ => words[..8].join(" ") + " …",
    }
}

fn seed_runs(dir: &Path, reader: &mut Reader) -> std::collections::BTreeSet<u64> {
    let path = dir.join(SEED_RUNS);
    let place = Place::start_of(&path.display().to_string());
    let runs = std::fs::read_to_string(&path).map_err(|error| error.to_string()).and_then(|text| overlap::parse(&text));
    runs.unwrap_or_else(|error| {
        let message = format!("{error}; 'cargo xtask seed-runs FILE' makes it from the seed page");
        reader.problem(&place, message);
        std::collections::BTreeSet::new()
    })
}
