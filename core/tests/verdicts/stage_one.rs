//! The boundaries of stage 1.

use super::*;

/// Stage 1 just met, but for so many requirements with target 2, outside of what stage 1 rests on, that are at 1: each
/// lacks half of itself.
fn with_halves(halves: usize) -> Assessment {
    let rested_on = |id: &_| {
        let subclause = CATALOGUE.subclause_of(*id).id;
        ["4.3", "5.2", "6.1.2", "6.1.3", "8.2"].contains(&subclause)
            || subclause.starts_with("9.2")
            || subclause.starts_with("9.3")
    };
    let mut assessment = settled(Stage::One);
    let decided = |id: &_| CATALOGUE.requirement(*id).target(Stage::One, &CATALOGUE) == Level::Defined;
    let ids: Vec<_> = CATALOGUE.requirement_ids().filter(|id| decided(id) && !rested_on(id)).take(halves).collect();
    assert_eq!(ids.len(), halves, "the catalogue has as many");
    ids.into_iter().for_each(|id| set(&mut assessment, id, Some(Level::Planned)));
    assessment
}

#[test]
fn stage_1_needs_80_percent_of_requirements_documents_and_controls() {
    // 80 % of 146 is 116.8: 117 answers are enough. 80 % of 17 documents is 13.6, of 93 controls 74.4.
    let answers = |open_ones| stage_one(&open(settled(Stage::Two), open_ones));
    assert_judged(&answers(30), Verdict::Open, &[unanswered(Share::Requirements, 80)]);
    assert_ne!(answers(29).verdict, Verdict::Open);

    let documents = |open_ones: usize| {
        let ids = CATALOGUE.always_mandatory().map(|id| id.name(&CATALOGUE)).take(open_ones);
        stage_one(&ids.fold(settled(Stage::Two), |it, id| with_document(it, id, None)))
    };
    assert_judged(&documents(4), Verdict::Open, &[unanswered(Share::Documents, 80)]);
    assert_eq!(documents(3), ready());

    let controls = |undecided: usize| {
        let mut assessment = settled(Stage::Two);
        CATALOGUE.control_ids().take(undecided).for_each(|id| drop(assessment.controls.remove(&id)));
        stage_one(&assessment)
    };
    assert_judged(&controls(19), Verdict::Open, &[unanswered(Share::Controls, 80)]);
    assert_ne!(controls(18).verdict, Verdict::Open);
    // A document that the organisation itself judges necessary counts nowhere.
    assert_eq!(stage_one(&with_document(settled(Stage::Two), "doc-necessary", None)), ready());
}

#[test]
fn stage_1_is_not_ready_below_60_percent() {
    // Without any halves 146 of 146 are met. Not all that lack can be halves: some are at 0.
    let low = |zeros: usize| {
        let mut assessment = with_halves(65);
        let halves: Vec<_> = CATALOGUE
            .requirement_ids()
            .filter(|id| {
                assessment.level(*id) == Some(Level::Planned)
                    && CATALOGUE.requirement(*id).target(Stage::One, &CATALOGUE) == Level::Defined
            })
            .collect();
        halves.iter().take(zeros).for_each(|id| set(&mut assessment, *id, Some(Level::NotStarted)));
        assessment
    };
    // 65 halves lack 32.5; each that is at 0 lacks another half. 60 % of 146 is 87.6: 58 may lack, 58.5 may not.
    let above = low(51);
    assert_eq!(outcome(&above).readiness.one.low.to_string(), "60.3");
    assert_eq!(stage_one(&above).verdict, Verdict::Nearly);
    let below = low(52);
    assert_eq!(outcome(&below).readiness.one.low.to_string(), "59.9");
    // One of those at 0 is enough, and the first in the standard is named.
    let raise = vec![requirement("4.1-issues")];
    assert_judged(&stage_one(&below), Verdict::NotReady, &[Obstacle::Readiness { raise, percent: 60 }]);
}

#[test]
fn stage_1_is_nearly_ready_below_90_percent() {
    // 29 halves missing leave 131.5, which is 90.07 %; 30 leave 131, which is 89.73 %.
    assert_eq!(stage_one(&with_halves(29)), ready());
    let raise = vec![requirement("4.1-issues")];
    assert_judged(&stage_one(&with_halves(30)), Verdict::Nearly, &[Obstacle::Readiness { raise, percent: 90 }]);
}

#[test]
fn the_fewest_raises_take_what_adds_most() {
    // 30 halves are missing, as above, and 10.2-f, a record with target 1, goes from 1 to 0: 130 of 146. 131.4 are wanted.
    // The record adds 1, each half 0.5: the record and one half do it, three halves would be more.
    let assessment = lowered(with_halves(30), &[("10.2-f", Level::NotStarted)]);
    // An approved document about nothing would contradict it.
    let assessment = with_document(assessment, "doc-nonconformities", None);
    let raise = requirements(&["4.1-issues", "10.2-f"]);
    assert_judged(&stage_one(&assessment), Verdict::Nearly, &[Obstacle::Readiness { raise, percent: 90 }]);
}

