//! Each check, for a contradiction or a point: what makes it, and the nearest thing that does not.

mod documents;
mod practice;
mod statement;

use crate::common::*;
use serde_json::{Value, json};

/// The contradictions of an assessment with these sections, as `check: one other …`.
fn found(sections: Value) -> Vec<String> {
    listed("contradictions", sections)
}

/// The same of its points to check; it has no contradictions.
fn points(sections: Value) -> Vec<String> {
    assert_eq!(found(sections.clone()), NONE);
    listed("points", sections)
}

fn listed(list: &str, sections: Value) -> Vec<String> {
    let assessment = assessment(sections);
    let result = outcome(&assessment).to_value(&CATALOGUE, &assessment);
    let list = result[list].as_array().expect("a list").iter();
    list.map(|it| {
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let between: Vec<_> = it["between"].as_array().expect("a list").iter().map(text).collect();
        let why = text(&it["why"]);
        assert!(why.ends_with('.') && !why.contains(['{', '}']), "{why}");
        format!("{}: {}", text(&it["check"]), between.join(" "))
    })
    .collect()
}

fn answers(levels: &[(&str, &str)]) -> Value {
    levels.iter().map(|(id, level)| ((*id).to_owned(), json!({ "level": level }))).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn facts_that_cannot_both_be_so() {
    let with = |facts: Value| found(json!({ "profile": { "facts": facts } }));
    let expected = ["facts-disagree: secure_areas has_premises"];
    assert_eq!(with(json!({ "secure_areas": true, "has_premises": false })), expected);
    assert_eq!(
        with(json!({ "own_cabling": true, "has_premises": false })),
        ["facts-disagree: own_cabling has_premises"]
    );
    assert_eq!(
        with(json!({ "cloud_workloads": true, "uses_cloud": false })),
        ["facts-disagree: cloud_workloads uses_cloud"]
    );
    assert_eq!(with(json!({ "secure_areas": true })), NONE);
    assert_eq!(with(json!({ "secure_areas": false, "has_premises": false })), NONE);
}

#[test]
fn they_come_in_the_order_of_the_standard() {
    let sections = json!({
        "answers": answers(&[("9.3.2-d3", "evidenced"), ("9.2.2-document", "planned"), ("4.3-document", "operating")]),
        "documents": { "doc-scope": { "status": "missing" } },
        "controls": { "A.8.7": { "decision": "excluded", "level": "operating" } },
        "profile": { "facts": { "secure_areas": true, "has_premises": false } },
    });
    let expected = [
        "document-missing: 4.3-document doc-scope",
        "review-without-audit: 9.3.2-d3 9.2.2-document",
        "excluded-in-practice: A.8.7",
        "facts-disagree: secure_areas has_premises",
    ];
    assert_eq!(found(sections), expected);
}

#[test]
fn what_was_reviewed_more_than_twelve_months_ago_is_out_of_date() {
    let with = |id: &str, reviewed: &str| {
        points(json!({ "documents": { id: { "status": "approved", "reviewed": reviewed } } }))
    };
    // Today is 2026-11-24: twelve months ago to the day is not more than twelve months.
    let dated =
        ["doc-policy", "doc-soa", "doc-risk-assessment-results", "doc-audit-programme", "doc-management-review"];
    for id in dated {
        assert_eq!(with(id, "2025-11-23"), [format!("out-of-date: {id}")]);
        assert_eq!(with(id, "2025-11-24"), NONE);
    }
    assert_eq!(with("doc-scope", "2020-01-01"), NONE);
    assert_eq!(points(json!({ "documents": { "doc-policy": { "status": "approved" } } })), NONE);
}

#[test]
fn one_person_who_owns_most_and_audits_too() {
    let with = |audits: &str, others: [&str; 3]| {
        let owned = |owner: &str| json!({ "owner": owner });
        let [answer, document, control] = others.map(owned);
        points(json!({
            "answers": { "9.2.1-a1": owned(audits), "7.3-a": answer },
            "documents": { "doc-policy": document },
            "controls": { "A.8.7": control },
        }))
    };
    let found = ["same-person: 9.2.1-a1"];
    // Three of four are more than half; two of four are not.
    assert_eq!(with("Ada", ["Ada", " Ada ", "Grace"]), found);
    assert_eq!(with("Ada", ["Ada", "Grace", "Grace"]), NONE);
    // Who owns most does not audit.
    assert_eq!(with("Grace", ["Ada", "Ada", "Ada"]), NONE);
    // What has no owner does not count.
    assert_eq!(with("Ada", ["Ada", "", "Grace"]), found);
    // The audit programme is of the audit too.
    let sections = json!({ "documents": { "doc-audit-programme": { "owner": "Ada" } } });
    assert_eq!(points(sections), ["same-person: doc-audit-programme"]);
}

#[test]
fn open_actions_whose_date_has_passed() {
    let answer = |level: &str, due: &str| json!({ "level": level, "due": due });
    let with = |answer: Value, control: Value| {
        points(json!({ "answers": { "7.3-a": answer }, "controls": { "A.8.7": control } }))
    };
    let control = |decision: &str, level: &str, due: &str| json!({ "decision": decision, "reasons": ["legal"], "justification": "Words.", "level": level, "due": due });
    let done = control("applicable", "operating", "2026-01-01");
    // Today is 2026-11-24, whose date has not passed.
    assert_eq!(with(answer("defined", "2026-11-23"), done.clone()), ["due-passed: 7.3-a"]);
    assert_eq!(with(answer("defined", "2026-11-24"), done.clone()), NONE);
    assert_eq!(with(answer("operating", "2026-11-23"), done.clone()), NONE);
    assert_eq!(with(json!({ "due": "2026-11-23" }), done), ["due-passed: 7.3-a"]);
    let late = control("applicable", "defined", "2026-11-23");
    assert_eq!(with(answer("planned", "2026-01-01"), late), ["due-passed: 7.3-a A.8.7"]);
    assert_eq!(with(json!({}), control("excluded", "defined", "2026-11-23")), NONE);
}
