//! Stage Zero on a terminal: the same core as the site, for a certification body or a CI job.
//!
//! Each command computes all of its output before it prints any. Bad input is one line on stderr that names the file
//! and the place, exit code 2, and nothing on stdout.
#![forbid(unsafe_code)]

mod arguments;
mod assess;
mod bring_in;
mod catalogue;
mod diff;
mod draft;
mod input;
mod merge;
mod output;
mod portfolio;
mod report;
mod requests;
mod schema;
mod site_check;
mod verify;

use arguments::{Asked, Command};
use input::Input;
use readiness::{Catalogue, shown};
use serde_json::Value;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// What a command prints, and the code that it ends with.
struct Printed {
    bytes: Vec<u8>,
    code: u8,
}

impl Printed {
    /// Words for a terminal. Whoever puts a name or a text of somebody else into a line of them makes it
    /// [one line](shown::line) first; nothing that is left moves the cursor.
    fn words(text: &str, code: u8) -> Self {
        Self { bytes: shown::text(text).into_bytes(), code }
    }

    /// A JSON document.
    fn json(document: &Value) -> Self {
        Self { bytes: shown::json(&format!("{document:#}\n")).into_bytes(), code: 0 }
    }
}

impl From<String> for Printed {
    fn from(text: String) -> Self {
        Self::words(&text, 0)
    }
}

/// Why a command printed nothing.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}; 'stage-zero --help' shows what there is")]
    Usage(String),
    #[error(transparent)]
    Input(#[from] input::InputError),
    #[error("the merged assessment would be more than a file can hold: {0}")]
    NoRoom(readiness::file::FileError),
    #[error(transparent)]
    Format(#[from] formats::Error),
    #[error(transparent)]
    Output(#[from] output::OutputError),
    #[error("this system gives no random numbers to lock a file with: {0}")]
    Random(getrandom::Error),
}

fn main() -> ExitCode {
    let printed = arguments::parse(std::env::args_os().skip(1)).and_then(run);
    match printed {
        Ok(printed) => match std::io::stdout().write_all(&printed.bytes) {
            // A reader that has seen enough, such as 'head', is no failure.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => fail(&format!("the output: {error}")),
            _ => ExitCode::from(printed.code),
        },
        Err(failure) => fail(&failure.to_string()),
    }
}

fn run(asked: Asked) -> Result<Printed, Failure> {
    let input = &Input::new(asked.passphrase_file.as_deref())?;
    match asked.command {
        Command::Help => Ok(arguments::HELP.to_owned().into()),
        Command::Version => Ok(format!("stage-zero {}\n", readiness::report::VERSION).into()),
        Command::Assess { files, language, today, format } => {
            assess::run(input, &files, &Catalogue::of(language), today, format)
        }
        Command::BringIn { file, workbook, out, prefer, leaves_wrong, review } => {
            let wanted = bring_in::Wanted { out: out.as_deref(), prefer, leaves_wrong, review: review.as_deref() };
            bring_in::run(input, &file, &workbook, &wanted)
        }
        Command::Catalogue { language } => Ok(catalogue::run(&Catalogue::of(language))),
        Command::Diff { before, after, language, today, format } => {
            diff::run(input, [&before, &after], &Catalogue::of(language), today, format)
        }
        Command::Draft { file, document, language, today, wanted } => {
            draft::run(input, &file, document.as_deref(), &Catalogue::of(language), today, &wanted)
        }
        Command::Merge { base, sides, out, prefer } => {
            merge::run(input, base.as_deref(), &sides, out.as_deref(), prefer)
        }
        Command::Portfolio { places, today, format, out } => portfolio::run(input, &places, today, format, &out),
        Command::Schema => Ok(schema::run()),
        Command::Requests { file, list, language, today, out } => {
            requests::run(input, [&file, &list], &Catalogue::of(language), today, out.as_deref())
        }
        Command::Report { file, language, today, format, out, lock_with } => {
            let wanted = report::Wanted { format, today, out: out.as_deref(), lock_with: lock_with.as_deref() };
            report::run(input, &file, &Catalogue::of(language), &wanted)
        }
        Command::SiteCheck { file } => Ok(site_check::run(input, &file)?),
        Command::Verify { file, evidence, out } => verify::run(input, &file, &evidence, out.as_deref()),
    }
}

fn fail(message: &str) -> ExitCode {
    // One line, and nothing that would move the cursor of a terminal, whatever a file or its name holds.
    eprintln!("stage-zero: {}", shown::line(message));
    ExitCode::from(2)
}
