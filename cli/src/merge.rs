//! `stage-zero merge`: puts together what several people did to copies of one assessment.

use crate::arguments::Prefer;
use crate::input::Input;
use crate::{Failure, Printed, output};
use readiness::assessment::Part;
use readiness::merge::{Choice, Conflict, Merge, name, said};
use readiness::{Assessment, Catalogue, Edit, shown};
use std::path::{Path, PathBuf};

pub fn run(
    input: &Input,
    base: Option<&Path>,
    sides: &[PathBuf],
    out: Option<&Path>,
    prefer: Option<Prefer>,
) -> Result<Printed, Failure> {
    let catalogue = &Catalogue::english();
    let base = base.map(|file| input.whole(file, catalogue)).transpose()?;
    let states: Vec<_> = sides.iter().map(|file| input.whole(file, catalogue)).collect::<Result<_, _>>()?;
    let states: Vec<&Assessment> = states.iter().collect();
    let merge = Merge::new(catalogue, &base.iter().collect::<Vec<_>>(), &states);
    let described = describe(catalogue, &merge, base.is_some(), sides, &states);
    // Both can stay only where they have numbers.
    let undecided = merge.conflicts.iter().filter(|conflict| match prefer {
        None => true,
        Some(Prefer::Both) => !conflict.both,
        Some(Prefer::Ours | Prefer::Theirs) => false,
    });
    if undecided.count() > 0 {
        return Ok(Printed::words(&described, 1));
    }
    let result = result(catalogue, &merge, &states, prefer)?;
    match out {
        None => {
            // The result is on standard output, and whose words were preferred must be seen all the same.
            if !merge.conflicts.is_empty() {
                eprint!("{described}");
            }
            Ok(result.to_file(catalogue).into())
        }
        Some(out) => {
            output::write(out, result.to_file(catalogue).as_bytes())?;
            Ok(described.into())
        }
    }
}

/// The first side with all that merges by itself, and what was preferred.
pub fn result(
    catalogue: &Catalogue,
    merge: &Merge,
    states: &[&Assessment],
    prefer: Option<Prefer>,
) -> Result<Assessment, Failure> {
    let choice = |conflict: &Conflict| match prefer {
        Some(Prefer::Theirs) => conflict.option_of(1).map_or(Choice::Present, Choice::Option),
        Some(Prefer::Both) => Choice::Both,
        _ => Choice::Present,
    };
    let choices: Vec<_> = merge.conflicts.iter().map(choice).collect();
    // The moment of the last change, so that the same files always give the same result.
    let moment = states.iter().map(|state| &state.updated).max().cloned().unwrap_or_default();
    let mut result = states[0].clone();
    let edit = merge.edit(states, &choices);
    result.check(&edit, catalogue).map_err(Failure::NoRoom)?;
    result.apply(&edit, &moment);
    Ok(result)
}

/// A line for each change that merges by itself, and the conflicts with what each side says.
pub fn describe(
    catalogue: &Catalogue,
    merge: &Merge,
    based: bool,
    files: &[PathBuf],
    states: &[&Assessment],
) -> String {
    let mut lines = Vec::new();
    let fields = |edit: &Edit| -> String {
        let fields = said(catalogue, edit).into_iter();
        let fields = fields.map(|(name, value)| format!("{name}: {}", if value.is_empty() { "-" } else { &value }));
        fields.collect::<Vec<_>>().join("; ")
    };
    let names = |by: &[usize]| by.iter().map(|side| files[*side].display().to_string()).collect::<Vec<_>>().join(", ");
    let news: Vec<_> = merge.settled.iter().filter(|it| it.is_news()).collect();
    lines.push(format!(
        "{} merged by {}",
        count(news.len(), "change", "changes"),
        if news.len() == 1 { "itself" } else { "themselves" }
    ));
    for settled in news {
        lines.push(format!("  {}", name(catalogue, states, &settled.edit)));
        lines.push(format!("    {} ({})", fields(&settled.edit), names(&settled.by)));
    }
    lines.push(count(merge.conflicts.len(), "conflict", "conflicts"));
    for conflict in &merge.conflicts {
        lines.push(format!("  CONFLICT {}", name(catalogue, states, &conflict.present)));
        if let Some(before) = conflict.before.as_ref().filter(|_| based) {
            lines.push(format!("    before: {}", fields(before)));
        }
        for (edit, by) in &conflict.options {
            let day = by.iter().filter_map(|side| changed(states[*side], edit)).max();
            let when = day.map_or_else(String::new, |day| format!(", {day}"));
            lines.push(format!("    {} ({}{when})", fields(edit), names(by)));
        }
    }
    lines.iter().map(|line| format!("{}\n", shown::line(line))).collect()
}

/// The day on which a side last changed something: the answer itself, or else anything.
fn changed(state: &Assessment, edit: &Edit) -> Option<readiness::Date> {
    let answer = match edit {
        Edit::Set(Part::Answer(id), ..) => state.answers.get(id).map(|answer| &answer.updated),
        _ => None,
    };
    answer.unwrap_or(&state.updated).day()
}

/// How many of something.
pub fn count(n: usize, one: &str, several: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { several })
}
