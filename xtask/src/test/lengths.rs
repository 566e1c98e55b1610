//! No file of Rust is longer than a person reads in one go.

use crate::project;

/// The most lines of a file.
const MOST: usize = 400;

#[test]
fn no_file_of_rust_has_more_than_400_lines() {
    let folders = std::fs::read_dir(project::root()).expect("the folder can be read");
    let folders = folders.map(|entry| entry.expect("an entry").path());
    // What cargo writes is nobody's to read.
    let ours = folders.filter(|path| !path.ends_with("target"));
    let files = ours.flat_map(|path| project::files(&path).expect("the folder can be read"));
    let lines = files.filter(|file| file.extension().is_some_and(|kind| kind == "rs")).map(|file| {
        let text = project::text(&file).expect("the file can be read");
        (text.lines().count(), file)
    });
    let (long, rest): (Vec<_>, Vec<_>) = lines.partition(|(lines, _)| *lines > MOST);
    assert!(rest.len() > 500, "only {} files were found", rest.len());
    assert!(long.is_empty(), "split these by topic: {long:#?}");
}
