//! Plans, audits, reviews and corrective actions against what was done.

use super::*;

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
fn corrective_actions_whose_effect_nobody_checks() {
    let with =
        |kept: &str, reviewed: &str| found(json!({ "answers": answers(&[("10.2-g", kept), ("10.2-d", reviewed)]) }));
    assert_eq!(with("evidenced", "defined"), ["effect-unchecked: 10.2-g 10.2-d"]);
    assert_eq!(with("evidenced", "operating"), NONE);
    assert_eq!(with("operating", "defined"), NONE);
    assert_eq!(found(json!({ "answers": answers(&[("10.2-g", "evidenced")]) })), NONE);
}
