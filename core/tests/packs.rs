//! The packs of a language: together they say what the largest says, and each has what the part of the site needs that
//! comes with it.

use crate::sample::{SAMPLES, TODAY, read};
use content_compiler::{Content, Reach, language_packs, load, pack};
use readiness::catalogue::STRUCTURE;
use readiness::findings::Grade;
use readiness::{Catalogue, Outcome, Plan, picture};
use std::path::Path;

/// Catalogues of a language that were read from one pack, from two …
fn read_so_far(content: &Content) -> Vec<Catalogue> {
    let mut packs = vec![STRUCTURE];
    packs.extend(language_packs(content, |pack| pack).map(|pack| &*pack.text.leak()));
    (2..=packs.len()).map(|count| Catalogue::read(&packs[..count]).expect("packs of this build")).collect()
}

fn content(language: &str) -> Content {
    load(Path::new("../content"), language).expect("content without a problem")
}

#[test]
fn each_pack_says_only_what_those_before_it_lack() {
    for language in ["en", "de", "es"] {
        let content = content(language);
        let whole = [Reach::FirstView, Reach::Questions, Reach::Results, Reach::Whole].map(|reach| {
            let pack = pack(&content, reach).leak();
            Catalogue::read(&[pack]).expect("a pack of this build")
        });
        assert!(read_so_far(&content).iter().eq(&whole), "{language}");
    }
}

/// In a test, as in every debug build, a word that is not there panics.
#[test]
fn what_judges_needs_no_more_than_the_pack_that_comes_with_it() {
    let catalogues = read_so_far(&content("en"));
    let [_, _, judging, whole] = &catalogues[..] else { panic!("four packs") };
    for name in SAMPLES {
        let (_, assessment) = read(name);
        let said = |catalogue: &Catalogue| {
            let outcome = Outcome::new(catalogue, &assessment, TODAY());
            let plan = Plan::of(catalogue, &assessment, &outcome);
            let pictures = [
                picture::requirements_heat(catalogue, &assessment),
                picture::controls_heat(catalogue, &assessment),
                picture::documents(catalogue, &assessment),
            ];
            let titles = outcome.graded(Grade::Minor).map(|finding| finding.place.title(catalogue));
            (
                outcome.to_value_with_digest(catalogue, &assessment, "").to_string(),
                plan.to_csv(catalogue, &assessment),
                plan.to_ics(catalogue, &assessment, TODAY()),
                plan.warnings.iter().map(|warning| warning.words(catalogue)).collect::<Vec<_>>(),
                titles.collect::<Vec<_>>(),
                pictures.map(|picture| picture.to_string()),
            )
        };
        assert_eq!(said(judging), said(whole), "{name}");
    }
}
