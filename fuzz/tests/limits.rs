//! How much each reader takes: one more than the limit is refused with a message that names the limit, the limit itself
//! is not, and neither fills the memory. `SECURITY.md` has them in a table, whose rows are made here.

use formats::age::{MOST_WORK, RANDOM, UnlockError, lock_with, unlock};
use formats::{MOST, MOST_CELLS, MOST_FILES, Source, open as unpack, requests as answered, returned};
use peak_alloc::PeakAlloc;
use readiness::catalogue::{LANGUAGES, Word};
use readiness::file::{LONGEST_NAME, LONGEST_TEXT, Limit, MOST_ENTRIES};
use readiness::requests::{MOST_ANSWERED, MOST_COLUMNS, MOST_REQUESTS};
use readiness::review::Review;
use readiness::{Assessment, Catalogue, Id, report};
use serde_json::{Value, json};
use std::error::Error;
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What any of these may take beside the input: what is unpacked, the parsed values, and a vector that grows.
const MOST_MEMORY: usize = 200_000_000;

/// A kind of text: its name, its limit, its reader, and a small one of them with something more in it.
type Kind = (&'static str, Limit, fn(&Catalogue, &str) -> Result<(), String>, fn(Value) -> Value);

fn assessment(catalogue: &Catalogue, text: &str) -> Result<(), String> {
    Assessment::from_file(text, catalogue).map(drop).map_err(says)
}

fn review(catalogue: &Catalogue, text: &str) -> Result<(), String> {
    Review::from_file(text, catalogue).map(drop).map_err(says)
}

fn carrier(catalogue: &Catalogue, text: &str) -> Result<(), String> {
    report::open(text, catalogue).map(drop).map_err(says)
}

fn says(error: impl Error) -> String {
    error.to_string()
}

/// An assessment with one thing more in it.
fn with(name: &str, value: Value) -> Value {
    json!({ "format": "stage-zero-assessment", "version": 1, "catalogue": "iso27001-2022-amd1", "id": "a", name: value })
}

fn kinds() -> [Kind; 3] {
    let in_review =
        |more| json!({ "format": "stage-zero-review", "version": 1, "id": "r", "about": { "id": "a" }, "more": more });
    let in_report = |more| json!({ "format": "stage-zero-report", "assessment": with("id", "a".into()), "more": more });
    [
        ("an assessment", Limit::ASSESSMENT, assessment, |more| with("more", more)),
        ("a review", Limit::REVIEW, review, in_review),
        ("a report or another file that carries an assessment", Limit::REPORT, carrier, in_report),
    ]
}

fn nested(depth: usize) -> Value {
    (1..depth).fold(json!([]), |inner, _| json!([inner]))
}

/// Many values, in lists that are not too long themselves.
fn many(values: usize) -> Value {
    const LIST: usize = 1_000;
    (0..values / LIST).map(|_| Value::from(vec![0; LIST - 1])).collect()
}

/// Reads, and takes no more memory than it may.
fn within_memory<T>(read: impl FnOnce() -> T) -> T {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let result = read();
    let taken = MEMORY.peak_usage() - before;
    println!("{} MB", taken / 1_000_000);
    assert!(taken < MOST_MEMORY, "{} MB", taken / 1_000_000);
    result
}

fn refused(result: Result<(), String>, names: usize) {
    let message = result.expect_err("it is too much");
    let names = names.to_string();
    assert!(message.replace(',', "").contains(&names), "'{message}' does not name {names}");
}

// One test, since it measures the memory of the whole program.
#[test]
fn one_more_than_the_limit_is_refused_with_its_limit() {
    let catalogue = &Catalogue::english();
    for (name, limit, read, with_more) in kinds() {
        println!("{name}");
        let text = |more| with_more(more).to_string();
        let padded = |longest: usize| text(json!(0)) + &" ".repeat(longest - text(json!(0)).len());
        assert_eq!(read(catalogue, &padded(limit.longest)), Ok(()));
        refused(within_memory(|| read(catalogue, &padded(limit.longest + 1))), limit.longest / 1_000_000);
        assert_eq!(read(catalogue, &text(nested(limit.deepest - 1))), Ok(()));
        refused(read(catalogue, &text(nested(limit.deepest))), limit.deepest);
        within_memory(|| read(catalogue, &"[".repeat(limit.longest))).expect_err("it is no file of ours");
        assert_eq!(read(catalogue, &text(many(limit.most - 1_000))), Ok(()));
        refused(within_memory(|| read(catalogue, &text(many(limit.most + 1_000)))), limit.most);
    }
    let read = |value: Value| assessment(catalogue, &value.to_string());
    assert_eq!(read(with("title", "ü".repeat(LONGEST_TEXT).into())), Ok(()));
    refused(read(with("title", "ü".repeat(LONGEST_TEXT + 1).into())), LONGEST_TEXT);
    assert_eq!(read(with(&"n".repeat(LONGEST_NAME), json!(1))), Ok(()));
    refused(read(with(&"n".repeat(LONGEST_NAME + 1), json!(1))), LONGEST_NAME);
    assert_eq!(read(with("id", "n".repeat(Id::LONGEST).into())), Ok(()));
    refused(read(with("id", "n".repeat(Id::LONGEST + 1).into())), Id::LONGEST);
    assert_eq!(read(with("more", vec![0; MOST_ENTRIES].into())), Ok(()));
    refused(read(with("more", vec![0; MOST_ENTRIES + 1].into())), MOST_ENTRIES);

    let too_long = host::read(&" ".repeat(host::LONGEST_FILE + 1)).problems;
    refused(Err(too_long[0].to_string()), host::LONGEST_FILE);

    archives(catalogue);
    workbooks();
    requests(catalogue);
    let mut locked = lock_with(b"x", "four words", [7; RANDOM], 1);
    let work = locked.windows(3).position(|it| it == b" 1\n").expect("what it asks for");
    locked.splice(work..work + 3, format!(" {}\n", MOST_WORK + 1).into_bytes());
    let error = within_memory(|| unlock(&locked, "four words")).expect_err("it asks for too much");
    assert_eq!(error, UnlockError::TooMuchWork { asked: MOST_WORK + 1, most: MOST_WORK });
    refused(Err(says(error)), MOST_WORK.into());
}

/// An archive of `files` files, each of `length` blanks.
fn archive(files: usize, length: usize) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let block = vec![b' '; 1_000_000];
    for file in 0..files {
        archive.start_file(format!("{file}.html"), SimpleFileOptions::default()).expect("a file");
        for _ in 0..length / block.len() {
            archive.write_all(&block).expect("room");
        }
        archive.write_all(&block[..length % block.len()]).expect("room");
    }
    archive.finish().expect("an archive").into_inner()
}

