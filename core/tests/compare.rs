//! What two states of an assessment differ in: what moved, what came and what went.

use crate::common::*;
use readiness::ItemRef;
use readiness::assessment::{Decided, DocumentStatus, Level};
use readiness::compare::{Change, Comparison, Move, State, moves};
use readiness::merge::{self, differences};
use serde_json::json;

#[test]
fn comparing_shows_what_moved_and_which_findings_came_and_went() {
    let before = settled_but(json!({
        "answers": { "7.3-a": { "level": "defined" } },
        "documents": { "doc-soa": { "status": "missing" } },
    }));
    let mut after = settled_but(json!({
        "answers": { "7.4-b": { "level": "planned" } },
        "documents": { "doc-soa": { "status": "draft" } },
        "controls": { "A.7.6": { "decision": "excluded", "justification": "No such rooms.", "level": "operating" } },
    }));
    after.title = "Renamed".to_owned();
    let level = |before, after| Change { before: State::Level(Some(before)), after: State::Level(Some(after)) };
    let moved: Vec<_> = moves(&before, &after).into_iter().map(|it| (it.item, it.state)).collect();
    let soa = CATALOGUE.parse_document("doc-soa").expect("a document");
    let expected = [
        (ItemRef::from(requirement("7.3-a")), level(Level::Defined, Level::Operating)),
        (requirement("7.4-b").into(), level(Level::Defined, Level::Planned)),
        (
            soa.into(),
            Change {
                before: State::Document(Some(DocumentStatus::Missing)),
                after: State::Document(Some(DocumentStatus::Draft)),
            },
        ),
        (
            control("A.7.6").into(),
            Change {
                before: State::Decision(Some(Decided::Applicable)),
                after: State::Decision(Some(Decided::Excluded)),
            },
        ),
    ];
    assert_eq!(moved, expected);

    let comparison = Comparison::new(&outcome(&before), &outcome(&after));
    let names = |findings: &[readiness::findings::Finding]| {
        let name = |it: &readiness::findings::Finding| format!("{} {}", it.rule.name, it.items[0].name(&CATALOGUE));
        findings.iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(names(&comparison.gone), ["document_missing doc-soa", "partial 7.3-a"]);
    assert_eq!(names(&comparison.came), ["document_draft doc-soa", "partial 7.4-b"]);
    assert!(moves(&before, &before).is_empty());
}

#[test]
fn what_came_and_went_is_named_both_ways_once_with_all_that_was_said_about_it() {
    let before = assessment(json!({}));
    let after = assessment(json!({
        "controls": { "C.1": { "decision": "applicable", "reasons": ["legal"], "level": "operating" } },
        "custom_controls": [{ "id": "C.1", "name": "Lock up" }],
        "risks": [{ "id": "R1", "title": "Flood" }],
        "nonconformities": [{ "id": "NC1", "finding": "No minutes" }],
    }));
    let names = ["C.1 Lock up", "R1 Flood", "NC1 No minutes"];
    for (from, to, is_there) in [(&before, &after, true), (&after, &before, false)] {
        let moved = moves(from, to);
        let name =
            |it: &Move| format!("{} {}", it.item.name(&CATALOGUE), it.item.title(&CATALOGUE, it.known_in(from, to)));
        assert_eq!(moved.iter().map(name).collect::<Vec<_>>(), names);
        let change = Change { before: State::There(!is_there), after: State::There(is_there) };
        assert!(moved.iter().all(|it| it.state == change), "{moved:?}");
        // Field by field as well.
        let differ = differences(&CATALOGUE, from, to);
        let named: Vec<_> = differ.iter().map(|it| merge::name(&CATALOGUE, &[to, from], &it.after)).collect();
        assert_eq!(named.len(), 3, "{named:?}");
        assert!(named.iter().any(|it| it.contains("C.1") && it.contains("Lock up")), "{named:?}");
    }
}
