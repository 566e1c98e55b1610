//! What holds for every assessment: readiness, edits and files.

use crate::common::*;
use proptest::prelude::*;
use readiness::assessment::{Answer, Level};
use readiness::scoring::Stage;
use readiness::{Assessment, Edit};
use serde_json::json;

/// What a person can tell apart: answers that hold nothing, and the moments of changes, are left out.
fn seen(mut assessment: Assessment) -> Assessment {
    assessment.updated = now();
    for answer in assessment.answers.values_mut() {
        answer.updated = Default::default();
    }
    // Nor is a number given again that was given once.
    assessment.last_numbers = readiness::assessment::LastNumbers::default();
    assessment.answers.retain(|_, answer| *answer != Answer::default());
    assessment
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn readiness_never_falls_when_a_level_rises(
        before in any_assessment(), id in any_requirement(), level in any_level(),
    ) {
        let mut after = before.clone();
        set(&mut after, id, before.level(id).max(Some(level)));
        let (before, after) = (outcome(&before), outcome(&after));
        for stage in Stage::ALL {
            prop_assert!(before.readiness.get(stage).low <= after.readiness.get(stage).low);
            for (before, after) in before.clauses.iter().zip(&after.clauses) {
                prop_assert!(before.get(stage).low <= after.get(stage).low);
            }
            for (before, after) in before.subclauses.iter().zip(&after.subclauses) {
                prop_assert!(before.get(stage).low <= after.get(stage).low);
            }
        }
    }

    #[test]
    fn low_never_exceeds_high_and_both_meet_when_all_is_answered(assessment in any_assessment(), level in any_level()) {
        let open = outcome(&assessment);
        let mut assessment = assessment;
        for id in CATALOGUE.requirement_ids() {
            if assessment.level(id).is_none() {
                set(&mut assessment, id, Some(level));
            }
        }
        let answered = outcome(&assessment);
        for stage in Stage::ALL {
            let all = |it: &readiness::Outcome| {
                let parts = it.clauses.iter().chain(&it.subclauses).chain([&it.readiness]);
                parts.map(|part| *part.get(stage)).collect::<Vec<_>>()
            };
            prop_assert!(all(&open).iter().all(|interval| interval.low <= interval.high));
            prop_assert!(all(&answered).iter().all(|interval| interval.low == interval.high));
            // Whatever the answers are, they lie within the interval that was shown before.
            for (open, answered) in all(&open).into_iter().zip(all(&answered)) {
                prop_assert!(open.low <= answered.low && answered.high <= open.high);
            }
        }
    }

    #[test]
    fn readiness_of_a_run_is_that_of_the_outcome(assessment in any_assessment()) {
        let outcome = outcome(&assessment);
        for stage in Stage::ALL {
            for (index, subclause) in CATALOGUE.subclauses.iter().enumerate() {
                let requirements = subclause.requirements.clone();
                let alone = readiness::scoring::readiness(&CATALOGUE, &assessment, stage, requirements);
                prop_assert_eq!(alone, *outcome.subclauses[index].get(stage));
            }
        }
    }

    #[test]
    fn the_order_of_edits_on_different_items_does_not_matter(
        start in any_assessment(), one in any_edit(), other in any_edit(),
    ) {
        prop_assume!(one.parts().iter().all(|part| !other.parts().contains(part)));
        let apply = |edits: [&Edit; 2]| {
            let mut assessment = start.clone();
            for edit in edits {
                assessment.apply(edit, &now());
            }
            assessment
        };
        prop_assert_eq!(apply([&one, &other]), apply([&other, &one]));
    }

    #[test]
    fn undo_restores_what_was_there_and_redo_does_it_again(start in any_assessment(), edit in any_edit()) {
        let mut assessment = start.clone();
        let undo = assessment.apply(&edit, &now());
        let done = assessment.clone();
        let redo = assessment.apply(&undo, &now());
        prop_assert_eq!(seen(assessment.clone()), seen(start));
        assessment.apply(&redo, &now());
        prop_assert_eq!(seen(assessment), seen(done));
    }

    #[test]
    fn an_edit_touches_only_the_parts_that_it_names(start in any_assessment(), edit in any_edit()) {
        let mut done = start.clone();
        done.apply(&edit, &now());
        let mut taken = start;
        for part in edit.parts() {
            taken.take(part, &done);
        }
        prop_assert_eq!(taken, done);
    }

    #[test]
    fn a_file_is_read_back_as_it_was(assessment in any_assessment()) {
        let file = assessment.to_file(&CATALOGUE);
        let read = Assessment::from_file(&file, &CATALOGUE).expect("our own file");
        prop_assert_eq!(&read, &assessment);
        prop_assert_eq!(read.to_file(&CATALOGUE), file);
    }

    #[test]
    fn what_a_newer_version_wrote_comes_back_unchanged(assessment in any_assessment(), edit in any_edit()) {
        let mut file = assessment.to_value(&CATALOGUE);
        file["newer"] = json!({ "anything": [1, 2] });
        file["profile"]["newer"] = json!("text");
        file["profile"]["facts"]["uses_quantum"] = json!(true);
        file["answers"]["11.1-newer"] = json!({ "level": "operating", "newer": 1 });
        file["answers"]["4.1-issues"] = json!({ "level": "planned", "newer": { "deep": null } });
        file["controls"]["A.9.1"] = json!({ "decision": "applicable" });
        file["documents"]["doc-newer"] = json!({ "status": "approved" });
        let mut read = Assessment::from_value(&file, &CATALOGUE).expect("a file of a newer minor version");
        let written = read.to_value(&CATALOGUE);
        for unknown in ["/newer", "/profile/newer", "/profile/facts/uses_quantum", "/answers/11.1-newer",
            "/answers/4.1-issues/newer", "/controls/A.9.1", "/documents/doc-newer"] {
            prop_assert_eq!(written.pointer(unknown), file.pointer(unknown), "{}", unknown);
        }
        // And it survives whatever is changed elsewhere.
        read.apply(&edit, &now());
        let written = read.to_value(&CATALOGUE);
        prop_assert_eq!(&written["newer"], &file["newer"]);
        prop_assert_eq!(&written["answers"]["11.1-newer"], &file["answers"]["11.1-newer"]);
        prop_assert_eq!(written["answers"]["4.1-issues"]["newer"].clone(), json!({ "deep": null }));
    }

    #[test]
    fn levels_keep_their_names(level in any_level()) {
        prop_assert_eq!(Level::ALL.into_iter().find(|it| it.name() == level.name()), Some(level));
        prop_assert_eq!(Level::ALL[usize::from(level.value())], level);
    }
}
