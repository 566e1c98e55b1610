//! Workbooks that come back, changed cell by cell: what is taken over is exactly what was changed, and what can't be read is
//! named with its sheet and cell.

use super::office::{convert_as, folder};
use super::resaved::{cache, run, script};
use super::{made, sample, source};
use formats::{Format, ReturnError, Returned, returned};
use readiness::assessment::{Decision, Level};
use readiness::merge::{Merge, differences, name};
use readiness::report::model::Table;
use readiness::{Assessment, Catalogue, Edit, report};
use std::fs;
use std::io::{Cursor, Read, Write};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// A workbook of the sample, its texts by the name of each part.
pub struct Book {
    parts: Vec<(String, String)>,
    pub catalogue: Catalogue,
    pub ours: Assessment,
}

impl Book {
    pub fn new(language: &str) -> Self {
        let catalogue = Catalogue::of(readiness::catalogue::Language::of(language).expect("a language"));
        let ours = sample("consultancy", &catalogue);
        Self::of(ours, catalogue)
    }

    fn of(ours: Assessment, catalogue: Catalogue) -> Self {
        let workbook = made(Format::Xlsx, &source(&catalogue, &ours));
        let mut package = ZipArchive::new(Cursor::new(workbook)).expect("a package");
        let length = package.len();
        let part = |index| {
            let mut part = package.by_index(index).expect("a part");
            let (name, mut text) = (part.name().expect("a name").into_owned(), String::new());
            part.read_to_string(&mut text).expect("a text");
            (name, text)
        };
        Self { parts: (0..length).map(part).collect(), catalogue, ours }
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut to = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in &self.parts {
            to.start_file(name, SimpleFileOptions::default()).expect("begun");
            to.write_all(text.as_bytes()).expect("written");
        }
        to.finish().expect("an archive").into_inner()
    }

    /// A part, by the end of its name.
    pub fn part(&mut self, name: &str) -> &mut String {
        let found = self.parts.iter_mut().find(|(known, _)| known.ends_with(name));
        &mut found.unwrap_or_else(|| panic!("{name}")).1
    }

    fn table(&self, kind: &str) -> Table {
        match kind {
            "soa" => report::soa(&self.catalogue, &self.ours),
            "answers" => report::answers(&self.catalogue, &self.ours),
            "notes" => report::notes(&self.catalogue, &self.ours),
            kind => {
                let source = source(&self.catalogue, &self.ours);
                let blocks = source.report.sections.into_iter().flat_map(|section| section.blocks);
                let mut tables = blocks.filter_map(|block| match block {
                    report::model::Block::Table(table) => Some(table),
                    _ => None,
                });
                tables.find(|table| table.kind == kind).expect("a table")
            }
        }
    }

    /// The part with the sheet of a table: the one in whose mark its kind stands.
    fn sheet(&mut self, kind: &str) -> &mut String {
        let strings = self.part("sharedStrings.xml").clone();
        let mark = format!("stage-zero 1 {kind} ");
        let at = strings.split("<si>").skip(1).position(|it| it.contains(&mark)).expect("a mark");
        let cell = format!("t=\"s\"><v>{at}</v></c>");
        let found = self.parts.iter_mut().find(|(name, text)| name.contains("sheets/sheet") && text.contains(&cell));
        &mut found.expect("a sheet").1
    }

    /// The name of the cell of a row, by the beginning of its first cell, in a column.
    pub fn cell(&self, kind: &str, row: &str, column: &str) -> String {
        let table = self.table(kind);
        let first = |cells: &Vec<report::model::Cell>| cells[0].plain(&self.catalogue, " ").starts_with(row);
        let at = table.rows.iter().position(first).unwrap_or_else(|| panic!("{row}"));
        let column = table.columns.iter().position(|it| it.name == column).unwrap_or_else(|| panic!("{column}"));
        format!("{}{}", char::from(b'A' + u8::try_from(column).expect("few")), at + 2)
    }

