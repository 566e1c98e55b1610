//! Nonconformities, internal audits and management reviews: what is derived of their registers.

use crate::common::*;
use readiness::agenda::{Agenda, agenda};
use readiness::assessment::*;
use readiness::audits::{self, About, Count, State, foreseen};
use readiness::catalogue::{AuditId, ManagementReviewId, NonconformityId};
use readiness::plan::{Phase, Plan};
use readiness::scoring::Stage;
use readiness::{Assessment, Edit};
use serde_json::{Value, json};

const TODAY: &str = "2026-11-24";

fn nc(id: &str) -> NonconformityId {
    NonconformityId::parse(id).expect("an id")
}

fn ia() -> AuditId {
    AuditId::parse("IA1").expect("an id")
}

fn mr(id: &str) -> ManagementReviewId {
    ManagementReviewId::parse(id).expect("an id")
}

/// The names of the points of a file's sections.
fn points(sections: Value) -> Vec<&'static str> {
    let outcome = outcome(&assessment(sections));
    assert!(outcome.contradictions.is_empty(), "a point is no contradiction");
    outcome.points.iter().map(|point| point.check.name).collect()
}

#[test]
fn registers_are_written_only_where_they_hold_something_and_read_as_they_were_written() {
    let sections = json!({
        "nonconformities": [
            { "id": "NC2", "finding": "Backups were not restored", "source": "stage2", "grade": "minor",
              "about": "A.8.13", "found": "2026-10-01", "due": "2026-12-01", "owner": "Ada", "newer": 1 },
            { "id": "NC4", "finding": "" },
        ],
        "internal_audits": [
            { "id": "IA1", "date": "2026-09-01", "auditors": "Grace",
              "sample": ["4.1-issues", { "item": "A.8.13", "seen": "No restore test", "result": "minor" }] },
        ],
        "management_reviews": [
            { "id": "MR1", "date": "2026-09-20", "decisions": [{ "what": "Buy a safe", "due": "2026-10-01" }] },
        ],
    });
    let it = assessment(sections.clone());
    let file = it.to_value(&CATALOGUE);
    for (name, section) in sections.as_object().expect("sections") {
        assert_eq!(file[name], *section, "{name}");
    }
    assert_eq!(Assessment::from_file(&it.to_file(&CATALOGUE), &CATALOGUE).expect("our own file"), it);
    let none = assessment(json!({})).to_value(&CATALOGUE);
    assert!(sections.as_object().expect("sections").keys().all(|name| none.get(name).is_none()));
    let wrong = |section: &str, entry: Value| {
        let mut file = none.clone();
        file[section] = json!([entry.clone(), entry]);
        Assessment::from_value(&file, &CATALOGUE).expect_err("it is wrong").to_string()
    };
    assert!(wrong("nonconformities", json!({ "id": "R1" })).starts_with("nonconformities: "));
    assert!(
        wrong("management_reviews", json!({ "id": "MR1" })).starts_with("management_reviews: "),
        "it is there twice"
    );
    let result = json!({ "id": "IA1", "sample": [{ "item": "4.1-issues", "result": "fine" }] });
    assert!(wrong("internal_audits", result).contains("conforms, major, minor, opportunity"));
}

#[test]
fn no_number_is_given_twice() {
    let mut it = assessment(json!({}));
    let add = |it: &mut Assessment, series| {
        let part = it.next_of(series).expect("a number");
        it.apply(&Edit::Add(part), &now());
        part.id(&CATALOGUE)
    };
    for (series, prefix) in [
        (Series::Nonconformities, "NC"),
        (Series::Audits, "IA"),
        (Series::ManagementReviews, "MR"),
        (Series::Risks, "R"),
    ] {
        assert_eq!(add(&mut it, series), format!("{prefix}1"));
        assert_eq!(add(&mut it, series), format!("{prefix}2"));
        let second = it.parts().into_iter().find(|part| Series::of(*part) == Some((series, 2))).expect("it");
        let undo = it.apply(&it.removal(second), &now());
        assert_eq!(it.to_value(&CATALOGUE)["last_numbers"].as_object().expect("numbers").len(), 1, "{prefix}");
        assert_eq!(it.next_of(series).expect("a number").id(&CATALOGUE), format!("{prefix}3"));
        it.apply(&undo, &now());
        assert!(it.to_value(&CATALOGUE).get("last_numbers").is_none(), "what is there says it itself");
    }
}

