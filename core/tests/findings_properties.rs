//! What holds for every assessment: findings, verdicts, and what resolves them.

use crate::common::*;
use proptest::prelude::*;
use readiness::applicability::accept;
use readiness::assessment::{Decision, DocumentStatus, Level};
use readiness::catalogue::Mandatory;
use readiness::findings::{Finding, Grade, Place};
use readiness::target::Stage;
use readiness::verdict::{Obstacle, Share, Verdict};
use readiness::what_if::{clear, resolve};
use readiness::{Assessment, Edit, ItemRef, Outcome};
use std::collections::{BTreeSet, HashSet};

fn about_levels(outcome: &Outcome) -> impl Iterator<Item = &Finding> {
    let rules = ["absent", "systemic", "partial"];
    outcome.findings.iter().filter(move |finding| rules.contains(&finding.rule.name))
}

fn named(outcome: &Outcome, place: Place) -> BTreeSet<ItemRef> {
    about_levels(outcome).filter(|it| it.place == place).flat_map(|it| it.items.clone()).collect()
}

fn majors(outcome: &Outcome) -> usize {
    outcome.graded(Grade::Major).count()
}

fn with(assessment: &Assessment, edits: Vec<Edit>) -> Assessment {
    let mut assessment = assessment.clone();
    assessment.apply(&Edit::Batch(edits), &now());
    assessment
}

/// Leaves open what is said about documents and levels of undecided controls: once decided, they would be findings of
/// their own.
fn without_waiting_documents(mut assessment: Assessment) -> Assessment {
    for id in CATALOGUE.control_ids() {
        if !assessment.decision(id).is_decided() {
            assessment.apply(&Edit::control(id).item().level(None), &now());
        }
    }
    for id in CATALOGUE.document_ids() {
        let Mandatory::WhenApplicable(control) = CATALOGUE.document(id).mandatory else { continue };
        if !assessment.decision(control).is_decided() {
            assessment.documents.remove(&id);
        }
    }
    assessment
}

/// Answers what is open, so that it is not `open` any longer.
fn answered(mut assessment: Assessment) -> Assessment {
    for id in CATALOGUE.requirement_ids() {
        if assessment.level(id).is_none() {
            set(&mut assessment, id, Some(Level::Evidenced));
        }
    }
    for id in CATALOGUE.always_mandatory() {
        if assessment.document_status(id).is_none() {
            assessment.apply(&Edit::document(id).status(Some(DocumentStatus::Approved)), &now());
        }
    }
    for id in CATALOGUE.control_ids() {
        if !assessment.decision(id).is_decided() {
            let excluded = Decision::Excluded { justification: "There are none.".to_owned() };
            assessment.apply(&Edit::control(id).decision(&excluded), &now());
        }
        if assessment.controls.get(&id).is_none_or(|entry| entry.item.level.is_none()) {
            assessment.apply(&Edit::control(id).item().level(Some(Level::Defined)), &now());
        }
    }
    assessment
}

/// Whether nothing keeps a stage from a verdict but contradictions, which came with what was cleared.
fn only_contradicted(outcome: &Outcome, stage: Stage) -> bool {
    matches!(outcome.judgement.get(stage).between[..], [Obstacle::Contradictions(_)])
}

