//! `stage-zero draft`: first versions of the papers that an auditor asks for, and what changed in them.

use crate::arguments::Drafts;
use crate::input::{self, Input};
use crate::output::{self, OutputError};
use crate::{Failure, Printed};
use readiness::draft::{self, Change, Draft, Redraft, Template};
use readiness::{Assessment, Catalogue, Date, shown};
use std::path::Path;

pub fn run(
    input: &Input,
    file: &Path,
    document: Option<&str>,
    catalogue: &Catalogue,
    today: Option<Date>,
    wanted: &Drafts,
) -> Result<Printed, Failure> {
    let today = today.unwrap_or_else(input::today);
    let made = |file: &Path| drafts(catalogue, &input.whole(file, catalogue)?, document, today);
    let drafts = made(file)?;
    match wanted {
        Drafts::Since(earlier) => Ok(told(catalogue, &made(earlier)?, &drafts)),
        Drafts::Files { format, folder } => {
            std::fs::create_dir_all(folder).map_err(|source| OutputError::at(folder, source))?;
            let mut lines = String::new();
            for draft in &drafts {
                let name = format!("{}.{}", draft.file_name(), format.name());
                output::write(&folder.join(&name), &formats::draft(catalogue, draft, *format)?)?;
                let (n, gap) = (draft.gaps.len(), if draft.gaps.len() == 1 { "gap" } else { "gaps" });
                lines += &format!("{name}: {n} {gap}\n");
            }
            Ok(lines.into())
        }
    }
}

/// The drafts that are wanted: all that are asked for, or the one of an id.
fn drafts(
    catalogue: &Catalogue,
    assessment: &Assessment,
    document: Option<&str>,
    today: Date,
) -> Result<Vec<Draft>, Failure> {
    let Some(id) = document else { return Ok(draft::all(catalogue, assessment, today)) };
    let draft = draft::of(catalogue, assessment, id, today);
    let draft = draft.or_else(|| draft::of(catalogue, assessment, &format!("doc-{id}"), today));
    let known = || Template::all(catalogue.language).iter().map(|it| it.id).collect::<Vec<_>>().join(", ");
    Ok(vec![draft.ok_or_else(|| Failure::Usage(format!("there is no draft of '{id}', only of {}", known())))?])
}

/// What came and what went, draft by draft; the code says whether anything did.
fn told(catalogue: &Catalogue, before: &[Draft], after: &[Draft]) -> Printed {
    let mut lines = Vec::new();
    for (draft, redraft) in draft::compare(catalogue, before, after) {
        let name = draft.id;
        match redraft {
            Redraft::New => lines.push(format!("{name}: new")),
            Redraft::Gone => lines.push(format!("{name}: no longer asked for")),
            Redraft::Changed(changes) => {
                lines.push(name.to_owned());
                lines.extend(changes.iter().map(|change| match change {
                    Change::Gone(line) => format!("  - {line}"),
                    Change::Came(line) => format!("  + {line}"),
                }));
            }
        }
    }
    let text = lines.iter().map(|line| shown::line(line) + "\n").collect::<String>();
    Printed::words(&text, u8::from(!lines.is_empty()))
}