fn archives(catalogue: &Catalogue) {
    let open = |bytes: &[u8]| unpack(bytes, catalogue).map(drop).map_err(says);
    let most = MOST / 1_000_000;
    // It is unpacked, and is more than an assessment may be.
    refused(open(&archive(1, MOST)), Limit::ASSESSMENT.longest / 1_000_000);
    let mut bomb = archive(1, MOST + 1);
    assert!(bomb.len() < 100_000, "a small file that unpacks to a huge one");
    // What it says about itself is enough: nothing is unpacked.
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    refused(open(&bomb), most);
    assert!(MEMORY.peak_usage() - before < 1_000_000);
    // If it lies, unpacking ends where it becomes too much, or where it is longer than it said.
    let record = bomb.windows(4).rposition(|it| it == b"PK\x01\x02").expect("a directory");
    bomb[record + 24..record + 28].copy_from_slice(&9_u32.to_le_bytes());
    within_memory(|| open(&bomb)).expect_err("it is too much");
    assert!(open(&archive(MOST_FILES, 1)).is_err_and(|message| !message.contains(&MOST_FILES.to_string())));
    refused(within_memory(|| open(&archive(MOST_FILES + 1, 1))), MOST_FILES);
    refused(within_memory(|| open(&archive(60_000, 0))), MOST_FILES);
    refused(open(&vec![b' '; MOST + 1]), most);
}