    /// Writes into a cell what stands in its element.
    pub fn put(&mut self, kind: &str, row: &str, column: &str, attributes: &str, inside: &str) -> &mut Self {
        let cell = self.cell(kind, row, column);
        let sheet = self.sheet(kind);
        let start = sheet.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("{cell}"));
        let length = sheet[start..].find('>').expect("an end") + 1;
        let end = match sheet[start..start + length].ends_with("/>") {
            true => start + length,
            false => start + sheet[start..].find("</c>").expect("an end") + "</c>".len(),
        };
        let style = sheet[start..end].split(" s=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("0");
        let new = format!("<c r=\"{cell}\" s=\"{style}\" {attributes}>{inside}</c>");
        sheet.replace_range(start..end, &new);
        self
    }

    /// Writes a text into a cell.
    pub fn write(&mut self, kind: &str, row: &str, column: &str, text: &str) -> &mut Self {
        self.put(kind, row, column, "t=\"inlineStr\"", &format!("<is><t xml:space=\"preserve\">{text}</t></is>"))
    }

    pub fn returned(&self) -> Returned {
        returned(&self.bytes(), &self.ours).unwrap_or_else(|error| panic!("{error}"))
    }

    fn comes_into(&self, ours: &Assessment) -> (Vec<String>, Vec<String>) {
        comes_into(&self.bytes(), ours)
    }

    fn comes(&self) -> Vec<String> {
        let (news, asks) = self.comes_into(&self.ours);
        assert_eq!(asks, Vec::<String>::new());
        news
    }

    /// What is said of cells that can't be read.
    pub fn wrong(&self) -> Vec<String> {
        let returned = self.returned();
        assert_eq!(differences(&Catalogue::english(), &self.ours, &returned.theirs), []);
        returned.problems.iter().map(ToString::to_string).collect()
    }
}

/// What comes in by itself into what is here, as lines, and what is asked about.
fn comes_into(bytes: &[u8], ours: &Assessment) -> (Vec<String>, Vec<String>) {
    let catalogue = Catalogue::english();
    let returned = returned(bytes, ours).unwrap_or_else(|error| panic!("{error}"));
    let problems: Vec<_> = returned.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
    let merge = Merge::new(&catalogue, &returned.ancestors.each_ref(), &[ours, &returned.theirs]);
    let said = |edit: &Edit| readiness::merge::said(&catalogue, edit);
    let line = |present: &Edit, edit: &Edit| {
        let fields = said(present).into_iter().zip(said(edit)).filter(|(before, after)| before != after);
        let fields = fields.map(|(_, (field, value))| format!("{field}: {value}")).collect::<Vec<_>>().join("; ");
        let name = name(&catalogue, &[ours], edit);
        format!("{} {fields}", name.rsplit_once('(').map_or(&*name, |(_, id)| id.trim_end_matches(')')))
    };
    let news = merge.settled.iter().filter(|it| it.is_news()).map(|it| line(&it.present, &it.edit)).collect();
    let asks = |it: &readiness::merge::Conflict| line(&it.present, &it.options[it.option_of(1).expect("theirs")].0);
    (news, merge.conflicts.iter().map(asks).collect())
}

#[test]
fn a_workbook_that_nobody_has_changed_says_nothing_in_any_language() {
    for language in ["en", "en-US", "de", "es"] {
        let book = Book::new(language);
        let returned = book.returned();
        assert_eq!((&returned.problems[..], &returned.remarks[..]), (&[][..], &[][..]), "{language}");
        assert_eq!(differences(&Catalogue::english(), &book.ours, &returned.theirs), [], "{language}");
    }
}

#[test]
fn what_is_no_workbook_of_this_assessment_is_refused() {
    let book = Book::new("en");
    let (workbook, ours) = (book.bytes(), &book.ours);
    let other = Assessment { id: "another".parse().expect("an id"), ..ours.clone() };
    assert_eq!(returned(&workbook, &other), Err(ReturnError::OtherAssessment));
    let source = source(&book.catalogue, ours);
    for format in [Format::Docx, Format::Zip, Format::Html] {
        assert_eq!(returned(&made(format, &source), ours), Err(ReturnError::NotWorkbook), "{format:?}");
    }
    assert_eq!(returned(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ours), Err(ReturnError::OldOrLocked));
    assert_eq!(returned(&workbook[..workbook.len() - 100], ours), Err(ReturnError::Damaged));
    let mut without = Book::new("en");
    without.part("xl/workbook.xml").clone_from(&"<workbook><sheets/></workbook>".to_owned());
    assert_eq!(returned(&without.bytes(), ours), Err(ReturnError::NothingOfOurs));
    let mut entities = Book::new("en");
    entities.sheet("answers").insert_str(0, "<!DOCTYPE a [<!ENTITY b 'c'>]>");
    assert_eq!(returned(&entities.bytes(), ours), Err(ReturnError::Damaged), "what defines something is not read");
}

