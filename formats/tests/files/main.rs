//! The files that can be handed over: what they hold, and what the programs of their receivers make of them.

mod age;
mod check;
mod ciso_assistant;
mod drafts;
mod extract;
mod hostile;
mod notes;
mod office;
mod oscal;
mod pdf;
mod planners;
mod resaved;
mod returned;

use formats::{Format, Source, make};
use readiness::{Assessment, Catalogue, Date};
use std::path::Path;

/// The names of the samples.
const SAMPLES: [&str; 3] = ["consultancy", "manufacturer", "software-firm"];

/// The assessment of a sample.
fn sample(name: &str, catalogue: &Catalogue) -> Assessment {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../tests/fixtures/samples/{name}.json"));
    Assessment::from_file(&std::fs::read_to_string(file).expect("the sample"), catalogue).expect("a valid sample")
}

/// What a file is made of, on the day of the samples.
fn source<'a>(catalogue: &'a Catalogue, assessment: &'a Assessment) -> Source<'a> {
    Source::new(catalogue, assessment, Date::parse("2026-11-24").expect("a day"))
}

/// The bytes of a file.
fn made(format: Format, source: &Source<'_>) -> Vec<u8> {
    make(format, source, &mut |_, _| {}).expect("a file")
}
