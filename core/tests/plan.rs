//! The action plan, its exports, and what resolving would change.

use crate::common::*;
use readiness::assessment::{Decision, DocumentStatus, Level, Reasons};
use readiness::compare::Change;
use readiness::findings::Effort;
use readiness::owner::Owner;
use readiness::plan::{About, Action, Phase, Plan, Warning, What};
use readiness::verdict::Verdict;
use readiness::what_if::what_if;
use readiness::{Assessment, Edit};
use serde_json::json;
use std::collections::BTreeSet;

const TODAY: &str = "2026-11-24";

fn plan(assessment: &Assessment) -> Plan {
    Plan::new(&CATALOGUE, assessment, day(TODAY))
}

fn keys(plan: &Plan) -> Vec<String> {
    plan.actions.iter().map(|action| action.key(&CATALOGUE)).collect()
}

#[test]
fn with_everything_in_place_there_is_nothing_to_do() {
    assert_eq!(plan(&settled_but(json!({}))), Plan { actions: vec![], tasks: vec![], warnings: vec![] });
}

#[test]
fn an_empty_assessment_has_everything_to_answer() {
    let empty = Assessment::new("test".parse().expect("an id"), "Test", now());
    let plan = plan(&empty);
    // 146 requirements, 17 documents that are always mandatory, and the decision about Annex A.
    assert_eq!(plan.actions.iter().map(|action| action.what.len()).sum::<usize>(), 146 + 17 + 1);
    assert_eq!(plan.warnings, [Warning::NoTarget]);
    assert!(plan.actions.iter().all(|action| action.due.is_none()));
    assert!(plan.actions.is_sorted_by_key(|action| action.phase));
    let annex = plan.actions.iter().find(|action| action.about == About::Decisions).expect("an action");
    assert_eq!((annex.phase, annex.effort), (Phase::Applicability, Effort::Large));
    assert_eq!(annex.what, [What::Decide(93)]);
    // The first is where an ISMS begins.
    assert_eq!(keys(&plan)[0], "scope-4.1");
    let title = plan.actions[0].title(&CATALOGUE, &empty);
    assert_eq!(title, "Answer what is open in 4.1 (Your firm and its surroundings)");
    assert!(plan.actions[0].unlocks.verdict.one && plan.actions[0].unlocks.verdict.two);
}

#[test]
fn a_row_with_open_requirements_says_so_though_something_in_it_only_lacks_evidence() {
    let mut assessment = settled_but(json!({}));
    set(&mut assessment, requirement("5.3-assigned"), Some(Level::Operating));
    assessment.apply(&Edit::answer(requirement("5.3-assigned")).evidence(vec![]), &now());
    let title = |assessment: &Assessment| plan(assessment).actions[0].title(&CATALOGUE, assessment);
    assert_eq!(title(&assessment), "Name the evidence for 5.3 (Who does what)");
    set(&mut assessment, requirement("5.3-a"), None);
    assert_eq!(title(&assessment), "Answer what is open in 5.3 (Who does what)");
}

#[test]
fn however_much_there_is_to_do_the_plan_has_some_forty_rows() {
    let empty = Assessment::new("test".parse().expect("an id"), "Test", now());
    let mut worst = empty.clone();
    for (index, id) in CATALOGUE.requirement_ids().enumerate() {
        match index % 3 {
            0 => set(&mut worst, id, Some(Level::Planned)),
            1 => drop(worst.apply(&Edit::only_answer(id).unsure(true), &now())),
            _ => {}
        }
    }
    for (index, id) in CATALOGUE.control_ids().enumerate() {
        let level = [Some(Level::NotStarted), None, Some(Level::Planned)][index % 3];
        let decision = Decision::Applicable { reasons: Reasons::default(), justification: String::new() };
        worst.apply(&Edit::control(id).decision(&decision), &now());
        worst.apply(&Edit::control(id).item().level(level), &now());
    }
    for id in CATALOGUE.document_ids().step_by(2) {
        worst.apply(&Edit::document(id).status(Some(DocumentStatus::Draft)), &now());
    }
    for assessment in [&empty, &worst] {
        let plan = plan(assessment);
        assert!(plan.actions.len() <= 44, "{} rows: {:?}", plan.actions.len(), keys(&plan));
        let titles: BTreeSet<_> = plan.actions.iter().map(|action| action.title(&CATALOGUE, assessment)).collect();
        assert_eq!(titles.len(), plan.actions.len(), "each title once: {titles:#?}");
        assert!(titles.iter().all(|title| title.starts_with(char::is_uppercase) && !title.contains(['{', '}'])));
        assert_eq!(keys(&plan).into_iter().collect::<BTreeSet<_>>().len(), plan.actions.len(), "each key once");
    }
}

