//! The three sample assessments: complete, and what they say they are.

mod sample;

use readiness::verdict::Verdict;
use readiness::{Assessment, Catalogue, Outcome};
use sample::{CONSULTANCY, MANUFACTURER, SAMPLES, SOFTWARE_FIRM, TODAY, read};

#[test]
fn each_sample_is_a_file_as_stage_zero_writes_it() {
    let catalogue = Catalogue::english();
    for name in SAMPLES {
        let text = sample::text(name);
        let assessment = Assessment::from_file(&text, &catalogue).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(assessment.unknown_ids(&catalogue), [""; 0], "{name}");
        assert_eq!(assessment.to_file(&catalogue), text, "{name}");
    }
}

#[test]
fn the_software_firm_is_nearly_ready() {
    let (catalogue, assessment) = read(SOFTWARE_FIRM);
    let outcome = Outcome::new(&catalogue, &assessment, TODAY());
    assert_eq!(assessment.profile.people, Some(12));
    assert_eq!(outcome.answered, 144);
    assert_eq!(outcome.judgement.one.verdict, Verdict::Nearly);
    assert_eq!(outcome.judgement.two.verdict, Verdict::Nearly);
    assert_eq!(outcome.soa.complete.value(), 1000);
    assert_eq!(outcome.contradictions, []);
}

#[test]
fn the_manufacturer_is_half_way() {
    let (catalogue, assessment) = read(MANUFACTURER);
    let outcome = Outcome::new(&catalogue, &assessment, TODAY());
    assert_eq!(assessment.profile.people, Some(60));
    assert_eq!(outcome.judgement.one.verdict, Verdict::NotReady);
    assert_eq!(outcome.judgement.two.verdict, Verdict::Open);
    assert!(!outcome.contradictions.is_empty(), "somebody answered ahead of the facts");
    assert!((600..900).contains(&outcome.soa.complete.value()));
}

#[test]
fn the_consultancy_has_just_begun() {
    let (catalogue, assessment) = read(CONSULTANCY);
    let outcome = Outcome::new(&catalogue, &assessment, TODAY());
    assert_eq!(assessment.profile.people, Some(4));
    assert_eq!(outcome.judgement.one.verdict, Verdict::Open);
    assert_eq!(outcome.judgement.two.verdict, Verdict::Open);
    assert!(outcome.answered < 30);
}
