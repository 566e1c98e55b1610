//! What all drafts of a sample cost, from its file to the bytes: `cargo bench -p formats`. In a browser's worker:
//! `tests/bench/drafts.mjs`.

use formats::{DraftFormat, drafts};
use readiness::{Assessment, Catalogue, Date, draft};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// How often each is made.
const TIMES: usize = 25;

fn main() {
    // `cargo test` asks for nothing here.
    if !std::env::args().any(|word| word == "--bench") {
        return;
    }
    let today = Date::parse("2026-11-24").expect("a day");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/samples");
    println!("| sample | all drafts as | median (ms) | slowest of {TIMES} (ms) |\n|---|---|---:|---:|");
    for name in ["software-firm", "manufacturer", "consultancy"] {
        let file = std::fs::read_to_string(samples.join(format!("{name}.json"))).expect("the sample");
        for format in DraftFormat::ALL {
            let mut taken: Vec<Duration> = (0..TIMES).map(|_| made(black_box(&file), format, today)).collect();
            taken.sort();
            let ms = |at: usize| taken[at].as_secs_f64() * 1000.0;
            println!("| {name} | {} | {:.1} | {:.1} |", format.name(), ms(TIMES / 2), ms(TIMES - 1));
        }
    }
}

/// Makes all drafts, as the worker does it.
fn made(file: &str, format: DraftFormat, today: Date) -> Duration {
    let start = Instant::now();
    let catalogue = Catalogue::english();
    let assessment = Assessment::from_file(file, &catalogue).expect("a valid sample");
    let all = draft::all(&catalogue, &assessment, today);
    black_box(drafts(&catalogue, &all, format, today, &mut |_, _| {}).expect("a file"));
    start.elapsed()
}
