//! What a person wrote comes out as plain text, whatever it looks like.

use super::office::{convert_as, folder, text};
use super::source;
use formats::{DraftFormat, Format, make};
use readiness::assessment::{
    Answer, ControlEntry, CustomControl, Decision, DocumentEntry, DocumentStatus, Item, Level, Risk,
};
use readiness::catalogue::{ControlId, CustomId, DocumentId, RequirementId, RiskId};
use readiness::extract::Portions;
use readiness::shown::unseen;
use readiness::{Assessment, Catalogue, Date, Timestamp};
use std::fs;
use std::io::{Cursor, Read};
use zip::ZipArchive;

const FORMULA: &str = "=HYPERLINK(\"https://evil.example\",\"click\")";
const MARKUP: &str = "<script>alert(1)</script>]]>&amp;<w:p/>";
const CONTROLS: &str = "a\u{0}b\u{8}c\u{b}d\u{1b}e\u{fffe}f\u{202e}g";
const CODE: &str = "_x0041_";

/// An assessment in which every text is an attack.
fn hostile(catalogue: &Catalogue) -> Assessment {
    let all = format!("{FORMULA}\n{MARKUP}\n{CONTROLS}\r\n{CODE} **bold** | `x`");
    let mut it =
        Assessment::new("1".parse().expect("an id"), format!("@SUM(A1) {all}"), Timestamp::new("2026-11-01T00:00:00Z"));
    it.profile.organisation = format!("+1 {MARKUP} {CONTROLS} & Sons");
    it.profile.scope.clone_from(&all);
    it.profile.contact.name = format!("-2+3 {all}");
    let item = Item {
        level: Some(Level::Operating),
        note: all.clone(),
        evidence: vec![FORMULA.into(), all.clone().into()],
        owner: format!("@{all}"),
        due: Date::parse("2027-02-01").ok(),
    };
    let requirement: Vec<RequirementId> = catalogue.requirement_ids().collect();
    it.answers.insert(requirement[0], Answer { item: item.clone(), ..Answer::default() });
    it.answers.insert(
        requirement[1],
        Answer { item: Item { note: "x".repeat(40_000), ..item.clone() }, ..Answer::default() },
    );
    let own = CustomId::parse("C.1").expect("an id");
    it.custom_controls.insert(own, CustomControl { name: all.clone(), source: FORMULA.into() });
    let risk = RiskId::parse("R1").expect("an id");
    let decision = Decision::Excluded { justification: all.clone() };
    it.controls
        .insert(ControlId::Custom(own), ControlEntry { decision, item, risks: vec![risk], ..ControlEntry::default() });
    it.risks.insert(risk, Risk { title: FORMULA.into(), owner: all.clone(), likelihood: Some(5), ..Risk::default() });
    let document: Vec<DocumentId> = catalogue.document_ids().collect();
    let entry = DocumentEntry {
        status: Some(DocumentStatus::Draft),
        reference: all.clone(),
        owner: all.clone(),
        reviewed: None,
        own_text: all,
    };
    it.documents.insert(document[0], entry);
    it
}

/// The parts of a package that are XML.
fn parts(package: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(package)).expect("a package");
    let names: Vec<_> = zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let part = |name: String| {
        let mut text = String::new();
        zip.by_name(&name).expect("it is listed").read_to_string(&mut text).expect("it is text");
        (name, text)
    };
    names.into_iter().map(part).collect()
}

fn made(format: Format) -> Vec<u8> {
    let catalogue = Catalogue::english();
    let assessment = hostile(&catalogue);
    let source = source(&catalogue, &assessment);
    make(format, &source, &mut |_, _| {}).unwrap_or_else(|error| panic!("{}: {error}", format.name()))
}

/// The draft of the document for which a person wrote something.
fn drafted(format: DraftFormat) -> Vec<u8> {
    let catalogue = Catalogue::english();
    let id = catalogue.documents[0].id;
    let day = Date::parse("2026-11-24").expect("a day");
    let draft = readiness::draft::of(&catalogue, &hostile(&catalogue), id, day).expect("a draft");
    formats::draft(&catalogue, &draft, format).expect("a file")
}

#[test]
fn office_files_hold_no_formula_no_markup_of_a_person_and_no_character_that_xml_forbids() {
    let reports = [Format::Xlsx, Format::Docx, Format::SoaDocx].map(|format| (format.name(), made(format)));
    for (file, package) in reports.into_iter().chain([("a draft", drafted(DraftFormat::Docx))]) {
        let parts = parts(&package);
        let mut all = String::new();
        for (name, text) in &parts {
            let forbidden = |letter: char| {
                letter.is_control() && !matches!(letter, '\n' | '\t' | '\r')
                    || matches!(letter, '\u{fffe}' | '\u{202e}')
            };
            assert!(!text.contains(forbidden), "{name} of {}", file);
            assert!(!text.contains("<script>") && !text.contains("]]><"), "{name} of {}", file);
            assert!(!text.contains("<f>"), "{name} of {} has a formula", file);
            all.push_str(text);
        }
        assert!(all.contains("=HYPERLINK("), "{} keeps the text", file);
        assert!(all.contains("&lt;script&gt;"), "{} keeps the text", file);
    }
}

