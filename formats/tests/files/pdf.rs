//! The PDF, as the programs of those who receive it see it: qpdf and poppler's tools.

use super::{SAMPLES, made, sample, source};
use formats::Format;
use readiness::assessment::{Answer, Item, Level, Risk};
use readiness::catalogue::RiskId;
use readiness::{Assessment, Catalogue, Timestamp};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn empty() -> Assessment {
    Assessment::new("1".parse().expect("an id"), "", Timestamp::new("2026-11-01T00:00:00Z"))
}

/// The report in a file of its own.
fn pdf(name: &str, assessment: &Assessment) -> PathBuf {
    let catalogue = Catalogue::english();
    let bytes = made(Format::Pdf, &source(&catalogue, assessment));
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    fs::write(&file, bytes).expect("the folder for tests takes files");
    file
}

/// What a program prints about a file.
fn ask(program: &str, arguments: &[&str], file: &Path, after: &[&str]) -> String {
    let output = Command::new(program).args(arguments).arg(file).args(after).output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error}; 'cargo xtask test' installs it"));
    let (said, trouble) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{program} {arguments:?} {}: {said}{trouble}", file.display());
    said.into_owned()
}

fn text(file: &Path) -> String {
    ask("pdftotext", &["-enc", "UTF-8", "-nopgbrk"], file, &["-"])
}

/// Panics unless the texts stand there in this order.
fn in_order(text: &str, wanted: &[&str]) {
    let mut rest = text;
    for wanted in wanted {
        let at = rest.find(wanted).unwrap_or_else(|| panic!("'{wanted}' is not where it should be"));
        rest = &rest[at + wanted.len()..];
    }
}

#[test]
fn the_statement_of_applicability_is_a_pdf_to_sign_and_says_nothing_of_readiness() {
    let catalogue = Catalogue::english();
    let mut assessment = sample(SAMPLES[0], &catalogue);
    assessment.soa.version = "2.1".to_owned();
    assessment.soa.by = "Priya Nair".to_owned();
    let bytes = made(Format::SoaPdf, &source(&catalogue, &assessment));
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("statement.soa.pdf");
    fs::write(&file, bytes).expect("the folder for tests takes files");
    assert!(ask("qpdf", &["--check"], &file, &[]).contains("No syntax or stream encoding errors"));
    let text = text(&file);
    in_order(
        &text,
        &["Statement of Applicability", "2.1", "Priya Nair", "Signature", "Implemented", "A.5.1", "A.8.34"],
    );
    for never in ["nonconformit", "Stage 1", "Readiness for", "Self-assessment report"] {
        assert!(!text.contains(never), "{never}");
    }
    let words = ask("pdftotext", &["-bbox"], &file, &["-"]);
    let (before, after) = words.split_once(">Signature<").expect("a place to sign");
    let name = after.lines().find(|line| line.contains(">Priya<")).expect("who signs");
    let top = |said: &str| -> Option<f32> { said.rsplit_once("yMin=\"")?.1.split('"').next()?.parse().ok() };
    let room = top(name).zip(top(before)).map(|(name, head)| name - head);
    assert!(room.is_some_and(|room| room > 24.0), "a hand has room to sign: {room:?}");
    let attached = ask("pdfdetach", &["-list"], &file, &[]);
    assert!(attached.starts_with("0 embedded files"), "nothing more is in it: {attached}");
}

#[test]
fn every_sample_is_sound_tagged_and_says_what_it_is() {
    let catalogue = Catalogue::english();
    let samples = SAMPLES.map(|name| (name, sample(name, &catalogue)));
    for (name, assessment) in samples.into_iter().chain([("empty", empty())]) {
        let file = pdf(name, &assessment);
        assert!(ask("qpdf", &["--check"], &file, &[]).contains("No syntax or stream encoding errors"), "{name}");
        let about = ask("pdfinfo", &[], &file, &[]);
        in_order(&about, &["Title:", "Readiness report: ", "Tagged:          yes", "Encrypted:       no", "(A4)"]);
        let fonts = ask("pdffonts", &[], &file, &[]);
        let embedded = fonts.lines().skip(2).filter(|line| line.contains("Identity-H       yes yes yes")).count();
        assert_eq!((embedded, fonts.lines().count()), (2, 4), "two fonts, embedded and subset: {fonts}");
        let metadata = ask("pdfinfo", &["-meta"], &file, &[]);
        for claim in ["<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"] {
            assert!(metadata.contains(claim), "{claim} in {metadata}");
        }
    }
}

#[test]
fn the_text_reads_in_the_order_of_the_report() {
    let catalogue = Catalogue::english();
    let assessment = sample("software-firm", &catalogue);
    let file = pdf("order", &assessment);
    let text = text(&file);
    let source = source(&catalogue, &assessment);
    let headings = source.report.sections.iter().enumerate();
    let headings: Vec<_> = headings.map(|(index, section)| format!("{}. {}", index + 1, section.heading)).collect();
    assert!(headings.len() > 8);
    // Once in the contents, once where they stand.
    in_order(&text, &headings.iter().chain(&headings).map(String::as_str).collect::<Vec<_>>());
    in_order(
        &text,
        &["Larkfield Software Ltd", "Stage 1", "Nearly ready", "Contents", "1. Summary", "A.5.1", "A.8.34"],
    );
    let pages = ask("pdfinfo", &[], &file, &[]);
    let pages = pages.lines().find_map(|line| line.strip_prefix("Pages:")).expect("a number of pages").trim();
    for page in ["1", "2", pages] {
        assert!(text.contains(&format!("Page {page} of {pages}")), "page {page}");
    }
}

