//! `stage-zero site-check`, run as a process.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn check(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stage-zero"));
    command.arg("site-check").args(arguments).current_dir(folder).output().expect("the command starts")
}

/// A folder with a host's file in it.
fn folder(name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(folder.join("host")).expect("a temporary folder");
    std::fs::write(folder.join("site.json"), text).expect("a temporary file");
    folder
}

#[test]
fn a_good_file_is_said_to_be_good() {
    let folder = folder("good", include_str!("../../../host/tests/full.json"));
    std::fs::write(folder.join("host/logo.svg"), "<svg/>").expect("a temporary file");
    let output = check(&folder, &[]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "site.json: nothing is wrong with it\n");
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn everything_that_is_wrong_is_listed_at_once_with_lines_and_what_to_do() {
    let folder = folder("wrong", include_str!("../golden/wrong.json"));
    let output = check(&folder, &["site.json"]);
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/wrong.txt");
    let text = String::from_utf8(output.stdout).expect("text");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&golden, &text).expect("the golden file can be written");
    }
    assert_eq!(text, std::fs::read_to_string(golden).unwrap_or_default(), "UPDATE_GOLDEN=1 writes it anew");
    assert_eq!((output.status.code(), output.stderr.len()), (Some(1), 0));
}

#[test]
fn a_logo_that_is_not_there_is_missed() {
    let output = check(&folder("logo", "{\n  \"name\": \"A\",\n  \"logo\": \"host/none.svg\"\n}"), &[]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.starts_with("site.json:3: logo: there is no file host/none.svg: put the picture there"), "{text}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_file_that_cannot_be_read_is_one_line_and_exit_code_2() {
    let folder = folder("bytes", [0xff, 0xfe, 0]);
    for (name, what) in [("site.json", "not text in UTF-8"), ("none.json", "none.json")] {
        let output = check(&folder, &[name]);
        let message = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(2) && message.contains(what) && output.stdout.is_empty(), "{message}");
        assert_eq!(message.lines().count(), 1);
    }
    assert_eq!(check(&folder, &["a", "b"]).status.code(), Some(2));
}

#[test]
fn the_example_of_the_documentation_is_a_good_file() {
    let document = include_str!("../../../docs/hosting.md");
    let example = document.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    assert_eq!(host::read(example).problems, []);
    for entry in [
        "name", "logo", "colours", "language", "intro", "quote", "privacy", "imprint", "hide", "facts", "guidance",
        "embed",
    ] {
        assert!(example.contains(&format!("\"{entry}\": ")), "{entry} has its place in the example");
    }
}
