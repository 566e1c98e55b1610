//! Each check for a contradiction: what makes it, and the nearest thing that does not.

mod common;

use common::*;
use serde_json::{Value, json};

/// The contradictions of an assessment with these sections, as `check: one other …`.
fn found(sections: Value) -> Vec<String> {
    let assessment = assessment(sections);
    let result = outcome(&assessment).to_value(&CATALOGUE, &assessment);
    let list = result["contradictions"].as_array().expect("a list").iter();
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
fn a_document_in_practice_that_is_missing() {
    let with = |level: &str, status: &str| {
        found(
            json!({ "answers": answers(&[("4.3-document", level)]), "documents": { "doc-scope": { "status": status } } }),
        )
    };
    assert_eq!(with("operating", "missing"), ["document-missing: 4.3-document doc-scope"]);
    assert_eq!(with("evidenced", "missing"), ["document-missing: 4.3-document doc-scope"]);
    assert_eq!(with("defined", "missing"), NONE);
    assert_eq!(with("operating", "draft"), NONE);
    // Nothing was said about the document.
    assert_eq!(found(json!({ "answers": answers(&[("4.3-document", "operating")]) })), NONE);
}

#[test]
fn one_contradiction_a_document_names_all_its_requirements() {
    let sections = json!({
        "answers": answers(&[("5.2-a", "operating"), ("5.2-b", "defined"), ("5.2-e", "evidenced")]),
        "documents": { "doc-policy": { "status": "missing" } },
    });
    assert_eq!(found(sections), ["document-missing: 5.2-a 5.2-e doc-policy"]);
}

#[test]
fn an_approved_document_of_which_nothing_exists() {
    let with = |level: &str, status: &str| {
        found(
            json!({ "answers": answers(&[("6.2-g", level)]), "documents": { "doc-objectives": { "status": status } } }),
        )
    };
    assert_eq!(with("not_started", "approved"), ["document-approved: doc-objectives 6.2-g"]);
    assert_eq!(with("planned", "approved"), NONE);
    assert_eq!(with("not_started", "draft"), NONE);
    // The requirement is open.
    assert_eq!(found(json!({ "documents": { "doc-objectives": { "status": "approved" } } })), NONE);
    // One of several is no contradiction: an approved policy may lack a commitment.
    let sections = json!({
        "answers": answers(&[("5.2-a", "operating"), ("5.2-d", "not_started")]),
        "documents": { "doc-policy": { "status": "approved" } },
    });
    assert_eq!(found(sections), NONE);
}

#[test]
fn the_required_documents_exist_but_one_is_missing() {
    let with = |level: &str, document: &str| {
        found(json!({ "answers": answers(&[("7.5.1-a", level)]), "documents": { document: { "status": "missing" } } }))
    };
    assert_eq!(with("operating", "doc-external"), ["documents-required: 7.5.1-a doc-external"]);
    assert_eq!(with("defined", "doc-external"), NONE);
    // The agreements are required only while A.6.6 applies.
    assert_eq!(with("operating", "doc-nda"), NONE);
}

#[test]
fn a_policy_that_reaches_people_but_is_missing() {
    let with = |level: &str, status: &str| {
        found(json!({ "answers": answers(&[("5.2-f", level)]), "documents": { "doc-policy": { "status": status } } }))
    };
    assert_eq!(with("operating", "missing"), ["policy-communicated: 5.2-f doc-policy"]);
    assert_eq!(with("operating", "draft"), NONE);
    assert_eq!(with("defined", "missing"), NONE);
}

#[test]
fn risks_that_lack_what_is_said_of_all_risks() {
    let risk = |field: &str, value: Value| {
        let mut risk = json!({
            "id": "R1", "title": "Laptop lost", "owner": "Ada", "likelihood": 3, "impact": 4, "treatment": "modify",
            "residual_accepted": true,
        });
        risk[field] = value;
        risk
    };
    let with = |requirement: &str, level: &str, risk: Value| {
        found(json!({ "answers": answers(&[(requirement, level)]), "risks": [risk] }))
    };
    let cases = [
        ("6.1.2-c2", "owner", json!(" "), "risk-owner-missing: 6.1.2-c2 R1"),
        ("6.1.2-d3", "likelihood", json!(null), "risk-unassessed: 6.1.2-d3 R1"),
        ("6.1.2-d3", "impact", json!(null), "risk-unassessed: 6.1.2-d3 R1"),
        ("6.1.3-e", "treatment", json!(null), "plan-without-treatment: 6.1.3-e R1"),
        ("6.1.3-f", "residual_accepted", json!(false), "residual-unaccepted: 6.1.3-f R1"),
    ];
    for (requirement, field, value, expected) in cases {
        assert_eq!(with(requirement, "operating", risk(field, value.clone())), [expected]);
        assert_eq!(with(requirement, "defined", risk(field, value)), NONE, "{requirement} below 3");
        assert_eq!(with(requirement, "operating", risk("title", json!(""))), NONE, "{requirement}, all there");
    }
    // An avoided risk leaves nothing to accept, and an untreated one is not that far.
    let avoided = json!({ "id": "R1", "treatment": "avoid" });
    assert_eq!(with("6.1.3-f", "operating", avoided), NONE);
    assert_eq!(with("6.1.3-f", "operating", json!({ "id": "R1" })), NONE);
    // Without any risk there is nothing that the plan fails to treat.
    assert_eq!(found(json!({ "answers": answers(&[("6.1.3-e", "operating")]) })), NONE);
}

#[test]
fn one_treated_risk_is_enough_for_a_plan() {
    let sections = json!({
        "answers": answers(&[("6.1.3-e", "operating")]),
        "risks": [{ "id": "R1" }, { "id": "R2", "treatment": "retain" }],
    });
    assert_eq!(found(sections), NONE);
}

/// All controls applicable with reason and level, but for what is given.
fn soa(changed: Value) -> Value {
    let ids = CATALOGUE.controls.iter().map(|control| control.id.to_owned());
    let settled = json!({ "decision": "applicable", "reasons": ["business"], "level": "operating" });
    let mut controls: Value = ids.map(|id| (id, settled.clone())).collect();
    for (id, entry) in changed.as_object().expect("entries") {
        controls[id] = entry.clone();
    }
    controls
}

#[test]
fn a_statement_of_applicability_that_lacks_what_is_said_of_it() {
    let with = |requirement: &str, level: &str, control: Value| {
        found(json!({ "answers": answers(&[(requirement, level)]), "controls": soa(json!({ "A.7.6": control })) }))
    };
    let reason = json!(["legal"]);
    let cases = [
        ("6.1.3-d-controls", json!({}), "controls-undecided: 6.1.3-d-controls A.7.6"),
        (
            "6.1.3-d-inclusion",
            json!({ "decision": "applicable", "level": "planned" }),
            "inclusion-unjustified: 6.1.3-d-inclusion A.7.6",
        ),
        (
            "6.1.3-d-status",
            json!({ "decision": "applicable", "reasons": reason }),
            "status-unknown: 6.1.3-d-status A.7.6",
        ),
        ("6.1.3-d-exclusion", json!({ "decision": "excluded" }), "exclusion-unjustified: 6.1.3-d-exclusion A.7.6"),
    ];
    for (requirement, control, expected) in cases {
        assert_eq!(with(requirement, "operating", control.clone()), [expected]);
        assert_eq!(with(requirement, "defined", control), NONE, "{requirement} below 3");
        let settled = json!({ "decision": "applicable", "reasons": reason, "level": "not_started" });
        assert_eq!(with(requirement, "evidenced", settled), NONE, "{requirement}, all there");
    }
}

#[test]
fn a_control_that_is_excluded_though_the_profile_calls_for_it() {
    let with = |facts: Value| {
        let controls = json!({ "A.7.9": { "decision": "excluded", "justification": "Nobody leaves the office." } });
        found(json!({ "profile": { "facts": facts }, "controls": controls }))
    };
    assert_eq!(with(json!({ "remote_work": true })), ["exclusion-called-for: A.7.9 remote_work"]);
    let both = json!({ "remote_work": true, "carries_devices": true });
    assert_eq!(with(both), ["exclusion-called-for: A.7.9 remote_work carries_devices"]);
    assert_eq!(with(json!({ "remote_work": false, "carries_devices": false })), NONE);
    assert_eq!(with(json!({})), NONE);
}

#[test]
fn segregation_of_duties_is_called_for_by_the_number_of_people() {
    let with = |people: Value| {
        let controls = json!({ "A.5.3": { "decision": "excluded", "justification": "We are too few." } });
        found(json!({ "profile": { "people": people }, "controls": controls }))
    };
    assert_eq!(with(json!(6)), ["exclusion-called-for: A.5.3 people"]);
    assert_eq!(with(json!(5)), NONE);
    assert_eq!(with(json!(null)), NONE);
}

#[test]
fn excluding_what_every_firm_needs_contradicts_no_fact() {
    let controls = json!({ "A.5.1": { "decision": "excluded", "justification": "We don't like policies." } });
    assert_eq!(found(json!({ "controls": controls })), NONE);
}

#[test]
fn a_control_that_is_excluded_though_it_treats_a_risk() {
    let with = |decision: &str, risks: Value| {
        let control = json!({ "decision": decision, "reasons": ["risk"], "justification": "Words.", "risks": ["R1"] });
        found(json!({ "controls": { "A.8.7": control }, "risks": risks }))
    };
    assert_eq!(with("excluded", json!([{ "id": "R1" }])), ["exclusion-treats-risk: A.8.7 R1"]);
    assert_eq!(with("applicable", json!([{ "id": "R1" }])), NONE);
    // The risk has been removed since.
    assert_eq!(with("excluded", json!([])), NONE);
}

#[test]
fn a_control_that_is_excluded_and_done_in_practice() {
    let with = |level: &str| {
        let control = json!({ "decision": "excluded", "justification": "Words.", "level": level });
        found(json!({ "controls": { "A.8.7": control } }))
    };
    assert_eq!(with("operating"), ["excluded-in-practice: A.8.7"]);
    assert_eq!(with("defined"), NONE);
}

#[test]
fn a_control_that_applies_though_there_is_nothing_for_it() {
    let with = |facts: Value, decision: Value| {
        found(json!({ "profile": { "facts": facts }, "controls": { "A.8.25": decision } }))
    };
    let applies = json!({ "decision": "applicable", "reasons": ["contractual"] });
    let expected = ["nothing-to-control: A.8.25 develops_software"];
    assert_eq!(with(json!({ "develops_software": false }), applies.clone()), expected);
    assert_eq!(with(json!({ "develops_software": true }), applies.clone()), NONE);
    assert_eq!(with(json!({}), applies), NONE);
    assert_eq!(with(json!({ "develops_software": false }), json!({ "level": "operating" })), NONE);
}

#[test]
fn of_several_facts_all_have_to_be_false() {
    let with = |facts: Value| {
        let controls = json!({ "A.7.9": { "decision": "applicable", "reasons": ["risk"] } });
        found(json!({ "profile": { "facts": facts }, "controls": controls }))
    };
    let neither = json!({ "remote_work": false, "carries_devices": false });
    assert_eq!(with(neither), ["nothing-to-control: A.7.9 remote_work carries_devices"]);
    assert_eq!(with(json!({ "remote_work": false })), NONE);
}

#[test]
fn a_plan_that_is_carried_out_but_not_decided() {
    let with =
        |done: &str, plan: &str| found(json!({ "answers": answers(&[("8.3-implement", done), ("6.1.3-e", plan)]) }));
    assert_eq!(with("operating", "planned"), ["plan-carried-out: 8.3-implement 6.1.3-e"]);
    assert_eq!(with("operating", "defined"), NONE);
    assert_eq!(with("defined", "not_started"), NONE);
}

#[test]
fn a_plan_that_is_carried_out_while_most_controls_are_not_in_place() {
    let with = |done: &str, levels: [Option<&str>; 3]| {
        let control = |level: Option<&str>| json!({ "decision": "applicable", "reasons": ["risk"], "level": level });
        let controls: Value = ["A.5.1", "A.5.2", "A.5.3"]
            .into_iter()
            .zip(levels)
            .map(|(id, level)| {
                let mut control = control(level);
                control.as_object_mut().expect("a record").retain(|_, value| !value.is_null());
                (id.to_owned(), control)
            })
            .collect();
        found(json!({ "answers": answers(&[("8.3-implement", done)]), "controls": controls }))
    };
    let said = "controls-not-in-place: 8.3-implement A.5.1 A.5.2";
    assert_eq!(with("operating", [Some("planned"), Some("not_started"), Some("operating")]), [said]);
    assert_eq!(with("defined", [Some("planned"), Some("not_started"), Some("operating")]), NONE);
    // Half of them may well come later, and what was not said is left alone.
    assert_eq!(with("evidenced", [Some("planned"), Some("defined"), Some("operating")]), NONE);
    assert_eq!(with("evidenced", [Some("planned"), Some("defined"), None]), NONE);
}

#[test]
fn audits_that_are_reported_but_not_held() {
    let with = |reported: &str, audit: &str| {
        let levels = [("9.2.2-c", reported), ("9.2.1-a1", "not_started"), ("9.2.1-a2", audit)];
        found(json!({ "answers": answers(&levels) }))
    };
    assert_eq!(with("operating", "not_started"), ["audit-not-held: 9.2.2-c 9.2.1-a1 9.2.1-a2"]);
    assert_eq!(with("operating", "planned"), NONE);
    assert_eq!(with("defined", "not_started"), NONE);
    assert_eq!(found(json!({ "answers": answers(&[("9.2.2-c", "operating")]) })), NONE);
}

#[test]
fn reviews_whose_results_are_kept_but_that_are_not_held() {
    let with = |kept: &str, held: &str| {
        found(json!({ "answers": answers(&[("9.3.3-document", kept), ("9.3.1-interval", held)]) }))
    };
    assert_eq!(with("operating", "not_started"), ["review-not-held: 9.3.3-document 9.3.1-interval"]);
    assert_eq!(with("operating", "planned"), NONE);
    assert_eq!(with("defined", "not_started"), NONE);
}

#[test]
fn a_review_of_audit_results_that_do_not_exist() {
    let with = |considered: &str, audits: &str| {
        found(json!({ "answers": answers(&[("9.3.2-d3", considered), ("9.2.2-document", audits)]) }))
    };
    assert_eq!(with("evidenced", "defined"), ["review-without-audit: 9.3.2-d3 9.2.2-document"]);
    assert_eq!(with("evidenced", "operating"), NONE);
    assert_eq!(with("operating", "not_started"), NONE);
    assert_eq!(found(json!({ "answers": answers(&[("9.3.2-d3", "evidenced")]) })), NONE);
}

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
