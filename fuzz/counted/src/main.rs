//! Every reader of what comes from outside, compiled as the browser gets it: `fuzz/tests/budgets/` runs this program and
//! counts its steps.

use formats::Source;
use formats::age::unlock_up_to;
use readiness::merge::Merge;
use readiness::report::verify::hints;
use readiness::review::Review;
use readiness::{Assessment, Catalogue, Date, Timestamp};
use serde_json::Value;
use std::hint::black_box;
use wasm_bindgen::prelude::wasm_bindgen;

/// Nothing is done but by [`read`].
fn main() {}

/// Reads an input, and gives how many differences, problems or files it would show.
///
/// # Panics
/// When the input is not what the reader takes, or there is no such reader: then the test is wrong.
#[wasm_bindgen]
pub fn read(reader: &str, input: &[u8]) -> usize {
    let catalogue = &Catalogue::english();
    let text = || str::from_utf8(input).expect("text");
    let nothing = |_| 0;
    match reader {
        "json" => serde_json::from_slice::<Value>(input).map_or(1, nothing_of),
        "assessment" => {
            Assessment::from_file(text(), catalogue).map(|it| it.unknown_ids(catalogue).len()).expect("one")
        }
        "review" => Review::from_file(text(), catalogue).map_or(1, nothing_of),
        "text" => formats::carried(input, catalogue).map_or_else(nothing, nothing_of),
        "hints" => hints(text(), "").len(),
        "check" => formats::check(input, catalogue).expect("it carries one").verified.differences.len(),
        "fingerprints" => formats::fingerprints(input).expect("an archive").map_or(0, |files| files.len()),
        "age" => unlock_up_to(input, "four words", 1).map_or(0, |it| it.len()),
        "site.json" => host::read(text()).problems.len(),
        "workbook" => {
            let returned = formats::returned(input, &ours()).expect("a workbook of ours");
            returned.problems.len() + returned.remarks.len()
        }
        "requests" => {
            let ours = ours();
            let source = Source::new(catalogue, &ours, Date::parse("2026-11-24").expect("a day"));
            formats::requests(input, &source).expect("a list").answers.table.rows.len()
        }
        "merge" => merge(text(), catalogue),
        // Two that no program should hold, by which the test shows that it sees them.
        "a quadratic one" => (0..input.len()).filter(|at| input[*at..].contains(&b'!')).count(),
        "a wasteful one" => black_box(input.iter().map(|byte| [u64::from(*byte); 32]).collect::<Vec<_>>()).len(),
        _ => panic!("there is no reader {reader}"),
    }
}

fn nothing_of<T>(read: T) -> usize {
    drop(black_box(read));
    0
}

/// The assessment to which something comes back.
fn ours() -> Assessment {
    Assessment::new("a".parse().expect("an id"), "", Timestamp::new("2026-11-24T09:00:00Z"))
}

/// Two assessments, a line each, are merged without anything in common.
fn merge(two: &str, catalogue: &Catalogue) -> usize {
    let sides: Vec<_> = two.lines().map(|it| Assessment::from_file(it, catalogue).expect("an assessment")).collect();
    let sides: Vec<_> = sides.iter().collect();
    let merge = Merge::new(catalogue, &[], &sides);
    merge.conflicts.len() + merge.settled.len()
}
