//! `stage-zero report`: the readiness report in any of its formats.

use crate::{Failure, Printed, input, output};
use formats::{Format, Source, make};
use readiness::{Catalogue, Date};
use std::io::{IsTerminal, stdout};
use std::path::Path;

pub fn run(
    file: &Path,
    catalogue: &Catalogue,
    today: Option<Date>,
    format: Format,
    out: Option<&Path>,
) -> Result<Printed, Failure> {
    let assessment = input::assessment(file, catalogue)?;
    let is_text = format.media_type().starts_with("text/") || format.media_type() == "application/json";
    if out.is_none() && !is_text && stdout().is_terminal() {
        return Err(Failure::Usage(format!("{} is nothing for a terminal: add --out FILE", format.name())));
    }
    let source = Source::new(catalogue, &assessment, today.unwrap_or_else(input::today));
    let bytes = make(format, &source, &mut |_, _| {})?;
    let Some(out) = out else { return Ok(Printed { bytes, code: 0 }) };
    output::write(out, &bytes)?;
    Ok(String::new().into())
}