#[test]
fn what_an_auditor_writes_is_read_as_what_it_is_about() {
    let about = |text: &str| About::parse(&CATALOGUE, text);
    let item = |id: &str| Some(About::Item(CATALOGUE.parse_item(id).expect("an item")));
    assert_eq!(about("9.2.2-c"), item("9.2.2-c"));
    assert_eq!(about("A.8.13 Backups"), item("A.8.13"));
    assert_eq!(about("Clause 9.2.2 c)"), Some(About::Clause("9.2.2".to_owned())));
    assert_eq!(about("(9.2)"), Some(About::Clause("9.2".to_owned())));
    for nothing in ["", "backups", "11", "9.9", "A.9.1", "."] {
        assert_eq!(about(nothing), None, "{nothing}");
    }
}

/// Three findings of a certification body: two where the answers foretold something, one where they did not, and one that
/// does not say what it is about; one of the firm's own is not compared.
#[test]
fn so_many_of_the_auditors_findings_were_foreseen() {
    let mut it = settled(Stage::Two);
    it.apply(&Edit::answer(requirement("9.2.2-b")).level(Some(Level::NotStarted)), &now());
    it.apply(
        &Edit::document(CATALOGUE.parse_document("doc-scope").expect("it")).status(Some(DocumentStatus::Draft)),
        &now(),
    );
    let register = assessment(json!({ "nonconformities": [
        { "id": "NC1", "source": "stage1", "about": "4.3" },
        { "id": "NC2", "source": "stage2", "about": "9.2.2-b" },
        { "id": "NC3", "source": "surveillance", "about": "9.2.2-a" },
        { "id": "NC4", "source": "stage2", "about": "the auditor" },
        { "id": "NC5", "source": "own", "about": "9.2.2-b" },
    ] }));
    it.nonconformities = register.nonconformities;
    let found = foreseen(&CATALOGUE, &it, &outcome(&it).findings);
    assert_eq!(
        (found.foreseen.clone(), found.missed.clone(), found.unplaced.clone()),
        (vec![nc("NC1"), nc("NC2")], vec![nc("NC3")], vec![nc("NC4")])
    );
    assert!(found.words(&CATALOGUE).expect("a sentence").starts_with("2 of 3 findings"));
    let result = outcome(&it).to_value(&CATALOGUE, &it);
    assert_eq!(result["nonconformities"]["foreseen"], 2);
    assert_eq!(result["nonconformities"]["compared"], 3);
    assert!(outcome(&settled(Stage::Two)).to_value(&CATALOGUE, &settled(Stage::Two)).get("nonconformities").is_none());
}

#[test]
fn a_nonconformity_goes_from_open_to_closed() {
    let mut it = assessment(json!({ "nonconformities": [{ "id": "NC1", "due": "2026-11-23" }] }));
    let edit = Edit::nonconformity(nc("NC1"));
    let state = |it: &Assessment| State::of(&it.nonconformities[&nc("NC1")], day(TODAY));
    assert_eq!(state(&it), State::Late);
    let steps = [
        (edit.due(Some(day(TODAY))), State::Open),
        (edit.done(Some(day(TODAY))), State::ToCheck),
        (edit.checked(Some(day(TODAY))), State::Checked),
        (edit.closed(Some(day(TODAY))), State::Closed),
    ];
    for (edit, is) in steps {
        it.apply(&edit, &now());
        assert_eq!(state(&it), is);
    }
    assert_eq!(Count::of(&it, day(TODAY)), Count { all: 1, ..Count::default() });
}

#[test]
fn an_open_nonconformity_is_a_row_of_the_plan_with_its_own_date_and_owner() {
    let mut it = settled(Stage::Two);
    it.nonconformities = assessment(json!({ "nonconformities": [
        { "id": "NC1", "finding": "No restore test", "grade": "minor", "due": "2027-01-15", "owner": "Ada" },
        { "id": "NC2", "finding": "Closed", "closed": "2026-11-01" },
        { "id": "NC3", "finding": "Nice to have", "grade": "opportunity" },
    ] }))
    .nonconformities;
    let plan = Plan::new(&CATALOGUE, &it, day(TODAY));
    let [action] = &plan.actions[..] else { panic!("{:?}", plan.actions) };
    assert_eq!((action.phase, action.owners.clone()), (Phase::Improvement, vec!["Ada".to_owned()]));
    assert_eq!(action.due.map(|due| (due.day, due.own)), Some((day("2027-01-15"), true)));
    assert_eq!(action.title(&CATALOGUE, &it), "Deal with NC1 (No restore test)");
    assert_eq!(action.key(&CATALOGUE), "improvement-NC1");
    assert!(plan.to_ics(&CATALOGUE, &it, day(TODAY)).contains("DATE:20270115"));
    it.apply(&action.give_to("Grace"), &now());
    it.apply(&action.put_off_to(Some(day("2027-02-01"))).expect("it has a day"), &now());
    let one = &it.nonconformities[&nc("NC1")];
    assert_eq!((one.owner.as_str(), one.due), ("Grace", Some(day("2027-02-01"))));
}