#[test]
fn a_text_that_looks_like_a_code_of_the_workbook_stays_what_it_is() {
    let all: String = parts(&made(Format::Xlsx)).into_iter().map(|(_, text)| text).collect();
    assert!(all.contains("_x005F_x0041_") && !all.contains(" _x0041_"));
}

#[test]
fn a_note_that_no_cell_can_hold_is_cut_and_says_so() {
    let all: String = parts(&made(Format::Xlsx)).into_iter().map(|(_, text)| text).collect();
    assert!(all.contains("[The rest did not fit"));
}

/// A German Excel takes `;` for the separator, and whoever pastes a table a tab.
#[test]
fn libreoffice_evaluates_nothing_of_a_table_whatever_separates_its_cells() {
    let tables = [Format::SoaCsv, Format::AnswersCsv, Format::PlanCsv];
    for (name, separator) in [("comma", 44), ("semicolon", 59), ("tab", 9), ("bar", 124)] {
        let folder = folder(&format!("separated-by-{name}"));
        let write = |name: &str, content: &[u8]| {
            let file = folder.join(name);
            fs::write(&file, content).expect("written");
            file
        };
        let mut files: Vec<_> = tables.iter().map(|it| write(&format!("{}.csv", it.name()), &made(*it))).collect();
        let cells = ["a", "=1+1", "b"].join(&char::from(separator).to_string());
        files.push(write("alive.csv", format!("{cells}\n").as_bytes()));
        // UTF-8, from the first line, and formulas are evaluated.
        let from = format!("Text - txt - csv (StarCalc):{separator},34,76,1,,0,false,true,false,false,false,0,true");
        convert_as(&folder, Some(&from), "fods", &files);
        let read = |name: &str| text(&folder.join(format!("{name}.fods")));
        assert!(read("alive").contains("table:formula="), "{name}: it would be evaluated");
        for format in tables {
            let sheet = read(format.name());
            assert!(sheet.contains("HYPERLINK"), "{name}: {} keeps the text", format.name());
            assert!(!sheet.contains("table:formula="), "{name}: {}", format.name());
        }
    }
}

/// Whatever is text goes to a terminal as well, and what is in a file is shown by one some day.
#[test]
fn no_text_holds_a_character_that_is_not_seen() {
    let formats = [Format::Html, Format::Markdown, Format::Json, Format::SoaCsv, Format::AnswersCsv, Format::PlanCsv];
    let reports = formats.map(|format| (format.name(), made(format)));
    for (file, bytes) in reports.into_iter().chain([("a draft", drafted(DraftFormat::Markdown))]) {
        let text = String::from_utf8(bytes).expect("text");
        let odd = text.chars().find(|letter| *letter != '\r' && unseen(*letter).is_some());
        assert_eq!(odd, None, "{file}");
        assert!(text.contains("202e") || text.contains("[U+202E]"), "{file} shows it as what it is");
    }
}

#[test]
fn what_ciso_assistant_shows_as_markdown_stays_text() {
    let mut pack = ZipArchive::new(Cursor::new(made(Format::CisoAssistant))).expect("a ZIP");
    let mut book = Vec::new();
    pack.by_name("compliance-assessment.xlsx").expect("the audit").read_to_end(&mut book).expect("whole");
    let text = parts(&book).into_iter().find(|(name, _)| name == "xl/sharedStrings.xml").expect("its texts").1;
    assert!(text.contains("\\*\\*bold\\*\\* \\| \\`x\\`"), "{text}");
    assert!(!text.contains("<script") && !text.contains("&lt;script") && !text.contains("**bold"));
    // No address becomes a link, with a scheme or without.
    assert!(text.contains("https\\:/\\/evil.example") && !text.contains("//evil"));
}

#[test]
fn no_cell_of_a_table_for_a_spreadsheet_starts_as_a_formula() {
    for format in [Format::SoaCsv, Format::AnswersCsv, Format::PlanCsv] {
        let text = String::from_utf8(made(format)).expect("text");
        for line in text.split("\r\n") {
            let starts = line.split(',').map(|cell| cell.trim_start_matches('"'));
            assert!(!starts.into_iter().any(|cell| cell.starts_with("=HYPERLINK")), "{}: {line}", format.name());
        }
    }
}

#[test]
fn the_same_assessment_makes_the_same_bytes() {
    for format in Format::ALL {
        if format != Format::Pdf {
            assert!(made(format) == made(format), "{}", format.name());
        }
    }
}

#[test]
fn the_file_of_everything_holds_each_other_format() {
    let names: Vec<_> = ZipArchive::new(Cursor::new(made(Format::Zip)))
        .expect("a zip")
        .file_names()
        .map(|name| name.expect("a name").into_owned())
        .collect();
    for format in Format::in_the_zip(Portions::default()).filter(|format| *format != Format::Pdf) {
        assert!(names.iter().any(|name| name.ends_with(&format!("2026-11-24.{}", format.ending()))), "{names:?}");
    }
}
