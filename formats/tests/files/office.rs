//! The workbook and the documents, as the programs of those who receive them see them: LibreOffice and openpyxl.

use super::{SAMPLES, made, sample, source};
use formats::{Format, Source, make};
use readiness::catalogue::{LANGUAGES, Word};
use readiness::extract::Preset;
use readiness::report::model::Cell;
use readiness::{Assessment, Catalogue, Date, report};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};
use zip::ZipArchive;

/// A folder of a test's own.
pub fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder for tests takes files");
    folder
}

/// Writes a format of a sample, `name.ending`.
fn write(folder: &Path, name: &str, format: Format, source: &Source<'_>) -> PathBuf {
    let file = folder.join(format!("{name}.{}", format.ending()));
    fs::write(&file, made(format, source)).expect("written");
    file
}

/// What a program prints; it has to be there and to succeed.
pub fn ran(program: &mut Command) -> Output {
    let output =
        program.output().unwrap_or_else(|error| panic!("{program:?}: {error}; 'cargo xtask test' installs it"));
    let trouble = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{program:?}: {trouble}");
    output
}

/// Has LibreOffice convert files, in a profile of the test's own.
pub fn convert(folder: &Path, to: &str, files: &[PathBuf]) {
    convert_as(folder, None, to, files);
}

/// The same; what is read is taken for what `from` says.
pub fn convert_as(folder: &Path, from: Option<&str>, to: &str, files: &[PathBuf]) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let from = from.map(|from| format!("--infilter={from}"));
    let arguments = ["--headless", "--norestore", "--convert-to", to, "--outdir"];
    let mut soffice = Command::new("soffice");
    let output = ran(soffice.arg(profile).args(from).args(arguments).arg(folder).args(files));
    let said = String::from_utf8_lossy(&output.stdout).to_lowercase()
        + &String::from_utf8_lossy(&output.stderr).to_lowercase();
    for trouble in ["repair", "corrupt", "error"] {
        assert!(!said.contains(trouble), "{said}");
    }
}

pub fn text(file: &Path) -> String {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    String::from_utf8(bytes).expect("text in UTF-8").trim_start_matches('\u{feff}').to_owned()
}

#[test]
fn libreoffice_reads_the_documents_of_every_sample() {
    let folder = folder("documents");
    let catalogue = Catalogue::english();
    let assessments = SAMPLES.map(|name| sample(name, &catalogue));
    let sources: Vec<_> = assessments.iter().map(|assessment| source(&catalogue, assessment)).collect();
    let mut files = Vec::new();
    for (name, source) in SAMPLES.iter().zip(&sources) {
        files.extend([Format::Docx, Format::SoaDocx].map(|format| write(&folder, name, format, source)));
    }
    convert(&folder, "txt:Text (encoded):UTF8", &files);
    for (name, source) in SAMPLES.iter().zip(&sources) {
        let report = text(&folder.join(format!("{name}.txt")));
        assert!(report.contains(&source.report.title()) && report.contains(&source.report.digest), "{name}");
        for (index, section) in source.report.sections.iter().enumerate() {
            assert!(report.contains(&format!("{}. {}", index + 1, section.heading)), "{name}: {}", section.heading);
        }
        for requirement in &catalogue.requirements {
            assert!(report.contains(requirement.id), "{name}: {}", requirement.id);
        }
        let soa = text(&folder.join(format!("{name}.soa.txt")));
        for id in catalogue.control_ids() {
            let justification = source.assessment.decision(id).justification();
            assert!(
                soa.contains(&id.name(&catalogue)) && soa.contains(justification),
                "{name}: {}",
                id.name(&catalogue)
            );
        }
        assert!(soa.contains(source.assessment.profile.scope.trim()), "{name}: a statement is about a scope");
        assert!(source.assessment.risks.values().all(|risk| soa.contains(risk.title.trim())), "{name}");
        for never in [catalogue.requirements[0].id, "Self-assessment report", "verdict", "finding"] {
            assert!(!soa.contains(never), "{name}: {never} is none of the statement's");
        }
    }
}

