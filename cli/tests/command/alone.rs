//! What the commands say about one assessment or report.

use super::{run, sample};
use std::path::{Path, PathBuf};
use std::process::Output;

fn printed(output: &Output) -> String {
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout.clone()).expect("text")
}

fn scratch(name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).expect("a temporary file");
    path
}

/// Bad input: one line that names the file and the place, exit code 2, nothing on stdout.
fn assert_refused(output: &Output, parts: &[&str]) {
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty(), "nothing on stdout");
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(message.lines().count(), 1, "{message}");
    for part in parts {
        assert!(message.contains(part), "'{part}' in: {message}");
    }
}

#[test]
fn assess_prints_the_result_of_the_golden_file() {
    for name in ["software-firm", "manufacturer", "consultancy"] {
        let file = sample(name);
        let output = run(&["assess", file.to_str().unwrap(), "--today", "2026-11-24", "--format", "json"]);
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../tests/golden/{name}.result.json"));
        assert_eq!(printed(&output), std::fs::read_to_string(golden).unwrap(), "{name}");
        assert_eq!(output.status.code(), Some(0));
    }
}

#[test]
fn assess_takes_several_files_and_reports() {
    let file = sample("consultancy");
    let report = printed(&run(&["report", file.to_str().unwrap(), "--format", "html"]));
    let report = scratch("several.html", report);
    let both = [Path::new("assess"), &sample("manufacturer"), &report];
    let text = printed(&run(&both));
    assert!(text.contains("Kestrel Precision Components, Inc.") && text.contains("Fenbrook Advisory"), "{text}");
}

#[test]
fn today_changes_the_day_of_the_result() {
    let file = sample("consultancy");
    let text = printed(&run(&["assess", file.to_str().unwrap(), "--today=2027-01-31", "--format=json"]));
    assert!(text.contains("\"today\": \"2027-01-31\""));
}

#[test]
fn bad_input_is_one_line_that_names_the_file_and_the_place() {
    let good = sample("consultancy");
    let text = std::fs::read_to_string(&good).unwrap();
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("empty.json", Vec::new(), "line"),
        ("prose.json", b"Hello,\nworld".to_vec(), "line 1, column 1"),
        ("cut.json", text.as_bytes()[..text.len() / 2].to_vec(), "ends too early, in line"),
        ("other.json", b"{\"format\":\"x\"}".to_vec(), "not a Stage Zero assessment"),
        ("newer.json", text.replace("\"version\": 1", "\"version\": 9").into_bytes(), "version 9"),
        ("level.json", text.replacen("\"not_started\"", "\"nearly\"", 1).into_bytes(), "answers, "),
        ("binary.json", vec![0x89, 0x50, 0xff, 1], "not text"),
        ("page.html", b"<!doctype html><p>x".to_vec(), "not a Stage Zero assessment"),
    ];
    for (name, bytes, place) in cases {
        let file = scratch(name, bytes);
        for command in ["assess", "report", "verify"] {
            assert_refused(&run(&[command, file.to_str().unwrap()]), &[name, place]);
        }
        let mixed = run(&["assess", good.to_str().unwrap(), file.to_str().unwrap()]);
        assert_refused(&mixed, &[name]);
    }
    assert_refused(&run(&["assess", "no/such/file.json"]), &["no/such/file.json"]);
}

#[test]
fn a_wrong_command_line_says_what_is_wrong() {
    assert_refused(&run(&["asses"]), &["asses", "--help"]);
    assert_refused(&run(&["assess"]), &["needs a file"]);
    assert_refused(&run(&["assess", "x", "--today", "tomorrow"]), &["tomorrow", "2026-11-24"]);
    assert_refused(&run(&["report", "x", "--format", "doc"]), &["doc"]);
    assert_refused(&run(&["schema", "x"]), &["schema"]);
    assert_refused(&run(&["verify", "--strict", "x"]), &["--strict"]);
    let help = printed(&run(&["--help"]));
    for command in ["assess", "report", "verify", "catalogue", "schema"] {
        assert!(help.contains(command), "{command}");
    }
}

#[test]
fn every_format_of_the_report_is_printed() {
    let file = sample("software-firm");
    let starts = [
        ("html", "<!doctype html>"),
        ("md", "# Readiness report"),
        ("json", "{\n"),
        ("csv", "Control,"),
        ("csv-answers", "Requirement,"),
    ];
    for (format, start) in starts {
        let text = printed(&run(&["report", file.to_str().unwrap(), "--format", format]));
        assert!(text.starts_with(start), "{format}: {}", text.lines().next().unwrap_or_default());
        assert!(text.contains("Ellen Marsh"), "{format} names the owners");
    }
}

