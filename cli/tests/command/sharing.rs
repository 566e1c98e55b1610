//! Merging, comparing, tabulating and locking.

use super::{run, sample};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).expect("a temporary folder");
    path
}

/// Three copies of a sample in a folder: the base, and what two people made of it.
fn copies(name: &str) -> [String; 3] {
    let folder = folder(name);
    let base: Value = serde_json::from_str(&std::fs::read_to_string(sample("consultancy")).unwrap()).unwrap();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours["answers"]["4.1-issues"]["level"] = "operating".into();
    ours["answers"]["4.1-issues"]["note"] = "Ours".into();
    theirs["answers"]["4.1-issues"]["note"] = "Theirs".into();
    theirs["profile"]["people"] = 99.into();
    [("base", base), ("ours", ours), ("theirs", theirs)].map(|(name, value)| {
        let path = folder.join(format!("{name}.json"));
        std::fs::write(&path, value.to_string()).unwrap();
        path.to_str().unwrap().to_owned()
    })
}

#[test]
fn merge_lists_what_both_changed_writes_nothing_and_ends_with_1() {
    let [base, ours, theirs] = copies("conflict");
    let out = format!("{ours}.merged");
    let output = run(&["merge", &base, &ours, &theirs, "--out", &out]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stdout);
    assert!(said.contains("1 conflict") && said.contains("CONFLICT ‘") && said.contains("(4.1-issues)"), "{said}");
    assert!(said.contains("Note: Ours") && said.contains("Note: Theirs") && said.contains("theirs.json"), "{said}");
    assert!(!Path::new(&out).exists());
}

