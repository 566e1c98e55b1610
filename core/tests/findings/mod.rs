//! Small assessments, each written to show one rule. What is expected was derived by hand from the method.

mod controls;
mod requirements;

use crate::common::*;
use readiness::Outcome;
use readiness::findings::{Finding, resolve, why};
use serde_json::{Map, Value, json};

/// Rule, grade, where, items.
type Expected<'a> = (&'a str, &'a str, &'a str, &'a [&'a str]);

/// The findings of an assessment with these sections, each as rule, grade, where and items.
fn found(sections: Value) -> Vec<(String, String, String, Vec<String>)> {
    let assessment = assessment(sections);
    let result = outcome(&assessment).to_value(&CATALOGUE, &assessment);
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let list = result["findings"].as_array().expect("a list").iter();
    list.map(|it| {
        for words in ["why", "resolve"] {
            let words = text(&it[words]);
            assert!(words.ends_with('.') && !words.contains(['{', '}']), "'{words}'");
        }
        let items = it["items"].as_array().expect("a list").iter().map(text).collect();
        (text(&it["rule"]), text(&it["grade"]), text(&it["where"]), items)
    })
    .collect()
}

#[track_caller]
fn assert_found(sections: Value, expected: &[Expected<'_>]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(rule, grade, place, items)| {
            let items: Vec<_> = items.iter().map(|item| (*item).to_owned()).collect();
            ((*rule).to_owned(), (*grade).to_owned(), (*place).to_owned(), items)
        })
        .collect();
    assert_eq!(found(sections), expected);
}

/// Answers at these levels, 0 to 4, each with evidence.
fn answers(levels: &[(&str, usize)]) -> Value {
    let answer = |level: usize| json!({ "level": LEVELS[level], "evidence": ["Minutes of March"] });
    levels.iter().map(|(id, level)| ((*id).to_owned(), answer(*level))).collect::<Map<_, _>>().into()
}

/// The same as sections.
fn answered(levels: &[(&str, usize)]) -> Value {
    json!({ "answers": answers(levels) })
}

fn control(decision: &str, more: Value) -> Value {
    let mut control = json!({ "decision": decision, "reasons": ["legal"], "justification": "Words." });
    control.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
    control
}

const LEVELS: [&str; 5] = ["not_started", "planned", "defined", "operating", "evidenced"];

#[test]
fn findings_come_in_the_order_of_the_standard() {
    let bare = |level: usize| json!({ "level": LEVELS[level] });
    let sections = json!({
        "answers": {
            "10.1-improvement": bare(0), "4.3-a": bare(2), "4.3-document": bare(1), "8.3-implement": bare(2),
        },
        "documents": {
            "doc-scope": { "status": "missing" }, "doc-soa": { "status": "draft" }, "doc-nda": { "status": "missing" },
        },
        "controls": {
            "A.5.1": { "decision": "applicable", "reasons": [], "level": "planned" },
            "A.6.6": control("applicable", json!({})),
        },
    });
    // Of one place in the order of the rules; a document after what is about its sub-clause alone, by its rule.
    let expected: [Expected<'_>; 9] = [
        ("partial", "minor", "4.3", &["4.3-document"]),
        ("document_missing", "major", "doc-scope", &["doc-scope"]),
        ("no_evidence", "opportunity", "4.3", &["4.3-a"]),
        ("document_draft", "minor", "doc-soa", &["doc-soa"]),
        ("soa_incomplete", "minor", "6.1.3", &["A.5.1"]),
        ("partial", "minor", "8.3", &["8.3-implement"]),
        ("control_gap", "minor", "8.3", &["A.5.1"]),
        ("absent", "minor", "10.1", &["10.1-improvement"]),
        ("control_document", "minor", "doc-nda", &["doc-nda", "A.6.6"]),
    ];
    assert_found(sections, &expected);
}

#[test]
fn who_said_nothing_has_no_findings() {
    assert_found(json!({}), &[]);
}

#[test]
fn a_finding_says_why_and_what_to_do_in_the_words_of_the_requirement() {
    let told = |sections: Value| {
        let assessment = assessment(sections);
        let outcome: Outcome = outcome(&assessment);
        let finding: &Finding = &outcome.findings[0];
        (why(finding, &CATALOGUE, &assessment), resolve(finding, &CATALOGUE, &assessment))
    };
    let looks_like = |id: &str, level: usize| CATALOGUE.requirement(requirement(id)).levels[level - 2];
    // A process has to be at 3, whatever it is now: those are the words.
    let (why, resolve) = told(answered(&[("7.3-a", 0), ("7.3-b", 1), ("7.3-c", 2)]));
    assert!(why.contains("7.3") && why.contains("3 of the 3 requirements that you answered"), "{why}");
    for id in ["7.3-a", "7.3-b", "7.3-c"] {
        assert!(resolve.contains(&format!("{id}: {}", looks_like(id, 3))), "{resolve}");
    }
    // A record has to be at 4, a decision at 2.
    let (why, resolve) = told(answered(&[("9.3.3-document", 3)]));
    assert!(why.contains("‘Operating’") && why.contains("‘Evidenced’"), "{why}");
    assert!(resolve.contains(looks_like("9.3.3-document", 4)), "{resolve}");
    let (why, resolve) = told(answered(&[("4.2-a", 1), ("4.2-b", 1)]));
    assert!(why.starts_with("You answered 2 of 3 requirements in 4.2"), "{why}");
    assert!(resolve.contains(looks_like("4.2-a", 2)), "{resolve}");
    // A scope can be written. Results of monitoring can't: they have to come about.
    let (_, scope) = told(json!({ "documents": { "doc-scope": { "status": "missing" } } }));
    assert!(scope.starts_with("Write ‘ISMS scope’"), "{scope}");
    let (_, results) = told(json!({ "documents": { "doc-monitoring": { "status": "missing" } } }));
    assert!(results.starts_with("Do what ‘Results of monitoring"), "{results}");
}

#[test]
fn every_requirement_says_what_each_level_looks_like() {
    for requirement in &CATALOGUE.requirements {
        assert!(
            requirement.levels.iter().all(|words| words.ends_with('.')),
            "{}: {:?}",
            requirement.id,
            requirement.levels
        );
    }
}
