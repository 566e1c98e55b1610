//! What our text has in common with another: runs of eight words.
//!
//! The other text itself need not be here to compare: hashes of its runs do.

use std::collections::BTreeSet;

/// How many words in a row are too many to share.
const RUN: usize = 8;

/// The hashes of all runs of eight words in a text.
pub fn hashes(text: &str) -> BTreeSet<u64> {
    let words = words(text);
    words.windows(RUN).map(hash).collect()
}

/// Hashes as a file: sorted, in hexadecimal, one a line.
pub fn render(hashes: &BTreeSet<u64>) -> String {
    hashes.iter().map(|hash| format!("{hash:016x}\n")).collect()
}

/// Reads what [`render`] wrote.
///
/// # Errors
/// Says which line is not a hash.
pub fn parse(text: &str) -> Result<BTreeSet<u64>, String> {
    let lines = text.lines().enumerate();
    lines
        .map(|(index, line)| u64::from_str_radix(line, 16).map_err(|_| format!("line {} is not a hash", index + 1)))
        .collect()
}

/// The first run of a text that is among the hashes.
pub fn first_run_among(text: &str, hashes: &BTreeSet<u64>) -> Option<String> {
    if hashes.is_empty() {
        return None;
    }
    let words = words(text);
    let mut runs = words.windows(RUN);
    runs.find(|run| hashes.contains(&hash(run))).map(|run| run.join(" "))
}

fn words(text: &str) -> Vec<String> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn hash(run: &[String]) -> u64 {
    crate::fnv1a(run.join(" ").as_bytes())
}
