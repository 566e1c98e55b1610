//! What is promised about security names the test that holds it, and that test is there.

use crate::project;
use std::fs;

/// The rows of the tables of a document, from a heading to the next, without their heads.
fn rows(document: &str, from: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(project::root().join(document)).expect("the document");
    let lines = text.lines().skip_while(|line| *line != from).skip(1).take_while(|line| !line.starts_with("## "));
    let rows = lines.filter(|line| line.starts_with("| ")).skip(1);
    rows.map(|row| row.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// Whether the last cell of a row names a test that is there; what is wrong, if not.
fn problem(row: &[String]) -> Option<String> {
    let named: Vec<_> = row.last()?.split('`').skip(1).step_by(2).collect();
    let (mut source, mut tests) = (String::new(), 0);
    for name in named {
        if name.starts_with("cargo xtask ") {
            tests += 1;
        } else if name.ends_with(".rs") {
            source = fs::read_to_string(project::root().join(name)).unwrap_or_default();
        } else if source.contains(&format!("fn {name}(")) {
            tests += 1;
        } else {
            return Some(format!("{}: there is no test {name}", row[0]));
        }
    }
    (tests == 0).then(|| format!("{}: no test is named", row[0]))
}

/// What a document calls a test and is none, wherever it stands: a name of at least four words after that of its file.
fn not_there(document: &str) -> Vec<String> {
    let text = fs::read_to_string(project::root().join(document)).expect("the document");
    let mut source = String::new();
    let mut problems = Vec::new();
    for name in text.split('`').skip(1).step_by(2) {
        if name.ends_with(".rs") {
            source = fs::read_to_string(project::root().join(name)).unwrap_or_default();
            problems.extend(source.is_empty().then(|| format!("{document}: there is no file {name}")));
        } else if !name.starts_with('_') && name.matches('_').count() >= 3 && !name.contains([' ', '/', '.']) {
            let is_there = source.contains(&format!("fn {name}("));
            problems.extend((!is_there).then(|| format!("{document}: there is no test {name}")));
        }
    }
    problems
}

#[test]
fn each_test_that_is_named_is_there() {
    for document in ["SECURITY.md", "docs/guards.md", "docs/storage.md"] {
        assert_eq!(not_there(document), [""; 0]);
    }
}

/// What nothing of ours answers but advice.
const ADVICE: [&str; 3] = ["Other pages of the same origin", "A stolen laptop", "A curious extension"];

#[test]
fn each_threat_that_is_answered_names_a_test() {
    let text = fs::read_to_string(project::root().join("SECURITY.md")).expect("the document");
    let threats = text.split("\n## ").find(|part| part.starts_with("Threats")).expect("the threats");
    let named: Vec<_> = threats.split("\n**").skip(1).collect();
    assert!(named.len() > 10, "{} threats", named.len());
    let bare = named.into_iter().filter(|threat| !threat.contains(".rs`"));
    let bare: Vec<_> = bare.filter_map(|threat| Some(threat.split_once(".**")?.0)).collect();
    assert_eq!(bare, ADVICE);
}

#[test]
fn each_promise_and_each_guard_names_a_test_that_is_there() {
    let tables = [
        ("SECURITY.md", "## What we protect", 3),
        ("SECURITY.md", "## How", 15),
        ("docs/guards.md", "# The guards, one by one", 20),
    ];
    for (document, from, least) in tables {
        let rows = rows(document, from);
        assert!(rows.len() >= least, "{document}: {} rows", rows.len());
        let problems: Vec<_> = rows.iter().filter_map(|row| problem(row)).collect();
        assert!(problems.is_empty(), "{document}: {problems:#?}");
    }
}
