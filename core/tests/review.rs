//! Reviews: what is said stays apart from what is answered, and adopting it all gives the reviewer's readiness.

use crate::common::{CATALOGUE, any_assessment, any_level, any_requirement, config, now, outcome};
use crate::{common, sample};
use proptest::prelude::*;
use readiness::assessment::{DocumentStatus, Level};
use readiness::catalogue::{ControlId, DocumentId};
use readiness::extract::{Portion, Preset};
use readiness::report::{self, Report};
use readiness::review::{Fit, Mark, Opinion, Remark, Reply, Review, ReviewError};
use readiness::{Assessment, Edit, ItemRef, Timestamp};
use serde_json::json;

fn any_item() -> impl Strategy<Value = (ItemRef, Opinion)> {
    let control = prop::sample::select(CATALOGUE.control_ids().collect::<Vec<ControlId>>());
    let document = prop::sample::select(CATALOGUE.document_ids().collect::<Vec<DocumentId>>());
    let status = prop::sample::select(&DocumentStatus::ALL[..]);
    prop_oneof![
        3 => (any_requirement(), any_level()).prop_map(|(id, level)| (id.into(), Opinion::Level(level))),
        1 => (control, any_level()).prop_map(|(id, level)| (id.into(), Opinion::Level(level))),
        1 => (document, status).prop_map(|(id, status)| (id.into(), Opinion::Status(status))),
    ]
}

fn any_remark() -> impl Strategy<Value = (ItemRef, Remark)> {
    let mark = prop::option::weighted(0.9, prop::sample::select(&Mark::ALL[..]));
    (any_item(), mark, any::<bool>(), "\\PC{0,12}").prop_map(|((item, opinion), mark, says, comment)| {
        (item, Remark { mark, opinion: says.then_some(opinion), comment, seen: None })
    })
}

/// A review of an assessment, as it comes back.
fn reviewed(assessment: &Assessment, remarks: Vec<(ItemRef, Remark)>) -> Review {
    let mut review = Review::begin("review-1".parse().expect("an id"), &CATALOGUE, assessment, now());
    review.reviewer.name = "Orla Byrne".to_owned();
    for (item, remark) in remarks {
        review.say(assessment, item, remark, now());
    }
    Review::from_file(&review.to_file(&CATALOGUE), &CATALOGUE).expect("our own file")
}

fn remarks() -> impl Strategy<Value = Vec<(ItemRef, Remark)>> {
    prop::collection::vec(any_remark(), 0..30)
}

/// The answers, decisions and statuses, without what is said about them.
fn answers(assessment: &Assessment) -> Assessment {
    Assessment { unknown: json!(null), updated: Timestamp::default(), ..assessment.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 2, ..config() })]

    #[test]
    fn a_review_is_read_back_as_it_was(assessment in any_assessment(), said in remarks()) {
        let review = reviewed(&assessment, said);
        prop_assert!(!review.draft, "a review that was sent is no draft");
        let again = Review::from_file(&review.to_file(&CATALOGUE), &CATALOGUE).expect("our own file");
        prop_assert_eq!(again, review);
    }

    #[test]
    fn keeping_a_review_and_replying_to_it_changes_no_answer(
        assessment in any_assessment(), said in remarks(), reply in "\\PC{0,12}",
    ) {
        let review = reviewed(&assessment, said);
        let mut kept = assessment.clone();
        kept.apply(&review.keep(&CATALOGUE), &Timestamp::new("2026-12-01T10:00:00Z"));
        let mut replied = kept.reviews(&CATALOGUE).remove(0);
        for item in review.remarks.keys() {
            replied.reply(*item, reply.clone());
        }
        kept.apply(&replied.keep(&CATALOGUE), &Timestamp::new("2026-12-01T10:00:00Z"));
        prop_assert_eq!(answers(&kept), answers(&assessment));
        prop_assert_eq!(&kept.updated, &assessment.updated, "nor when it was last changed");
        prop_assert_eq!(replied.fit(&CATALOGUE, &kept), Fit::Same);
        prop_assert_eq!(outcome(&kept), outcome(&assessment));
    }

    #[test]
    fn adopting_all_disagreements_in_any_order_gives_the_readiness_that_the_reviewer_saw(
        assessment in any_assessment(), said in remarks(), backwards in any::<bool>(),
    ) {
        let review = reviewed(&assessment, said);
        let theirs = outcome(&review.view(&assessment));
        let mut kept = assessment.clone();
        kept.apply(&review.keep(&CATALOGUE), &now());
        let mut items: Vec<_> = review.remarks.keys().copied().collect();
        if backwards {
            items.reverse();
        }
        for item in items {
            let review = kept.reviews(&CATALOGUE).remove(0);
            kept.apply(&review.adopt(&CATALOGUE, [item]), &now());
        }
        prop_assert_eq!(outcome(&kept), theirs);
        prop_assert!(kept.reviews(&CATALOGUE)[0].disagreements(&kept).is_empty());
    }

    #[test]
    fn adopting_can_be_taken_back(assessment in any_assessment(), said in remarks()) {
        let review = reviewed(&assessment, said);
        let mut kept = assessment.clone();
        let forget = kept.apply(&review.keep(&CATALOGUE), &now());
        let before = kept.clone();
        let undo = kept.apply(&review.adopt(&CATALOGUE, review.remarks.keys().copied()), &now());
        kept.apply(&undo, &now());
        prop_assert_eq!(outcome(&kept), outcome(&before));
        prop_assert_eq!(&kept.unknown, &before.unknown);
        kept.apply(&forget, &now());
        prop_assert_eq!(kept.unknown, assessment.unknown);
    }

}