#[test]
fn verify_has_an_exit_code_for_each_answer_and_names_what_was_changed() {
    let file = sample("consultancy");
    let page = printed(&run(&["report", file.to_str().unwrap(), "--today", "2026-11-24"]));
    let answered = |name: &str, content: &str, code: i32, says: &str| {
        let out = scratch("made-again.html", "");
        let changed = scratch(name, content);
        let output = run(&["verify".as_ref(), changed.as_os_str(), "--out".as_ref(), out.as_os_str()]);
        let text = printed(&output);
        assert_eq!(output.status.code(), Some(code), "{name}: {text}");
        assert!(text.contains(says), "{name}: {text}");
        std::fs::read_to_string(out).unwrap()
    };
    assert_eq!(answered("honest.html", &page, 0, "As made"), page);
    assert_eq!(answered("longer.html", &format!("{page}<p>Sent on"), 3, "ADDED 10 bytes"), page, "as it was made");
    let (shown, carried) = page.split_once("<script").unwrap();
    let forged = format!("{}<script{carried}", shown.replace("5.8 to 90.1\u{a0}%", "95.8 to 100.0 %"));
    assert_eq!(answered("forged.html", &forged, 4, "the file says '95.8 to 100.0 %'"), page, "made anew");
    let forged = page.replace("\"verdict\":\"open\"", "\"verdict\":\"ready\"");
    answered("contrary.html", &forged, 1, "stage1.verdict: the file says 'ready', its answers yield 'open'");
    let old = page.replace("\"made_by\":\"", "\"made_by\":\"0.0.");
    answered("old.html", &old, 4, "made by version 0.0.");
    answered("old.html", &old, 4, "YIELDS Stage 1: Too early to say, ");
    answered("alone.json", &std::fs::read_to_string(file).unwrap(), 4, "prints no figures");
}

#[test]
fn evidence_beside_a_report_is_as_named_in_it_or_changed_or_not_named() {
    let minutes = scratch("minutes.pdf", "what was said");
    let sha256 = readiness::evidence::fingerprint("", b"what was said").sha256;
    let mut file: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(sample("consultancy")).unwrap()).unwrap();
    file["answers"]["4.1-issues"]["evidence"] =
        serde_json::json!([{ "what": "Minutes", "file": { "name": "minutes.pdf", "size": 13, "sha256": sha256 } }]);
    let file = scratch("names-a-file.json", file.to_string());
    let page = printed(&run(&["report".as_ref(), file.as_os_str()]));
    assert!(page.contains(&sha256), "the report shows the fingerprint");
    let report = scratch("names-a-file.html", &page);
    let verify = |evidence: &Path, code, says: &str| {
        let output = run(&["verify".as_ref(), report.as_os_str(), evidence.as_os_str()]);
        let text = printed(&output);
        assert_eq!(output.status.code(), Some(code), "{text}");
        assert!(text.contains(says), "{says}: {text}");
    };
    verify(&minutes, 0, "minutes.pdf: As named in the report (4.1-issues)");
    verify(&scratch("other.pdf", "what was not said"), 5, "other.pdf: Not named in the report");
    verify(&scratch("minutes.pdf", "what was said later"), 5, "minutes.pdf: Changed");
}

#[test]
fn the_catalogue_is_the_whole_standard() {
    let catalogue: serde_json::Value = serde_json::from_str(&printed(&run(&["catalogue"]))).unwrap();
    let all = |list: &serde_json::Value, inner: &str| -> Vec<serde_json::Value> {
        list.as_array().unwrap().iter().flat_map(|it| it[inner].as_array().unwrap().clone()).collect()
    };
    let subclauses = serde_json::Value::Array(all(&catalogue["clauses"], "subclauses"));
    assert_eq!(all(&subclauses, "requirements").len(), 146);
    assert_eq!(all(&catalogue["themes"], "controls").len(), 93);
    assert_eq!(catalogue["documents"].as_array().unwrap().len(), 25);
    let review = &all(&subclauses, "requirements").into_iter().find(|it| it["id"] == "9.3.3-document").unwrap();
    assert_eq!(review["targets"]["stage2"], "evidenced");
}

mod schemas {
    use super::*;
    use boon::{Compiler, Schemas};
    use serde_json::{Value, json};

