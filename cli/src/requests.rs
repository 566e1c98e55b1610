//! `stage-zero requests`: answers an auditor's list of requests with what is in an assessment.

use crate::input::{self, Input, InputError};
use crate::{Failure, Printed, merge, output};
use formats::Source;
use readiness::{Catalogue, Date};
use std::path::Path;

pub fn run(
    input: &Input,
    [file, list]: [&Path; 2],
    catalogue: &Catalogue,
    today: Option<Date>,
    out: Option<&Path>,
) -> Result<Printed, Failure> {
    let assessment = input.assessment(file, catalogue)?;
    let source = Source::new(catalogue, &assessment, today.unwrap_or_else(input::today));
    let requests = formats::requests(&input.bytes(list)?, &source)
        .map_err(|source| InputError::Requests { file: list.to_owned(), source })?;
    let (all, open) = (requests.answers.table.rows.len(), requests.answers.open);
    let described = format!("{}, {open} of them to be matched\n", merge::count(all, "request", "requests"));
    let code = u8::from(open > 0);
    let Some(out) = out else {
        eprint!("{described}");
        return Ok(Printed { bytes: requests.csv.into_bytes(), code });
    };
    let is_workbook = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    output::write(out, if is_workbook { &requests.xlsx } else { requests.csv.as_bytes() })?;
    Ok(Printed::words(&described, code))
}
