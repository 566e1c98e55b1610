//! `stage-zero report`: the readiness report in any of its formats, locked or not.

use crate::input::{self, Input};
use crate::{Failure, Printed, output};
use formats::age::{self, RANDOM};
use formats::{Format, Source, make};
use readiness::{Catalogue, Date};
use std::io::{IsTerminal, stdout};
use std::path::Path;

/// What the report should be, and where it goes.
pub struct Wanted<'a> {
    pub format: Format,
    pub today: Option<Date>,
    pub out: Option<&'a Path>,
    /// The file with the passphrase to lock it with.
    pub lock_with: Option<&'a Path>,
}

pub fn run(input: &Input, file: &Path, catalogue: &Catalogue, wanted: &Wanted<'_>) -> Result<Printed, Failure> {
    let Wanted { format, today, out, lock_with } = *wanted;
    let assessment = input.assessment(file, catalogue)?;
    let passphrase = lock_with.map(input::passphrase).transpose()?;
    let is_text = format.media_type().starts_with("text/") || format.media_type() == "application/json";
    if out.is_none() && (!is_text || passphrase.is_some()) && stdout().is_terminal() {
        let what = if passphrase.is_some() { "a locked file" } else { format.name() };
        return Err(Failure::Usage(format!("{what} is nothing for a terminal: add --out FILE")));
    }
    let source = Source::new(catalogue, &assessment, today.unwrap_or_else(input::today));
    let mut bytes = make(format, &source, &mut |_, _| {})?;
    if let Some(passphrase) = passphrase {
        let mut random = [0; RANDOM];
        getrandom::fill(&mut random).map_err(Failure::Random)?;
        bytes = age::lock(&bytes, &passphrase, random);
    }
    let Some(out) = out else { return Ok(Printed { bytes, code: 0 }) };
    output::write(out, &bytes)?;
    Ok(String::new().into())
}
