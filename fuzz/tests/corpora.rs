//! Everything that a fuzzer found worth keeping, replayed: it takes seconds, and what was mended stays mended.

use std::{fs, path::Path};

/// The inputs that are kept for a reader, with their names.
fn corpus(reader: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora").join(reader);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut inputs: Vec<_> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .map(|path| (path.display().to_string(), fs::read(&path).expect("an input")))
        .collect();
    inputs.sort();
    inputs
}

#[test]
fn every_reader_keeps_its_promise_on_its_corpus() {
    for (reader, holds) in fuzz::READERS {
        let inputs = corpus(reader);
        assert!(!inputs.is_empty(), "{reader} has no corpus");
        for (name, input) in inputs {
            // The last line of a failure names the input.
            println!("{name}");
            holds(&input);
        }
    }
}
