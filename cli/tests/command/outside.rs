//! What comes from outside, in files and in their names: nothing of it moves the cursor of a terminal, is waited for, or
//! gets anywhere but where it was sent.

use super::{run, sample};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

const ODD: &str = "a\u{1b}[2J\u{7}b\u{9b}31m\u{7f}\u{85}c\u{202e}d\u{2066}\r\ne";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("outside-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a temporary folder");
    folder
}

/// An assessment in which every text and a name are odd.
fn hostile(decision: &str) -> Value {
    let mut file: Value = serde_json::from_slice(&fs::read(sample("consultancy")).expect("the sample")).expect("JSON");
    for place in ["/title", "/profile/organisation", "/profile/scope", "/answers/4.1-climate/note"] {
        let (parent, name) = place.rsplit_once('/').expect("a place");
        file.pointer_mut(parent).expect("a record")[name] = json!(ODD);
    }
    file["answers"]["4.1-climate"]["owner"] = json!(format!("{ODD}{decision}"));
    file["answers"][ODD] = json!({ "level": "defined" });
    file
}

fn is_calm(what: &str, output: &Output) {
    for bytes in [&output.stdout, &output.stderr] {
        let text = String::from_utf8(bytes.clone()).unwrap_or_else(|_| panic!("{what}: text"));
        let odd = |letter: &char| {
            letter.is_control() && !matches!(letter, '\n' | '\t' | '\r')
                || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert_eq!(text.chars().find(odd), None, "{what}: {text:?}");
    }
    assert!(!output.stdout.is_empty() || !output.stderr.is_empty(), "{what} says something");
}

#[test]
fn nothing_that_a_file_says_or_is_called_moves_the_cursor() {
    let folder = folder("cursor");
    let write = |name: &str, content: &str| {
        let file = folder.join(format!("{name}\u{1b}[2J\u{202e}.json"));
        fs::write(&file, content).expect("written");
        file.display().to_string()
    };
    let (one, other) = (write("one", &hostile("").to_string()), write("other", &hostile(" else").to_string()));
    let site = write("site", &json!({ ODD: ODD, "name": ODD, "links": { ODD: "javascript:x" } }).to_string());
    let broken = write("broken", "{");
    let table = folder.join("table\u{1b}.csv").display().to_string();
    for arguments in [
        &["assess", &one][..],
        &["assess", &one, "--format", "json"],
        &["diff", &one, &other],
        &["diff", &one, &other, "--format", "json"],
        &["merge", &one, &other, &other],
        &["merge", &one, &one, &other, &write("third", &hostile(" third").to_string())],
        &["merge", "--no-base", &one, &other],
        &["verify", &one],
        &["site-check", &site],
        &["portfolio", &one, &broken, "--format", "csv", "--out", &table],
        &["assess", &broken],
        &["\u{1b}[2J"],
        &["report", &one, "--format", "\u{9b}"],
        &["report", &one, "--format", "html"],
        &["report", &one, "--format", "md"],
        &["report", &one, "--format", "json"],
        &["report", &one, "--format", "csv"],
        &["report", &one, "--format", "csv-answers"],
        &["report", &one, "--format", "plan-csv"],
    ] {
        is_calm(&arguments.join(" "), &run(arguments));
    }
    let table = fs::read_to_string(table).expect("the table");
    assert!(!table.contains(|letter: char| letter.is_control() && !matches!(letter, '\r' | '\n')), "{table:?}");
}

#[test]
fn json_that_is_written_means_what_was_read() {
    let folder = folder("json");
    let file = folder.join("one.json");
    fs::write(&file, hostile("").to_string()).expect("written");
    let file = file.display().to_string();
    let merged = run(&["merge", &file, &file, &file]);
    is_calm("merge", &merged);
    let merged: Value = serde_json::from_slice(&merged.stdout).expect("JSON");
    assert_eq!(merged["profile"]["organisation"], ODD);
    assert_eq!(merged["answers"][ODD]["level"], "defined");
}

#[test]
fn an_id_that_is_none_is_refused_with_its_place() {
    let folder = folder("id");
    for id in ["x/answers", "", "a b", "ü", &"x".repeat(65)] {
        let mut file = hostile("");
        file["id"] = json!(id);
        let place = folder.join("file.json");
        fs::write(&place, file.to_string()).expect("written");
        let output = run(&["assess".as_ref(), place.as_os_str()]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2));
        assert!(said.contains("file.json: id: ") && said.contains("64"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_with_nobody_at_its_other_end_is_not_waited_for() {
    let folder = folder("pipe");
    let pipe = folder.join("pipe.json");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo makes a pipe");
    let pipe = pipe.display().to_string();
    let passphrase = ["assess", &pipe, "--passphrase-file", &pipe];
    for arguments in [&["assess", &pipe][..], &["verify", &pipe], &["site-check", &pipe], &passphrase] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("a pipe"), "{arguments:?}");
    }
}
