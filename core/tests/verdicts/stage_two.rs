//! The boundaries of stage 2.

use super::*;

#[test]
fn stage_2_needs_95_percent_and_levels_too() {
    // 95 % of 146 is 138.7, of 17 documents 16.15, of 93 controls 88.35.
    let answers = |open_ones| stage_two(&open(settled(Stage::Two), open_ones));
    assert_judged(&answers(8), Verdict::Open, &[unanswered(Share::Requirements, 95)]);
    assert_eq!(answers(7), ready());

    let documents = stage_two(&with_document(settled(Stage::Two), "doc-external", None));
    assert_judged(&documents, Verdict::Open, &[unanswered(Share::Documents, 95)]);

    // An applicable control without a level is not known; an excluded one needs none.
    let controls = |bare: usize, decision: &str| {
        let it = json!({ "decision": decision, "reasons": ["legal"], "justification": "Words." });
        let bare: Vec<_> = CATALOGUE.controls.iter().take(bare).map(|control| (control.id, it.clone())).collect();
        stage_two(&with_controls(settled(Stage::Two), &bare))
    };
    assert_judged(&controls(5, "applicable"), Verdict::Open, &[unanswered(Share::Levels, 95)]);
    assert_eq!(controls(4, "applicable"), ready());
    assert_eq!(controls(5, "excluded"), ready());
    // Stage 1 asks for the decision alone.
    let bare: Vec<_> = CATALOGUE
        .controls
        .iter()
        .map(|control| (control.id, json!({ "decision": "applicable", "reasons": ["legal"] })))
        .collect();
    assert_ne!(stage_one(&with_controls(settled(Stage::One), &bare)).verdict, Verdict::Open);
    // Of four without a level and two undecided, one level is the shortest way.
    let mut assessment = with_controls(settled(Stage::Two), &bare[..4]);
    CATALOGUE.control_ids().rev().take(2).for_each(|id| drop(assessment.controls.remove(&id)));
    let more = |share, more| Obstacle::Unanswered { share, more, percent: 95 };
    assert_judged(&stage_two(&assessment), Verdict::Open, &[more(Share::Levels, 2)]);
}

#[test]
fn stage_2_is_open_while_something_it_rests_on_is() {
    for id in
        ["6.1.2-b", "6.1.3-f", "8.2-perform", "8.3-document", "9.2.1-b", "9.2.2-c", "9.3.1-interval", "9.3.3-document"]
    {
        let mut assessment = settled(Stage::Two);
        set(&mut assessment, requirement(id), None);
        assert_judged(&stage_two(&assessment), Verdict::Open, &[Obstacle::Open(requirements(&[id]))]);
    }
    // Answering those counts for the share: of 9 open ones two are enough, and seven may stay open.
    let mut assessment = open(settled(Stage::Two), 7);
    for id in ["6.1.2-b", "9.2.1-b"] {
        set(&mut assessment, requirement(id), None);
    }
    let rested_on = Obstacle::Open(requirements(&["6.1.2-b", "9.2.1-b"]));
    assert_judged(&stage_two(&assessment), Verdict::Open, std::slice::from_ref(&rested_on));
    // One more is counted beside those two, and says so: it is not as many as the share lacks.
    let assessment = open(assessment, 8);
    assert_judged(&stage_two(&assessment), Verdict::Open, &[rested_on, unanswered(Share::Others, 95)]);
    let said = unanswered(Share::Others, 95).words(&CATALOGUE, &assessment);
    assert_eq!(said, "Beside those, answer 1 more requirement, so that 95\u{a0}% of all have an answer.");
}