#[test]
fn every_cell_that_was_changed_comes_in_and_nothing_else() {
    let mut book = Book::new("en");
    book.write("answers", "4.1-issues", "level", "4 Evidenced")
        .put("answers", "4.1-climate", "level", "", "<v>1</v>")
        .write("answers", "4.2-a", "level", "operating")
        .write("answers", "4.1-issues", "note", "Looked at &lt;again&gt;&#10;in March_x0021_ ")
        .write("answers", "4.1-issues", "owner", "Ellen Marsh and Li")
        .put("answers", "4.1-issues", "due", "", "<v>46500</v>")
        .write("answers", "4.1-climate", "due", "1.3.2027")
        .write("soa", "A.6.7", "decision", "Excluded")
        .write("soa", "A.6.7", "justification", "We run nothing")
        .write("documents", "ISMS scope", "owner", "Somebody else");
    let comes = book.comes().join("\n");
    for line in [
        "4.1-issues Level: Evidenced",
        "4.1-climate Level: Planned",
        "4.1-issues Note: Looked at <again>\nin March!",
        "4.1-issues Owner: Ellen Marsh and Li",
        "4.1-issues Due: 2027-04-23",
        "4.1-climate Due: 2027-03-01",
        "Remote working Decision: Excluded; Reasons: ; Justification: We run nothing",
        "Owner: Somebody else",
    ] {
        assert!(comes.contains(line), "{line} is not in\n{comes}");
    }
    let catalogue = Catalogue::english();
    let differ = differences(&catalogue, &book.ours, &book.returned().theirs).len();
    assert_eq!(differ, book.comes().len(), "{comes}");
}

#[test]
fn evidence_that_stays_keeps_what_no_cell_shows() {
    let mut book = Book::new("en");
    let id =
        book.catalogue.requirement_ids().find(|id| book.ours.answers.get(id).is_some_and(|it| it.item.has_evidence()));
    let id = id.expect("an answer with evidence");
    let name = id.name(&book.catalogue);
    let lines: Vec<_> = book.ours.answers[&id].item.evidence.iter().map(|piece| piece.line()).collect();
    book.write(
        "answers",
        name,
        "evidence",
        &format!("A new one&#10;{}", lines.join("&#10;").replace('&', "&amp;").replace("&amp;#10;", "&#10;")),
    );
    let after = &book.returned().theirs.answers[&id].item.evidence;
    assert_eq!(after[0], "A new one".into());
    assert_eq!(after[1..], book.ours.answers[&id].item.evidence[..]);
    assert_eq!(book.comes().len(), 1);
}

#[test]
fn what_has_changed_here_meanwhile_stays_and_what_both_have_changed_is_asked_about() {
    let mut book = Book::new("en");
    book.write("answers", "4.1-issues", "note", "Theirs").write("soa", "A.6.7", "justification", "Theirs too");
    let mut ours = book.ours.clone();
    let [issues, climate] =
        ["4.1-issues", "4.1-climate"].map(|id| book.catalogue.parse_requirement(id).expect("an id"));
    let control = book.catalogue.parse_control("A.6.7").expect("an id");
    let now = ours.updated.clone();
    ours.apply(&Edit::answer(climate).note("Ours".to_owned()), &now);
    assert_eq!(book.comes_into(&ours).0.len(), 2, "what is ours alone is nothing new");
    ours.apply(&Edit::answer(issues).note("Ours".to_owned()), &now);
    ours.apply(&Edit::control(control).decision(&Decision::Excluded { justification: "Ours".to_owned() }), &now);
    let (news, asks) = book.comes_into(&ours);
    assert_eq!(news, Vec::<String>::new());
    assert_eq!(asks, ["4.1-issues Note: Theirs", "Remote working Justification: Theirs too"]);
    // Both have done the same.
    ours.apply(&Edit::answer(issues).note("Theirs".to_owned()), &now);
    assert_eq!(book.comes_into(&ours).1.len(), 1);
}

