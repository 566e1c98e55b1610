//! Drafts: a folder of files, what changed since an earlier copy, and what can't be asked for.

use super::{run, sample};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

fn scratch(name: &str) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("drafts").join(name);
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(place.parent().expect("a folder")).expect("made");
    place
}

fn draft(file: &Path, rest: &[&OsStr]) -> Output {
    let start = [OsStr::new("draft"), file.as_os_str(), OsStr::new("--today=2026-11-24")];
    run(&[&start, rest].concat())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

#[test]
fn drafts_are_files_in_a_folder_each_with_its_number_of_gaps() {
    let folder = scratch("all/of/them");
    for format in ["md", "docx"] {
        let output =
            draft(&sample("software-firm"), &["--format".as_ref(), format.as_ref(), "--out".as_ref(), folder.as_ref()]);
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
        let printed = text(&output.stdout);
        assert!(printed.lines().all(|line| line.ends_with(" gaps") || line.ends_with(": 1 gap")), "{printed}");
        for line in printed.lines() {
            assert!(folder.join(line.split(": ").next().expect("a name")).is_file(), "{line}");
        }
        assert!(printed.contains(&format!("scope.{format}: ")) && printed.contains(&format!("rule-backup.{format}: ")));
    }
    let scope = fs::read_to_string(folder.join("scope.md")).expect("read");
    assert!(
        scope.starts_with("# ISMS scope\n\nLarkfield Software Ltd\n") && scope.contains("Ellen Marsh looks after"),
        "{scope}"
    );
    assert!(fs::read(folder.join("scope.docx")).expect("read").starts_with(b"PK"));
}

#[test]
fn one_document_in_another_language() {
    let folder = scratch("one");
    for id in ["doc-policy", "policy"] {
        let one: [&OsStr; 7] = [
            "--document".as_ref(),
            id.as_ref(),
            "--language=de".as_ref(),
            "--format".as_ref(),
            "md".as_ref(),
            "--out".as_ref(),
            folder.as_ref(),
        ];
        let output = draft(&sample("manufacturer"), &one);
        assert!(text(&output.stdout).starts_with("policy.md: "), "{output:?}");
    }
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1);
    assert!(fs::read_to_string(folder.join("policy.md")).expect("read").contains("Woher das kommt"));
}

#[test]
fn what_changed_since_an_earlier_copy_is_told_line_by_line() {
    let earlier = sample("consultancy");
    let later = scratch("later.json");
    let changed =
        fs::read_to_string(&earlier).expect("read").replace("\"scope\": \"\"", "\"scope\": \"Advice to banks.\"");
    fs::write(&later, changed).expect("written");
    let since =
        |file: &Path| draft(file, &["--since".as_ref(), earlier.as_ref(), "--document".as_ref(), "doc-scope".as_ref()]);
    let output = since(&later);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let told = text(&output.stdout);
    assert!(told.starts_with("doc-scope\n") && told.contains("\n  + Advice to banks.\n"), "{told}");
    assert!(told.contains("[which services"), "{told}");
    let output = since(&earlier);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(0), ""));
}

#[test]
fn what_can_t_be_drafted_is_one_line_and_writes_nothing() {
    let (file, folder) = (sample("consultancy"), scratch("never"));
    let refused = |rest: &[&str], says: &str| {
        let rest: Vec<&OsStr> = rest.iter().map(|it| OsStr::new(*it)).collect();
        let output = draft(&file, &rest);
        let message = text(&output.stderr);
        assert_eq!((output.status.code(), output.stdout.len(), message.lines().count()), (Some(2), 0, 1), "{message}");
        assert!(message.contains(says), "{message}");
    };
    let out = folder.to_str().expect("text");
    refused(&[], "--out FOLDER");
    refused(&["--out", out], "only docx and md");
    refused(&["--out", out, "--format", "pdf"], "'pdf', only docx and md");
    refused(
        &["--out", out, "--format", "md", "--document", "doc-nothing"],
        "no draft of 'doc-nothing', only of doc-scope, ",
    );
    refused(&["--since", out, "--out", out], "takes no more than that");
    refused(&["--since", out], "never");
    assert!(!folder.exists());
    let taken = scratch("a-file");
    fs::write(&taken, "precious").expect("written");
    refused(&["--out", taken.to_str().expect("text"), "--format", "md"], "a-file");
    assert_eq!(fs::read_to_string(&taken).expect("read"), "precious");
    // Other commands take none of it.
    assert_eq!(
        run(&[OsStr::new("assess"), file.as_os_str(), OsStr::new("--document=doc-scope")]).status.code(),
        Some(2)
    );
}
