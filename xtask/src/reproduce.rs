//! `cargo xtask reproduce`: the present commit, built twice from fresh clones in two places, gives the same bytes.

use crate::{
    failure::{Failure, Result},
    project,
    toolbox::{self, Toolbox},
};
use std::{collections::BTreeMap, fs, path::Path};

/// Two folders whose paths differ in length, so that a path in a file would show.
const PLACES: [&str; 2] = ["a", "another-place/of-a-longer-name"];

/// Runs the command.
pub fn run(_arguments: &[String]) -> Result<()> {
    let tools = Toolbox::open();
    // Named once: somebody may commit while it builds.
    let commit = tools.ask("git", &["rev-parse", "HEAD"]).unwrap_or_default().trim().to_owned();
    let home = std::env::temp_dir().join(format!("stage-zero-reproduce-{}", std::process::id()));
    let builds = PLACES.map(|place| build(&tools, &commit, &home.join(place)));
    let removed = fs::remove_dir_all(&home).map_err(Failure::file(&home));
    let [first, second] = builds;
    let (first, second) = (first?, second?);
    removed?;
    let different: Vec<_> =
        first.keys().chain(second.keys()).filter(|name| first.get(*name) != second.get(*name)).collect();
    if !different.is_empty() {
        return Err(Failure::Check(format!("two builds of the same commit differ in {different:?}")));
    }
    print!("{}", first.get("release/checksums.txt").map(|sums| String::from_utf8_lossy(sums)).unwrap_or_default());
    println!("{} files are the same, byte by byte, in two builds of {commit}.", first.len());
    Ok(())
}

/// Builds a fresh clone of a commit and returns all files that it has made.
fn build(tools: &Toolbox, commit: &str, place: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    project::make_folder(place.parent().unwrap_or(place))?;
    let (from, to) = (project::root().display().to_string(), place.display().to_string());
    tools.run("git", &["clone", "--quiet", "--no-hardlinks", "--no-checkout", &from, &to])?;
    tools.run("git", &["-C", &to, "checkout", "--quiet", "--detach", commit])?;
    println!("Building {commit} in {to} …");
    toolbox::run(tools.command("cargo").args(["xtask", "dist"]).current_dir(place).env_remove("CARGO_TARGET_DIR"))?;
    let mut files = BTreeMap::new();
    for folder in ["dist", "release"] {
        for file in project::files(&place.join(folder))? {
            let name = file.strip_prefix(place).unwrap_or(&file).display().to_string();
            files.insert(name, project::read(&file)?);
        }
    }
    fs::remove_dir_all(place).map_err(Failure::file(place))?;
    Ok(files)
}