proptest! {
    // Each writes and reads a whole report.
    #![proptest_config(ProptestConfig { cases: config().cases / 8, ..config() })]

    #[test]
    fn a_report_carries_the_reviews_and_is_made_again_from_what_it_carries(assessment in any_assessment(), said in remarks()) {
        let mut kept = assessment.clone();
        kept.apply(&reviewed(&assessment, said).keep(&CATALOGUE), &now());
        let page = Report::new(&CATALOGUE, &kept, &outcome(&kept)).to_html();
        let opened = report::open(&page, &CATALOGUE).expect("a report").assessment;
        prop_assert!(Report::new(&CATALOGUE, &opened, &outcome(&opened)).to_html() == page);
        prop_assert_eq!(opened, kept);
    }
}

fn disagree(level: Level, comment: &str) -> Remark {
    Remark {
        mark: Some(Mark::Disagree),
        opinion: Some(Opinion::Level(level)),
        comment: comment.to_owned(),
        ..Remark::default()
    }
}

fn with_review() -> (Assessment, Review) {
    let (_, assessment) = sample::read(sample::SOFTWARE_FIRM);
    let climate = common::requirement("4.1-climate").into();
    let review = reviewed(&assessment, vec![(climate, disagree(Level::Planned, "zqcommentzq <b>no</b>"))]);
    (assessment, review)
}

#[test]
fn the_words_of_both_sides_stand_apart_in_the_report() {
    let (mut assessment, mut review) = with_review();
    let climate = common::requirement("4.1-climate").into();
    review.reply(climate, "zqreplyzq".to_owned());
    assessment.apply(&review.keep(&CATALOGUE), &now());
    let report = Report::new(&CATALOGUE, &assessment, &outcome(&assessment));
    let markdown = report.to_markdown();
    assert!(markdown.contains("Orla Byrne"));
    let row = markdown.lines().find(|line| line.contains("zqcommentzq")).expect("the remark");
    let cells: Vec<_> = row.split('|').map(str::trim).collect();
    let place = |word: &str| cells.iter().position(|cell| cell.contains(word)).expect("a cell");
    assert_ne!(place("zqcommentzq"), place("zqreplyzq"), "{row}");
    assert!(!report.to_html().contains("<b>no</b>"), "words of a reviewer are only ever text");
}

#[test]
fn a_review_of_an_extract_fits_the_whole_until_an_answer_changes() {
    let (mut whole, _) = with_review();
    let shared = whole.extract(&CATALOGUE, Preset::CertificationBody.left_out());
    let review = reviewed(&shared, Vec::new());
    assert_eq!(review.fit(&CATALOGUE, &whole), Fit::Same);
    whole.apply(&review.keep(&CATALOGUE), &now());
    assert_eq!(review.fit(&CATALOGUE, &whole), Fit::Same);
    common::set(&mut whole, common::requirement("4.4-isms"), Some(Level::Planned));
    assert_eq!(review.fit(&CATALOGUE, &whole), Fit::Changed);
    whole.id = "another".parse().expect("an id");
    assert_eq!(review.fit(&CATALOGUE, &whole), Fit::Other);
}

