//! Inputs of growing size for the readers of workbooks and of lists of requests. None does harm.

use super::inputs::with;
use formats::Source;
use readiness::report::model::Block;
use readiness::{Assessment, Catalogue, Date};
use serde_json::{Value, json};
use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// A workbook of one sheet, behind the assessment that it comes back to. Nothing is packed, so that the length of the input
/// says how much there is to read.
fn book(ours: &Value, sheet: &str, strings: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in [
        ("_rels/.rels", "<a><b Id='w' Type='/officeDocument' Target='w'/></a>"),
        ("_rels/w.rels", "<a><b Id='s' Type='/s' Target='s'/><b Id='t' Type='/sharedStrings' Target='t'/></a>"),
        ("w", "<workbook><sheets><sheet name='S' id='s'/></sheets></workbook>"),
        ("s", sheet),
        ("t", strings),
    ] {
        zip.start_file(name, stored).expect("begun");
        zip.write_all(content.as_bytes()).expect("written");
    }
    behind(ours, &zip.finish().expect("an archive").into_inner())
}

fn behind(ours: &Value, more: &[u8]) -> Vec<u8> {
    [format!("{ours}\n").as_bytes(), more].concat()
}

fn little() -> Value {
    with("title", json!("a"))
}

fn cell(text: &str) -> String {
    format!("<c t='inlineStr'><is><t>{text}</t></is></c>")
}

fn rows(rows: impl Iterator<Item = String>) -> String {
    rows.map(|row| format!("<row>{row}</row>")).collect()
}

pub fn cells(size: usize) -> Vec<u8> {
    let sheet = rows((0..100 * size).map(|_| "<c><v>1</v></c>".repeat(100)));
    book(&little(), &sheet, "<a/>")
}

pub fn strings(size: usize) -> Vec<u8> {
    let strings: String = (0..5_000 * size).map(|at| format!("<si><t>{at} &amp; more</t></si>")).collect();
    book(&little(), "<c t='s'><v>1</v></c>", &strings)
}

pub fn elements(size: usize) -> Vec<u8> {
    let many = 20_000 * size;
    book(&little(), &format!("<c><is>{}{}</is></c>", "<a>".repeat(many), "</a>".repeat(many)), "<a/>")
}

/// Risks, each with so long a text that it alone could be too much.
pub fn risks(size: usize) -> Vec<u8> {
    let risk = |at: usize| json!({ "id": format!("R{at}"), "title": "a" });
    let ours = with("risks", (1..=10 * size).map(risk).collect());
    let long = "x".repeat(12_000);
    let headings = headings(&ours, "risks");
    let row = |at: usize| cell(&format!("R{at}")) + &cell(&long).repeat(headings.len() - 1);
    let head: String = headings.iter().map(|heading| cell(heading)).collect();
    book(&ours, &rows(std::iter::once(head).chain((1..=10 * size).map(row))), "<a/>")
}

/// What the columns of a table are called.
fn headings(ours: &Value, kind: &str) -> Vec<String> {
    let catalogue = Catalogue::english();
    let ours = Assessment::from_value(ours, &catalogue).expect("an assessment");
    let report = Source::new(&catalogue, &ours, Date::parse("2026-11-24").expect("a day")).report;
    let blocks = report.sections.into_iter().flat_map(|section| section.blocks);
    let mut tables = blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let table = tables.find(|table| table.kind == kind).expect("a table");
    table.columns.into_iter().map(|column| column.heading).collect()
}

pub fn requests(size: usize) -> Vec<u8> {
    let list = "Minutes of 9.3, clause 4.1 and A.5.1; what is in 6.1.2 d, and 8.24\n".repeat(250 * size);
    behind(&little(), format!("Request;Due\n{list}").as_bytes())
}

pub fn long_requests(size: usize) -> Vec<u8> {
    let words = "clause 9.2 A.5.15 R1 \"\" 4.3-document ".repeat(100 * size);
    behind(&little(), format!("Request;Due\n\"{words}\"\n").repeat(20).as_bytes())
}

pub fn requests_in_a_workbook(size: usize) -> Vec<u8> {
    let row = |_| cell("Minutes of 9.3").repeat(20);
    book(&little(), &rows((0..200 * size).map(row)), "<a/>")
}
