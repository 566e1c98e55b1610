//! The action plan, its exports, and what resolving would change.

mod common;

use common::*;
use readiness::assessment::{DocumentStatus, Level};
use readiness::compare::{Change, Comparison, Decided, State, moves};
use readiness::effect::effect;
use readiness::findings::Rule;
use readiness::plan::{Effort, Phase, Plan, Warning, What};
use readiness::scoring::Stage;
use readiness::verdict::Verdict;
use readiness::{Assessment, ItemRef};
use serde_json::json;

const TODAY: &str = "2026-11-24";

fn plan(assessment: &Assessment) -> Plan {
    Plan::new(&CATALOGUE, assessment, day(TODAY))
}

fn keys(plan: &Plan) -> Vec<String> {
    plan.actions.iter().map(|action| action.key(&CATALOGUE)).collect()
}

/// Everything in place and nothing to do, but for the sections that are given.
fn settled(sections: serde_json::Value) -> Assessment {
    let given = assessment(sections);
    let mut all = meeting(Stage::Two);
    all.answers.extend(given.answers);
    let documents = CATALOGUE.documents.iter().map(|it| (it.id.to_owned(), json!({ "status": "approved" })));
    let settled = json!({ "decision": "applicable", "reasons": ["risk"], "level": "operating" });
    let controls = CATALOGUE.controls.iter().map(|it| (it.id.to_owned(), settled.clone()));
    let all_else = assessment(json!({
        "documents": documents.collect::<serde_json::Value>(),
        "controls": controls.collect::<serde_json::Value>(),
    }));
    all.documents = all_else.documents;
    all.controls = all_else.controls;
    all.documents.extend(given.documents);
    all.controls.extend(given.controls);
    all.profile = given.profile;
    all
}

#[test]
fn with_everything_in_place_there_is_nothing_to_do() {
    assert_eq!(plan(&settled(json!({}))), Plan { actions: vec![], warnings: vec![] });
}

#[test]
fn an_empty_assessment_has_everything_to_answer() {
    let plan = plan(&Assessment::new("test", "Test", now()));
    // 146 requirements, 18 documents that are always mandatory, and the decision about Annex A.
    assert_eq!(plan.actions.len(), 146 + 18 + 1);
    assert_eq!(plan.warnings, [Warning::NoTarget]);
    assert!(plan.actions.iter().all(|action| action.due.is_none()));
    assert!(plan.actions.is_sorted_by_key(|action| action.phase));
    let annex = plan.actions.iter().find(|action| action.what == What::Decide(93)).expect("an action");
    assert_eq!((annex.phase, annex.effort), (Phase::Applicability, Effort::Large));
    // The first is where an ISMS begins.
    assert_eq!(keys(&plan)[0], "answer-4.1-issues");
    assert!(plan.actions[0].unlocks.verdict.one && plan.actions[0].unlocks.verdict.two);
}

#[test]
fn actions_come_in_the_order_in_which_an_isms_is_built() {
    let below = json!({ "level": "planned" });
    let plan = plan(&settled(json!({
        "answers": {
            "10.1-improvement": below, "9.3.1-interval": below, "9.2.1-b": below, "9.1-a": below, "8.1-control": below,
            "7.2-a": below, "6.3-changes": below, "6.2-a": below, "6.1.3-f": below, "6.1.3-b": below, "6.1.2-b": below,
            "5.3-a": below, "4.2-a": below,
        },
        "documents": { "doc-soa": { "status": "draft" }, "doc-nda": { "status": "missing" } },
        "controls": { "A.5.1": { "decision": "applicable", "reasons": ["risk"] } },
    })));
    let expected = [
        "partial-4.2-a",
        "partial-5.3-a",
        "partial-6.1.2-b",
        "partial-6.1.3-b",
        "document_draft-doc-soa",
        "partial-6.1.3-f",
        "partial-6.2-a",
        "control_gap-A.5.1",
        "control_document-doc-nda",
        "partial-7.2-a",
        "absent-6.3",
        "partial-8.1-control",
        "partial-9.1-a",
        "partial-9.2.1-b",
        "absent-9.3.1",
        "absent-10.1",
    ];
    assert_eq!(keys(&plan), expected);
}

