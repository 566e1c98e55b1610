//! `stage-zero report`: the readiness report in any of its formats.

use crate::arguments::ReportFormat;
use crate::{Failure, Printed, input};
use readiness::report::{Report, csv};
use readiness::{Catalogue, Date, Outcome};
use std::path::Path;

pub fn run(file: &Path, catalogue: &Catalogue, today: Option<Date>, format: ReportFormat) -> Result<Printed, Failure> {
    let assessment = input::assessment(file, catalogue)?;
    let outcome = Outcome::new(catalogue, &assessment, today.unwrap_or_else(input::today));
    let report = || Report::new(catalogue, &assessment, &outcome);
    let text = match format {
        ReportFormat::Html => report().to_html(),
        ReportFormat::Markdown => report().to_markdown(),
        ReportFormat::Json => format!("{:#}\n", report().to_value()),
        ReportFormat::Soa => csv::soa(catalogue, &assessment),
        ReportFormat::Answers => csv::answers(catalogue, &assessment),
    };
    Ok(text.into())
}