#[test]
fn sheets_may_be_renamed_rows_sorted_or_removed_and_columns_added() {
    let mut book = Book::new("en");
    book.write("answers", "4.1-issues", "note", "Theirs");
    let sheet = book.sheet("answers");
    // The second and the third row change places; the fourth is gone.
    *sheet = sheet.replace("<row r=\"4\"", "<gone r=\"4\"");
    let row = |sheet: &str, n: usize| {
        let start = sheet.find(&format!("<row r=\"{n}\"")).expect("a row");
        sheet[start..start + sheet[start..].find("</row>").expect("its end") + 6].to_owned()
    };
    let (second, third) = (row(sheet, 2), row(sheet, 3));
    let renumbered = |row: &str, from: usize, to: usize| {
        let mut row = row.replace(&format!("<row r=\"{from}\""), &format!("<row r=\"{to}\""));
        ('A'..='Z').for_each(|it| row = row.replace(&format!("r=\"{it}{from}\""), &format!("r=\"{it}{to}\"")));
        row
    };
    *sheet = sheet.replace(&second, "SECOND").replace(&third, &renumbered(&second, 2, 3));
    *sheet = sheet.replace("SECOND", &renumbered(&third, 3, 2));
    let start = sheet.find("<gone r=\"4\"").expect("a row");
    let end = start + sheet[start..].find("</row>").expect("its end") + 6;
    sheet.replace_range(start..end, "");
    *sheet = sheet.replacen("</row>", "<c r=\"Z1\" t=\"str\"><v>My own</v></c></row>", 1);
    let workbook = book.part("xl/workbook.xml");
    *workbook = workbook.replace("name=\"Requirements\"", "name=\"Ours &amp; theirs\"");
    assert_eq!(book.comes(), ["4.1-issues Note: Theirs"]);
    let remarks: Vec<_> = book.returned().remarks.iter().map(ToString::to_string).collect();
    assert_eq!(remarks.len(), 2, "{remarks:?}");
    assert!(remarks[0].contains("Ours & theirs: the column ‘My own’"), "{remarks:?}");
    assert!(remarks[1].contains("1 row is missing"), "{remarks:?}");
}

#[test]
fn without_its_marks_a_workbook_fills_what_is_open_and_asks_about_the_rest() {
    let mut book = Book::new("de");
    let mut ours = book.ours.clone();
    let id = book.catalogue.parse_requirement("4.1-issues").expect("an id");
    let now = ours.updated.clone();
    ours.apply(&Edit::answer(id).level(Some(Level::Defined)), &now);
    ours.apply(&Edit::answer(id).note(String::new()), &now);
    book = Book::of(ours, book.catalogue);
    book.write("answers", "4.1-issues", "level", "4").write("answers", "4.1-issues", "note", "Deren");
    let strings = book.part("sharedStrings.xml");
    *strings = strings.replace("stage-zero 1 ", "gone ");
    let (news, asks) = book.comes_into(&book.ours);
    assert_eq!(news, ["4.1-issues Note: Deren"]);
    assert_eq!(asks, ["4.1-issues Level: Evidenced"]);
    assert!(book.returned().remarks.iter().any(|it| it.to_string().contains("hidden last column is gone")));
}