#[test]
fn what_an_audit_found_comes_into_the_register_once() {
    let mut it = audited();
    let sample: Vec<_> = it.internal_audits[&ia()].sample.iter().collect();
    assert_eq!(audits::register(&it, ia(), &sample[0]), None, "nothing was found there");
    let edit = audits::register(&it, ia(), &sample[1]).expect("a finding");
    let undo = it.apply(&edit, &now());
    let file = it.to_value(&CATALOGUE);
    assert_eq!(
        file["nonconformities"],
        json!([{ "id": "NC1", "finding": "Same person", "source": "internal_audit",
        "grade": "minor", "about": "9.2.2-b", "reference": "IA1", "found": "2026-09-01", "found_by": "Grace Hopper, ZOË ÅNGSTRÖM" }])
    );
    assert_eq!(audits::registered(&it, ia(), &sample[1]), Some(nc("NC1")));
    assert_eq!(audits::register(&it, ia(), &sample[1]), None, "it is there");
    it.apply(&undo, &now());
    it.last_numbers = LastNumbers::default();
    it.updated = audited().updated;
    assert_eq!(it, audited());
}

#[test]
fn each_point_is_seen_where_its_register_contradicts_the_answers() {
    let of = |answer: &str, register: Value| {
        let mut sections = json!({ "answers": { answer: { "level": "operating" } } });
        sections.as_object_mut().expect("sections").extend(register.as_object().expect("sections").clone());
        points(sections)
    };
    let with = |mut one: Value| {
        one["id"] = json!("NC1");
        json!({ "nonconformities": [one] })
    };
    let late = with(json!({ "due": "2026-11-23" }));
    assert_eq!(of("10.2-c", late.clone()), ["action-overdue"]);
    assert!(of("10.2-d", late).is_empty(), "another answer says nothing of it");
    assert!(of("10.2-c", with(json!({ "due": TODAY }))).is_empty(), "today has not passed");
    assert!(of("10.2-c", with(json!({ "due": "2026-11-23", "done": "2026-11-20" }))).is_empty());
    assert!(of("10.2-c", with(json!({ "due": "2026-11-23", "grade": "opportunity" }))).is_empty());
    assert_eq!(of("10.2-b2", with(json!({ "done": "2026-11-01" }))), ["cause-missing"]);
    assert!(of("10.2-b2", with(json!({ "done": "2026-11-01", "cause": "Nobody was told" }))).is_empty());
    assert_eq!(of("10.2-d", with(json!({ "closed": "2026-11-01" }))), ["effect-not-recorded"]);
    assert!(of("10.2-d", with(json!({ "closed": "2026-11-01", "checked": "2026-11-01" }))).is_empty());

    let told = |told: u32| {
        let mut sections = with(json!({}));
        sections["profile"] = json!({ "nonconformities_open": told });
        points(sections)
    };
    assert_eq!((told(2), told(1)), (vec!["open-count"], vec![]));

    let audit = |date: &str, result: &str| {
        let sample = json!([{ "item": "4.1-issues", "result": result }]);
        points(json!({ "internal_audits": [{ "id": "IA1", "date": date, "sample": sample }] }))
    };
    assert_eq!(audit("2026-09-01", "minor"), ["finding-not-registered"]);
    assert!(audit("2026-09-01", "conforms").is_empty());
    assert_eq!(audit("2025-11-23", "conforms"), ["held-long-ago"]);
    assert!(audit("2025-11-24", "conforms").is_empty(), "a year is not more than a year");
    assert!(audit("2027-11-24", "conforms").is_empty(), "it is to come");

    let review = |date: &str, due: &str| {
        let decisions =
            json!([{ "what": "Buy a safe", "due": due }, { "what": "Done", "due": "2026-01-01", "done": TODAY }]);
        of("9.3.3-decisions", json!({ "management_reviews": [{ "id": "MR1", "date": date, "decisions": decisions }] }))
    };
    assert_eq!(review("2026-09-01", "2026-11-01"), ["decision-overdue"]);
    assert_eq!(review("2025-09-01", "2026-12-01"), ["held-long-ago"]);
}