#[test]
fn an_action_is_given_away_and_put_off_with_all_that_is_behind_it() {
    let mut all = settled_but(json!({
        "answers": { "7.3-a": { "level": "defined" }, "7.3-b": { "level": "defined" } },
        "documents": { "doc-policy": { "status": "draft" } },
    }));
    let before = all.clone();
    let [policy, awareness] = &plan(&all).actions[..] else { panic!("two actions") };
    assert_eq!(policy.put_off_to(Some(day("2027-03-01"))), None, "a document has no due date");
    let mut undo = vec![all.apply(&policy.give_to("Grace"), &now()), all.apply(&awareness.give_to("Ada"), &now())];
    undo.push(all.apply(&awareness.put_off_to(Some(day("2027-03-01"))).expect("an edit"), &now()));
    let after = plan(&all);
    let said: Vec<_> =
        after.actions.iter().map(|it| (it.owners.join(", "), it.due.map(|due| due.day.to_string()))).collect();
    assert_eq!(said, [("Grace".to_owned(), None), ("Ada".to_owned(), Some("2027-03-01".to_owned()))]);
    assert!(after.actions.iter().all(Action::is_taken));
    undo.iter().rev().for_each(|edit| drop(all.apply(edit, &now())));
    assert_eq!(plan(&all), plan(&before));
}

#[test]
fn what_somebody_did_not_know_is_to_be_found_out_and_stays_open_in_every_figure() {
    let open = settled_but(json!({ "answers": { "7.3-a": { "owner": "Ada" } } }));
    let unsure = settled_but(json!({ "answers": { "7.3-a": { "owner": "Ada", "unsure": true } } }));
    let [action] = &plan(&unsure).actions[..] else { panic!("one action") };
    let id = requirement("7.3-a");
    assert_eq!((&action.what[..], action.key(&CATALOGUE).as_str()), (&[What::FindOut(id.into())][..], "support-7.3"));
    let steps = action.steps(&CATALOGUE, &unsure);
    assert_eq!(steps[0], format!("Find out: {}", CATALOGUE.requirement(id).question));
    assert_eq!(outcome(&unsure), outcome(&open));
    // A level answers it, whatever was said before.
    let answered = settled_but(json!({ "answers": {
        "7.3-a": { "level": "operating", "evidence": ["Talk"], "unsure": true },
    }}));
    assert!(plan(&answered).actions.is_empty());
}

#[test]
fn a_control_that_somebody_did_not_know_is_to_be_found_out_until_it_is_decided() {
    let id = control("A.5.7");
    let mut it = Assessment::new("test".parse().expect("an id"), "Test", now());
    let open = outcome(&it);
    let undo = it.apply(&Edit::control(id).unsure(), &now());
    assert!(it.controls[&id].is_unsure());
    assert_eq!(outcome(&it), open);
    let plan = plan(&it);
    assert!(plan.actions.iter().any(|action| action.what.contains(&What::Decide(92))));
    let action = plan.actions.iter().find(|action| action.what.contains(&What::FindOut(id.into()))).expect("an action");
    assert_eq!((action.phase, action.key(&CATALOGUE).as_str()), (Phase::Applicability, "applicability-decisions"));
    assert!(action.unlocks.verdict.one);
    // Whatever is decided takes its place; taken back, nothing of it is left.
    let decided = Decision::Excluded { justification: "No rivals.".to_owned() };
    let back = it.apply(&Edit::control(id).decision(&decided), &now());
    assert!(!it.controls[&id].unsure);
    it.apply(&back, &now());
    it.apply(&undo, &now());
    assert!(it.controls.is_empty());
}

#[test]
fn an_answer_and_a_doubt_take_each_others_place() {
    let id = requirement("7.3-a");
    let mut it = Assessment::new("test".parse().expect("an id"), "Test", now());
    for (level, unsure) in [(None, true), (Some(Level::Operating), false), (None, true), (None, false)] {
        let edit = it.answering(id, level, unsure);
        let before = it.clone();
        let undo = it.apply(&edit, &now());
        assert_eq!((it.level(id), it.answers[&id].unsure), (level, unsure));
        let mut back = it.clone();
        back.apply(&undo, &now());
        assert_eq!((back.level(id), back.is_unsure(id)), (before.level(id), before.is_unsure(id)));
    }
}

