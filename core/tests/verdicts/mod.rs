//! The boundaries of each verdict, on both sides; and the shortest list of what stands before the next better one.

mod stage_one;
mod stage_two;

use crate::common::*;
use readiness::assessment::{DocumentStatus, Level};
use readiness::target::Stage;
use readiness::verdict::{Judgement, Obstacle, Share, Verdict};
use readiness::{Assessment, Edit, ItemRef};
use serde_json::{Value, json};

fn stage_one(assessment: &Assessment) -> Judgement {
    outcome(assessment).judgement.one
}

fn stage_two(assessment: &Assessment) -> Judgement {
    outcome(assessment).judgement.two
}

fn ready() -> Judgement {
    Judgement { verdict: Verdict::Ready, between: vec![] }
}

#[track_caller]
fn assert_judged(judgement: &Judgement, verdict: Verdict, between: &[Obstacle]) {
    assert_eq!((judgement.verdict, &judgement.between[..]), (verdict, between));
}

fn with_document(mut assessment: Assessment, id: &str, status: Option<DocumentStatus>) -> Assessment {
    let id = CATALOGUE.parse_document(id).expect("a document");
    assessment.apply(&Edit::document(id).status(status), &now());
    assessment
}

fn lowered(mut assessment: Assessment, levels: &[(&str, Level)]) -> Assessment {
    levels.iter().for_each(|(id, level)| set(&mut assessment, requirement(id), Some(*level)));
    assessment
}

/// With controls as given in place of those that are settled.
fn with_controls(mut assessment: Assessment, controls: &[(&str, Value)]) -> Assessment {
    let controls: serde_json::Map<_, _> = controls.iter().map(|(id, it)| ((*id).to_owned(), it.clone())).collect();
    assessment.controls.extend(self::assessment(json!({ "controls": controls })).controls);
    assessment
}

/// Opens requirements that no stage rests on, the first in the standard first.
fn open(mut assessment: Assessment, n: usize) -> Assessment {
    let rested_on = |id: &_| {
        let subclause = CATALOGUE.subclause_of(*id).id;
        ["4.3", "5.2", "6.1.2", "6.1.3", "8.2", "8.3"].contains(&subclause) || subclause.starts_with("9.")
    };
    CATALOGUE.requirement_ids().filter(|id| !rested_on(id)).take(n).for_each(|id| set(&mut assessment, id, None));
    assessment
}

fn unanswered(share: Share, percent: u64) -> Obstacle {
    Obstacle::Unanswered { share, more: 1, percent }
}

fn subclause(id: &str) -> usize {
    CATALOGUE.subclause(id).expect("a sub-clause")
}

fn requirements(ids: &[&str]) -> Vec<readiness::catalogue::RequirementId> {
    ids.iter().map(|id| requirement(id)).collect()
}

/// An obstacle of likely findings: rule, sub-clause, items.
#[track_caller]
fn assert_findings(obstacle: &Obstacle, rule: &str, at: Option<&str>, expected: &[&str]) {
    let Obstacle::Findings { rule: found, subclause: place, items } = obstacle else { panic!("{obstacle:?}") };
    let names: Vec<_> = items.iter().map(|item| item.name(&CATALOGUE)).collect();
    assert_eq!(
        (found.name, *place, &names[..]),
        (rule, at.map(subclause), &expected.iter().map(|it| (*it).into()).collect::<Vec<_>>()[..])
    );
}

#[test]
fn what_just_meets_a_stage_is_ready_for_it() {
    assert_eq!(stage_one(&settled(Stage::One)), ready());
    assert_eq!(stage_two(&settled(Stage::Two)), ready());
    // What is ready for stage 2 is ready for stage 1, since nothing of stage 1 asks for more.
    assert_eq!(stage_one(&settled(Stage::Two)), ready());
    // And stage 1 does not mind what only stage 2 asks: decided, but not done.
    assert_eq!(stage_two(&settled(Stage::One)).verdict, Verdict::NotReady);
}

