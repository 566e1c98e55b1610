//! A fully answered assessment of a catalogue of any size, for measurements.

use crate::larger::larger;
use readiness::assessment::{Decision, DocumentStatus, Level, Reason, Reasons};
use readiness::{Assessment, Catalogue, Edit, Timestamp};

/// The real catalogue, so many times over.
pub fn catalogue(times: usize) -> Catalogue {
    let text = larger(include_str!(concat!(env!("OUT_DIR"), "/en.pack")), times);
    Catalogue::read(&[Box::leak(text.into_boxed_str())]).expect("a larger catalogue")
}

/// Everything is answered, at levels that make findings of each kind.
pub fn answered(catalogue: &Catalogue) -> Assessment {
    let now = Timestamp::new("2026-11-24T10:00:00Z");
    let mut edits = Vec::new();
    for (index, id) in catalogue.requirement_ids().enumerate() {
        edits.push(Edit::answer(id).level(Some(Level::ALL[(index * 7 + index / 5) % 5])));
        if index % 2 == 0 {
            edits.push(Edit::answer(id).evidence(vec!["Minutes of March".into()]));
        }
    }
    for (index, id) in catalogue.document_ids().enumerate() {
        edits.push(Edit::document(id).status(Some(DocumentStatus::ALL[index % 3])));
    }
    for (index, id) in catalogue.control_ids().enumerate() {
        let decision = match index % 4 {
            0 => Decision::Excluded { justification: "There is nothing of the kind.".to_owned() },
            _ => Decision::Applicable {
                reasons: Reasons::default().with(Reason::Risk, true),
                justification: String::new(),
            },
        };
        edits.push(Edit::control(id).decision(&decision));
        edits.push(Edit::control(id).item().level(Some(Level::ALL[index % 5])));
    }
    let mut assessment = Assessment::new("bench".parse().expect("an id"), "Benchmark", now.clone());
    assessment.apply(&Edit::Batch(edits), &now);
    assessment
}