#[test]
fn the_agenda_of_a_review_says_what_is_known_of_each_input() {
    let before = assessment(json!({ "answers": { "4.1-issues": { "level": "planned" } } }));
    let it = assessment(json!({
        "answers": { "4.1-issues": { "level": "operating" } },
        "risks": [{ "id": "R1", "title": "Fire", "likelihood": 2, "impact": 5 }],
        "nonconformities": [
            { "id": "NC1", "finding": "No restore test", "grade": "minor" },
            { "id": "NC2", "finding": "A shorter form", "grade": "opportunity" },
        ],
        "internal_audits": [{ "id": "IA1", "date": "2026-09-01", "sample": [
            { "item": "4.1-issues", "result": "conforms" }, { "item": "4.2-a", "result": "minor" }, "4.2-b" ] }],
        "management_reviews": [
            { "id": "MR1", "date": "2025-12-01", "decisions": [
                { "what": "Buy a safe", "owner": "Ada", "due": "2026-12-01" }, { "what": "Done", "done": TODAY } ] },
            { "id": "MR2", "decisions": [{ "what": "Of this one" }] },
        ],
    }));
    let of = Agenda {
        catalogue: &CATALOGUE,
        assessment: &it,
        outcome: &outcome(&it),
        before: Some((&before, day("2026-10-01"))),
        review: mr("MR2"),
    };
    let inputs = agenda(of);
    let asked: Vec<_> = inputs.iter().map(|input| input.requirement).collect();
    let subclause = CATALOGUE.subclause("9.3.2").expect("it is there");
    let all: Vec<_> = CATALOGUE.requirement_ids_in(CATALOGUE.subclauses[subclause].requirements.clone()).collect();
    assert_eq!(asked, all, "no input is left out");
    let known =
        |id: &str| inputs.iter().find(|input| input.requirement == requirement(id)).expect("an input").known.join(" ");
    assert_eq!(known("9.3.2-a"), "Buy a safe (Ada, 1 Dec 2026, MR1)");
    assert!(known("9.3.2-b").starts_with("Since the snapshot of 1 October 2026, 2 things have changed: "));
    assert_eq!(
        known("9.3.2-d1"),
        "1 nonconformity recorded, 1 open, 0 past the due date; 1 open opportunity for improvement. NC1 (No restore test)"
    );
    assert_eq!(known("9.3.2-d3"), "IA1 was held on 1 September 2026: 2 items looked at, 1 nonconformity found.");
    assert!(known("9.3.2-f").ends_with("The gravest: R1 (Fire), 10 of 25."));
    assert!(known("9.3.2-g").ends_with("NC2 (A shorter form)"));
    let empty = assessment(json!({}));
    for input in agenda(Agenda { assessment: &empty, outcome: &outcome(&empty), before: None, ..of }) {
        assert!(!input.known.is_empty() && input.known.iter().all(|line| !line.contains('{')), "{input:?}");
    }
}

#[test]
fn the_report_has_a_section_of_them_and_an_extract_without_them_has_none() {
    let mut it = audited();
    let sample: Vec<_> = it.internal_audits[&ia()].sample.iter().collect();
    it.apply(&audits::register(&it, ia(), &sample[1]).expect("a finding"), &now());
    let report = |it: &Assessment| readiness::Report::new(&CATALOGUE, it, &outcome(it)).to_markdown();
    let whole = report(&it);
    for said in [
        "Audits, reviews and nonconformities",
        "Same person",
        "Minor nonconformity",
        "NC1",
        "Grace Hopper, ZOË ÅNGSTRÖM",
    ] {
        assert!(whole.contains(said), "{said}");
    }
    let without = |portion| report(&it.extract(&CATALOGUE, [portion].into_iter().collect()));
    let gone = without(Portion::Audits);
    assert!(!gone.contains("Same person") && !gone.contains("IA1"));
    assert!(!without(Portion::Owners).contains("Grace Hopper"));
}