proptest! {
    #![proptest_config(config())]

    /// In the sub-clause itself, raising a level may turn a major into a minor for the items that stay behind, since
    /// `absent` no longer speaks for them; it never names an item that was not named before. A record at 4 is asked for
    /// its evidence, and what reaches its target for something that shows it: those are no rules about levels.
    #[test]
    fn raising_a_level_never_adds_a_finding_elsewhere(
        before in any_assessment(), id in any_requirement(), level in any_level(),
    ) {
        prop_assume!(before.level(id).is_some());
        let raised = before.level(id).max(Some(level));
        let own = Place::Subclause(CATALOGUE.requirement(id).subclause);
        let after = with(&before, vec![Edit::answer(id).level(raised)]);
        let (before, after) = (outcome(&before), outcome(&after));
        let elsewhere = |outcome: &Outcome| {
            outcome.findings.iter().filter(|it| it.place != own).cloned().collect::<Vec<_>>()
        };
        prop_assert_eq!(elsewhere(&before), elsewhere(&after));
        prop_assert!(named(&after, own).is_subset(&named(&before, own)));
        prop_assert!(majors(&after) <= majors(&before));
    }

    #[test]
    fn verdicts_never_get_worse_when_a_level_or_a_document_rises(
        before in any_assessment(),
        raises in prop::collection::vec((any_requirement(), any_level()), 0..40),
        document in prop::sample::select(CATALOGUE.document_ids().collect::<Vec<_>>()),
        control in prop::sample::select(CATALOGUE.control_ids().collect::<Vec<_>>()),
    ) {
        for before in [before.clone(), answered(before)] {
            let mut after = before.clone();
            for (id, level) in &raises {
                // The set of answered items stays the same.
                if let Some(known) = after.level(*id) {
                    set(&mut after, *id, Some(known.max(*level)));
                }
            }
            if before.document_status(document).is_some() {
                after.apply(&Edit::document(document).status(Some(DocumentStatus::Approved)), &now());
            }
            if before.controls.get(&control).is_some_and(|entry| entry.item.level.is_some()) {
                after.apply(&Edit::control(control).item().level(Some(Level::Operating)), &now());
            }
            // A record that proves something is shown too.
            for (id, answer) in before.answers.iter() {
                if !answer.item.has_evidence() {
                    after.apply(&Edit::answer(*id).evidence(vec!["Minutes".into()]), &now());
                }
            }
            let (before, after) = (outcome(&before), outcome(&after));
            for stage in Stage::ALL {
                let better = before.judgement.get(stage).verdict <= after.judgement.get(stage).verdict;
                prop_assert!(better || only_contradicted(&after, stage));
            }
        }
    }

    #[test]
    fn a_finding_is_gone_once_it_is_resolved(assessment in any_assessment()) {
        let before = outcome(&assessment);
        for finding in &before.findings {
            let after = outcome(&with(&assessment, resolve(&CATALOGUE, &assessment, &[finding])));
            let same = |it: &&Finding| (it.rule, it.place) == (finding.rule, finding.place);
            prop_assert_eq!(after.findings.iter().find(same), None);
        }
    }

    #[test]
    fn nothing_grave_is_left_once_all_findings_are_resolved(assessment in any_assessment()) {
        let assessment = without_waiting_documents(assessment);
        let before = outcome(&assessment);
        let all: Vec<&Finding> = before.findings.iter().collect();
        let after = outcome(&with(&assessment, resolve(&CATALOGUE, &assessment, &all)));
        // Deciding controls that had been left open may bring their number to where the others count.
        let grave = after.findings.iter().find(|it| it.grade != Grade::Opportunity && it.rule.name != "soa_incomplete");
        prop_assert_eq!(grave, None);
    }

    /// The list is enough, and all of it is needed.
    #[test]
    fn what_stands_between_two_verdicts_is_all_that_does(assessment in any_assessment()) {
        let assessment = without_waiting_documents(answered(assessment));
        let before = outcome(&assessment);
        for stage in Stage::ALL {
            let judgement = before.judgement.get(stage);
            let after = |between: &[Obstacle]| {
                let cleared = with(&assessment, clear(&CATALOGUE, &assessment, between));
                outcome(&cleared)
            };
            prop_assert_eq!(judgement.between.is_empty(), judgement.verdict == Verdict::Ready);
            // Which side of a contradiction is wrong, nobody can foresee.
            let between: Vec<_> =
                judgement.between.iter().filter(|it| !matches!(it, Obstacle::Contradictions(_))).cloned().collect();
            if between.is_empty() {
                continue;
            }
            let cleared = after(&between);
            let better = cleared.judgement.get(stage).verdict > judgement.verdict;
            prop_assert!(better || only_contradicted(&cleared, stage), "{:?}", cleared.judgement.get(stage));
            let is_no_better = |less: &[Obstacle]| after(less).judgement.get(stage).verdict == judgement.verdict;
            for left_out in 0..between.len() {
                let mut less = between.clone();
                less.remove(left_out);
                prop_assert!(is_no_better(&less), "without {:?}", between[left_out]);
            }
            for (index, obstacle) in between.iter().enumerate() {
                for shorter in shortened(obstacle) {
                    let mut less = between.clone();
                    less[index] = shorter;
                    prop_assert!(is_no_better(&less), "{:?} can be shorter", obstacle);
                }
            }
        }
    }

    #[test]
    fn an_open_verdict_asks_for_just_enough(assessment in any_assessment()) {
        let before = outcome(&assessment);
        for stage in Stage::ALL {
            let judgement = before.judgement.get(stage);
            if judgement.verdict != Verdict::Open {
                continue;
            }
            let verdict = |between: &[Obstacle]| {
                outcome(&with(&assessment, unforeseen(&assessment, between))).judgement.get(stage).verdict
            };
            prop_assert!(verdict(&judgement.between) > Verdict::Open, "{:?}", judgement.between);
            for (index, obstacle) in judgement.between.iter().enumerate() {
                for shorter in shortened(obstacle) {
                    let mut less = judgement.between.clone();
                    less[index] = shorter;
                    prop_assert_eq!(verdict(&less), Verdict::Open, "{:?} can be shorter", obstacle);
                }
            }
        }
    }

    /// What is accepted is justified, so that it stands in the Statement of Applicability as it is; what nobody decided
    /// stays open, until so few are left that they stand out.
    #[test]
    fn accepting_suggestions_adds_no_finding_until_few_are_undecided(
        assessment in any_assessment(), some in prop::collection::vec(any::<bool>(), 93),
    ) {
        let assessment = without_waiting_documents(assessment);
        let listed: Vec<_> = CATALOGUE.control_ids().zip(some).filter(|(_, it)| *it).map(|(id, _)| id).collect();
        let after = with(&assessment, accept(&CATALOGUE, &assessment, &listed));
        let (before, after) = (outcome(&assessment), outcome(&after));
        let names = |outcome: &Outcome| outcome.findings.iter().map(Finding::identity).collect::<HashSet<_>>();
        let new: Vec<_> = names(&after).difference(&names(&before)).copied().collect();
        match after.soa.decided < 75 || before.soa.decided >= 75 {
            true => prop_assert!(new.is_empty(), "{:?}", new),
            false => prop_assert!(new.iter().all(|(rule, ..)| rule.name == "soa_incomplete"), "{:?}", new),
        }
        prop_assert!(before.soa.justified + (after.soa.decided - before.soa.decided) == after.soa.justified);
    }

    /// A person who answers one question of a longer sub-clause, whatever they say, is not told of a major.
    #[test]
    fn one_answer_of_three_or_more_adds_no_major(id in any_requirement(), level in any_level()) {
        let subclause = CATALOGUE.subclause_of(id);
        prop_assume!(subclause.requirements.len() >= 3);
        let mut assessment = Assessment::new("test".parse().expect("an id"), "Test", now());
        set(&mut assessment, id, Some(level));
        prop_assert_eq!(majors(&outcome(&assessment)), 0);
    }

    /// An answer at its target that lists what shows it adds nothing.
    #[test]
    fn an_answer_at_its_target_adds_nothing(before in any_assessment(), id in any_requirement(), above in 0..2_u8) {
        let mut before = before;
        set(&mut before, id, None);
        let target = CATALOGUE.requirement(id).target(Stage::Two, &CATALOGUE);
        let level = Level::ALL[usize::from((target.value() + above).min(4))];
        let after = with(&before, vec![
            Edit::answer(id).level(Some(level)),
            Edit::answer(id).evidence(vec!["Minutes".into()]),
        ]);
        let place = Place::Subclause(CATALOGUE.requirement(id).subclause);
        prop_assert!(!named(&outcome(&after), place).contains(&id.into()));
        let (before, after) = (outcome(&before), outcome(&after));
        prop_assert!(after.findings.len() <= before.findings.len());
        prop_assert!(majors(&after) <= majors(&before));
    }

    #[test]
    fn words_are_whole_sentences(assessment in any_assessment()) {
        let outcome = outcome(&assessment);
        let result = outcome.to_value(&CATALOGUE, &assessment);
        let sentences = |list: &serde_json::Value, field: &str| -> Vec<String> {
            let list = list.as_array().expect("a list").iter();
            list.map(|it| if field.is_empty() { it } else { &it[field] }.as_str().expect("words").to_owned()).collect()
        };
        let words = [
            sentences(&result["findings"], "why"),
            sentences(&result["findings"], "resolve"),
            sentences(&result["contradictions"], "why"),
            sentences(&result["points"], "why"),
            sentences(&result["stage1"]["between"], ""),
            sentences(&result["stage2"]["between"], ""),
        ];
        for sentence in words.concat() {
            prop_assert!(sentence.ends_with('.'), "{}", sentence);
            prop_assert!(!sentence.contains(": .") && !sentence.contains("‘’"), "{}", sentence);
        }
    }
}