    fn published() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/schema")
    }

    fn schema(name: &str) -> Value {
        let both: Value = serde_json::from_str(&printed(&run(&["schema"]))).unwrap();
        both[name].clone()
    }

    fn errors(schema: Value, document: &Value) -> Option<String> {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("schema.json", schema).unwrap();
        let index = compiler.compile("schema.json", &mut schemas).unwrap();
        schemas.validate(document, index).err().map(|error| format!("{error:#}"))
    }

    #[test]
    fn the_published_schemas_are_those_of_the_types() {
        for name in ["assessment", "result", "review", "site"] {
            let path = published().join(format!("{name}.schema.json"));
            let text = format!("{:#}\n", schema(name));
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                std::fs::create_dir_all(published()).unwrap();
                std::fs::write(&path, &text).unwrap();
            }
            let golden = std::fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(golden, text, "{}: UPDATE_GOLDEN=1 writes it anew", path.display());
        }
    }

    #[test]
    fn the_samples_and_their_results_follow_the_schemas() {
        for name in ["software-firm", "manufacturer", "consultancy"] {
            let file = sample(name);
            let document = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
            assert_eq!(errors(schema("assessment"), &document), None, "{name}");
            let result = printed(&run(&["assess", file.to_str().unwrap(), "--format", "json"]));
            assert_eq!(errors(schema("result"), &serde_json::from_str(&result).unwrap()), None, "{name}");
        }
    }

    #[test]
    fn a_review_and_every_kind_of_extract_follow_the_schemas() {
        use readiness::extract::Preset;
        use readiness::review::{Mark, Remark, Review};
        use readiness::{Assessment, Catalogue, Date, Outcome, Report, Timestamp};
        let catalogue = Catalogue::english();
        let text = std::fs::read_to_string(sample("consultancy")).unwrap();
        let mut assessment = Assessment::from_file(&text, &catalogue).unwrap();
        let now = Timestamp::new("2026-11-24T10:00:00Z");
        let mut review = Review::begin("r".parse().expect("an id"), &catalogue, &assessment, now.clone());
        for id in catalogue.document_ids() {
            let remark = Remark { mark: Some(Mark::Question), comment: "Where?".to_owned(), ..Remark::default() };
            review.say(&assessment, id.into(), remark, now.clone());
            review.reply(id.into(), "Here".to_owned());
        }
        assert_eq!(errors(schema("review"), &review.to_value(&catalogue)), None);
        assessment.apply(&review.keep(&catalogue), &now);
        for preset in Preset::ALL {
            let extract = assessment.extract(&catalogue, preset.left_out());
            let today = Date::parse("2026-11-24").unwrap();
            let report = Report::new(&catalogue, &extract, &Outcome::new(&catalogue, &extract, today));
            assert_eq!(errors(schema("assessment"), &report.assessment), None, "{preset:?}");
            assert_eq!(errors(schema("result"), &report.result), None, "{preset:?}");
        }
    }

    #[test]
    fn what_the_schema_of_a_host_s_file_refuses_the_site_refuses_too() {
        let full: Value = serde_json::from_str(include_str!("../../../host/tests/full.json")).unwrap();
        assert_eq!(errors(schema("site"), &full), None);
        assert_eq!(host::read(&full.to_string()).problems, []);
        let wrong = [
            ("/name", json!(7)),
            ("/name", json!("A".repeat(61))),
            ("/logo", json!("https://a.example/logo.svg")),
            ("/language", json!("fr")),
            ("/hide/0", json!("quotes")),
            ("/quote/link", json!("http://a.example")),
            ("/facts", json!({ "has_cats": true })),
            ("/facts/uses_cloud", json!("yes")),
            ("/guidance", json!({ "A.9.1": { "text": "x" } })),
            ("/colours/light/accent", json!("green")),
            ("/embed/parents/0", json!("https://a.example/path")),
            ("/embed", json!({ "children": [] })),
            ("/intro", json!(null)),
        ];
        for (place, value) in wrong {
            let mut document = full.clone();
            *document.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value;
            assert!(errors(schema("site"), &document).is_some(), "the schema takes {place}");
            assert_ne!(host::read(&document.to_string()).problems, [], "the site takes {place}");
        }
    }

    #[test]
    fn every_entry_of_the_schema_is_one_that_the_site_knows() {
        let schema = schema("site");
        let known: Vec<_> = schema["properties"].as_object().unwrap().keys().cloned().collect();
        let full: Value = serde_json::from_str(include_str!("../../../host/tests/full.json")).unwrap();
        let mut used: Vec<_> = full.as_object().unwrap().keys().cloned().collect();
        used.sort();
        let mut sorted = known.clone();
        sorted.sort();
        assert_eq!(sorted, used, "the full example has each of them");
    }

    #[test]
    fn a_wrong_value_breaks_the_schema() {
        let text = std::fs::read_to_string(sample("consultancy")).unwrap();
        let document: Value = serde_json::from_str(&text).unwrap();
        let wrong = [
            ("/answers/4.1-issues/level", json!("nearly")),
            ("/version", json!(2)),
            ("/profile/people", json!("four")),
            ("/risks/0/id", json!("Risk 1")),
            ("/controls/A.5.14/decision", json!("maybe")),
        ];
        for (place, value) in wrong {
            let mut document = document.clone();
            *document.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value;
            assert!(errors(schema("assessment"), &document).is_some(), "{place}");
        }
    }
}

