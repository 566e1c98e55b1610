//! Bringing in a workbook that somebody has filled in.

use super::{run, sample};
use serde_json::Value;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::Output;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

const NOTE: &str = "Use the bank's portal for all bank papers.";

/// A text of the workbook of a sample is another one now, wherever it stands.
fn workbook(name: &str, text: &str, other: &str) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.xlsx"));
    let file = file.to_str().expect("a name").to_owned();
    let made = run(&["report", sample("consultancy").to_str().unwrap(), "--format", "xlsx", "--out", &file]);
    assert!(made.status.success());
    let mut from = ZipArchive::new(Cursor::new(std::fs::read(&file).unwrap())).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).unwrap();
        let mut content = String::new();
        part.read_to_string(&mut content).unwrap();
        to.start_file(part.name().unwrap(), SimpleFileOptions::default()).unwrap();
        to.write_all(content.replace(text, other).as_bytes()).unwrap();
    }
    std::fs::write(&file, to.finish().unwrap().into_inner()).unwrap();
    file
}

fn bring_in(ours: &str, workbook: &str, more: &[&str]) -> (Output, String) {
    let output = run(&[&["bring-in", ours, workbook], more].concat());
    let said = String::from_utf8([&output.stdout[..], &output.stderr].concat()).expect("text");
    (output, said)
}

/// The sample with another note where the workbook has one.
fn ours(name: &str) -> String {
    let mut ours: Value = serde_json::from_str(&std::fs::read_to_string(sample("consultancy")).unwrap()).unwrap();
    ours["controls"]["A.5.14"]["note"] = "Ours".into();
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
    std::fs::write(&file, ours.to_string()).unwrap();
    file.to_str().expect("a name").to_owned()
}

fn note(output: &Output) -> Value {
    let file: Value = serde_json::from_slice(&output.stdout).expect("an assessment file");
    file["controls"]["A.5.14"]["note"].clone()
}

#[test]
fn bring_in_takes_over_what_was_filled_in_and_says_what() {
    let here = sample("consultancy");
    let here = here.to_str().unwrap();
    let (output, said) = bring_in(here, &workbook("filled-in", NOTE, "Theirs"), &[]);
    assert_eq!((output.status.code(), note(&output)), (Some(0), "Theirs".into()));
    assert!(said.contains("1 change merged by itself") && said.contains("Note: Theirs"), "{said}");
    let (output, said) = bring_in(here, &workbook("not-filled-in", "no such text", ""), &[]);
    assert_eq!((output.status.code(), note(&output)), (Some(0), NOTE.into()));
    assert!(said.contains("0 changes merged") && said.contains("0 cells that can't be read"), "{said}");
}

#[test]
fn bring_in_asks_about_what_both_have_changed_and_prefers_whom_it_is_told_to() {
    let (here, workbook) = (ours("both-filled-in"), workbook("both-filled-in", NOTE, "Theirs"));
    let out = format!("{here}.out");
    let (output, said) = bring_in(&here, &workbook, &["--out", &out]);
    assert_eq!((output.status.code(), Path::new(&out).exists()), (Some(1), false));
    assert!(said.contains("1 conflict\n") && said.contains("Note: Ours") && said.contains("Note: Theirs"), "{said}");
    for (prefer, expected) in [("ours", "Ours"), ("theirs", "Theirs")] {
        assert_eq!(note(&bring_in(&here, &workbook, &["--prefer", prefer]).0), expected);
    }
}

#[test]
fn bring_in_names_each_cell_that_can_not_be_read_and_leaves_it_only_when_told_to() {
    let here = sample("consultancy");
    let here = here.to_str().unwrap();
    let workbook = workbook("wrong-cells", "1 Planned", "Nearly");
    let (output, said) = bring_in(here, &workbook, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("WRONG Statement of Applicability, I15: this is none of the words"), "{said}");
    let (output, _) = bring_in(here, &workbook, &["--leave-wrong"]);
    assert_eq!((output.status.code(), note(&output)), (Some(0), NOTE.into()));
    let (output, said) = bring_in(here, here, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("consultancy.json: the file is no workbook"), "{said}");
}