#[test]
fn actions_come_in_the_order_in_which_an_isms_is_built() {
    let below = json!({ "level": "planned" });
    let plan = plan(&settled_but(json!({
        "answers": {
            "10.1-improvement": below, "9.3.1-interval": below, "9.2.1-b": below, "9.1-a": below, "8.1-control": below,
            "7.2-a": below, "6.3-changes": below, "6.2-a": below, "6.1.3-f": below, "6.1.3-b": below, "6.1.2-b": below,
            "5.3-a": below, "4.2-a": below,
        },
        "documents": { "doc-soa": { "status": "draft" }, "doc-nda": { "status": "missing" } },
        "controls": {
            "A.5.1": { "decision": "applicable", "reasons": ["business"], "level": "planned" },
            "A.5.2": { "decision": "applicable", "reasons": ["legal"] },
        },
    })));
    let expected = [
        "scope-4.2",
        "leadership-5.3",
        "risk-assessment-6.1.2",
        "applicability-6.1.3",
        "applicability-decisions",
        "treatment-6.2",
        "treatment-organizational",
        "treatment-documents",
        "support-7.2",
        "operation-6.3",
        "operation-8.1",
        "monitoring-9.1",
        "internal-audit-9.2.1",
        "management-review-9.3.1",
        "improvement-10.1",
    ];
    assert_eq!(keys(&plan), expected);
}

#[test]
fn a_document_of_a_control_is_asked_for_once_the_control_applies() {
    let mut all = settled_but(json!({}));
    all.documents = readiness::assessment::Entries::default();
    let asked = |all: &Assessment| plan(all).actions.into_iter().flat_map(|action| action.what).collect::<Vec<_>>();
    let register = |id| What::Register(CATALOGUE.parse_document(id).expect("a document"));
    assert_eq!(asked(&all).len(), 24);
    all.controls.remove(&control("A.6.6"));
    assert!(!asked(&all).contains(&register("doc-nda")));
    assert!(asked(&all).contains(&register("doc-configurations")));
}

#[test]
fn owners_and_dates_of_the_items_are_those_of_the_action() {
    let plan = plan(&settled_but(json!({
        "profile": { "target_date": "2028-01-01" },
        "answers": {
            "7.3-a": { "level": "defined", "owner": "Ada", "due": "2027-03-01" },
            "7.3-b": { "level": "defined", "owner": "Grace", "due": "2027-02-01" },
            "7.3-c": { "level": "defined", "owner": " Ada " },
        },
        "documents": { "doc-policy": { "status": "draft", "owner": "Grace" } },
    })));
    let [policy, awareness] = &plan.actions[..] else { panic!("{:?}", keys(&plan)) };
    // The policy has no date of its own, so it is due with its phase, 40 weeks before the target.
    assert_eq!(policy.owners, ["Grace"]);
    let due = policy.due.expect("a date");
    assert_eq!((due.day.to_string().as_str(), due.own), ("2027-03-27", false));
    // Awareness is one finding: everybody who has a part of it, and the first date.
    assert_eq!(awareness.owners, ["Ada", "Grace"]);
    let due = awareness.due.expect("a date");
    assert_eq!((due.day.to_string().as_str(), due.own), ("2027-02-01", true));
    assert_eq!(plan.owners().into_iter().collect::<Vec<_>>(), ["Ada", "Grace"]);
}

#[test]
fn a_partial_is_as_large_as_the_way_that_is_left() {
    let effort =
        |level: &str| plan(&settled_but(json!({ "answers": { "7.3-a": { "level": level } } }))).actions[0].effort;
    assert_eq!(effort("not_started"), Effort::Large);
    assert_eq!(effort("planned"), Effort::Medium);
    assert_eq!(effort("defined"), Effort::Small);
}

#[test]
fn internal_audit_and_review_have_to_fit_before_the_target_date() {
    let warnings = |target: &str| {
        plan(&settled_but(json!({
            "profile": { "target_date": target },
            "answers": { "9.2.1-b": { "level": "defined" }, "9.3.1-interval": { "level": "defined" } },
        })))
        .warnings
    };
    // The audit has to be done twenty weeks before, the review eighteen.
    assert_eq!(warnings("2027-04-13"), []);
    assert_eq!(warnings("2027-04-12"), [Warning::AuditLate(day("2026-11-23"))]);
    let both = [Warning::AuditLate(day("2026-11-08")), Warning::ReviewLate(day("2026-11-22"))];
    assert_eq!(warnings("2027-03-28"), both);
    assert_eq!(warnings("2026-11-23"), [Warning::TargetPassed(day("2026-11-23"))]);
    let words = both[0].words(&CATALOGUE);
    assert!(words.contains("8 November 2026"), "{words}");
}

