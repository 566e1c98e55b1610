//! What CISO Assistant gets: rows that its importer finds, with the values that it knows.

use super::{made, source};
use formats::Format;
use readiness::assessment::{Answer, ControlEntry, Decision, Item, Level, Reasons};
use readiness::catalogue::ControlId;
use readiness::{Assessment, Catalogue, Timestamp};
use std::collections::BTreeMap;

/// The rows of an assessment by their `ref_id`: result, progress, score.
fn rows(change: impl FnOnce(&Catalogue, &mut Assessment)) -> BTreeMap<String, String> {
    let catalogue = Catalogue::english();
    let mut assessment = Assessment::new("1".parse().expect("an id"), "", Timestamp::new("2026-11-01T00:00:00Z"));
    change(&catalogue, &mut assessment);
    let csv = String::from_utf8(made(Format::CisoAssistant, &source(&catalogue, &assessment))).expect("text");
    // Names may have commas, and are quoted then.
    let row = |line: &str| {
        let (start, rest) = line.split_once(",True,")?;
        let (id, rest) = rest.split_once(',')?;
        assert_eq!(start, format!("urn:intuitem:risk:req_node:iso27001-2022:{}", id.to_lowercase()));
        let rest = rest.strip_prefix('"').and_then(|rest| rest.split_once("\",")).or_else(|| rest.split_once(','))?.1;
        Some((id.to_owned(), rest.split(',').take(3).collect::<Vec<_>>().join(" ")))
    };
    csv.split("\r\n").filter_map(row).collect()
}

#[test]
fn every_sub_clause_and_every_control_has_a_row() {
    let rows = rows(|_, _| {});
    assert_eq!(rows.len(), 30 + 93);
    assert!(rows.values().all(|row| row == "not_assessed to_do "), "{rows:?}");
}

#[test]
fn a_sub_clause_is_as_compliant_as_its_requirements_together() {
    let answered = |levels: &'static [(&'static str, Level)]| {
        rows(|catalogue, assessment| {
            for (name, level) in levels {
                for id in catalogue.requirement_ids().filter(|id| catalogue.subclause_of(*id).id == *name) {
                    let item = Item { level: Some(*level), ..Item::default() };
                    assessment.answers.insert(id, Answer { item, ..Answer::default() });
                }
            }
        })
    };
    let rows = answered(&[("4.1", Level::Evidenced), ("4.2", Level::NotStarted), ("4.3", Level::Planned)]);
    assert_eq!(rows["4.1"], "compliant done 100");
    assert_eq!(rows["4.2"], "non_compliant in_progress 0");
    assert!(rows["4.3"].starts_with("partially_compliant in_progress "));
    assert_eq!(rows["4.4"], "not_assessed to_do ");
}

#[test]
fn a_sub_clause_with_open_requirements_is_still_in_progress() {
    let rows = rows(|catalogue, assessment| {
        let id = catalogue.requirement_ids().find(|id| catalogue.subclause_of(*id).id == "9.1").expect("9.1");
        let item = Item { level: Some(Level::Evidenced), ..Item::default() };
        assessment.answers.insert(id, Answer { item, ..Answer::default() });
    });
    assert!(rows["9.1"].starts_with("partially_compliant in_progress "), "{}", rows["9.1"]);
}

#[test]
fn a_control_is_compliant_once_it_is_done_in_practice() {
    let rows = rows(|catalogue, assessment| {
        let ids: Vec<ControlId> = catalogue.control_ids().collect();
        let applies = Decision::Applicable { reasons: Reasons::default(), justification: String::new() };
        let levels = [None, Some(Level::Planned), Some(Level::Defined), Some(Level::Operating), Some(Level::Evidenced)];
        for (id, level) in ids.iter().zip(levels) {
            let item = Item { level, ..Item::default() };
            let decision = applies.clone();
            assessment.controls.insert(*id, ControlEntry { decision, item, ..ControlEntry::default() });
        }
        let decision = Decision::Excluded { justification: "No office".into() };
        assessment.controls.insert(ids[92], ControlEntry { decision, ..ControlEntry::default() });
    });
    assert_eq!(rows["A.5.1"], "not_assessed in_progress ");
    assert_eq!(rows["A.5.2"], "non_compliant in_progress 25");
    assert_eq!(rows["A.5.3"], "partially_compliant in_progress 50");
    assert_eq!(rows["A.5.4"], "compliant done 75");
    assert_eq!(rows["A.5.5"], "compliant done 100");
    assert_eq!(rows["A.8.34"], "not_applicable done ");
}
