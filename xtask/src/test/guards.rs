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

#[test]
fn each_promise_and_each_guard_names_a_test_that_is_there() {
    for (document, from, least) in [("SECURITY.md", "## How", 15), ("docs/guards.md", "# The guards, one by one", 20)] {
        let rows = rows(document, from);
        assert!(rows.len() >= least, "{document}: {} rows", rows.len());
        let problems: Vec<_> = rows.iter().filter_map(|row| problem(row)).collect();
        assert!(problems.is_empty(), "{document}: {problems:#?}");
    }
}
