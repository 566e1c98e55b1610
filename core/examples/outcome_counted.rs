//! One outcome of the full bench, for whoever counts its instructions, which are the same each time:
//! `valgrind --tool=callgrind --toggle-collect='*counted_outcome*' target/release/examples/outcome_counted`.

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
    counted_outcome(&catalogue, &answered(&catalogue), today);
}