/// A workbook whose one sheet and whose shared strings these are.
fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    package(&[
        ("_rels/.rels", "<a><b Id='w' Type='/officeDocument' Target='w'/></a>"),
        ("_rels/w.rels", "<a><b Id='s' Type='/s' Target='s'/><b Id='t' Type='/sharedStrings' Target='t'/></a>"),
        ("w", &format!("<workbook>{}</workbook>", "<sheet name='S' id='s'/>".repeat(1_000))),
        ("s", sheet),
        ("t", strings),
    ])
}

/// A package of such files.
fn package(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a file");
        archive.write_all(content.as_bytes()).expect("room");
    }
    archive.finish().expect("an archive").into_inner()
}

fn workbooks() {
    let ours = Assessment::new("a".parse().expect("an id"), "", readiness::Timestamp::default());
    let read = |sheet: &str, strings: &str| {
        let bytes = workbook(sheet, strings);
        within_memory(|| returned(&bytes, &ours).map(drop).map_err(says))
    };
    let cells = |many: usize, cell: &str| format!("<s><row>{}</row></s>", cell.repeat(many));
    let is_none_of_ours = |result: Result<(), String>| {
        assert!(result.is_err_and(|message| message.contains("none of its sheets")));
    };
    // A sheet is read once, however often it is named.
    is_none_of_ours(read(&cells(MOST_CELLS, "<c><v>1</v></c>"), "<a/>"));
    refused(read(&cells(MOST_CELLS + 1, "<c><v>1</v></c>"), "<a/>"), MOST_CELLS);
    // A long text that is shared counts as often as it stands somewhere.
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1_000));
    let shared = "<c t='s'><v>0</v></c>";
    is_none_of_ours(read(&cells(MOST / 1_000, shared), &strings));
    refused(read(&cells(MOST / 1_000 + 1, shared), &strings), MOST / 1_000_000);
    refused(read("<a/>", &"<si/>".repeat(MOST_CELLS + 1)), MOST_CELLS);
    let related = "<a Id='' Type='' Target=''/>".repeat(MOST / 100);
    let related = package(&[("_rels/.rels", &related)]);
    refused(within_memory(|| returned(&related, &ours).map(drop).map_err(says)), MOST_FILES);
    // Elements inside each other take no stack.
    read(&"<c><is>".repeat(1_000_000), "<a/>").expect_err("it has no end");
    is_none_of_ours(read(&cells(1, &format!("{}{}", "<a>".repeat(1_000_000), "</a>".repeat(1_000_000))), "<a/>"));
}

/// A short list that asks for everything again and again.
fn requests(catalogue: &Catalogue) {
    let ids: Vec<_> = catalogue.requirement_ids().collect();
    let answers: serde_json::Map<_, _> =
        ids.iter().map(|id| (id.name(catalogue).to_owned(), json!({ "note": "x".repeat(2_000) }))).collect();
    let ours = Assessment::from_value(&with("answers", answers.into()), catalogue).expect("an assessment");
    let source = Source::new(catalogue, &ours, readiness::Date::parse("2026-11-24").expect("a day"));
    let ask = |rows: usize| {
        let all: Vec<_> = ids.iter().map(|id| id.name(catalogue)).collect();
        let list = format!("Request\n{}", format!("{}\n", all.join(" ")).repeat(rows));
        within_memory(|| answered(list.as_bytes(), &source).map(drop).map_err(says))
    };
    assert_eq!(ask(2), Ok(()));
    refused(ask(MOST_REQUESTS), MOST_ANSWERED / 1_000_000);
    // A text that stands beside many rows at once counts in each.
    let text = format!("<c t='inlineStr'><is><t>{}</t></is></c>", "x".repeat(MOST / 10_000));
    let others = (3..10_004).map(|at| format!("<row r='{at}'><c><v>1</v></c></row>")).collect::<String>();
    let sheet = format!("<s><row r='1'><c><v>1</v></c>{text}</row>{others}<mergeCell ref='B1:B99999'/></s>");
    let merged = workbook(&sheet, "<a/>");
    refused(within_memory(|| answered(&merged, &source).map(drop).map_err(says)), MOST / 1_000_000);
    // Nor is it answered what is long itself.
    let long = |letters: usize| {
        let list = format!("Request,Due\n{},\n", "x".repeat(letters));
        within_memory(|| answered(list.as_bytes(), &source).map(drop).map_err(says))
    };
    assert_eq!(long(MOST_ANSWERED - 1_000), Ok(()));
    refused(long(MOST_ANSWERED + 1), MOST_ANSWERED / 1_000_000);
}

