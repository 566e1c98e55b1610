//! The plan for programs that keep lists of tasks: what stays the same, and that their forms are theirs.

use super::{SAMPLES, made, sample, source};
use formats::{Format, Source};
use readiness::catalogue::LANGUAGES;
use readiness::{Catalogue, Word};
use std::collections::{BTreeMap, HashSet};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The files of the pack by their names.
fn files(source: &Source<'_>) -> BTreeMap<String, String> {
    let mut zip = ZipArchive::new(Cursor::new(made(Format::Planners, source))).expect("a ZIP");
    let file = |index| {
        let mut file = zip.by_index(index).expect("it is listed");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        (file.name().expect("a name").into_owned(), text)
    };
    (0..6).map(file).collect()
}

/// The cells of a table (RFC 4180).
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    rows
}

#[test]
fn every_action_is_in_every_table_under_an_id_of_its_own() {
    let catalogue = Catalogue::english();
    for name in SAMPLES {
        let assessment = sample(name, &catalogue);
        let source = source(&catalogue, &assessment);
        let plan = source.plan.as_ref().expect("a plan");
        let count = plan.actions.len() + plan.open_tasks().count();
        let files = files(&source);
        let table = rows(&files["plan.csv"]);
        assert_eq!(table.len(), count + 1, "{name}");
        for column in [0, 1] {
            let different: HashSet<_> = table.iter().map(|row| &row[column]).collect();
            assert_eq!(different.len(), table.len(), "{name}: each {} is there once", table[0][column]);
        }
        for (file, column) in [("jira.csv", 0), ("gitlab.csv", 0), ("redmine.csv", 0), ("todoist.csv", 1)] {
            let other = rows(&files[file]);
            let width = other[0].len();
            assert!(other.iter().all(|row| row.len() == width), "{name}, {file}");
            let tasks: Vec<_> = other[1..].iter().filter(|row| file != "todoist.csv" || row[0] == "task").collect();
            let titles: Vec<_> = tasks.iter().map(|row| row[column].replace("(at)", "@")).collect();
            assert_eq!(titles, table[1..].iter().map(|row| row[1].clone()).collect::<Vec<_>>(), "{name}, {file}");
            for (row, id) in tasks.iter().zip(table[1..].iter().map(|row| &row[0])) {
                assert!(row.iter().any(|cell| cell.contains(id.as_str())), "{name}, {file}: {row:?} names {id}");
            }
        }
    }
}

#[test]
fn headings_ids_and_values_are_the_same_in_every_language() {
    let of = |language| {
        let catalogue = Catalogue::of(language);
        let assessment = sample("consultancy", &Catalogue::english());
        let files = files(&source(&catalogue, &assessment));
        let headings: Vec<_> = files.values().map(|text| text.lines().next().unwrap_or_default().to_owned()).collect();
        let kept = rows(&files["plan.csv"]).into_iter().map(|row| [0, 3, 4, 5, 8, 9, 10, 11].map(|at| row[at].clone()));
        (
            headings[1..].to_vec(),
            kept.collect::<Vec<_>>(),
            files["README.md"].contains(catalogue.word(Word::PlannersAgain)),
        )
    };
    let english = of(&LANGUAGES[0]);
    assert!(english.2, "the page says what becomes of a second time");
    for language in &LANGUAGES[1..] {
        assert_eq!(of(language), english, "{}", language.code);
    }
}

#[test]
fn each_form_has_the_headings_that_its_program_goes_by() {
    let catalogue = Catalogue::english();
    let assessment = sample("software-firm", &catalogue);
    let files = files(&source(&catalogue, &assessment));
    let heading = |file: &str| rows(&files[file])[0].join(",");
    assert!(heading("jira.csv").starts_with("Summary,"));
    assert_eq!(heading("gitlab.csv"), "title,description,due_date");
    assert!(heading("redmine.csv").starts_with("Subject,Description,"));
    assert!(heading("todoist.csv").starts_with("TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,"));
    // Jira takes no label with a blank.
    assert!(rows(&files["jira.csv"])[1..].iter().all(|row| !row[5].contains(' ') && !row[6].contains(' ')));
    // Todoist would read what begins with @ as a label.
    assert!(rows(&files["todoist.csv"])[1..].iter().all(|row| !row[1].contains('@')));
}
