//! `stage-zero site-check`: what is wrong with a host's `site.json`, line by line.

use crate::Printed;
use crate::input::{Input, InputError};
use host::{Problem, Reading};
use readiness::shown;
use std::fmt::Write;
use std::path::Path;

/// Reads the file as the site does. Exit code 1 if something of it is not taken over.
pub fn run(input: &Input, file: &Path) -> Result<Printed, InputError> {
    let bytes = input.bytes(file)?;
    let text = String::from_utf8(bytes).map_err(|_| InputError::NotText(file.to_owned()))?;
    let Reading { settings, mut problems } = host::read(&text);
    // Only here is there a folder to look into.
    let beside = file.parent().unwrap_or(Path::new("")).join(&settings.logo);
    if !settings.logo.is_empty() && file.as_os_str() != "-" && !beside.is_file() {
        let line = 1 + text.lines().position(|line| line.contains("\"logo\"")).unwrap_or_default();
        let what = format!("there is no file {}: put the picture there, or change the entry", beside.display());
        problems.push(Problem { line, entry: "logo".to_owned(), what });
        problems.sort_by_key(|problem| problem.line);
    }
    let name = shown::line(&file.display().to_string());
    let mut report = String::new();
    for Problem { line, entry, what } in &problems {
        let colon = if entry.is_empty() { "" } else { ": " };
        let _ = writeln!(report, "{name}:{line}: {}", shown::line(&format!("{entry}{colon}{what}")));
    }
    let _ = match problems.len() {
        0 => writeln!(report, "{name}: nothing is wrong with it"),
        1 => writeln!(report, "1 problem; the site takes over everything else of the file"),
        many => writeln!(report, "{many} problems; the site takes over everything else of the file"),
    };
    Ok(Printed::words(&report, u8::from(!problems.is_empty())))
}