#[test]
fn a_cell_that_can_not_be_read_is_named_and_stays_as_it_is() {
    let formula = |inside: &str| format!("<f>{inside}</f><v>1</v>");
    let mut book = Book::new("en");
    book.write("answers", "4.1-issues", "level", "quite good")
        .write("answers", "4.1-climate", "due", "3/4/2027")
        .put("answers", "4.2-a", "note", "t=\"str\"", &formula("1+1"))
        .put("answers", "4.2-a", "owner", "t=\"e\"", "<v>#REF!</v>")
        .write("answers", "4.3-document", "title", "Another name")
        .write("soa", "A.5.7", "risks", "R1, R999")
        .write("soa", "A.5.8", "implemented", "Yes, sure")
        .write("soa", "A.5.9", "id", "A.5.10");
    let wrong = book.wrong();
    for (cell, says) in [
        (("answers", "4.1-issues", "level"), "none of the words of its column: choose one of 0 Not started, 1 Planned"),
        (("answers", "4.1-climate", "due"), "this is no date: write it like 2026-11-24"),
        (("answers", "4.2-a", "note"), "a formula stands here"),
        (("answers", "4.2-a", "owner"), "shows an error here"),
        (("answers", "4.3-document", "title"), "is changed in Stage Zero itself"),
        (("soa", "A.5.7", "risks"), "no risk ‘R999’"),
        (("soa", "A.5.8", "implemented"), "is changed in Stage Zero itself"),
        (("soa", "A.5.9", "id"), "made for ‘A.5.9’"),
    ] {
        let sheet = if cell.0 == "soa" { "Statement of Applicability" } else { "Requirements" };
        let place = format!("{sheet}, {}: ", book.cell(cell.0, cell.1, cell.2));
        assert!(
            wrong.iter().any(|it| it.starts_with(&place) && it.contains(says)),
            "{place}{says} is not in {wrong:#?}"
        );
    }
    assert_eq!(wrong.len(), 8, "{wrong:#?}");
}

#[test]
fn words_for_no_decision_and_rows_of_nothing_are_named() {
    let mut book = Book::new("en");
    let mut ours = book.ours.clone();
    let id = book.catalogue.parse_control("A.5.7").expect("an id");
    let now = ours.updated.clone();
    ours.apply(&Edit::control(id).decision(&Decision::Undecided), &now);
    book = Book::of(ours, book.catalogue);
    book.write("soa", "A.5.7", "justification", "Because");
    let sheet = book.sheet("answers");
    let own = "<row r=\"900\"><c r=\"D900\" t=\"inlineStr\"><is><t>New</t></is></c></row>\
               <row r=\"901\"><c r=\"A901\" t=\"inlineStr\"><is><t>4.9-new</t></is></c></row></sheetData>";
    *sheet = sheet.replace("</sheetData>", own);
    let wrong = book.wrong();
    assert!(wrong[0].contains("choose the decision first"), "{wrong:#?}");
    assert!(wrong[1].contains("Requirements, A900: nothing says what this row is about"), "{wrong:#?}");
    assert!(wrong[2].contains("Requirements, A901: ‘4.9-new’ is not in the assessment"), "{wrong:#?}");
    assert_eq!(wrong.len(), 3, "{wrong:#?}");
}

/// As people do: one cell is changed, and whatever a program leaves out or writes in its own way says nothing.
#[test]
fn a_workbook_that_a_program_has_saved_anew_says_what_was_changed_in_it_and_no_more() {
    let folder = folder("books");
    let book = Book::new("en");
    fs::write(folder.join("made.xlsx"), book.bytes()).expect("it takes files");
    let note = book.cell("answers", "4.1-issues", "note");
    let cell = ["Requirements", &note, "Said & <kept>,\nin two lines"];
    let library = |name: &str| cache().join("npm/test/node_modules").join(name).display().to_string();
    let (python, node) = (script("resave-book.py"), script("resave-book.mjs"));
    let save = |to: &str, program: &str, arguments: &[&str]| {
        run(&folder, program, &[arguments, &["made.xlsx", to], &cell].concat());
    };
    save("openpyxl.xlsx", "/usr/bin/python3", &[&python]);
    save("sheetjs.xlsx", "node", &[&node, &library("xlsx")]);
    save("exceljs.xlsx", "node", &[&node, &library("exceljs")]);
    convert_as(&folder.join("by-libreoffice"), None, "xlsx", &[folder.join("openpyxl.xlsx")]);
    for name in ["openpyxl.xlsx", "sheetjs.xlsx", "exceljs.xlsx", "by-libreoffice/openpyxl.xlsx"] {
        let bytes = fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let (news, asks) = comes_into(&bytes, &book.ours);
        assert_eq!(news, ["4.1-issues Note: Said & <kept>,\nin two lines"], "{name}");
        assert_eq!(asks, Vec::<String>::new(), "{name}");
    }
}