/// Edits that answer what an open verdict asks for, as badly as can be.
fn unforeseen(assessment: &Assessment, between: &[Obstacle]) -> Vec<Edit> {
    let worst = |id| Edit::answer(id).level(Some(Level::NotStarted));
    let rested_on: Vec<_> = between
        .iter()
        .flat_map(|obstacle| if let Obstacle::Open(ids) = obstacle { ids.clone() } else { Vec::new() })
        .collect();
    let one = |obstacle: &Obstacle| -> Vec<Edit> {
        match obstacle {
            Obstacle::Open(ids) => ids.iter().copied().map(worst).collect(),
            Obstacle::Unanswered { share: Share::Requirements | Share::Others, more, .. } => {
                let open = CATALOGUE.requirement_ids().filter(|id| assessment.level(*id).is_none());
                open.filter(|id| !rested_on.contains(id)).take(*more).map(worst).collect()
            }
            Obstacle::Unanswered { share: Share::Documents, more, .. } => {
                let open = CATALOGUE.always_mandatory().filter(|id| assessment.document_status(*id).is_none());
                open.take(*more).map(|id| Edit::document(id).status(Some(DocumentStatus::Missing))).collect()
            }
            Obstacle::Unanswered { share: Share::Controls, more, .. } => {
                let open = CATALOGUE.control_ids().filter(|id| !assessment.decision(*id).is_decided());
                let excluded = Decision::Excluded { justification: String::new() };
                open.take(*more).map(|id| Edit::control(id).decision(&excluded.clone())).collect()
            }
            Obstacle::Unanswered { share: Share::Levels, more, .. } => {
                let bare = CATALOGUE.control_ids().filter(|id| {
                    let entry = assessment.controls.get(id);
                    entry.is_some_and(|it| it.decision.is_applicable() && it.item.level.is_none())
                });
                bare.take(*more).map(|id| Edit::control(id).item().level(Some(Level::NotStarted))).collect()
            }
            _ => Vec::new(),
        }
    };
    between.iter().flat_map(one).collect()
}

/// The same obstacle with one item less.
fn shortened(obstacle: &Obstacle) -> Vec<Obstacle> {
    fn less<T: Clone>(list: &[T]) -> impl Iterator<Item = Vec<T>> {
        (0..list.len()).map(|index| [&list[..index], &list[index + 1..]].concat())
    }
    match obstacle.clone() {
        Obstacle::Unanswered { share, more, percent } => {
            vec![Obstacle::Unanswered { share, more: more - 1, percent }]
        }
        Obstacle::Open(ids) => less(&ids).map(Obstacle::Open).collect(),
        Obstacle::Readiness { raise, percent } => {
            less(&raise).map(|raise| Obstacle::Readiness { raise, percent }).collect()
        }
        Obstacle::Subclause { subclause, raise } => {
            less(&raise).map(|raise| Obstacle::Subclause { subclause, raise }).collect()
        }
        Obstacle::Findings { rule, subclause, items } => {
            less(&items).map(|items| Obstacle::Findings { rule, subclause, items }).collect()
        }
        Obstacle::Contradictions(_) => Vec::new(),
    }
}
