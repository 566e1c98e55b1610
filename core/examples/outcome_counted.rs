//! One outcome, to be counted.
#![allow(missing_docs)]
#[path = "../benches/large/answered.rs"]
mod answered;
#[path = "../benches/large/larger.rs"]
mod larger;
use answered::{answered, catalogue};
use readiness::{Assessment, Catalogue, Date, Outcome};
use std::hint::black_box;
#[inline(never)]
fn counted_outcome(catalogue: &Catalogue, assessment: &Assessment, today: Date) {
    black_box(Outcome::new(catalogue, black_box(assessment), today));
}
fn main() {
    let today = Date::parse("2026-11-24").expect("a date");
    let catalogue = catalogue(1);
    let assessment = match std::env::args().nth(1) {
        Some(path) => {
            let text = std::fs::read_to_string(path).unwrap();
            Assessment::from_file(&text, &catalogue).unwrap()
        }
        None => answered(&catalogue),
    };
    counted_outcome(&catalogue, &assessment, today);
}
