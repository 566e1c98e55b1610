//! `stage-zero bring-in`: takes over what somebody has filled into a workbook of an assessment.

use crate::arguments::Prefer;
use crate::input::{Input, InputError};
use crate::{Failure, Printed, merge, output};
use readiness::Catalogue;
use readiness::merge::Merge;
use readiness::shown;
use std::path::{Path, PathBuf};

/// What is to become of what can't be taken over as it is.
pub struct Wanted<'a> {
    pub out: Option<&'a Path>,
    /// Whose words win where both have changed a field.
    pub prefer: Option<Prefer>,
    /// Whether cells that can't be read are left out.
    pub leaves_wrong: bool,
    /// Where an auditor's notes go, as a review file.
    pub review: Option<&'a Path>,
}

pub fn run(input: &Input, file: &Path, workbook: &Path, wanted: &Wanted<'_>) -> Result<Printed, Failure> {
    let catalogue = &Catalogue::english();
    let ours = input.whole(file, catalogue)?;
    let returned = formats::returned(&input.bytes(workbook)?, &ours)
        .map_err(|source| InputError::Returned { file: workbook.to_owned(), source })?;
    let states = [&ours, &returned.theirs];
    let merge = Merge::new(catalogue, &returned.ancestors.each_ref(), &states);
    let files: [PathBuf; 2] = [file.to_owned(), workbook.to_owned()];
    let mut described = merge::describe(catalogue, &merge, false, &files, &states);
    let wrong = returned.problems.len();
    described.push_str(&format!("{}\n", merge::count(wrong, "cell that can't be read", "cells that can't be read")));
    let problems = returned.problems.iter().map(ToString::to_string);
    let lines = problems.map(|it| format!("WRONG {it}")).chain(returned.remarks.iter().map(|it| format!("NOTE {it}")));
    described.extend(lines.map(|line| format!("  {}\n", shown::line(&line))));
    if let Some(review) = &returned.review {
        let who = if review.reviewer.name.is_empty() { "somebody without a name" } else { &review.reviewer.name };
        let notes = merge::count(review.remarks.len(), "note", "notes");
        let line = format!("  NOTE {notes} by {who}: --review FILE has them as a review");
        described.push_str(&format!("{}\n", shown::line(&line)));
    }
    if wrong > 0 && !wanted.leaves_wrong || !merge.conflicts.is_empty() && wanted.prefer.is_none() {
        return Ok(Printed::words(&described, 1));
    }
    if let (Some(review), Some(to)) = (&returned.review, wanted.review) {
        output::write(to, review.to_file(catalogue).as_bytes())?;
    }
    let result = merge::result(catalogue, &merge, &states, wanted.prefer)?;
    match wanted.out {
        None => {
            eprint!("{described}");
            Ok(result.to_file(catalogue).into())
        }
        Some(out) => {
            output::write(out, result.to_file(catalogue).as_bytes())?;
            Ok(described.into())
        }
    }
}