#[test]
fn a_document_of_a_control_is_asked_for_once_the_control_applies() {
    let mut all = settled(json!({}));
    all.documents = readiness::assessment::Entries::default();
    assert_eq!(plan(&all).actions.len(), 24);
    all.controls.remove(&control("A.6.6"));
    let keys = keys(&plan(&all));
    assert!(!keys.contains(&"register-doc-nda".to_owned()));
    assert!(keys.contains(&"register-doc-configurations".to_owned()));
}

#[test]
fn owners_and_dates_of_the_items_are_those_of_the_action() {
    let plan = plan(&settled(json!({
        "profile": { "target_date": "2028-01-01" },
        "answers": {
            "7.3-a": { "level": "defined", "owner": "Ada", "due": "2027-03-01" },
            "7.3-b": { "level": "defined", "owner": "Grace", "due": "2027-02-01" },
            "7.3-c": { "level": "defined", "owner": " Ada " },
        },
        "documents": { "doc-policy": { "status": "draft", "owner": "Grace" } },
    })));
    let [policy, awareness] = &plan.actions[..] else { panic!("{:?}", keys(&plan)) };
    // The policy has no date of its own, so it is due with its phase, 32 weeks before the target.
    assert_eq!(policy.owners, ["Grace"]);
    let due = policy.due.expect("a date");
    assert_eq!((due.day.to_string().as_str(), due.own), ("2027-05-22", false));
    // Awareness is one finding: everybody who has a part of it, and the first date.
    assert_eq!(awareness.owners, ["Ada", "Grace"]);
    let due = awareness.due.expect("a date");
    assert_eq!((due.day.to_string().as_str(), due.own), ("2027-02-01", true));
    assert_eq!(plan.owners().into_iter().collect::<Vec<_>>(), ["Ada", "Grace"]);
}

#[test]
fn a_partial_is_as_large_as_the_way_that_is_left() {
    let effort = |level: &str| plan(&settled(json!({ "answers": { "7.3-a": { "level": level } } }))).actions[0].effort;
    assert_eq!(effort("not_started"), Effort::Large);
    assert_eq!(effort("planned"), Effort::Medium);
    assert_eq!(effort("defined"), Effort::Small);
}

#[test]
fn internal_audit_and_review_have_to_fit_before_the_target_date() {
    let warnings = |target: &str| {
        plan(&settled(json!({
            "profile": { "target_date": target },
            "answers": { "9.2.1-b": { "level": "defined" }, "9.3.1-interval": { "level": "defined" } },
        })))
        .warnings
    };
    // The audit has to be done 84 days before, the review 70.
    assert_eq!(warnings("2027-02-16"), []);
    assert_eq!(warnings("2027-02-15"), [Warning::AuditLate(day("2026-11-23"))]);
    let both = [Warning::AuditLate(day("2026-11-08")), Warning::ReviewLate(day("2026-11-22"))];
    assert_eq!(warnings("2027-01-31"), both);
    assert_eq!(warnings("2026-11-23"), [Warning::TargetPassed(day("2026-11-23"))]);
    let words = both[0].words(&CATALOGUE);
    assert!(words.contains("8 November 2026"), "{words}");
}

#[test]
fn an_audit_that_is_done_is_never_late() {
    let done = settled(json!({
        "profile": { "target_date": "2026-12-01" },
        "answers": { "4.2-a": { "level": "defined" } },
    }));
    assert_eq!(plan(&done).warnings, []);
}

#[test]
fn a_date_of_ones_own_after_the_target_is_warned_of() {
    let late = settled(json!({
        "profile": { "target_date": "2027-12-01" },
        "answers": { "4.2-a": { "level": "defined", "due": "2027-12-02" } },
    }));
    assert_eq!(plan(&late).warnings, [Warning::DueLate(1)]);
}

#[test]
fn the_plan_as_a_table_cannot_be_run() {
    let assessment = settled(json!({
        "answers": { "7.3-a": { "level": "defined", "owner": "=HYPERLINK(\"http://x\")", "due": "2027-03-01" } },
    }));
    let csv = plan(&assessment).to_csv(&CATALOGUE, &assessment);
    let lines: Vec<_> = csv.split("\r\n").collect();
    assert_eq!(lines[0], "Phase,What,Action,Grade,Owner,Due,Effort,Unlocks");
    assert!(lines[1].contains(",\"'=HYPERLINK(\"\"http://x\"\")\",2027-03-01,Small,"), "{}", lines[1]);
    assert_eq!(&lines[2..], [""]);
}

