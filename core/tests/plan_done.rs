//! What it means to call a row of the plan done.

use crate::common::*;
use readiness::plan::Plan;
use readiness::{Assessment, Edit};
use serde_json::json;

fn plan(assessment: &Assessment) -> Plan {
    Plan::new(&CATALOGUE, assessment, day("2026-11-24"))
}

fn keys(plan: &Plan) -> Vec<String> {
    plan.actions.iter().map(|action| action.key(&CATALOGUE)).collect()
}

#[test]
fn calling_a_row_done_says_what_is_so_then_and_the_row_is_gone() {
    let seen = json!({ "level": "planned", "evidence": ["Minutes of March"] });
    let mut assessment = settled_but(json!({
        "answers": { "7.3-b": seen, "7.3-c": seen },
        "documents": { "doc-policy": { "status": "draft" }, "doc-competence": { "status": "missing" } },
        "controls": { "A.8.7": { "decision": "applicable", "reasons": ["legal"], "level": "planned" } },
    }));
    let said: Vec<_> = plan(&assessment)
        .actions
        .iter()
        .flat_map(|action| action.done(&CATALOGUE, &assessment))
        .map(|said| (said.item.name(&CATALOGUE).into_owned(), said.state))
        .collect();
    let said: Vec<_> = said.iter().map(|(item, state)| (item.as_str(), *state)).collect();
    // Nobody approves a record.
    let expected = [
        ("doc-policy", "Approved"),
        ("A.8.7", "Operating"),
        ("doc-competence", "Kept"),
        ("7.3-b", "Operating"),
        ("7.3-c", "Operating"),
    ];
    assert_eq!(said, expected);
    for action in plan(&assessment).actions {
        let edits = action.done(&CATALOGUE, &assessment).into_iter().map(|said| said.edit).collect();
        assessment.apply(&Edit::Batch(edits), &now());
        assert!(!keys(&plan(&assessment)).contains(&action.key(&CATALOGUE)), "{}", action.key(&CATALOGUE));
    }
    assert_eq!(plan(&assessment).actions, []);
}

#[test]
fn open_questions_decisions_and_evidence_take_words_of_ones_own() {
    let empty = Assessment::new("test".parse().expect("an id"), "Test", now());
    assert!(plan(&empty).actions.iter().all(|action| action.done(&CATALOGUE, &empty).is_empty()));
    let unproven =
        settled_but(json!({ "answers": { "7.2-d": { "level": "evidenced" }, "7.3-a": { "level": "operating" } } }));
    let actions = plan(&unproven).actions;
    assert_eq!(actions.len(), 2);
    assert!(actions.iter().all(|action| action.done(&CATALOGUE, &unproven).is_empty()));
}