#[test]
fn answers_alone_are_too_little_to_say_anything() {
    // All 146 answered with the best, and nothing said about documents and controls.
    let judgement = stage_one(&meeting(Stage::Two));
    let between = [
        Obstacle::Unanswered { share: Share::Documents, more: 14, percent: 80 },
        Obstacle::Unanswered { share: Share::Controls, more: 75, percent: 80 },
    ];
    assert_judged(&judgement, Verdict::Open, &between);
    let between = [
        Obstacle::Unanswered { share: Share::Documents, more: 17, percent: 95 },
        Obstacle::Unanswered { share: Share::Controls, more: 89, percent: 95 },
    ];
    assert_judged(&stage_two(&meeting(Stage::Two)), Verdict::Open, &between);
}

#[test]
fn both_stages_want_each_control_justified() {
    let bare = |n: usize| -> Vec<_> {
        let bare = json!({ "decision": "applicable", "reasons": ["business"], "level": "operating" });
        CATALOGUE.controls.iter().take(n).map(|it| (it.id, bare.clone())).collect()
    };
    // 6.1.3-d-inclusion at 2 says nothing about practice, so nothing contradicts.
    let minor = stage_one(&with_controls(settled(Stage::One), &bare(1)));
    assert_eq!((minor.verdict, minor.between.len()), (Verdict::Nearly, 1));
    assert_findings(&minor.between[0], "soa_incomplete", Some("6.1.3"), &["A.5.1"]);
    // 24 are a major: one of them less is a minor.
    for judgement in [
        stage_one(&with_controls(settled(Stage::One), &bare(24))),
        stage_two(&with_controls(settled(Stage::Two), &bare(24))),
    ] {
        assert_eq!((judgement.verdict, judgement.between.len()), (Verdict::NotReady, 1));
        assert_findings(&judgement.between[0], "soa_incomplete", Some("6.1.3"), &["A.5.1"]);
    }
    assert_eq!(stage_two(&with_controls(settled(Stage::Two), &bare(23))).verdict, Verdict::Nearly);
}

#[test]
fn no_verdict_is_ready_while_answers_contradict_each_other() {
    // Results of corrective actions are kept, while nobody reviews whether they worked: 10.2-d at 2.
    let mut assessment = lowered(settled(Stage::One), &[("10.2-g", Level::Evidenced), ("10.2-d", Level::Defined)]);
    assessment.apply(&Edit::answer(requirement("10.2-g")).evidence(vec!["Register".into()]), &now());
    assert_judged(&stage_one(&assessment), Verdict::Nearly, &[Obstacle::Contradictions(1)]);
    // For stage 2, a contradiction that is no finding: an excluded control that is said to be in place.
    let excluded = json!({ "decision": "excluded", "justification": "None.", "level": "operating" });
    let assessment = with_controls(settled(Stage::Two), &[("A.7.6", excluded)]);
    assert_judged(&stage_two(&assessment), Verdict::Nearly, &[Obstacle::Contradictions(1)]);
    assert_judged(&stage_one(&assessment), Verdict::Nearly, &[Obstacle::Contradictions(1)]);
    // A point to check blocks nothing.
    let mut assessment = settled(Stage::Two);
    let soa = CATALOGUE.parse_document("doc-soa").expect("a document");
    assessment.apply(&Edit::document(soa).reviewed(Some(day("2020-01-01"))), &now());
    assert_eq!(outcome(&assessment).points.len(), 1);
    assert_eq!((stage_one(&assessment), stage_two(&assessment)), (ready(), ready()));
}

#[test]
fn thresholds_are_exact_and_not_those_of_the_rounded_figure() {
    // Of 146 requirements no sum lies between 59.95 % and 60 %, so this takes a catalogue of another size: 834
    // records, each met or not; 500 of them are 59.952 %.
    let mut tally = readiness::scoring::Tally::default();
    (0..834).for_each(|n| {
        tally.count(Some(if n < 500 { Level::Planned } else { Level::NotStarted }), Level::Planned);
    });
    assert_eq!(tally.interval().low.to_string(), "60.0");
    assert!(tally.lacks(60) > 0);
}