#[test]
fn the_calendar_holds_what_has_a_date() {
    let mut assessment = settled(json!({
        "answers": {
            "7.3-a": { "level": "defined", "owner": "Ada\r\nEND:VEVENT", "due": "2027-02-28" },
            "4.2-a": { "level": "defined" },
        },
    }));
    assessment.id = "0192".to_owned();
    let ics = plan(&assessment).to_ics(&CATALOGUE, &assessment, day(TODAY));
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && ics.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(ics.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
    assert_eq!(ics.matches("\r\nEND:VEVENT\r\n").count(), 1);
    assert!(ics.contains("\r\nUID:0192-partial-7.3-a@stage-zero\r\n"), "{ics}");
    assert!(ics.contains("\r\nDTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\n"));
    assert!(ics.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn the_effect_of_resolving_is_known_before_it_is_done() {
    // All of 9.3 is missing: 13 of 146 requirements.
    let mut assessment = settled(json!({}));
    let review = CATALOGUE.requirement_ids().filter(|id| CATALOGUE.subclause_of(*id).id.starts_with("9.3"));
    review.for_each(|id| set(&mut assessment, id, Some(Level::NotStarted)));
    let before = outcome(&assessment);
    assert_eq!(before.readiness.one.low.to_string(), "91.1");
    let majors: Vec<_> = before.findings.iter().filter(|it| it.rule == Rule::Absent).collect();
    assert_eq!(majors.len(), 3);
    let comparison = effect(&CATALOGUE, &assessment, &before, &majors);
    assert_eq!(comparison.readiness.one.after.low.to_string(), "100.0");
    let verdict = Change { before: Verdict::NotReady, after: Verdict::Ready };
    assert_eq!(comparison.verdict.two, verdict);
    assert_eq!(comparison.gone.len(), 3);
    assert_eq!(comparison.came, []);
    // Only one of them: 9.3.1 has one requirement.
    let comparison = effect(&CATALOGUE, &assessment, &before, &majors[..1]);
    assert_eq!(comparison.readiness.one.after.low.to_string(), "91.8");
    assert_eq!(comparison.verdict.two.after, Verdict::NotReady);
}

#[test]
fn comparing_shows_what_moved_and_which_findings_came_and_went() {
    let before = settled(json!({
        "answers": { "7.3-a": { "level": "defined" } },
        "documents": { "doc-soa": { "status": "missing" } },
    }));
    let mut after = settled(json!({
        "answers": { "7.3-b": { "level": "defined" } },
        "documents": { "doc-soa": { "status": "draft" } },
        "controls": { "A.7.6": { "decision": "excluded", "justification": "No such rooms.", "level": "operating" } },
    }));
    after.title = "Renamed".to_owned();
    let level = |before, after| Change { before: State::Level(Some(before)), after: State::Level(Some(after)) };
    let moved: Vec<_> = moves(&before, &after).into_iter().map(|it| (it.item, it.state)).collect();
    let soa = CATALOGUE.parse_document("doc-soa").expect("a document");
    let expected = [
        (ItemRef::from(requirement("7.3-a")), level(Level::Defined, Level::Operating)),
        (requirement("7.3-b").into(), level(Level::Operating, Level::Defined)),
        (
            soa.into(),
            Change {
                before: State::Document(Some(DocumentStatus::Missing)),
                after: State::Document(Some(DocumentStatus::Draft)),
            },
        ),
        (
            control("A.7.6").into(),
            Change { before: State::Decision(Decided::Applicable), after: State::Decision(Decided::Excluded) },
        ),
    ];
    assert_eq!(moved, expected);

    let comparison = Comparison::new(&outcome(&before), &outcome(&after));
    let names = |findings: &[readiness::findings::Finding]| {
        let name = |it: &readiness::findings::Finding| format!("{} {}", it.rule.name(), it.items[0].name(&CATALOGUE));
        findings.iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(names(&comparison.gone), ["document_missing doc-soa", "partial 7.3-a"]);
    assert_eq!(names(&comparison.came), ["document_draft doc-soa", "partial 7.3-b"]);
    assert!(moves(&before, &before).is_empty());
}
