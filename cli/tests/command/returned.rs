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

#[test]
fn bring_in_has_an_auditors_notes_as_a_review_file() {
    let here = sample("consultancy");
    let here = here.to_str().unwrap();
    // The first cell of the last row that says nothing yet is beside the words of the heading.
    let heading = "The reviewer’s words</t></si>";
    let file = workbook("noted", "no such text", "");
    let mut from = ZipArchive::new(Cursor::new(std::fs::read(&file).unwrap())).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let strings = {
        let mut text = String::new();
        from.by_name("xl/sharedStrings.xml").unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let at = strings.split("<si>").skip(1).position(|it| it.ends_with(heading)).expect("the heading");
    for index in 0..from.len() {
        let mut part = from.by_index(index).unwrap();
        let mut content = String::new();
        part.read_to_string(&mut content).unwrap();
        if part.name().unwrap().contains("sheets/sheet") && content.contains(&format!("<v>{at}</v>")) {
            let start = content.rfind("<c r=\"F2\"").expect("a cell");
            let end = start + content[start..].find("/>").expect("an empty one") + 2;
            content.replace_range(start..end, "<c r=\"F2\" t=\"inlineStr\"><is><t>Why?</t></is></c>");
        }
        to.start_file(part.name().unwrap(), SimpleFileOptions::default()).unwrap();
        to.write_all(content.as_bytes()).unwrap();
    }
    std::fs::write(&file, to.finish().unwrap().into_inner()).unwrap();
    let review = format!("{file}.review.json");
    let (output, said) = bring_in(here, &file, &["--review", &review]);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("NOTE 1 note by somebody without a name"), "{said}");
    let review: Value = serde_json::from_str(&std::fs::read_to_string(review).unwrap()).unwrap();
    assert_eq!(review["format"], "stage-zero-review");
    assert_eq!(review["remarks"]["answers"]["4.1-issues"]["comment"], "Why?");
}

#[test]
fn requests_are_answered_as_csv_or_as_a_workbook() {
    let here = sample("consultancy");
    let here = here.to_str().unwrap();
    let list = Path::new(env!("CARGO_TARGET_TMPDIR")).join("requests.csv");
    let list = list.to_str().unwrap();
    std::fs::write(list, "Request,Control\nRules for sending,5.14\nThe office cat,\n").unwrap();
    let output = run(&["requests", here, list]);
    let (csv, said) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!((output.status.code(), &*said), (Some(1), "2 requests, 1 of them to be matched\n"));
    assert!(csv.contains("A.5.14 Information transfer") && csv.contains(NOTE), "{csv}");
    let (out, german) = (format!("{list}.xlsx"), &["--language", "de", "--today", "2026-11-24"]);
    assert_eq!(run(&[&["requests", here, list, "--out", &out], &german[..]].concat()).status.code(), Some(1));
    assert!(std::fs::read(&out).unwrap().starts_with(b"PK"));
    std::fs::write(list, "Request,Control\nRules for sending,5.14\n").unwrap();
    for language in ["en", "de", "es"] {
        assert_eq!(run(&["requests", here, list, "--language", language]).status.code(), Some(0), "{language}");
    }
    let output = run(&["requests", here, here]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
}
