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
use places::{Found, Places};
use readiness::{Catalogue, Date, Outcome};
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
    let (mut rows, mut passed_over, mut others) = (0_usize, 0_usize, 0_usize);
    let mut pass_over = |reason: &dyn std::fmt::Display| {
        passed_over += 1;
        eprintln!("stage-zero: passed over: {}", reason.to_string().replace(|letter: char| letter.is_control(), " "));
    };
    for found in Places::new(places) {
        let (file, named) = match found {
            Found::File { file, named } => (file, named),
            Found::Other => {
                others += 1;
                continue;
            }
            Found::Trouble(place, error) => {
                pass_over(&format_args!("{}: {error}", place.display()));
                continue;
            }
        };
        match input.assessment(&file, &catalogue) {
            // A folder may hold brochures and photographs too.
            Err(error) if !named && error.carries_nothing() => others += 1,
            Err(error) => pass_over(&error),
            Ok(assessment) => {
                let outcome = Outcome::new(&catalogue, &assessment, today);
                let file = file.display().to_string();
                let row = Row { catalogue: &catalogue, assessment: &assessment, outcome: &outcome, file };
                table.row(COLUMNS.iter().map(|column| (column.value)(&row)).collect()).map_err(failure)?;
                rows += 1;
            }
        }
    }
    table.finish().map_err(failure)?;
    output.finish()?;
    let mut text = format!("{}: {rows} {}\n", out.display(), if rows == 1 { "row" } else { "rows" });
    if passed_over > 0 {
        text.push_str(&format!("{passed_over} passed over, see standard error\n"));
    }
    if others > 0 {
        text.push_str(&format!(
            "{others} of other kinds left alone: .json, .html, .htm, .pdf, .zip and .age are read\n"
        ));
    }
    Ok(Printed { bytes: text.into_bytes(), code: u8::from(passed_over > 0) })
}