/// Both added a risk under the same number, and linked a control to it.
#[test]
fn merge_keeps_both_risks_of_one_number_each_with_its_controls() {
    let folder = folder("both");
    let base: Value = serde_json::from_str(&std::fs::read_to_string(sample("consultancy")).unwrap()).unwrap();
    let files = [("base", ""), ("ours", "Crane over the track"), ("theirs", "Ransomware in the drawing archive")];
    let files = files.map(|(name, title)| {
        let mut copy = base.clone();
        copy["risks"] = serde_json::json!([{ "id": "R900", "title": title }]);
        copy["controls"][if name == "ours" { "A.8.9" } else { "A.8.13" }]["risks"] = serde_json::json!(["R900"]);
        let path = folder.join(format!("{name}.json"));
        std::fs::write(&path, if name == "base" { base.to_string() } else { copy.to_string() }).unwrap();
        path.to_str().unwrap().to_owned()
    });
    let output = run(&["merge", &files[0], &files[1], &files[2], "--prefer", "both"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let merged: Value = serde_json::from_str(&text(&output.stdout)).expect("an assessment file");
    let titles: Vec<_> = merged["risks"].as_array().unwrap().iter().map(|risk| (&risk["id"], &risk["title"])).collect();
    assert!(titles.contains(&(&"R900".into(), &"Crane over the track".into())), "{titles:?}");
    assert!(titles.contains(&(&"R901".into(), &"Ransomware in the drawing archive".into())), "{titles:?}");
    assert_eq!(merged["controls"]["A.8.9"]["risks"], serde_json::json!(["R900"]));
    assert_eq!(merged["controls"]["A.8.13"]["risks"], serde_json::json!(["R901"]));
}

#[test]
fn merge_takes_what_one_side_changed_and_prefers_whom_it_is_told_to() {
    let [base, ours, theirs] = copies("prefer");
    for (prefer, note) in [("ours", "Ours"), ("theirs", "Theirs")] {
        let output = run(&["merge", &base, &ours, &theirs, "--prefer", prefer]);
        assert_eq!(output.status.code(), Some(0));
        let merged: Value = serde_json::from_str(&text(&output.stdout)).expect("an assessment file");
        assert_eq!(merged["answers"]["4.1-issues"]["note"], note);
        assert_eq!(merged["answers"]["4.1-issues"]["level"], "operating");
        assert_eq!(merged["profile"]["people"], 99);
        assert!(text(&output.stderr).contains("1 conflict"), "what was decided is said");
    }
    let out = format!("{ours}.merged");
    let output = run(&["merge", &base, &ours, &theirs, "--prefer", "ours", "--out", &out]);
    assert!(text(&output.stdout).contains("1 change merged by itself"));
    assert_eq!(run(&["diff", &ours, &out]).status.code(), Some(1));
    // What is in already changes nothing any more.
    let again = run(&["merge", &base, &out, &theirs, "--prefer", "ours"]);
    let again: Value = serde_json::from_str(&text(&again.stdout)).unwrap();
    let merged: Value = serde_json::from_str(&std::fs::read_to_string(&out).unwrap()).unwrap();
    assert_eq!(again, merged);
}

#[test]
fn merge_without_a_base_fills_only_what_is_open() {
    let [_, ours, theirs] = copies("no-base");
    let output = run(&["merge", "--no-base", &ours, &theirs]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stdout);
    // People, level and note: nothing tells whose is the newer one.
    assert!(said.contains("0 changes merged by themselves") && said.contains("3 conflicts"), "{said}");
}

#[test]
fn merge_refuses_an_extract_since_what_it_lacks_would_seem_removed() {
    let [base, ours, theirs] = copies("extract");
    let mut extract: Value = serde_json::from_str(&std::fs::read_to_string(&theirs).unwrap()).unwrap();
    extract["left_out"] = serde_json::json!(["notes"]);
    std::fs::write(&theirs, extract.to_string()).unwrap();
    let output = run(&["merge", &base, &ours, &theirs]);
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.contains("theirs.json: this is an extract"), "{said}");
}

#[test]
fn diff_names_each_field_with_both_values() {
    let [base, ours, theirs] = copies("diff");
    assert_eq!(run(&["diff", &base, &base]).status.code(), Some(0));
    let output = run(&["diff", &base, &theirs, "--today", "2026-11-24"]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stdout);
    assert!(said.contains("2 fields differ") && said.contains("-> '99'") && said.contains("-> 'Theirs'"), "{said}");
    let output = run(&["diff", &base, &ours, "--format", "json", "--today", "2026-11-24"]);
    let value: Value = serde_json::from_str(&text(&output.stdout)).expect("JSON");
    let fields = value["fields"].as_array().expect("a list");
    let places: Vec<_> = fields.iter().map(|it| (it["id"].as_str().unwrap(), it["field"].as_str().unwrap())).collect();
    assert_eq!(places, [("4.1-issues", "level"), ("4.1-issues", "note")]);
    assert_eq!(fields[1]["after"], "Ours");
    assert!(value["stage2"]["after"]["low"].as_u64() > value["stage2"]["before"]["low"].as_u64(), "{value:#}");
}

#[test]
fn portfolio_has_a_row_for_each_and_names_what_it_left_out() {
    let folder = folder("portfolio");
    std::fs::create_dir_all(folder.join("inner")).unwrap();
    let manufacturer = sample("manufacturer").to_str().unwrap().to_owned();
    for format in ["html", "pdf", "zip"] {
        let out = folder.join(format!("inner/report.{format}")).display().to_string();
        run(&["report", &manufacturer, "--today", "2026-11-24", "--format", format, "--out", &out]);
    }
    std::fs::write(folder.join("brochure.pdf"), "%PDF-1.7 of somebody else").unwrap();
    std::fs::copy(sample("consultancy"), folder.join("a.json")).unwrap();
    std::fs::write(folder.join("cut.json"), "{\"format\":\"stage-zero-assessment\",").unwrap();
    std::fs::write(folder.join("letter.txt"), "Dear Sir").unwrap();
    std::fs::write(folder.join(".DS_Store"), "what a Mac puts everywhere").unwrap();
    let (out, place) = (folder.with_extension("csv"), folder.to_str().unwrap());
    let table = |places: &[&str], format: &str, out: &Path| {
        let options = ["--format", format, "--today", "2026-11-24", "--out", out.to_str().unwrap()];
        run(&[&["portfolio"], places, &options].concat())
    };
    let output = table(&[place], "csv", &out);
    assert_eq!(output.status.code(), Some(1));
    let complaint = text(&output.stderr);
    assert_eq!(complaint.lines().count(), 3, "{complaint}");
    for (name, reason) in
        [("brochure.pdf", "damaged"), ("cut.json", "ends too early, in line 1"), ("letter.txt", "another kind of file")]
    {
        assert!(complaint.lines().any(|line| line.contains(name) && line.contains(reason)), "{complaint}");
    }
    let said = text(&output.stdout);
    assert!(said.contains("4 rows") && said.contains("3 left out"), "{said}");
    let csv = std::fs::read_to_string(&out).unwrap();
    let rows: Vec<_> = csv.lines().collect();
    assert!(rows[0].starts_with("file,organisation,title,id,digest,") && rows.len() == 5, "{csv}");
    assert!(rows[1].contains("Fenbrook Advisory"), "{csv}");
    for (row, ending) in rows[2..].iter().zip(["html", "pdf", "zip"]) {
        assert!(
            row.contains(&format!("report.{ending},")) && row.contains("Kestrel Precision Components, Inc."),
            "{row}"
        );
    }
    // The figures are those of the result.
    let result = run(&["assess", sample("manufacturer").to_str().unwrap(), "--today=2026-11-24", "--format=json"]);
    let result: Value = serde_json::from_str(&text(&result.stdout)).unwrap();
    let (stage, digest) = (&result["stage1"], result["digest"].as_str().unwrap());
    let expected = format!("{},{},{}", stage["verdict"].as_str().unwrap(), stage["low"], stage["high"]);
    assert!(rows[2].contains(&expected) && rows[2].contains(digest), "{expected} in {}", rows[2]);

    // A target that has passed is a negative number, not a formula.
    let options = ["--format", "csv", "--today", "2030-01-01", "--out", out.to_str().unwrap()];
    run(&[&["portfolio", place], &options[..]].concat());
    let late = std::fs::read_to_string(&out).unwrap();
    assert!(late.contains(",-") && !late.contains("'-"), "{late}");

    let parquet = folder.with_extension("parquet");
    let output = table(&[place, "no/such/file.json"], "parquet", &parquet);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("no/such/file.json"));
    let bytes = std::fs::read(&parquet).unwrap();
    assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
    assert!(!parquet.with_extension("parquet.part").exists());
}