#[test]
fn stage_1_waits_for_the_documents_that_it_looks_for() {
    let with = |id, status| stage_one(&with_document(settled(Stage::One), id, Some(status)));
    let one = |id, status, verdict, rule| {
        let judgement: Judgement = with(id, status);
        assert_eq!((judgement.verdict, judgement.between.len()), (verdict, 1), "{id}");
        assert_findings(&judgement.between[0], rule, None, &[id]);
    };
    one("doc-soa", DocumentStatus::Missing, Verdict::NotReady, "document_missing");
    one("doc-treatment-plan", DocumentStatus::Missing, Verdict::NotReady, "document_missing");
    one("doc-objectives", DocumentStatus::Missing, Verdict::Nearly, "document_missing");
    one("doc-soa", DocumentStatus::Draft, Verdict::Nearly, "document_draft");
    // A major that only stage 2 looks for, a minor, a draft.
    assert_eq!(with("doc-management-review", DocumentStatus::Missing), ready());
    assert_eq!(with("doc-competence", DocumentStatus::Missing), ready());
    assert_eq!(with("doc-operation", DocumentStatus::Draft), ready());
}

#[test]
fn stage_1_is_not_ready_without_scope_policy_risk_assessment_or_treatment() {
    for id in ["4.3", "5.2", "6.1.2", "6.1.3"] {
        let all: Vec<_> =
            CATALOGUE.requirement_ids_in(CATALOGUE.subclauses[subclause(id)].requirements.clone()).collect();
        let mut assessment = settled(Stage::One);
        for requirement in &all {
            set(&mut assessment, *requirement, Some(Level::Planned));
        }
        let judgement = stage_one(&assessment);
        assert_eq!(judgement.verdict, Verdict::NotReady, "{id}");
        let [Obstacle::Subclause { subclause: at, raise }] = &judgement.between[..] else { panic!("{judgement:?}") };
        // One step is enough for 'nearly': the one that adds most, the first of those.
        assert_eq!((*at, raise.len()), (subclause(id), 1));
        set(&mut assessment, raise[0], Some(CATALOGUE.requirement(raise[0]).target(Stage::One, &CATALOGUE)));
        assert_eq!(stage_one(&assessment).verdict, Verdict::Nearly, "{id}");
    }
    // Nothing of another sub-clause is no more than low readiness.
    assert_eq!(
        stage_one(&lowered(
            settled(Stage::One),
            &[
                ("7.4-a", Level::NotStarted),
                ("7.4-b", Level::NotStarted),
                ("7.4-c", Level::NotStarted),
                ("7.4-d", Level::NotStarted)
            ]
        )),
        ready()
    );
}

#[test]
fn stage_1_wants_each_item_that_it_rests_on_at_its_target() {
    for (id, level) in [
        ("4.3-a", Level::Planned),
        ("5.2-f", Level::Planned),
        ("6.1.2-d1", Level::Defined),
        ("6.1.3-f", Level::NotStarted),
        ("6.1.3-c", Level::Defined),
        ("8.2-document", Level::Defined),
        ("9.2.2-document", Level::Planned),
        ("9.3.2-a", Level::Planned),
    ] {
        let expected = [Obstacle::Subclause {
            subclause: CATALOGUE.requirement(requirement(id)).subclause,
            raise: requirements(&[id]),
        }];
        let mut assessment = lowered(settled(Stage::One), &[(id, level)]);
        assert_judged(&stage_one(&assessment), Verdict::Nearly, &expected);
        // And open is no better.
        set(&mut assessment, requirement(id), None);
        assert_judged(&stage_one(&assessment), Verdict::Nearly, &expected);
    }
    assert_eq!(stage_one(&lowered(settled(Stage::One), &[("8.3-implement", Level::Planned)])), ready());
}

#[test]
fn what_is_raised_anyway_counts_for_readiness() {
    // 30 halves are missing, and one of 6.1.2-d1 too: a third of it. Raising that is needed and not enough, 0.4 lack.
    let assessment = lowered(with_halves(30), &[("6.1.2-d1", Level::Defined)]);
    let between = [
        Obstacle::Subclause { subclause: subclause("6.1.2"), raise: requirements(&["6.1.2-d1"]) },
        Obstacle::Readiness { raise: requirements(&["4.1-issues"]), percent: 90 },
    ];
    assert_judged(&stage_one(&assessment), Verdict::Nearly, &between);
    // 29 halves and that one: raising it is enough.
    let assessment = lowered(with_halves(29), &[("6.1.2-d1", Level::Defined)]);
    assert_judged(&stage_one(&assessment), Verdict::Nearly, &between[..1]);
}
