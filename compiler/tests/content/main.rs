//! The compiler on a small content folder: whole, then with one thing wrong at a time.

mod bodies;
mod drafts;
mod front;
mod golden;
mod interface;
mod language;
mod references;
mod register;
mod sandbox;
mod translation;
mod variant;

use sandbox::Sandbox;

#[test]
fn the_small_folder_has_no_problem() {
    Sandbox::whole().has_no_problem();
}

#[test]
fn all_problems_are_listed_at_once_in_the_order_of_files_and_lines() {
    Sandbox::whole()
        .replace("en/requirements/4.3.md", "kind: decision", "kind: wish")
        .replace("en/requirements/4.3.md", "documents: doc-scope", "documents: doc-none")
        .replace("en/facts.md", "## Why\nHome is not the office.\n", "")
        .has(&[
            "en/facts.md:7: '## Why' is missing",
            "en/requirements/4.3.md:9: 'wish' is no kind; decision, document, process or record",
            "en/requirements/4.3.md:39: there is no document 'doc-none'",
        ]);
}

#[test]
fn a_problem_shows_as_file_line_and_message() {
    let problem = content_compiler::Problem { file: "content/en/facts.md".into(), line: 7, message: "wrong".into() };
    assert_eq!(problem.to_string(), "content/en/facts.md:7: wrong");
}

#[test]
fn a_folder_that_is_not_there_is_a_problem_and_no_panic() {
    let nowhere = std::path::Path::new("/nowhere");
    let problems = content_compiler::load(nowhere, "en").unwrap_err();
    assert!(
        problems.iter().any(|it| it.to_string().starts_with("/nowhere/en:1: the folder can't be read")),
        "{problems:?}"
    );
}