#[test]
fn an_audit_that_is_done_is_never_late() {
    let done = settled_but(json!({
        "profile": { "target_date": "2027-03-02" },
        "answers": { "4.2-a": { "level": "defined" } },
    }));
    assert_eq!(plan(&done).warnings, []);
}

#[test]
fn a_day_of_stage_one_that_has_passed_is_warned_of_and_told_to_no_customer() {
    let told = |target: &str| {
        let it = settled_but(json!({
            "profile": { "target_date": target },
            "answers": { "4.2-a": { "level": "planned" } },
        }));
        let plan = plan(&it);
        let owner = Owner::new(&CATALOGUE, &it, &outcome(&it), &plan);
        (plan.warnings, owner.letter.iter().any(|line| line.starts_with("We plan stage 1 of the audit by")))
    };
    // Fourteen weeks before.
    assert_eq!(told("2027-03-02"), (vec![], true));
    assert_eq!(told("2027-03-01"), (vec![Warning::StageLate(day("2026-11-23"))], false));
}

#[test]
fn a_date_of_ones_own_after_the_target_is_warned_of() {
    let late = settled_but(json!({
        "profile": { "target_date": "2027-12-01" },
        "answers": { "4.2-a": { "level": "defined", "due": "2027-12-02" } },
    }));
    assert_eq!(plan(&late).warnings, [Warning::DueLate(1)]);
}

#[test]
fn the_plan_as_a_table_cannot_be_run() {
    let assessment = settled_but(json!({
        "answers": { "7.3-a": { "level": "defined", "owner": "=HYPERLINK(\"http://x\")", "due": "2027-03-01" } },
    }));
    let csv = plan(&assessment).to_csv(&CATALOGUE, &assessment);
    let lines: Vec<_> = csv.split("\r\n").collect();
    assert_eq!(lines[0], "Phase,What,Action,Grade,Owner,Due,Effort,Unlocks");
    assert!(lines[1].contains(",\"'=HYPERLINK(\"\"http://x\"\")\",2027-03-01,Small,"), "{}", lines[1]);
    assert_eq!(&lines[2..], [""]);
}

#[test]
fn the_calendar_has_an_entry_for_each_phase_and_for_each_date_of_ones_own() {
    let mut assessment = settled_but(json!({
        "profile": { "target_date": "2028-01-01" },
        "answers": {
            "7.2-a": { "level": "defined" },
            "7.3-a": { "level": "defined", "owner": "Ada\r\nEND:VEVENT", "due": "2027-02-28" },
            "7.4-a": { "level": "defined" },
        },
    }));
    assessment.id = "0192".parse().expect("an id");
    let ics = plan(&assessment).to_ics(&CATALOGUE, &assessment, day(TODAY));
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && ics.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(ics.matches("\r\nBEGIN:VEVENT\r\n").count(), 2);
    assert_eq!(ics.matches("\r\nEND:VEVENT\r\n").count(), 2);
    assert!(ics.contains("\r\nUID:0192-phase-support@stage-zero\r\n"), "{ics}");
    assert!(ics.contains("\r\nUID:0192-support-7.3@stage-zero\r\n"), "{ics}");
    assert!(ics.contains("\r\nDTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\n"));
    assert!(ics.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn the_effect_of_resolving_is_known_before_it_is_done() {
    // All of 9.3 is missing: 13 of 146 requirements.
    let mut assessment = settled_but(json!({}));
    let review = CATALOGUE.requirement_ids().filter(|id| CATALOGUE.subclause_of(*id).id.starts_with("9.3"));
    review.for_each(|id| set(&mut assessment, id, Some(Level::NotStarted)));
    let before = outcome(&assessment);
    assert_eq!(before.readiness.one.low.to_string(), "91.1");
    let majors: Vec<_> = before.findings.iter().filter(|it| it.rule.name == "absent").collect();
    assert_eq!(majors.len(), 3);
    let comparison = what_if(&CATALOGUE, &assessment, &before, &majors);
    assert_eq!(comparison.readiness.one.after.low.to_string(), "100.0");
    let verdict = Change { before: Verdict::NotReady, after: Verdict::Ready };
    assert_eq!(comparison.verdict.two, verdict);
    assert_eq!(comparison.gone.len(), 3);
    assert_eq!(comparison.came, []);
    // Only one of them: 9.3.1 has one requirement.
    let comparison = what_if(&CATALOGUE, &assessment, &before, &majors[..1]);
    assert_eq!(comparison.readiness.one.after.low.to_string(), "91.8");
    assert_eq!(comparison.verdict.two.after, Verdict::NotReady);
}
