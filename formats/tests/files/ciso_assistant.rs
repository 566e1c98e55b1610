//! What CISO Assistant gets: workbooks that its importer reads, with the values that it knows.

use super::office::folder;
use super::{SAMPLES, made, sample, source};
use formats::{Format, Source};
use readiness::assessment::{Answer, ControlEntry, Decision, Item, Level, Reason, Reasons};
use readiness::catalogue::ControlId;
use readiness::findings::Grade;
use readiness::{Assessment, Catalogue, ItemRef, Timestamp};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::{Cursor, Read};
use std::process::Command;
use zip::ZipArchive;

/// Prints the rows of workbooks as its importer reads them: by heading, what is empty as an empty text.
const READ: &str = r#"
import json, openpyxl, sys
def rows(path):
    first, *rest = [["" if cell is None else cell for cell in row] for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]
    return [dict(zip(first, row)) for row in rest]
print(json.dumps({path.rsplit("/", 1)[1].removesuffix(".xlsx"): rows(path) for path in sys.argv[1:]}))
"#;

type Row = BTreeMap<String, Value>;

/// The rows of each workbook, and the page beside them.
fn read(test: &str, source: &Source<'_>) -> (BTreeMap<String, Vec<Row>>, String) {
    let folder = folder(&format!("ciso-{test}"));
    let mut zip = ZipArchive::new(Cursor::new(made(Format::CisoAssistant, source))).expect("a ZIP");
    let (mut paths, mut page) = (Vec::new(), String::new());
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).expect("it is listed");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("it is whole");
        let path = folder.join(&*file.name().expect("a name"));
        if path.extension().is_some_and(|kind| kind == "md") {
            page = String::from_utf8(bytes).expect("text");
        } else {
            fs::write(&path, bytes).expect("written");
            paths.push(path);
        }
    }
    // Debian's own, since its package of openpyxl is for that.
    let output = Command::new("/usr/bin/python3")
        .args(["-c", READ])
        .args(paths)
        .output()
        .expect("'cargo xtask test' installs it");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (serde_json::from_slice(&output.stdout).expect("JSON"), page)
}

fn text<'a>(row: &'a Row, column: &str) -> &'a str {
    row[column].as_str().unwrap_or_default()
}

/// The rows of the audit by their `ref_id`: result, progress, scores.
fn audit(test: &str, change: impl FnOnce(&Catalogue, &mut Assessment)) -> BTreeMap<String, String> {
    let catalogue = Catalogue::english();
    let mut assessment = Assessment::new("1".parse().expect("an id"), "", Timestamp::new("2026-11-01T00:00:00Z"));
    change(&catalogue, &mut assessment);
    let (tables, _) = read(test, &source(&catalogue, &assessment));
    let row = |row: &Row| {
        let id = text(row, "ref_id").to_owned();
        assert_eq!(text(row, "urn"), format!("urn:intuitem:risk:req_node:iso27001-2022:{}", id.to_lowercase()));
        let score = |column: &str| row[column].as_u64().map_or(String::new(), |score| format!(" {score}"));
        let (one, two) = (score("documentation_score"), score("implementation_score"));
        (id, format!("{} {}{one}{two}", text(row, "compliance_result"), text(row, "requirement_progress")))
    };
    tables["compliance-assessment"].iter().map(row).collect()
}

#[test]
fn every_sub_clause_and_every_control_has_a_row() {
    let rows = audit("empty", |_, _| {});
    assert_eq!(rows.len(), 30 + 93);
    assert!(rows.values().all(|row| row == "not_assessed to_do"), "{rows:?}");
}

#[test]
fn a_sub_clause_is_as_compliant_as_its_requirements_together() {
    let rows = audit("sub-clauses", |catalogue, assessment| {
        for (name, level) in [("4.1", Level::Evidenced), ("4.2", Level::NotStarted)] {
            for id in catalogue.requirement_ids().filter(|id| catalogue.subclause_of(*id).id == name) {
                let evidence = vec!["Minutes".into()];
                let item = Item { level: Some(level), evidence, ..Item::default() };
                assessment.answers.insert(id, Answer { item, ..Answer::default() });
            }
        }
    });
    assert_eq!(rows["4.1"], "compliant done 100 100");
    assert_eq!(rows["4.2"], "non_compliant in_progress 0 0");
    assert_eq!(rows["4.4"], "not_assessed to_do");
}

#[test]
fn a_control_is_compliant_once_it_is_done_in_practice() {
    let rows = audit("controls", |catalogue, assessment| {
        let ids: Vec<ControlId> = catalogue.control_ids().collect();
        let reasons = Reasons::default().with(Reason::Legal, true);
        let applies = Decision::Applicable { reasons, justification: String::new() };
        // Far from those that call for a document.
        let levels = [None, Some(Level::Planned), Some(Level::Defined), Some(Level::Operating), Some(Level::Evidenced)];
        for (id, level) in ids[60..].iter().zip(levels) {
            let item = Item { level, evidence: vec!["Log".into()], ..Item::default() };
            let decision = applies.clone();
            assessment.controls.insert(*id, ControlEntry { decision, item, ..ControlEntry::default() });
        }
        let decision = Decision::Excluded { justification: "No office".into() };
        assessment.controls.insert(ids[92], ControlEntry { decision, ..ControlEntry::default() });
    });
    let catalogue = Catalogue::english();
    let of = |index: usize| rows[catalogue.controls[index].id].as_str();
    assert_eq!(of(60), "not_assessed in_progress");
    assert_eq!(of(61), "non_compliant in_progress 100 25");
    assert_eq!(of(62), "partially_compliant in_progress 100 50");
    assert_eq!(of(64), "compliant done 100 100");
    assert_eq!(rows["A.8.34"], "not_applicable done");
}

