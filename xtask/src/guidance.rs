//! `cargo xtask guidance`: the guidance texts as files that the site loads when they are first read.

use crate::{
    check_content,
    failure::{Failure, Result},
    project,
};
use std::{collections::BTreeSet, fs};

/// Runs the command.
pub fn run(_arguments: &[String]) -> Result<()> {
    let folder = project::generated().join("guidance");
    project::make_folder(&folder)?;
    let all = check_content::load()?;
    let chunks: Vec<_> = all.iter().flat_map(|(_, content)| content_compiler::chunks(content)).collect();
    let wanted: BTreeSet<_> = chunks.iter().map(|chunk| folder.join(&chunk.file)).collect();
    for outdated in project::files(&folder)?.iter().filter(|file| !wanted.contains(*file)) {
        fs::remove_file(outdated).map_err(Failure::file(outdated))?;
    }
    for chunk in &chunks {
        project::write(&folder.join(&chunk.file), chunk.text.as_bytes())?;
    }
    Ok(())
}
