//! Inputs of growing size, made for the readers of texts, archives and locked files. None does harm.

use formats::age::{RANDOM, lock_with};
use formats::{Format, Source, make};
use readiness::{Assessment, Catalogue, Date};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::{ZipWriter, write::SimpleFileOptions};

/// An assessment with something more in it, as a value.
fn with(name: &str, value: Value) -> Value {
    json!({ "format": "stage-zero-assessment", "version": 1, "catalogue": "iso27001-2022-amd1", "id": "a", name: value })
}

fn document(name: &str, value: Value) -> Vec<u8> {
    with(name, value).to_string().into_bytes()
}

pub fn values(size: usize) -> Vec<u8> {
    document("more", (0..20 * size).map(|_| Value::from(vec![0; 1_000])).collect())
}

pub fn names(size: usize) -> Vec<u8> {
    let record = || (0..500).map(|at| (format!("name-{at}"), json!({ "a": at }))).collect::<serde_json::Map<_, _>>();
    let long = |_| (0..8).fold(Value::Object(record()), |inner, _| json!({ "n".repeat(150): inner }));
    document("more", (0..5 * size).map(long).collect())
}

pub fn nested(size: usize) -> Vec<u8> {
    document("more", (0..800 * size / 4).map(|_| (0..20).fold(json!([]), |inner, _| json!([inner]))).collect())
}

pub fn numbers(size: usize) -> Vec<u8> {
    let list = vec![format!("0.{}e-{}", "1234567890".repeat(100), "9".repeat(100)); 50 * size].join(",");
    let whole = vec!["9".repeat(300); 60 * size].join(",");
    let text = with("more", json!(["here", "there"])).to_string();
    text.replace("\"here\"", &format!("[{list}]")).replace("\"there\"", &format!("[{whole}]")).into_bytes()
}

pub fn codes(size: usize) -> Vec<u8> {
    let text = "\\ud83d\\ude00\\u0000\\n".repeat(2_000);
    let list = vec![format!("\"{text}\""); size].join(",");
    with("more", json!("here")).to_string().replace("\"here\"", &format!("[{list}]")).into_bytes()
}

fn of_evidence(size: usize, word: &str) -> Value {
    let piece = |at| json!({ "title": format!("{word} {at}"), "location": "cupboard", "date": "2026-01-01" });
    let evidence: Value = (0..200 * size).map(piece).collect();
    with("answers", json!({ "4.1-issues": { "level": "defined", "evidence": evidence } }))
}

pub fn evidence(size: usize) -> Vec<u8> {
    of_evidence(size, "minutes").to_string().into_bytes()
}

pub fn two_of_evidence(size: usize) -> Vec<u8> {
    format!("{}\n{}", of_evidence(size, "minutes"), of_evidence(size, "letters")).into_bytes()
}

pub fn two_of_names(size: usize) -> Vec<u8> {
    let side = |word: &str| with("more", (0..200 * size).map(|at| json!({ format!("{word}-{at}"): at })).collect());
    format!("{}\n{}", side("left"), side("right")).into_bytes()
}

pub fn risks(size: usize) -> Vec<u8> {
    let risk = |at: usize| json!({ "id": format!("R{at}"), "title": "a", "likelihood": 1, "impact": 1 });
    document("risks", (1..=200 * size).map(risk).collect())
}

pub fn review_of_values(size: usize) -> Vec<u8> {
    let more: Value = (0..4 * size).map(|_| Value::from(vec![0; 500])).collect();
    let about = json!({ "id": "a" });
    json!({ "format": "stage-zero-review", "version": 1, "id": "r", "about": about, "more": more }).to_string().into()
}

pub fn scripts(size: usize) -> Vec<u8> {
    format!("<html>{}", "<script id=other>1</script>".repeat(2_000 * size)).into_bytes()
}

pub fn open_scripts(size: usize) -> Vec<u8> {
    format!("<html>{}", "<script type=\"application/json\" id=\"stage-zero-assessment\"".repeat(1_000 * size))
        .into_bytes()
}