#[test]
fn the_digest_is_the_one_that_the_shared_report_shows() {
    let (assessment, review) = with_review();
    let report = Report::new(&CATALOGUE, &assessment, &outcome(&assessment));
    assert_eq!(review.about.digest, report.digest);
}

#[test]
fn a_review_leaves_only_if_it_is_chosen() {
    let (mut assessment, review) = with_review();
    assessment.apply(&review.keep(&CATALOGUE), &now());
    assert_eq!(Portion::Reviews.count(&assessment), 1);
    let extract = assessment.extract(&CATALOGUE, Preset::CertificationBody.left_out());
    assert!(!extract.to_file(&CATALOGUE).contains("zqcommentzq"));
    let kept = assessment.extract(&CATALOGUE, [Portion::Notes].into_iter().collect());
    assert!(kept.to_file(&CATALOGUE).contains("zqcommentzq"));
}

#[test]
fn a_later_state_of_a_review_keeps_what_was_replied() {
    let (assessment, review) = with_review();
    let climate: ItemRef = common::requirement("4.1-climate").into();
    let mut replied = review.clone();
    replied.reply(climate, "We look again".to_owned());
    let mut later = review;
    later.say(&assessment, common::requirement("4.4-isms").into(), disagree(Level::Defined, "This too"), now());
    let merged = later.received(Some(&replied));
    assert_eq!(merged.remarks.len(), 2);
    assert_eq!(merged.replies.get(&climate), Some(&Reply { text: "We look again".to_owned(), adopted: false }));
}

#[test]
fn what_a_newer_version_says_comes_back_unchanged() {
    let (_, review) = with_review();
    let mut file = review.to_value(&CATALOGUE);
    file["remarks"]["answers"]["11.1-newer"] = json!({ "mark": "disagree", "level": "defined" });
    file["remarks"]["answers"]["4.1-climate"]["newer"] = json!(1);
    file["newer"] = json!([1]);
    let read = Review::from_value(&file, &CATALOGUE).expect("a newer review");
    assert_eq!(read.to_value(&CATALOGUE), file);
    assert_eq!(read.unknown_ids(&CATALOGUE), ["answers 11.1-newer"]);
    let (mut assessment, _) = with_review();
    assessment.apply(&read.keep(&CATALOGUE), &now());
    let stored = Assessment::from_file(&assessment.to_file(&CATALOGUE), &CATALOGUE).expect("a file");
    assert_eq!(stored.reviews(&CATALOGUE), [read]);
}

#[test]
fn a_file_that_is_no_review_says_what_to_do() {
    let (assessment, review) = with_review();
    let read = |text: &str| Review::from_file(text, &CATALOGUE).unwrap_err().to_string();
    assert_eq!(Review::from_file(&assessment.to_file(&CATALOGUE), &CATALOGUE), Err(ReviewError::NotReview));
    let file = review.to_file(&CATALOGUE);
    assert!(read(&file[..file.len() / 2]).contains("ends too early"));
    assert!(read("Dear diary").contains("not a Stage Zero file"));
    let mut value = review.to_value(&CATALOGUE);
    value["remarks"]["answers"]["4.1-climate"]["level"] = json!("perfect");
    assert!(read(&value.to_string()).contains("remarks, 4.1-climate, level"), "{}", read(&value.to_string()));
    value["version"] = json!(9);
    assert!(read(&value.to_string()).contains("version 9"));
}

#[test]
fn a_damaged_list_of_reviews_breaks_nothing() {
    let (assessment, review) = with_review();
    for reviews in [json!([1, 2]), json!("text"), json!({ "x": 1 })] {
        let mut file = assessment.to_value(&CATALOGUE);
        file["reviews"] = reviews;
        let mut read = Assessment::from_value(&file, &CATALOGUE).expect("a file");
        assert!(read.reviews(&CATALOGUE).is_empty());
        read.apply(&Edit::Review("other".to_owned(), None), &now());
        read.apply(&review.keep(&CATALOGUE), &now());
        assert_eq!(read.reviews(&CATALOGUE).len(), 1);
    }
}