#[test]
fn libreoffice_reads_every_sheet_of_the_workbook() {
    let folder = folder("workbooks");
    let catalogue = Catalogue::english();
    let assessments = SAMPLES.map(|name| sample(name, &catalogue));
    let sources: Vec<_> = assessments.iter().map(|assessment| source(&catalogue, assessment)).collect();
    let files: Vec<_> =
        SAMPLES.iter().zip(&sources).map(|(name, source)| write(&folder, name, Format::Xlsx, source)).collect();
    // Comma, quotes, UTF-8, cells as shown, all sheets.
    convert(&folder, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", &files);
    for (name, source) in SAMPLES.iter().zip(&sources) {
        let sheet = |sheet: &str| text(&folder.join(format!("{name}-{sheet}.csv")));
        let first = sheet("Readiness");
        let scope = source.assessment.profile.scope.trim().replace('"', "\"\"");
        for said in [&source.report.title(), &source.report.digest, &scope] {
            assert!(first.contains(said), "{name}: {said}");
        }
        let soa = sheet("Statement of Applicability");
        assert!(catalogue.controls.iter().all(|control| soa.contains(control.id)), "{name}");
        let answers = sheet("Requirements");
        assert!(catalogue.requirements.iter().all(|requirement| answers.contains(requirement.id)), "{name}");
        let plan = sheet("Action plan");
        let actions =
            source.plan.iter().flat_map(|plan| &plan.actions).map(|action| action.title(&catalogue, source.assessment));
        for action in actions {
            assert!(plan.replace("\"\"", "\"").contains(&action), "{name}: {action}");
        }
        assert!(!first.contains("#NAME") && !soa.contains("Err:"), "{name}");
    }
}

/// Prints a sheet as rows of texts, days as days are written, and what else it has; fails if there is a formula.
const READ_BACK: &str = r#"
import datetime, json, openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
sheet = book[sys.argv[2]]
plain = lambda value: value.date().isoformat() if isinstance(value, datetime.datetime) else "" if value is None else str(value)
rows = [[plain(cell.value) for cell in row] for row in sheet.iter_rows()]
assert not any(cell.data_type == "f" for each in book for row in each.iter_rows() for cell in row), "a formula"
dates = sum(isinstance(cell.value, datetime.datetime) for row in sheet.iter_rows() for cell in row)
lists = sorted(str(rule.sqref) for rule in sheet.data_validations.dataValidation)
hidden = sorted(name for name, column in sheet.column_dimensions.items() if column.hidden)
print(json.dumps({"rows": rows, "dates": dates, "lists": lists, "hidden": hidden, "filter": sheet.auto_filter.ref,
  "frozen": sheet.freeze_panes, "repeated": sheet.print_title_rows, "landscape": sheet.page_setup.orientation}))
"#;

#[test]
fn openpyxl_reads_the_statement_of_applicability_back_as_the_assessment_has_it() {
    let folder = folder("read-back");
    let catalogue = Catalogue::english();
    for name in SAMPLES {
        let assessment = sample(name, &catalogue);
        let source = source(&catalogue, &assessment);
        let file = write(&folder, name, Format::Xlsx, &source);
        // Debian's own, since its package of openpyxl is for that.
        let output =
            ran(Command::new("/usr/bin/python3").args(["-c", READ_BACK]).arg(file).arg("Statement of Applicability"));
        let sheet: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let table = report::soa(&catalogue, &assessment);
        let headings = table.columns.iter().map(|column| column.heading.clone()).collect::<Vec<_>>();
        let shown = |cell: &Cell| match cell {
            Cell::Date(day) => day.to_string(),
            cell => cell.plain(&catalogue, "\n"),
        };
        let rows = table.rows.iter().map(|row| row.iter().map(shown).collect::<Vec<_>>());
        let expected: Vec<_> = [headings].into_iter().chain(rows).collect();
        for (row, expected) in sheet["rows"].as_array().expect("rows").iter().zip(&expected) {
            // Behind them stands what the rows say of themselves, which is hidden.
            let (shown, mark) = row.as_array().expect("cells").split_at(expected.len());
            assert_eq!(shown, serde_json::json!(expected).as_array().expect("cells"), "{name}");
            assert_eq!(mark.len(), 1, "{name}");
        }
        assert_eq!(sheet["hidden"], serde_json::json!(["S"]), "{name}");
        assert_eq!(sheet["rows"].as_array().map(Vec::len), Some(expected.len()), "{name}");
        let dates = table.rows.iter().flatten().filter(|cell| matches!(cell, Cell::Date(_))).count();
        assert_eq!(sheet["dates"], dates, "{name}: days are days, not texts");
        let last = table.rows.len() + 1;
        assert_eq!(
            sheet["lists"],
            serde_json::json!(["C", "H", "I"].map(|column| format!("{column}2:{column}{last}"))),
            "{name}"
        );
        assert_eq!(sheet["filter"], format!("A1:S{last}"), "{name}");
        assert_eq!((&sheet["frozen"], &sheet["landscape"]), (&"C2".into(), &"landscape".into()), "{name}");
        assert!(
            sheet["repeated"].as_str().is_some_and(|rows| rows.replace('$', "") == "1:1"),
            "{name}: {}",
            sheet["repeated"]
        );
    }
}

#[test]
fn a_page_of_a_document_has_its_number_in_each_language() {
    for language in LANGUAGES {
        let catalogue = Catalogue::of(language);
        let assessment = sample("consultancy", &catalogue);
        for format in [Format::Docx, Format::SoaDocx, Format::Owner] {
            let files = super::files(&made(format, &source(&catalogue, &assessment)));
            let footers: Vec<_> = files.iter().filter(|(name, _)| name.starts_with("word/footer")).collect();
            assert_eq!(footers.len(), 2);
            for (name, content) in footers {
                let xml = String::from_utf8(content.clone()).expect("text");
                let fields: Vec<_> = xml.split("w:instr=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
                assert_eq!(fields, [" PAGE ", " NUMPAGES "], "{name}: {xml}");
                let odd = |letter: char| matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{fffd}');
                assert!(!xml.contains(odd), "{name}: {xml}");
            }
        }
    }
}

#[test]
fn the_page_for_the_owner_says_nothing_of_names_that_an_extract_leaves_out() {
    let catalogue = Catalogue::english();
    let whole = sample("software-firm", &catalogue);
    let text = |assessment: &Assessment| {
        let files = super::files(&made(Format::Owner, &source(&catalogue, assessment)));
        let (_, content) = files.into_iter().find(|(name, _)| name == "word/document.xml").expect("its text");
        String::from_utf8(content).expect("text")
    };
    assert!(text(&whole).contains("with a plan for each. Priya Nair. Effort"));
    let extract = text(&whole.extract(&catalogue, Preset::CertificationBody.left_out()));
    assert!(
        extract.contains("with a plan for each. Effort") && !extract.contains(catalogue.word(Word::ExtractWithheld))
    );
}

/// Screen readers and pandoc go by that.
#[test]
fn a_table_of_a_document_says_whether_its_first_row_is_one_of_headings() {
    let catalogue = Catalogue::english();
    let assessment = sample("software-firm", &catalogue);
    let source = source(&catalogue, &assessment);
    for format in [Format::Docx, Format::SoaDocx, Format::Owner] {
        let mut package = ZipArchive::new(Cursor::new(made(format, &source))).expect("a package");
        let mut text = String::new();
        package.by_name("word/document.xml").expect("its text").read_to_string(&mut text).expect("text");
        let mut kinds = [0, 0];
        for table in text.split("<w:tbl>").skip(1) {
            let (first, _) = table.split_once("</w:tr>").expect("a row");
            let (says, has) = (first.contains("w:firstRow=\"1\""), first.contains("<w:tblHeader>"));
            assert_eq!(says, has, "{}: {first}", format.name());
            kinds[usize::from(has)] += 1;
        }
        assert!(
            format != Format::Docx || kinds.iter().all(|count| *count > 0),
            "it has tables of both kinds: {kinds:?}"
        );
    }
}

#[test]
fn a_day_that_no_workbook_knows_is_text_and_keeps_no_file_back() {
    let catalogue = Catalogue::english();
    let mut file = sample("consultancy", &catalogue).to_value(&catalogue);
    for (section, entry, field) in [("answers", "4.1-climate", "due"), ("documents", "doc-nda", "reviewed")] {
        file[section][entry][field] = "1850-06-01".into();
    }
    let assessment = Assessment::from_file(&file.to_string(), &catalogue).expect("a valid file");
    let source = source(&catalogue, &assessment);
    let mut workbook = ZipArchive::new(Cursor::new(made(Format::Xlsx, &source))).expect("a package");
    let mut texts = String::new();
    workbook.by_name("xl/sharedStrings.xml").expect("its texts").read_to_string(&mut texts).expect("text");
    assert!(texts.contains("1850-06-01"), "the day is in the workbook");
    let archive = ZipArchive::new(Cursor::new(made(Format::Zip, &source))).expect("an archive");
    let names: Vec<_> = archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
    assert!(names.iter().any(|name| name.ends_with(".xlsx")), "{names:?}");
    assert!(!names.iter().any(|name| name.ends_with("-missing.txt")), "{names:?}");
}

#[test]
fn a_file_that_can_t_be_made_takes_none_of_the_others_along() {
    let catalogue = Catalogue::english();
    let assessment = sample("consultancy", &catalogue);
    // As on a computer whose clock is far behind: no workbook knows such a day.
    let source = Source::new(&catalogue, &assessment, Date::parse("1850-06-01").expect("a day"));
    make(Format::Xlsx, &source, &mut |_, _| {}).expect_err("no workbook");
    let mut archive = ZipArchive::new(Cursor::new(made(Format::Zip, &source))).expect("an archive");
    let names: Vec<_> = archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
    let (missing, others): (Vec<_>, Vec<_>) = names.iter().partition(|name| name.ends_with("-missing.txt"));
    let all_but_the_workbook_and_the_sums = Format::in_the_zip(source.report.left_out).count();
    assert_eq!((missing.len(), others.len()), (1, all_but_the_workbook_and_the_sums), "{names:?}");
    let mut text = String::new();
    archive.by_name(missing[0]).expect("it is there").read_to_string(&mut text).expect("text");
    assert!(text.contains("xlsx"), "it says which one, and why: {text}");
}

#[test]
fn shares_in_workbook_and_pictures_are_written_as_the_language_writes_them() {
    for (language, format, mark) in [("en", "0.0 %", ">60\u{a0}%<"), ("en-US", "0.0%", ">60%<")] {
        let language = readiness::catalogue::Language::of(language).expect("a language");
        let catalogue = Catalogue::of(language);
        let assessment = sample("consultancy", &catalogue);
        let source = source(&catalogue, &assessment);
        let mut workbook = ZipArchive::new(Cursor::new(made(Format::Xlsx, &source))).expect("a package");
        let mut styles = String::new();
        workbook.by_name("xl/styles.xml").expect("its styles").read_to_string(&mut styles).expect("text");
        assert!(styles.contains(&format!("formatCode=\"{format}\"")), "{styles}");
        let page = String::from_utf8(made(Format::Html, &source)).expect("text");
        assert!(page.contains(mark), "{mark}");
    }
}
