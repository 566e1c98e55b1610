//! `cargo xtask guidance`: the guidance texts, and the packs of each language, as files that the site loads when they are
//! first wanted.

use crate::{
    check_content,
    failure::{Failure, Result},
    project,
};
use std::{collections::BTreeMap, env, fs};

#[path = "../../core/benches/large/larger.rs"]
mod larger;

/// Runs the command.
pub fn run(_arguments: &[String]) -> Result<()> {
    write()
}

/// Writes them.
pub fn write() -> Result<()> {
    let all = check_content::load()?;
    let chunks = all.iter().flat_map(|(_, content)| content_compiler::chunks(content));
    keep_only("guidance", chunks.map(|chunk| (format!("guidance/{}", chunk.file), chunk.text)).collect())?;
    // As `core/build.rs`: only `cargo xtask bench` asks for more.
    let times = env::var("STAGE_ZERO_TIMES").ok().and_then(|times| times.parse().ok());
    let sized = |text: String| times.map_or_else(|| text.clone(), |times| larger::larger(&text, times));
    let packs = all.iter().flat_map(|(_, content)| content_compiler::language_packs(content, sized));
    keep_only("lang", packs.map(|pack| (pack.file, pack.text)).collect())
}

/// Writes files, and removes what else lies in their folder.
fn keep_only(folder: &str, wanted: BTreeMap<String, String>) -> Result<()> {
    let folder = project::generated().join(folder);
    project::make_folder(&folder)?;
    let wanted: BTreeMap<_, _> =
        wanted.into_iter().map(|(file, text)| (project::generated().join(file), text)).collect();
    for outdated in project::files(&folder)?.iter().filter(|file| !wanted.contains_key(*file)) {
        fs::remove_file(outdated).map_err(Failure::file(outdated))?;
    }
    for (file, text) in &wanted {
        project::write(file, text.as_bytes())?;
    }
    Ok(())
}
