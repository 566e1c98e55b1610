//! The quick start, and the steps of the way.

use crate::common::*;
use readiness::assessment::Level;
use readiness::catalogue::Quick;
use readiness::quick::Said;
use readiness::scoring::Stage;
use readiness::way::Step;
use readiness::{Assessment, ItemRef};
use serde_json::json;

fn question(id: &str) -> &'static Quick {
    CATALOGUE.quick.iter().find(|it| it.id == id).expect("a question")
}

fn answered(answers: &[(&str, Level)]) -> Assessment {
    let mut it = Assessment::new("test".parse().expect("an id"), "Test", now());
    for (id, level) in answers {
        it.apply(&question(id).answer(*level), &now());
    }
    it
}

fn ids(list: &[&Quick]) -> Vec<&'static str> {
    list.iter().map(|it| it.id).collect()
}

#[test]
fn an_answer_counts_for_all_that_the_question_is_about_and_is_taken_back_in_one() {
    let leavers = question("leavers");
    let mut it = Assessment::new("test".parse().expect("an id"), "Test", now());
    let before = it.clone();
    let undo = it.apply(&leavers.answer(Level::Operating), &now());
    for item in &leavers.answers {
        let ItemRef::Control(id) = item else { panic!("{item:?}") };
        assert_eq!(it.controls.get(id).and_then(|entry| entry.item.level), Some(Level::Operating));
        assert!(!it.decision(*id).is_decided(), "whether it applies, a person decides");
    }
    assert_eq!(leavers.level(&it), Some(Level::Operating));
    it.apply(&undo, &now());
    assert_eq!(it.controls, before.controls);
}

#[test]
fn a_question_is_as_far_as_the_least_of_what_it_answers_and_open_while_some_of_it_is() {
    let mut it = answered(&[("causes", Level::Evidenced)]);
    set(&mut it, requirement("10.2-c"), Some(Level::Planned));
    assert_eq!(question("causes").level(&it), Some(Level::Planned));
    set(&mut it, requirement("10.2-c"), None);
    assert_eq!(question("causes").level(&it), None);
}

#[test]
fn what_an_auditor_stops_on_is_eight_at_most_the_gravest_and_the_least_done_first() {
    use Level::{Defined, NotStarted, Operating, Planned};
    let said = answered(&[
        ("backup", NotStarted),
        ("scope", Planned),
        ("internal_audit", NotStarted),
        ("policy", Defined),
        ("two_step", Defined),
        ("suppliers", Operating),
    ]);
    let said = Said::new(&CATALOGUE, &said);
    assert_eq!(ids(&said.stops), ["internal_audit", "scope", "backup", "two_step"]);
    assert_eq!(ids(&said.strengths), ["suppliers", "policy"], "a policy is there once it is written down");
    assert_eq!(said.answered, 6);

    let all: Vec<_> = CATALOGUE.quick.iter().map(|it| (it.id, NotStarted)).collect();
    let said = answered(&all);
    let said = Said::new(&CATALOGUE, &said);
    assert_eq!((said.stops.len(), said.strengths.len()), (8, 0));
    assert!(said.stops.iter().all(|it| it.is_major));
}

#[test]
fn of_what_is_open_or_not_known_nothing_is_said() {
    let mut it = Assessment::new("test".parse().expect("an id"), "Test", now());
    assert_eq!(Said::new(&CATALOGUE, &it), Said { stops: vec![], strengths: vec![], answered: 0 });
    it.apply(&question("scope").unsure(), &now());
    assert!(it.is_unsure(requirement("4.3-document")) && question("scope").is_unsure(&it));
    assert_eq!(Said::new(&CATALOGUE, &it).answered, 0);
    it.apply(&question("scope").answer(Level::Defined), &now());
    assert!(!question("scope").is_unsure(&it));
}

#[test]
fn every_question_says_what_an_auditor_stops_on_and_what_is_good() {
    for it in &CATALOGUE.quick {
        assert!(it.question.ends_with('?') && it.stop.ends_with('.') && it.strength.ends_with('.'), "{}", it.id);
    }
    assert!((20..=25).contains(&CATALOGUE.quick.len()));
}

#[test]
fn the_way_goes_on_at_the_first_step_that_is_not_done_and_ends_at_the_results() {
    let mut it = Assessment::new("test".parse().expect("an id"), "Test", now());
    assert!(!it.is_begun());
    assert_eq!(Step::to_go_on(&CATALOGUE, &it), Step::Quick);
    for asked in &CATALOGUE.quick {
        it.apply(&asked.answer(Level::Operating), &now());
    }
    assert!(it.is_begun());
    assert_eq!(Step::to_go_on(&CATALOGUE, &it), Step::Organisation);

    let mut settled = settled(Stage::Two);
    assert_eq!(Step::to_go_on(&CATALOGUE, &settled), Step::Organisation);
    let facts: serde_json::Map<_, _> = CATALOGUE.facts.iter().map(|it| (it.id.to_owned(), json!(true))).collect();
    let who = assessment(json!({ "profile": {
        "organisation": "Acme", "people": 12, "sites": 1, "sector": "software", "scope": "all", "target_date": "2027-05-01",
        "facts": facts,
    }}));
    (settled.profile, settled.facts) = (who.profile, who.facts);
    assert_eq!(Step::to_go_on(&CATALOGUE, &settled), Step::Risks, "a register without a risk is not begun");
    settled.risks = assessment(json!({ "risks": [
        { "id": "R1", "title": "Fire", "likelihood": 1, "impact": 3, "treatment": "modify" }
    ]}))
    .risks;
    assert_eq!(Step::to_go_on(&CATALOGUE, &settled), Step::Results);
}

#[test]
fn an_assessment_without_a_name_of_its_own_is_called_as_the_firm() {
    let mut it = Assessment::new("test".parse().expect("an id"), "My assessment", now());
    assert_eq!(it.name(&CATALOGUE), "My assessment");
    it.profile.organisation = "Acme Ltd ".to_owned();
    assert_eq!(it.name(&CATALOGUE), "Acme Ltd");
    it.title = "Acme 2027".to_owned();
    assert_eq!(it.name(&CATALOGUE), "Acme 2027");
}

#[test]
fn an_example_stays_one_in_its_file_and_its_copies() {
    let it = Assessment { example: true, ..Assessment::new("test".parse().expect("an id"), "Test", now()) };
    let read = Assessment::from_file(&it.to_file(&CATALOGUE), &CATALOGUE).expect("our own file");
    assert!(read.example && read.next_cycle("next".parse().expect("an id"), "Next", now(), true).example);
    assert!(!assessment(json!({})).to_file(&CATALOGUE).contains("example"), "what is not said is not written");
}