#[test]
fn stage_2_is_not_ready_with_a_major_and_nearly_with_a_minor() {
    let judged = |levels: &[(&str, Level)]| stage_two(&lowered(settled(Stage::Two), levels));
    let minor = judged(&[("7.3-b", Level::Planned), ("7.3-c", Level::Defined)]);
    assert_eq!((minor.verdict, minor.between.len()), (Verdict::Nearly, 1));
    assert_findings(&minor.between[0], "partial", Some("7.3"), &["7.3-b", "7.3-c"]);

    // Three of three are systemic: one of them is enough for a minor, and 7.3-c is nearer.
    let systemic = judged(&[("7.3-a", Level::Planned), ("7.3-b", Level::Planned), ("7.3-c", Level::Defined)]);
    assert_eq!((systemic.verdict, systemic.between.len()), (Verdict::NotReady, 1));
    assert_findings(&systemic.between[0], "systemic", Some("7.3"), &["7.3-c"]);

    // All four of 7.4 are absent: with one of them done, three of four would be systemic, so two are needed.
    let absent = judged(&["7.4-a", "7.4-b", "7.4-c", "7.4-d"].map(|id| (id, Level::Planned)));
    assert_findings(&absent.between[0], "absent", Some("7.4"), &["7.4-a", "7.4-b"]);
    assert_eq!(absent.verdict, Verdict::NotReady);

    // One sentence of the standard is all there is of 10.1: a minor.
    let single = judged(&[("10.1-improvement", Level::NotStarted)]);
    assert_findings(&single.between[0], "absent", Some("10.1"), &["10.1-improvement"]);
    assert_eq!(single.verdict, Verdict::Nearly);

    // Several documents are one obstacle.
    let mut drafts = settled(Stage::Two);
    for id in ["doc-scope", "doc-external"] {
        drafts = with_document(drafts, id, Some(DocumentStatus::Draft));
    }
    let drafts = stage_two(&drafts);
    assert_eq!((drafts.verdict, drafts.between.len()), (Verdict::Nearly, 1));
    assert_findings(&drafts.between[0], "document_draft", None, &["doc-scope", "doc-external"]);
}

#[test]
fn stage_2_asks_for_the_fewest_controls_in_practice() {
    // 50 of 93 are planned, with an owner and a date: four done leave 46, which is not more than half.
    let planned = json!({
        "decision": "applicable", "reasons": ["legal"], "level": "planned", "owner": "Ada", "due": "2027-01-01",
    });
    let low: Vec<_> = CATALOGUE.controls.iter().take(50).map(|it| (it.id, planned.clone())).collect();
    let judgement = stage_two(&with_controls(settled(Stage::Two), &low));
    assert_eq!((judgement.verdict, judgement.between.len()), (Verdict::NotReady, 1));
    assert_findings(
        &judgement.between[0],
        "treatment_not_implemented",
        Some("8.3"),
        &["A.5.1", "A.5.2", "A.5.3", "A.5.4"],
    );
    let words = judgement.between[0].words(&CATALOGUE, &settled(Stage::Two));
    assert!(words.contains("4 more applicable controls") && words.contains("and 1 more"), "{words}");
}

#[test]
fn missing_evidence_keeps_nobody_from_being_ready_but_of_records() {
    let mut assessment = settled(Stage::Two);
    let is_record = |id: &_| CATALOGUE.requirement(*id).kind == readiness::catalogue::Kind::Record;
    for id in CATALOGUE.requirement_ids().filter(|id| !is_record(id)) {
        assessment.apply(&Edit::answer(id).evidence(Vec::new()), &now());
    }
    assert!(outcome(&assessment).findings.iter().all(|it| it.rule.name == "no_evidence"));
    assert_eq!(stage_two(&assessment), ready());
    let record = requirement("9.3.3-document");
    assessment.apply(&Edit::answer(record).evidence(Vec::new()), &now());
    let judgement = stage_two(&assessment);
    assert_findings(&judgement.between[0], "unproven_record", Some("9.3.3"), &["9.3.3-document"]);
    assert_eq!(judgement.verdict, Verdict::Nearly);
}

#[test]
fn a_control_without_an_owner_and_a_date_is_a_minor() {
    let mut assessment = settled(Stage::Two);
    let id = control("A.8.7");
    assessment.apply(&Edit::control(id).item().level(Some(Level::Planned)), &now());
    let judgement = stage_two(&assessment);
    assert_findings(&judgement.between[0], "control_gap", Some("8.3"), &["A.8.7"]);
    assert_eq!(judgement.verdict, Verdict::Nearly);
    assert_eq!(outcome(&assessment).findings[0].items, [ItemRef::from(id)]);
}
