//! Review files.

use crate::{catalogue, says};
use readiness::assessment::Item;
use readiness::review::Review;
use readiness::{Assessment, Timestamp};

/// Any text is refused with a message, or it is a review: then it is written as it was read, an assessment can keep it,
/// and what was adopted from it can be taken back.
pub fn review(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    let catalogue = catalogue();
    let mut review = match Review::from_file(text, catalogue) {
        Ok(review) => review,
        Err(error) => return says(&error),
    };
    review.unknown_ids(catalogue);
    let file = review.to_file(catalogue);
    review.draft = false;
    let again = Review::from_file(&file, catalogue).expect("what was written is read");
    assert_eq!(again, review, "it is read as it was written");

    let moment = Timestamp::new("2026-11-24T09:00:00Z");
    let mut assessment = Assessment::new("a".parse().expect("an id"), "", moment.clone());
    let before = assessment.clone();
    let items: Vec<_> = review.disagreements(&assessment).into_iter().map(|(item, _)| item).collect();
    let view = review.view(&assessment);
    let undo = assessment.apply(&review.adopt(catalogue, items), &moment);
    assert_eq!(assessment.answers, view.answers, "adopting all is what the reviewer sees");
    let carried = Assessment::from_file(&assessment.to_file(catalogue), catalogue).expect("an assessment keeps it");
    assert_eq!(carried, assessment);
    assert_eq!(carried.reviews(catalogue).len(), 1);
    assessment.apply(&undo, &before.updated);
    let answered = assessment.answers.values().any(|answer| answer.item != Item::default());
    assert!(!answered && assessment.controls == before.controls && assessment.documents == before.documents);
    assert_eq!(assessment.unknown, before.unknown, "what was adopted is taken back");
}
