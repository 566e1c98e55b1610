//! What documents and controls make likely.

use super::*;

#[test]
fn what_a_missing_document_means_the_register_says() {
    // In the order of the standard. `doc-necessary` is the organisation's own: nobody misses it.
    let grades = [
        ("doc-scope", "major"),
        ("doc-policy", "major"),
        ("doc-risk-assessment-process", "major"),
        ("doc-risk-treatment-process", "minor"),
        ("doc-soa", "major"),
        ("doc-treatment-plan", "major"),
        ("doc-objectives", "minor"),
        ("doc-competence", "minor"),
        ("doc-external", "minor"),
        ("doc-operation", "minor"),
        ("doc-risk-assessment-results", "major"),
        ("doc-risk-treatment-results", "minor"),
        ("doc-monitoring", "minor"),
        ("doc-audit-programme", "major"),
        ("doc-management-review", "major"),
        ("doc-nonconformities", "minor"),
        ("doc-corrective-actions", "minor"),
    ];
    let all = |status: &str| -> Value {
        let documents = CATALOGUE.documents.iter().map(|it| (it.id.to_owned(), json!({ "status": status })));
        json!({ "documents": documents.collect::<Map<_, _>>() })
    };
    let expected = |rule, grade: fn(&'static str) -> &'static str| {
        grades.map(|(id, missing)| (rule, grade(missing), id, vec![id]))
    };
    let same = |found: &[(&str, &str, &str, Vec<&str>)], sections: Value| {
        let found: Vec<_> = found.iter().map(|(rule, grade, id, items)| (*rule, *grade, *id, &items[..])).collect();
        assert_found(sections, &found);
    };
    same(&expected("document_missing", |missing| missing), all("missing"));
    // A draft is a minor even where missing would be a major.
    same(&expected("document_draft", |_| "minor"), all("draft"));
    assert_found(all("approved"), &[]);
    // Nothing was said about the policy but its owner: it is open, not missing.
    assert_found(json!({ "documents": { "doc-policy": { "owner": "Ada" } } }), &[]);
}

#[test]
fn the_document_of_a_control_counts_while_the_control_applies() {
    let documents = json!({
        "doc-nda": { "status": "missing" },
        "doc-legal-register": { "status": "draft" },
        "doc-configurations": { "status": "approved" },
        "doc-engineering-principles": { "status": "missing" },
    });
    let with = |decision: &str| {
        let controls = ["A.5.31", "A.6.6", "A.8.9", "A.8.27"].map(|id| (id.to_owned(), control(decision, json!({}))));
        json!({ "documents": documents, "controls": controls.into_iter().collect::<Map<_, _>>() })
    };
    let expected: [Expected<'_>; 3] = [
        ("control_document", "minor", "doc-legal-register", &["doc-legal-register", "A.5.31"]),
        ("control_document", "minor", "doc-nda", &["doc-nda", "A.6.6"]),
        ("control_document", "minor", "doc-engineering-principles", &["doc-engineering-principles", "A.8.27"]),
    ];
    assert_found(with("applicable"), &expected);
    assert_found(with("excluded"), &[]);
    assert_found(json!({ "documents": documents }), &[]);
}

/// All controls of Annex A, those from `from` on decided and justified; the others as given.
fn annex(from: usize, others: &[Value]) -> Value {
    let decided = |(index, id): (usize, &str)| {
        let control = if index < from { others.get(index).cloned()? } else { control("applicable", json!({})) };
        Some((id.to_owned(), control))
    };
    let controls = CATALOGUE.controls.iter().map(|it| it.id).enumerate().filter_map(decided);
    json!({ "controls": controls.collect::<Map<_, _>>() })
}

#[test]
fn an_inclusion_needs_a_law_a_contract_a_linked_risk_or_words() {
    let with = |reasons: Value, words: &str, risks: Value| {
        let control = json!({ "decision": "applicable", "reasons": reasons, "justification": words, "risks": risks });
        let sections = json!({ "controls": { "A.8.7": control }, "risks": [{ "id": "R1", "title": "One" }] });
        found(sections).is_empty()
    };
    for (reasons, words, risks, justified) in [
        (json!(["legal"]), "", json!([]), true),
        (json!(["contractual"]), "", json!([]), true),
        (json!(["risk"]), "", json!(["R1"]), true),
        (json!(["risk"]), "", json!([]), false),
        (json!(["risk"]), "Mail brings malware.", json!([]), true),
        (json!(["business"]), "", json!([]), false),
        (json!(["business"]), "   ", json!([]), false),
        (json!(["business"]), "Customers expect it.", json!([]), true),
        (json!(["business"]), "", json!(["R1"]), false),
        (json!(["business", "risk"]), "", json!(["R1"]), true),
        (json!([]), "Mail brings malware.", json!(["R1"]), false),
    ] {
        assert_eq!(with(reasons.clone(), words, risks.clone()), justified, "{reasons} '{words}' {risks}");
    }
    let excluded =
        |words: &str| found(json!({ "controls": { "A.8.7": { "decision": "excluded", "justification": words } } }));
    assert_eq!(excluded("There is none.").len(), 0);
    assert_eq!(excluded("  ")[0].0, "soa_incomplete");
}

#[test]
fn undecided_controls_count_once_75_are_decided() {
    // 93 less 19 is 74: what is undecided is open. From 75 on, the other 18 are named.
    assert_found(annex(19, &[]), &[]);
    let first: Vec<String> = (1..=18).map(|number| format!("A.5.{number}")).collect();
    let items: Vec<&str> = first.iter().map(String::as_str).collect();
    assert_found(annex(18, &[]), &[("soa_incomplete", "minor", "6.1.3", &items)]);
    assert_found(annex(0, &[]), &[]);
    // Before that, a decided one without a justification is named alone; a level is no decision.
    let bare = json!({ "decision": "applicable", "reasons": [] });
    let sections = json!({ "controls": { "A.5.1": bare, "A.5.2": { "level": "operating" } } });
    assert_found(sections, &[("soa_incomplete", "minor", "6.1.3", &["A.5.1"])]);
    // A control of one's own is not among the 93.
    let own = json!({ "custom_controls": [{ "id": "C.1", "name": "Own" }], "controls": { "C.1": bare } });
    assert_found(own, &[]);
}

#[test]
fn an_incomplete_soa_is_minor_up_to_23_controls_and_major_from_24() {
    // The first 23 or 24 of Annex A, A.5.1 to A.5.24, apply for no reason.
    let bare = json!({ "decision": "applicable", "reasons": [] });
    for (n, grade) in [(23, "minor"), (24, "major")] {
        let first: Vec<String> = (1..=n).map(|number| format!("A.5.{number}")).collect();
        let items: Vec<&str> = first.iter().map(String::as_str).collect();
        assert_found(annex(n, &vec![bare.clone(); n]), &[("soa_incomplete", grade, "6.1.3", &items)]);
    }
}

#[test]
fn an_applicable_control_at_0_or_1_needs_an_owner_and_a_date_to_come() {
    let low =
        |owner: &str, due: Value| control("applicable", json!({ "level": "planned", "owner": owner, "due": due }));
    let sections = json!({
        "custom_controls": [{ "id": "C.1", "name": "Own" }],
        "controls": {
            "A.5.1": low("Ada", json!("2026-11-24")),
            "A.5.2": low("Ada", json!("2026-11-23")),
            "A.5.3": low("Ada", Value::Null),
            "A.5.4": low("", json!("2027-01-01")),
            "A.5.5": low("  ", json!("2027-01-01")),
            "A.5.6": control("applicable", json!({ "level": "defined" })),
            "A.5.7": control("applicable", json!({})),
            "A.5.8": control("excluded", json!({ "level": "not_started" })),
            "C.1": control("applicable", json!({ "level": "not_started" })),
        },
    });
    // Today is 2026-11-24, and a date of today has not passed. No level is open; 2 is no gap.
    let items = &["A.5.2", "A.5.3", "A.5.4", "A.5.5", "C.1"];
    assert_found(sections, &[("control_gap", "minor", "8.3", items)]);
}

#[test]
fn treatment_is_not_implemented_if_most_of_ten_controls_are_at_0_or_1() {
    let controls = |low: usize, all: usize| {
        let planned = |index: usize| {
            let level = if index <= low { "planned" } else { "defined" };
            control("applicable", json!({ "level": level, "owner": "Ada", "due": "2027-01-01" }))
        };
        // The last one is the organisation's own.
        let id = |index: usize| if index == all { "C.1".to_owned() } else { format!("A.5.{index}") };
        let controls: Map<_, _> = (1..=all).map(|index| (id(index), planned(index))).collect();
        json!({ "custom_controls": [{ "id": "C.1", "name": "Own" }], "controls": controls })
    };
    let items = &["A.5.1", "A.5.2", "A.5.3", "A.5.4", "A.5.5", "A.5.6"];
    assert_found(controls(6, 10), &[("treatment_not_implemented", "major", "8.3", items)]);
    assert_found(controls(5, 10), &[]);
    assert_found(controls(6, 9), &[]);
    assert_found(controls(9, 9), &[]);
}

#[test]
fn controls_that_do_not_count_yet_are_not_said_to_be_decided() {
    let said = |controls: Value| {
        let assessment = assessment(json!({ "controls": controls }));
        let finding = outcome(&assessment).findings.into_iter().find(|it| it.rule.name == "soa_incomplete");
        let finding = finding.expect("a finding");
        [why, resolve].map(|words| words(&finding, &CATALOGUE, &assessment))
    };
    let [why, resolve] = said(json!({
        "A.5.1": { "decision": "applicable", "reasons": ["business"] },
        "A.5.2": { "decision": "applicable", "reasons": ["legal"] },
        "A.5.3": { "decision": "excluded" },
    }));
    let decided = "Of the 3 controls of Annex A that you decided, 1 applies without a justification, and 1 is excluded \
                   without one.";
    assert_eq!(why, decided);
    assert!(resolve.starts_with("Say why these controls were decided as they were"), "{resolve}");
    // From 75 on, the others count too.
    let controls = CATALOGUE.controls.iter().take(75).map(|it| (it.id.to_owned(), control("applicable", json!({}))));
    let [why, resolve] = said(controls.collect::<Map<_, _>>().into());
    assert!(why.starts_with("Of the 93 controls of Annex A, 18 are undecided, 0 apply"), "{why}");
    assert!(resolve.starts_with("Decide 18 controls and say why"), "{resolve}");
}