#[test]
fn the_table_in_security_md_has_every_limit() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../SECURITY.md");
    let page = std::fs::read_to_string(&path).expect("SECURITY.md");
    const START: &str = "| what | at most |\n|---|---|\n";
    let (before, after) = page.split_once(START).expect("a table of limits");
    let (_, after) = after.split_once("\n\n").expect("something after the table");
    let expected = format!("{before}{START}{}\n{after}", rows());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &expected).expect("SECURITY.md");
    }
    let page = std::fs::read_to_string(&path).expect("SECURITY.md");
    assert_eq!(page, expected, "UPDATE_GOLDEN=1 writes it anew");
}

#[test]
fn the_page_says_how_large_a_file_may_be_in_every_language() {
    for language in LANGUAGES {
        let catalogue = Catalogue::of(language);
        let said = catalogue.word(Word::FileTooLarge).replace('\u{a0}', " ");
        assert!(said.contains(&format!("{} MB", MOST / 1_000_000)), "{said}");
    }
}

fn rows() -> String {
    let megabytes = |bytes: usize| format!("{} MB", bytes / 1_000_000);
    let mut rows = vec![("a file that is chosen, and what is taken out of it".to_owned(), megabytes(MOST))];
    for (name, limit, ..) in kinds() {
        let Limit { longest, deepest, most } = limit;
        let inside = format!("{deepest} lists and records inside each other, {} values", grouped(most));
        rows.push((name.to_owned(), format!("{}, {inside}", megabytes(longest))));
    }
    let more = [
        ("a text of one field", format!("{} characters", grouped(LONGEST_TEXT))),
        ("an id of an assessment or a review", format!("{} letters of ASCII, digits, `.`, `_`, `-`", Id::LONGEST)),
        ("the name of a field", format!("{LONGEST_NAME} bytes")),
        ("entries of a list: evidence, own controls, risks, nonconformities, audits", grouped(MOST_ENTRIES)),
        ("`site.json`", format!("{} kB", host::LONGEST_FILE / 1_000)),
        ("files in a ZIP file", grouped(MOST_FILES)),
        ("cells of a workbook with something in them", grouped(MOST_CELLS)),
        ("a list of requests", format!("{} rows, {MOST_COLUMNS} columns", grouped(MOST_REQUESTS))),
        ("such a list with all that there is on it", megabytes(MOST_ANSWERED)),
        ("work for a passphrase", format!("2^{MOST_WORK} steps of scrypt: {} MB", (1024 << MOST_WORK) / 1_000_000)),
    ];
    rows.extend(more.map(|(what, most)| (what.to_owned(), most)));
    rows.iter().map(|(what, most)| format!("| {what} | {most} |\n")).collect()
}

/// A number with a comma between thousands.
fn grouped(number: usize) -> String {
    match number {
        0..1_000 => number.to_string(),
        _ => format!("{},{:03}", grouped(number / 1_000), number % 1_000),
    }
}
