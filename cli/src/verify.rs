//! `stage-zero verify`: computes a report again, and names everything that differs.

use crate::input::{Input, InputError};
use crate::{Failure, Printed};
use readiness::Catalogue;
use readiness::report::language;
use std::fmt::Write;
use std::path::Path;

pub fn run(input: &Input, file: &Path) -> Result<Printed, Failure> {
    let bytes = input.bytes(file)?;
    let packed = |source| InputError::Packed { file: file.to_owned(), source };
    let report = formats::unpack(&bytes).map_err(packed)?;
    let verified = formats::check(&bytes, &Catalogue::of(language(&report)))
        .map_err(|source| InputError::Unverifiable { file: file.to_owned(), source })?;
    let mut text = String::new();
    let mut line = |said: String| {
        let _ = writeln!(text, "{}", said.replace(|letter: char| letter.is_control(), " "));
    };
    line(format!("{}: computed again for {}", file.display(), verified.today));
    line(format!("digest of the assessment: {}", verified.digest));
    if let Some(version) = &verified.other_version {
        line(format!("made by {version}, checked by {}: words may differ for that reason", readiness::report::VERSION));
    }
    for difference in &verified.differences {
        let show = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("'{text}'") };
        let (says, yields) = (show(&difference.says), show(&difference.yields));
        line(format!("DIFFERS {}: the report says {says}, its assessment yields {yields}", difference.place));
    }
    let n = verified.differences.len();
    line(match (n, verified.to_the_letter) {
        (0, true) => "every figure, finding, verdict and answer is what the assessment yields".to_owned(),
        (0, false) => "every figure, finding, verdict and answer is what the assessment yields, but the page is not \
                       the one that Stage Zero wrote: its look and its pictures were not checked"
            .to_owned(),
        (1, _) => "1 difference".to_owned(),
        _ => format!("{n} differences"),
    });
    Ok(Printed { bytes: text.into_bytes(), code: u8::from(n > 0) })
}
