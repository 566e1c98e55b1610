//! The Statement of Applicability against risks, the profile and itself.

use super::*;

/// All controls applicable with reason and level, but for what is given.
fn soa(changed: Value) -> Value {
    let ids = CATALOGUE.controls.iter().map(|control| control.id.to_owned());
    let settled = json!({ "decision": "applicable", "reasons": ["legal"], "level": "operating" });
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
        points(json!({ "profile": { "facts": facts }, "controls": controls }))
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
        points(json!({ "profile": { "people": people }, "controls": controls }))
    };
    assert_eq!(with(json!(6)), ["exclusion-called-for: A.5.3 people"]);
    assert_eq!(with(json!(5)), NONE);
    assert_eq!(with(json!(null)), NONE);
}

#[test]
fn excluding_what_every_firm_needs_contradicts_no_fact() {
    let controls = json!({ "A.5.1": { "decision": "excluded", "justification": "We don't like policies." } });
    assert_eq!(points(json!({ "controls": controls })), NONE);
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
        points(json!({ "profile": { "facts": facts }, "controls": { "A.8.25": decision } }))
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
        points(json!({ "profile": { "facts": facts }, "controls": controls }))
    };
    let neither = json!({ "remote_work": false, "carries_devices": false });
    assert_eq!(with(neither), ["nothing-to-control: A.7.9 remote_work carries_devices"]);
    assert_eq!(with(json!({ "remote_work": false })), NONE);
}
