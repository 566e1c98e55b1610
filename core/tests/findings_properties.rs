//! What holds for every assessment: findings, verdicts, and what resolves them.

mod common;

use common::*;
use proptest::prelude::*;
use readiness::assessment::{ControlChange, DocumentChange, DocumentStatus, ItemChange, Level};
use readiness::catalogue::Mandatory;
use readiness::effect::{clear, effect, resolve};
use readiness::findings::{Finding, Grade, Place, Rule};
use readiness::scoring::Stage;
use readiness::verdict::{Obstacle, Verdict};
use readiness::{Assessment, Edit, ItemRef, Outcome};
use std::collections::BTreeSet;

fn about_levels(outcome: &Outcome) -> impl Iterator<Item = &Finding> {
    let rules = [Rule::Absent, Rule::Systemic, Rule::Partial];
    outcome.findings.iter().filter(move |finding| rules.contains(&finding.rule))
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

/// Leaves open what is said about documents of undecided controls: once decided, they would be findings of their own.
fn without_waiting_documents(mut assessment: Assessment) -> Assessment {
    for id in CATALOGUE.document_ids() {
        let Mandatory::WhenApplicable(control) = CATALOGUE.document(id).mandatory else { continue };
        if !assessment.decision(control).is_decided() {
            assessment.documents.remove(&id);
        }
    }
    assessment
}

/// Answers open requirements, so that it is not `open` any longer.
fn answered(mut assessment: Assessment) -> Assessment {
    for id in CATALOGUE.requirement_ids() {
        if assessment.level(id).is_none() {
            set(&mut assessment, id, Some(Level::Evidenced));
        }
    }
    assessment
}

proptest! {
    #![proptest_config(config())]

    /// In the sub-clause itself, raising a level may turn one major into minors for the items that stay behind, since
    /// `absent` no longer speaks for them; it never names an item that was not named before.
    #[test]
    fn raising_a_level_never_adds_a_finding_elsewhere(
        before in any_assessment(), id in any_requirement(), level in any_level(),
    ) {
        prop_assume!(before.level(id).is_some());
        let raised = before.level(id).max(Some(level));
        let own = Place::Subclause(CATALOGUE.requirement(id).subclause);
        let after = with(&before, vec![Edit::Answer(id, ItemChange::Level(raised))]);
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
                let approved = DocumentChange::Status(Some(DocumentStatus::Approved));
                after.apply(&Edit::Document(document, approved), &now());
            }
            let operating = ControlChange::Item(ItemChange::Level(Some(Level::Operating)));
            after.apply(&Edit::Control(control, operating), &now());
            let (before, after) = (outcome(&before), outcome(&after));
            for stage in Stage::ALL {
                prop_assert!(before.judgement.get(stage).verdict <= after.judgement.get(stage).verdict);
            }
        }
    }

    #[test]
    fn a_finding_is_gone_once_it_is_resolved(assessment in any_assessment()) {
        let before = outcome(&assessment);
        for finding in &before.findings {
            let after = outcome(&with(&assessment, resolve(&CATALOGUE, &assessment, &[finding])));
            let same = |it: &&Finding| {
                (it.rule, it.place) == (finding.rule, finding.place)
                    && (!it.rule.is_about_one_item() || it.items[0] == finding.items[0])
            };
            prop_assert_eq!(after.findings.iter().find(same), None);
        }
    }

    #[test]
    fn nothing_grave_is_left_once_all_findings_are_resolved(assessment in any_assessment()) {
        let assessment = without_waiting_documents(assessment);
        let before = outcome(&assessment);
        let all: Vec<&Finding> = before.findings.iter().collect();
        let comparison = effect(&CATALOGUE, &assessment, &before, &all);
        prop_assert!(comparison.came.iter().all(|it| it.grade == Grade::Opportunity), "{:?}", comparison.came);
        prop_assert_eq!(comparison.gone.len(), before.findings.len());
    }

    /// The list is enough, and all of it is needed.
    #[test]
    fn what_stands_between_two_verdicts_is_all_that_does(assessment in any_assessment()) {
        let assessment = without_waiting_documents(answered(assessment));
        let before = outcome(&assessment);
        for stage in Stage::ALL {
            let judgement = before.judgement.get(stage);
            let verdict = |between: &[Obstacle]| {
                let cleared = with(&assessment, clear(&CATALOGUE, &assessment, between));
                outcome(&cleared).judgement.get(stage).verdict
            };
            prop_assert_eq!(judgement.between.is_empty(), judgement.verdict == Verdict::Ready);
            if judgement.between.is_empty() {
                continue;
            }
            prop_assert!(verdict(&judgement.between) > judgement.verdict);
            for left_out in 0..judgement.between.len() {
                let mut less = judgement.between.clone();
                less.remove(left_out);
                prop_assert_eq!(verdict(&less), judgement.verdict, "without {:?}", judgement.between[left_out]);
            }
            for (index, obstacle) in judgement.between.iter().enumerate() {
                for shorter in shortened(obstacle) {
                    let mut less = judgement.between.clone();
                    less[index] = shorter;
                    prop_assert_eq!(verdict(&less), judgement.verdict, "{:?} can be shorter", obstacle);
                }
            }
        }
    }

    #[test]
    fn an_open_verdict_asks_for_just_enough_answers(assessment in any_assessment()) {
        let before = outcome(&assessment);
        for stage in Stage::ALL {
            let judgement = before.judgement.get(stage);
            let Some(Obstacle::Unanswered { more, .. }) = judgement.between.first().cloned() else { continue };
            let open: Vec<_> = CATALOGUE.requirement_ids().filter(|id| assessment.level(*id).is_none()).collect();
            let verdict = |n: usize| {
                let mut answered = assessment.clone();
                open.iter().take(n).for_each(|id| set(&mut answered, *id, Some(Level::NotStarted)));
                outcome(&answered).judgement.get(stage).verdict
            };
            prop_assert_eq!(judgement.verdict, Verdict::Open);
            prop_assert_eq!(verdict(more - 1), Verdict::Open);
            prop_assert!(verdict(more) > Verdict::Open);
        }
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
            sentences(&result["stage1"]["between"], ""),
            sentences(&result["stage2"]["between"], ""),
        ];
        for sentence in words.concat() {
            prop_assert!(sentence.ends_with('.'), "{}", sentence);
            prop_assert!(!sentence.contains(": .") && !sentence.contains("‘’"), "{}", sentence);
        }
    }
}

/// The same obstacle with one item less.
fn shortened(obstacle: &Obstacle) -> Vec<Obstacle> {
    fn less<T: Clone>(list: &[T]) -> impl Iterator<Item = Vec<T>> {
        (0..list.len()).map(|index| [&list[..index], &list[index + 1..]].concat())
    }
    match obstacle.clone() {
        Obstacle::Unanswered { .. } => Vec::new(),
        Obstacle::Readiness { raise, percent } => {
            less(&raise).map(|raise| Obstacle::Readiness { raise, percent }).collect()
        }
        Obstacle::Documents { status, documents } => {
            less(&documents).map(|documents| Obstacle::Documents { status, documents }).collect()
        }
        Obstacle::Subclause { subclause, raise } => {
            less(&raise).map(|raise| Obstacle::Subclause { subclause, raise }).collect()
        }
        Obstacle::Soa { more, controls } => vec![Obstacle::Soa { more: more - 1, controls }],
        Obstacle::ControlDocuments(documents) => less(&documents).map(Obstacle::ControlDocuments).collect(),
        Obstacle::ControlGaps(controls) => less(&controls).map(Obstacle::ControlGaps).collect(),
    }
}