#[test]
fn those_who_listen_get_headings_lists_tables_and_words_for_pictures() {
    let structure =
        ask("pdfinfo", &["-struct-text"], &pdf("heard", &sample("software-firm", &Catalogue::english())), &[]);
    let names =
        |line: &str, kind: &str| line.split_whitespace().next().map(|it| it.trim_end_matches(':')) == Some(kind);
    let first = |kind: &str| structure.lines().position(|line| names(line, kind));
    let kinds = "H1 H2 H3 P L LI Lbl LBody Table Caption THead TBody TR TH TD Figure TOC TOCI Link BlockQuote";
    for kind in kinds.split(' ') {
        assert!(first(kind).is_some(), "no {kind}");
    }
    assert!(first("H1") < first("H2"));
    // A line of the structure names its kind; attributes and texts stand below it.
    let header: Vec<_> =
        structure.lines().skip_while(|line| !names(line, "TH")).skip(1).take(2).map(str::trim).collect();
    assert_eq!(header, ["/Scope /Column", "\"Question\""]);
}

#[test]
fn the_attached_file_is_the_assessment() {
    let catalogue = Catalogue::english();
    for name in SAMPLES {
        let assessment = sample(name, &catalogue);
        let file = pdf(&format!("attached-{name}"), &assessment);
        let list = ask("pdfdetach", &["-list"], &file, &[]);
        in_order(&list, &["2 embedded files", "stage-zero-assessment.json", "stage-zero-result.json"]);
        let to = file.with_extension("json");
        ask("pdfdetach", &["-save", "1", "-o", to.to_str().expect("a path")], &file, &[]);
        let attached = fs::read_to_string(to).expect("it was saved");
        assert_eq!(Assessment::from_file(&attached, &catalogue).expect("it is an assessment"), assessment);
    }
}

#[test]
fn the_same_assessment_makes_the_same_bytes() {
    let assessment = sample("consultancy", &Catalogue::english());
    let read = |name| fs::read(pdf(name, &assessment)).expect("it was written");
    assert!(read("one") == read("other"));
}

#[test]
fn what_a_person_wrote_is_plain_text() {
    let catalogue = Catalogue::english();
    let mut assessment = empty();
    assessment.profile.organisation = "A\u{202e}cme (BT /F1 Tf ET) \\ <</JS (x)>> & Søn Ελλάς Київ 漢字".into();
    assessment.profile.scope = "endstream endobj %%EOF\n\u{0}\u{1b}<script>alert(1)</script>\u{e000}\u{ffff}".into();
    let id = catalogue.requirement_ids().next().expect("a requirement");
    let note = "=HYPERLINK(\"https://evil.example\") https://example.org/a/very/long/address/without/any/space/in/it "
        .repeat(4);
    let item = Item { level: Some(Level::Planned), note, ..Item::default() };
    assessment.answers.insert(id, Answer { item, ..Answer::default() });
    let file = pdf("hostile", &assessment);
    ask("qpdf", &["--check"], &file, &[]);
    let text = text(&file);
    // What the fonts lack is drawn as a box, and is still itself for those who copy it.
    in_order(&text, &["A[U+202E]cme (BT /F1 Tf ET) \\ <</JS (x)>> & Søn Ελλάς Київ 漢字"]);
    in_order(
        &text,
        &["endstream endobj %%EOF", "\u{fffd}\u{fffd}<script>alert(1)</script>\u{fffd}\u{fffd}", "=HYPERLINK("],
    );
    assert!(ask("pdfinfo", &[], &file, &[]).contains("JavaScript:      no"));
    assert_eq!(ask("pdfinfo", &["-url"], &file, &[]).matches("http").count(), 0, "nothing leads out of the file");
}

#[test]
fn a_huge_assessment_goes_over_many_pages_with_its_table_heads() {
    let catalogue = Catalogue::english();
    let mut assessment = sample("manufacturer", &catalogue);
    for number in 1..=200 {
        let risk = Risk { title: format!("Risk number {number} of many"), ..Risk::default() };
        assessment.risks.insert(RiskId::parse(&format!("R{number}")).expect("an id"), risk);
    }
    let id = catalogue.requirement_ids().next().expect("a requirement");
    let note = (0..4000).map(|word| format!("word{word} ")).collect::<String>();
    assessment.answers.insert(id, Answer { item: Item { note, ..Item::default() }, ..Answer::default() });
    let file = pdf("huge", &assessment);
    ask("qpdf", &["--check"], &file, &[]);
    let text = text(&file);
    in_order(&text, &["word0 ", "word1999", "word3999", "Risk number 200 of many"]);
    // Each page on which the table of risks goes on begins with its head.
    let pages = text.matches("Risk owner").count();
    assert!(pages >= 4, "the table has {pages} heads");
}