#[test]
fn a_wrong_command_line_says_what_is_missing() {
    for (arguments, part) in [
        (&["merge", "a", "b"][..], "needs a base"),
        (&["merge", "--no-base", "a"], "needs a base"),
        (&["merge", "a", "b", "c", "--prefer", "mine"], "mine"),
        (&["merge", "a", "b", "c", "d", "--prefer", "theirs"], "exactly one other file"),
        (&["diff", "a"], "exactly two"),
        (&["portfolio", "a", "--format", "csv"], "--out"),
        (&["portfolio", "a", "--out", "b"], "csv and parquet"),
        (&["assess", "a", "--out", "b"], "takes no more"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(part), "{arguments:?}: {}", text(&output.stderr));
    }
}

#[test]
fn a_locked_report_is_written_and_read_with_its_passphrase() {
    let folder = folder("locked");
    let path = |name: &str| folder.join(name).to_str().expect("a path").to_owned();
    let sample = sample("consultancy").to_str().expect("a path").to_owned();
    // What an editor puts at either end of a file is no part of the passphrase.
    std::fs::write(path("words"), "four plain words here\n").unwrap();
    std::fs::write(path("typed"), "\u{feff}four plain words here\r\n").unwrap();
    std::fs::write(path("others"), "other words\n").unwrap();
    std::fs::write(path("blank"), "\n").unwrap();
    let (words, typed, day) = (path("words"), path("typed"), "2026-11-24");
    for format in ["html", "pdf", "zip"] {
        let locked = path(&format!("report.{format}.age"));
        let output =
            run(&["report", &sample, "--format", format, "--today", day, "--lock-with", &words, "--out", &locked]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        assert!(std::fs::read(&locked).unwrap().starts_with(b"age-encryption.org/v1\n"));
        let verified = run(&["verify", &locked, "--passphrase-file", &typed]);
        assert_eq!(verified.status.code(), Some(0), "{}", text(&verified.stderr));
        assert_eq!(run(&["diff", &sample, &locked, "--passphrase-file", &words]).status.code(), Some(0), "the same");
    }
    let locked = path("report.html.age");
    let told =
        |file: &str| run(&["assess", file, "--format", "json", "--today", day, "--passphrase-file", &words]).stdout;
    assert_eq!(told(&locked), told(&sample), "a file that is not locked needs none");
    let merged = run(&["merge", &locked, &locked, &sample, "--passphrase-file", &words]);
    assert_eq!(merged.status.code(), Some(0), "{}", text(&merged.stderr));
    let table = path("table.csv");
    let portfolio =
        ["portfolio", folder.to_str().unwrap(), "--format", "csv", "--out", &table, "--passphrase-file", &words];
    assert!(text(&run(&portfolio).stdout).contains("3 rows"), "the three locked files");

    for (arguments, says) in [
        (vec!["verify", &locked], "--passphrase-file"),
        (vec!["verify", &locked, "--passphrase-file", &path("others")], "the passphrase does not open the file"),
        (vec!["verify", &locked, "--passphrase-file", &path("blank")], "first line"),
        (vec!["report", &sample, "--lock-with", &path("nowhere")], "nowhere"),
        (vec!["verify", &sample, "--lock-with", &words], "'verify' takes no more"),
        (vec!["schema", "--passphrase-file", &words], "'schema' takes no more"),
    ] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty() && text(&output.stderr).contains(says), "{}", text(&output.stderr));
    }
    assert!(!text(&run(&["verify", &locked, "--passphrase-file", &path("others")]).stderr).contains("other words"));
}
