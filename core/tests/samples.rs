//! The three sample assessments: complete, and what they say they are.

use crate::sample;
use crate::sample::{CONSULTANCY, MANUFACTURER, SAMPLES, SOFTWARE_FIRM, TODAY, read};
use readiness::findings::Grade;
use readiness::verdict::Verdict;
use readiness::{Assessment, Catalogue, Outcome};

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

/// What a person never said is not written: a field that is added later changes no digest that somebody has on paper. The
/// consultancy's is that of the first version; the others have said more since.
#[test]
fn the_digests_of_the_samples_stay() {
    for (name, digest) in [
        (SOFTWARE_FIRM, "722101916ae49db37c6c24bd72bc984dfe902d623dbac99b28879a006630b7e1"),
        (MANUFACTURER, "72b173e2d29a2fbeb0c2693c23e24a77550ac3b5df3fd9d8e81b353e6d02ead8"),
        (CONSULTANCY, "64e6e1b8908ce7ec17a80f09c7629eb304eee5fa08734c502797f7c8ed808f96"),
    ] {
        let (catalogue, sample) = read(name);
        assert_eq!(readiness::file::digest(&sample.to_value(&catalogue)), digest, "{name}");
    }
}

#[test]
fn the_software_firm_is_nearly_ready() {
    let (catalogue, assessment) = read(SOFTWARE_FIRM);
    let outcome = Outcome::new(&catalogue, &assessment, TODAY());
    assert_eq!(assessment.profile.people, Some(12));
    assert_eq!(outcome.answered, 144);
    assert_eq!(outcome.judgement.one.verdict, Verdict::Ready);
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
    // As an auditor would write them up: one for a sub-clause, not one for a line.
    let written_up = outcome.findings.iter().filter(|it| it.grade != Grade::Opportunity).count();
    assert!(written_up <= 33, "{written_up}");
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