#[test]
fn a_german_report_is_german_and_is_verified_in_its_language() {
    let file = sample("consultancy");
    let report = |format: &str| {
        let arguments = ["report", &file.display().to_string(), "--format", format];
        let german = ["--language", "de", "--today", "2026-11-24"];
        printed(&run(&[&arguments[..], &german[..]].concat()))
    };
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden/consultancy.de.md");
    let markdown = report("md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&golden, &markdown).unwrap();
    }
    let was = std::fs::read_to_string(&golden).unwrap();
    let changed = was.lines().zip(markdown.lines()).find(|(was, is)| was != is);
    assert_eq!(changed, None, "if that is right: UPDATE_GOLDEN=1 cargo test -p stage-zero-cli");
    assert_eq!(was.len(), markdown.len());
    assert!(
        markdown.contains("24. November 2026") && markdown.contains("\u{a0}%"),
        "dates and figures are written as in German"
    );

    for (format, name) in [("html", "german.html"), ("json", "german.json")] {
        let text = report(format);
        let file = scratch(name, &text);
        let verified = run(&["verify".as_ref(), file.as_os_str()]);
        assert_eq!(verified.status.code(), Some(0), "{}", printed(&verified));
        if format == "html" {
            assert!(text.contains("<html lang=\"de\">"));
            let forged = scratch("gefaelscht.html", text.replacen("Noch zu früh", "Bereit", 1));
            assert_eq!(run(&["verify".as_ref(), forged.as_os_str()]).status.code(), Some(4));
        }
    }
}

#[test]
fn a_language_that_there_is_not_is_refused() {
    let file = sample("consultancy").display().to_string();
    let output = run(&["assess", &file, "--language", "tlh"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no language 'tlh', only en, de"));
}

#[test]
fn a_pdf_and_a_zip_file_are_read_and_verified_as_any_report() {
    let catalogue = readiness::Catalogue::english();
    let text = std::fs::read_to_string(sample("consultancy")).expect("the sample");
    let assessment = readiness::Assessment::from_file(&text, &catalogue).expect("a valid sample");
    let source = formats::Source::new(&catalogue, &assessment, readiness::Date::parse("2026-11-24").expect("a day"));
    let told = |file: &PathBuf| printed(&run(&["assess".as_ref(), file.as_os_str(), "--format=json".as_ref()]));
    for format in [formats::Format::Pdf, formats::Format::Zip] {
        let bytes = formats::make(format, &source, &mut |_, _| {}).expect("a file");
        let file = scratch(&format!("carrier.{}", format.ending()), bytes);
        assert!(printed(&run(&["verify".as_ref(), file.as_os_str()])).contains(": As made"));
        assert_eq!(told(&file), told(&sample("consultancy")));
    }
    let locked = scratch("locked.age", formats::age::lock(b"{}", "passphrase", [7; formats::age::RANDOM]));
    assert_refused(&run(&["verify".as_ref(), locked.as_os_str()]), &["locked.age", "locked"]);
}

#[test]
fn nothing_that_a_refused_file_says_moves_the_cursor() {
    let start = "{\"format\": \"stage-zero-assessment\", \"version\": 1, \"catalogue\": \"iso27001-2022-amd1\"";
    let file = scratch("cursor.json", format!("{start}, \"\\u001b[2J\\u0007\": \"{}\"}}", "x".repeat(100_001)));
    let output = run(&[Path::new("assess"), &file]);
    assert_refused(&output, &["cursor.json", "[2J", "longer than 100000"]);
    assert!(!String::from_utf8_lossy(&output.stderr).trim_end().contains(char::is_control));
}