#[test]
fn nothing_contradicts_the_likely_findings() {
    let catalogue = Catalogue::english();
    for name in SAMPLES {
        let assessment = sample(name, &catalogue);
        let source = source(&catalogue, &assessment);
        let (tables, _) = read(name, &source);
        let audit = &tables["compliance-assessment"];
        assert_eq!(tables["findings"].len(), source.outcome.findings.len(), "{name}");
        let row = |id: &str| audit.iter().find(|row| text(row, "ref_id") == id);
        for finding in &source.outcome.findings {
            for item in &finding.items {
                let id = match item {
                    ItemRef::Requirement(id) => catalogue.subclause_of(*id).id.to_owned(),
                    ItemRef::Control(id) => id.name(&catalogue),
                    _ => continue,
                };
                // One of the organisation's own has no row.
                let Some(row) = row(&id) else { continue };
                let (result, progress) = (text(row, "compliance_result"), text(row, "requirement_progress"));
                match finding.grade {
                    Grade::Major => assert_eq!((result, progress), ("non_compliant", "in_progress"), "{name}: {id}"),
                    Grade::Minor => assert!(result != "compliant" && progress == "in_progress", "{name}: {id}"),
                    Grade::Opportunity => {}
                }
                let why = finding.grade.label(&catalogue);
                assert!(text(row, "observations").contains(why), "{name}: {id} says why");
            }
        }
    }
}

#[test]
fn every_table_keeps_to_what_its_importer_takes() {
    const TAKEN: [(&str, &str, &[&str]); 9] = [
        (
            "compliance-assessment",
            "compliance_result",
            &["not_assessed", "partially_compliant", "non_compliant", "compliant", "not_applicable"],
        ),
        ("compliance-assessment", "requirement_progress", &["to_do", "in_progress", "in_review", "done"]),
        ("applied-controls", "status", &["to_do", "in_progress", "on_hold", "active", "degraded", "deprecated"]),
        ("applied-controls", "category", &["policy", "process", "technical", "physical", "procedure"]),
        ("applied-controls", "csf_function", &["govern", "identify", "protect", "detect", "respond", "recover"]),
        ("applied-controls", "effort", &["", "XS", "S", "M", "L", "XL"]),
        ("policies", "status", &["to_do", "in_progress", "on_hold", "active", "degraded", "deprecated"]),
        ("findings", "severity", &["info", "low", "medium", "high", "critical"]),
        ("risks", "treatment", &["open", "mitigate", "accept", "avoid", "transfer"]),
    ];
    let catalogue = Catalogue::english();
    for name in SAMPLES {
        let assessment = sample(name, &catalogue);
        let (tables, page) = read(&format!("{name}-taken"), &source(&catalogue, &assessment));
        for (table, column, taken) in TAKEN {
            for row in &tables[table] {
                assert!(taken.contains(&text(row, column)), "{name}, {table}: {row:?}");
            }
        }
        // It finds a matrix by its name, and a framework by nothing but its id.
        assert!(page.contains("--matrix \"5x5 ISO-27005\" ") && page.contains("--framework FRAMEWORK-ID "), "{page}");
        for (table, rows) in &tables {
            assert!(page.contains(&format!("--file {table}.xlsx ")), "{name}: the page has the command for {table}");
            let names: Vec<_> = rows.iter().map(|row| text(row, "name").to_lowercase()).collect();
            assert!(names.iter().all(|name| !name.is_empty() && name.encode_utf16().count() <= 200), "{name}, {table}");
            if table != "compliance-assessment" {
                assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len(), "{name}, {table}: each name once");
            }
            for label in
                rows.iter().filter_map(|row| row.get("filtering_labels")?.as_str()).flat_map(|it| it.split('|'))
            {
                assert!((1..=36).contains(&label.len()) && !label.contains(' '), "{name}, {table}: {label}");
            }
        }
        // What a risk is linked with is there by its id.
        let known: HashSet<_> = tables["applied-controls"].iter().map(|row| text(row, "ref_id")).collect();
        for id in tables["risks"].iter().flat_map(|row| text(row, "applied_controls").split('|')) {
            assert!(id.is_empty() || known.contains(id), "{name}: {id}");
        }
    }
}

#[test]
fn every_thing_that_is_said_has_its_name_and_its_line() {
    let catalogue = Catalogue::english();
    let (tables, _) = read("observations", &source(&catalogue, &sample("software-firm", &catalogue)));
    let row = tables["compliance-assessment"].iter().find(|row| text(row, "ref_id") == "4.1").expect("4.1");
    let said = text(row, "observations");
    assert!(said.contains("\n\n- **Level:** "), "{said}");
    assert!(said.contains("\n- **Evidence:** "), "{said}");
}
