//! `stage-zero portfolio`: one table of many assessments, for the engines that certification bodies have already.
//!
//! It reads one file at a time and writes rows as they come, so that ten thousand reports need no more memory than ten.

mod columns;
mod csv;
mod parquet;
mod places;

use crate::arguments::TableFormat;
use crate::input::{self, Input};
use crate::output::{Output, OutputError};
use crate::{Failure, Printed};
use columns::{COLUMNS, Row};
use places::{ENDINGS, Found, Places};
use readiness::{Catalogue, Date, Outcome, shown};
use std::path::{Path, PathBuf};

/// A value in the table.
#[derive(Debug, Clone, PartialEq)]
enum Cell {
    Text(String),
    Whole(i32),
    Decimal(f64),
    Day(Date),
    Empty,
}

impl Cell {
    /// A text as one line, with all that is not seen in it.
    fn shown(self) -> Self {
        match self {
            Self::Text(text) => Self::Text(shown::line(&text)),
            other => other,
        }
    }
}

/// What a table is written to.
trait Table {
    fn row(&mut self, cells: Vec<Cell>) -> std::io::Result<()>;
    fn finish(self: Box<Self>) -> std::io::Result<()>;
}

pub fn run(
    input: &Input,
    places: &[PathBuf],
    today: Option<Date>,
    format: TableFormat,
    out: &Path,
) -> Result<Printed, Failure> {
    let catalogue = Catalogue::english();
    let today = today.unwrap_or_else(input::today);
    let (output, file) = Output::create(out)?;
    let failure = |source| -> OutputError { output.failure(source) };
    let mut table: Box<dyn Table> = match format {
        TableFormat::Csv => Box::new(csv::Csv::new(file).map_err(failure)?),
        TableFormat::Parquet => Box::new(parquet::Parquet::new(file).map_err(failure)?),
    };
    let (mut rows, mut left_out) = (0_usize, 0_usize);
    let mut leave_out = |reason: &dyn std::fmt::Display| {
        left_out += 1;
        eprintln!("stage-zero: left out: {}", shown::line(&reason.to_string()));
    };
    for found in Places::new(places) {
        let file = match found {
            Found::File(file) => file,
            Found::Other(place) => {
                let kinds = ENDINGS.join(", .");
                leave_out(&format_args!("{}: another kind of file; in folders, .{kinds} are read", place.display()));
                continue;
            }
            Found::Trouble(place, error) => {
                leave_out(&format_args!("{}: {error}", place.display()));
                continue;
            }
        };
        match input.assessment(&file, &catalogue) {
            Err(error) => leave_out(&error),
            Ok(assessment) => {
                let outcome = Outcome::new(&catalogue, &assessment, today);
                let file = file.display().to_string();
                let row = Row { catalogue: &catalogue, assessment: &assessment, outcome: &outcome, file };
                table.row(COLUMNS.iter().map(|column| column.cell(&row).shown()).collect()).map_err(failure)?;
                rows += 1;
            }
        }
    }
    table.finish().map_err(failure)?;
    output.finish()?;
    let name = shown::line(&out.display().to_string());
    let mut text = format!("{name}: {rows} {}\n", if rows == 1 { "row" } else { "rows" });
    if left_out > 0 {
        text.push_str(&format!("{left_out} left out, see standard error\n"));
    }
    Ok(Printed::words(&text, u8::from(left_out > 0)))
}