pub fn report_of_names(size: usize) -> Vec<u8> {
    let more: serde_json::Map<_, _> =
        (0..1_000 * size).map(|at| (format!("name-{at}"), json!({ ":": "\"" }))).collect();
    json!({ "format": "stage-zero-report", "assessment": with("title", json!("a")), "more": more }).to_string().into()
}

pub fn wide(size: usize) -> Vec<u8> {
    let text = with("more", vec!["é".repeat(1_000); 20 * size].into()).to_string();
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_be_bytes).collect()
}

pub fn ampersands(size: usize) -> Vec<u8> {
    format!("<p>{}</p>", "&".repeat(50_000 * size)).into_bytes()
}

pub fn brackets(size: usize) -> Vec<u8> {
    format!("<p>{}</p>", "<".repeat(50_000 * size)).into_bytes()
}

pub fn rows(size: usize) -> Vec<u8> {
    let mut page = format!("<h2>{}</h2>", "long ".repeat(60));
    (0..300 * size).for_each(|at| write!(page, "<tr><th>{at}</th><td>a</td></tr>").expect("a text grows"));
    page.into_bytes()
}

pub fn headings(size: usize) -> Vec<u8> {
    let mut page = String::new();
    (0..1_000 * size).for_each(|at| write!(page, "<h2>{at}</h2><p>b</p>").expect("a text grows"));
    page.into_bytes()
}

/// A file that was made of an assessment that says next to nothing.
pub fn made(format: Format) -> Vec<u8> {
    let catalogue = Catalogue::english();
    let assessment = Assessment::from_value(&with("title", json!("a")), &catalogue).expect("a small one");
    let today = Date::parse("2026-11-24").expect("a day");
    make(format, &Source::new(&catalogue, &assessment, today), &mut |_, _| {}).expect("made")
}

/// A report that somebody has put more and more into, from its beginning.
pub fn page(size: usize) -> Vec<u8> {
    let more = "<p>&amp; & &lt;</p><table><tr><th>a</th><td>&</td></tr></table>".repeat(1_000 * size);
    let report = String::from_utf8(made(Format::Html)).expect("a text");
    let (head, body) = report.split_once("<main").expect("a page");
    format!("{head}<div>{more}</div><main{body}").into_bytes()
}

/// A report in JSON whose result says more and more.
pub fn result(size: usize) -> Vec<u8> {
    let mut report: Value = serde_json::from_slice(&made(Format::Json)).expect("JSON");
    let more: Value = (0..200 * size).map(|at| json!({ "id": at.to_string(), "rule": "a", "why": "b" })).collect();
    for name in ["findings", "contradictions", "more"] {
        report["result"][name] = more.clone();
    }
    report.to_string().into_bytes()
}

/// A report with more and more beside it.
pub fn archive(size: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Stored, so that the length of the input says how much there is to read.
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut put = |name: String, content: &[u8]| {
        zip.start_file(name, stored).expect("begun");
        zip.write_all(content).expect("written");
    };
    put("report.html".to_owned(), &made(Format::Html));
    (0..10 * size).for_each(|at| put(format!("{at}.txt"), &[b'x'; 20_000]));
    zip.finish().expect("an archive").into_inner()
}

pub fn locked(size: usize) -> Vec<u8> {
    lock_with(&vec![7; 50_000 * size], "four words", [7; RANDOM], 1)
}

/// The same as letters, in lines.
pub fn armored(size: usize) -> Vec<u8> {
    let lines = "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBBQUFBQUFBQUFBQUFBQUFB\n".repeat(1_000 * size);
    format!("-----BEGIN AGE ENCRYPTED FILE-----\n{lines}-----END AGE ENCRYPTED FILE-----\n").into_bytes()
}

pub fn site(size: usize) -> Vec<u8> {
    let entries: serde_json::Map<_, _> = (0..200 * size).map(|at| (format!("entry-{at}"), json!("value"))).collect();
    Value::Object(entries).to_string().into_bytes()
}
