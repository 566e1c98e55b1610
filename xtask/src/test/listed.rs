//! Tests that are linked into one program: every file and folder beside such a `main.rs` is one of its modules, and every
//! file beside such a folder's `mod.rs` one of that, or it would never run.

use crate::project;
use std::{collections::BTreeSet, path::Path};

/// Where tests are, of each package and of the journeys.
const PLACES: [&str; 7] = ["tests", "core", "compiler", "formats", "host", "cli", "fuzz"];

#[test]
fn every_file_of_tests_is_part_of_a_program() {
    let mut missing = Vec::new();
    for place in PLACES {
        let files = project::files(&project::root().join(place)).expect("the folder can be read");
        for main in files.iter().filter(|file| is_main_of_tests(file)) {
            let text = project::text(main).expect("the file can be read");
            let names = files.iter().filter(|file| *file != main).filter_map(|file| module(file, main.parent()?));
            missing.extend(unlisted(&text, names).map(|name| format!("{}: mod {name};", main.display())));
        }
    }
    assert!(missing.is_empty(), "these lines are missing, so that tests would never run:\n{}", missing.join("\n"));
}

/// The name of the module that a file is, or begins, in the folder of its parent module.
fn module<'file>(file: &'file Path, folder: &Path) -> Option<&'file str> {
    let module = if file.ends_with("mod.rs") { file.parent()? } else { file };
    let is_here = module.parent() == Some(folder) && file.extension().is_some_and(|kind| kind == "rs");
    is_here.then(|| module.file_stem()?.to_str()).flatten()
}

fn is_main_of_tests(file: &Path) -> bool {
    (file.ends_with("main.rs") || file.ends_with("mod.rs")) && file.components().any(|part| part.as_os_str() == "tests")
}

fn unlisted<'name>(main: &str, names: impl Iterator<Item = &'name str>) -> impl Iterator<Item = &'name str> {
    let listed: BTreeSet<_> = main
        .lines()
        .filter_map(|line| line.trim().strip_prefix("mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect();
    names.filter(move |name| !listed.contains(*name))
}

#[test]
fn a_file_that_is_not_listed_is_named() {
    let names = ["undo", "tabs", "old"].into_iter();
    assert_eq!(unlisted("//! All.\n\nmod tabs;\nmod undo;\n", names).collect::<Vec<_>>(), ["old"]);
}
