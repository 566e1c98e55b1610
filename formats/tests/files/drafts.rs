//! First versions of documents, as LibreOffice and pandoc see them.

use super::office::{convert, folder, ran, text};
use super::{SAMPLES, sample};
use formats::{DraftFormat, draft, drafts};
use readiness::draft::{Draft, all};
use readiness::report::model::Block;
use readiness::{Catalogue, Date};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

fn today() -> Date {
    Date::parse("2026-11-24").expect("a day")
}

fn of(catalogue: &Catalogue, name: &str) -> Vec<Draft> {
    all(catalogue, &sample(name, catalogue), today())
}

/// Text without what is between words: programs break lines where they like.
fn bare(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).collect()
}

#[test]
fn libreoffice_opens_every_draft_of_every_sample_and_finds_its_text() {
    let folder = folder("drafts");
    let catalogue = Catalogue::english();
    let all: Vec<_> =
        SAMPLES.iter().flat_map(|name| of(&catalogue, name).into_iter().map(move |it| (*name, it))).collect();
    let named = |name: &str, draft: &Draft| format!("{name}-{}", draft.file_name());
    let files: Vec<PathBuf> = all
        .iter()
        .map(|(name, it)| {
            let file = folder.join(named(name, it) + ".docx");
            fs::write(&file, draft(&catalogue, it, DraftFormat::Docx).expect("a file")).expect("written");
            file
        })
        .collect();
    convert(&folder, "txt:Text (encoded):UTF8", &files);
    for (name, draft) in &all {
        let shown = bare(&text(&folder.join(named(name, draft) + ".txt")));
        let has = |what: &str| assert!(shown.contains(&bare(what)), "{name}, {}: {what}", draft.id);
        has(&draft.title);
        has(&draft.organisation);
        draft.gaps.iter().for_each(|gap| has(&gap.text));
        for section in &draft.sections {
            has(&section.heading);
            for block in &section.blocks {
                match block {
                    Block::Text(text) => has(text),
                    Block::List(points) => points.iter().for_each(|point| has(point)),
                    Block::Table(table) => {
                        table.rows.iter().flatten().for_each(|cell| has(&cell.plain(&catalogue, " ")));
                    }
                    other => panic!("no draft has {other:?}"),
                }
            }
        }
    }
}

#[test]
fn pandoc_makes_markdown_of_a_draft_with_its_headings_and_the_headings_of_its_tables() {
    let folder = folder("drafts-pandoc");
    let catalogue = Catalogue::english();
    for draft in of(&catalogue, "software-firm") {
        let file = folder.join(format!("{}.docx", draft.file_name()));
        fs::write(&file, formats::draft(&catalogue, &draft, DraftFormat::Docx).expect("a file")).expect("written");
        let output = ran(Command::new("pandoc").args(["-f", "docx", "-t", "json"]).arg(&file));
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let blocks = document["blocks"].as_array().expect("blocks");
        let kind = |kind: &'static str| blocks.iter().filter(move |it| it["t"] == kind);
        let headings: Vec<_> = kind("Header").filter(|it| it["c"][0] == 1).collect();
        assert_eq!(headings.len(), draft.sections.len(), "{}", draft.id);
        let tables = draft.sections.iter().flat_map(|it| &it.blocks).filter(|it| matches!(it, Block::Table(_))).count();
        assert_eq!(kind("Table").count(), tables, "{}", draft.id);
        // The head of a table has a row, and the row has cells with text.
        let head = |table: &serde_json::Value| table["c"][3][1][0].to_string().contains("Str");
        assert!(kind("Table").all(head), "{}: a table without headings", draft.id);
        // What we call Markdown is Markdown for others too.
        let file = folder.join(format!("{}.md", draft.file_name()));
        fs::write(&file, formats::draft(&catalogue, &draft, DraftFormat::Markdown).expect("a file")).expect("written");
        let output = ran(Command::new("pandoc").args(["-f", "gfm", "-t", "json"]).arg(&file));
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let blocks = document["blocks"].as_array().expect("blocks");
        let count = |kind: &str| blocks.iter().filter(|it| it["t"] == kind).count();
        assert_eq!((count("Header"), count("Table")), (draft.sections.len() + 1, tables), "{}", draft.id);
    }
}

#[test]
fn all_drafts_in_one_file_are_the_files_one_by_one() {
    let catalogue = Catalogue::english();
    let all = of(&catalogue, "consultancy");
    let mut told = Vec::new();
    let bytes = drafts(&catalogue, &all, DraftFormat::Markdown, today(), &mut |done, of| told.push((done, of)));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes.expect("a file"))).expect("an archive");
    assert_eq!((archive.len(), told.len()), (all.len(), all.len()));
    for it in &all {
        let mut inside = archive.by_name(&format!("{}.md", it.file_name())).expect("a file of each");
        let mut read = String::new();
        std::io::Read::read_to_string(&mut inside, &mut read).expect("text");
        assert_eq!(read, it.to_markdown(&catalogue), "{}", it.id);
    }
}
