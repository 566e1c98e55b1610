//! The crates that we build on: each in the browser has a stated purpose, and all keep to `deny.toml`.

use crate::{
    failure::{Failure, Result},
    project, setup,
    toolbox::{self, Toolbox},
};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The packages that run in the browser, and the features that they are built with there.
const PROGRAMS: &[&str] = &["stage-zero", "host", "worker"];

/// Checks both.
pub fn check(tools: &Toolbox) -> Result<()> {
    let listed = listed_crates(tools);
    setup::cargo_deny(tools)?;
    let deny = |checks: &[&str]| {
        let mut command = tools.command("cargo-deny");
        command.args(["--offline", "--log-level", "warn", "check", "--hide-inclusion-graph", "--show-stats"]);
        toolbox::run(command.args(checks))
    };
    let kept = deny(&["licenses", "sources", "bans"]);
    listed.and(kept).and(known_weaknesses(tools, &deny))
}

/// Compares the crates with the list of known weaknesses. It is a repository on GitHub, which not every machine reaches:
/// then a clone in `$STAGE_ZERO_ADVISORIES` does, or what was fetched earlier.
fn known_weaknesses(tools: &Toolbox, deny: &dyn Fn(&[&str]) -> Result<()>) -> Result<()> {
    const LIST: &str = "https://github.com/RustSec/advisory-db";
    let mut fetch = tools.command("cargo-deny");
    fetch.args(["--log-level", "off", "fetch", "db"]);
    if let Some(clone) = std::env::var_os("STAGE_ZERO_ADVISORIES") {
        let place = format!("url.file://{}.insteadOf", Path::new(&clone).display());
        fetch.envs([("GIT_CONFIG_COUNT", "1"), ("GIT_CONFIG_KEY_0", &*place), ("GIT_CONFIG_VALUE_0", LIST)]);
    }
    let fetched = fetch.output().is_ok_and(|output| output.status.success());
    match (fetched, lists().first()) {
        (_, None) => println!(
            "NOT CHECKED: known weaknesses. {LIST} can't be had from this machine. Where it can, or with a clone of it \
             in $STAGE_ZERO_ADVISORIES, `cargo xtask test --only crates` checks them too."
        ),
        (fetched, Some(list)) => {
            let newest = tools.ask("git", &["-C", &list.display().to_string(), "log", "-1", "--format=%cs"]);
            let how = if fetched { "" } else { "; NOT FETCHED now, so anything newer is not in it" };
            println!("Known weaknesses: the list as of {}{how}.", newest.unwrap_or_default().trim());
            return deny(&["advisories"]);
        }
    }
    Ok(())
}

/// Where cargo-deny keeps the list.
fn lists() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let entries = home.and_then(|home| std::fs::read_dir(home.join("advisory-dbs")).ok());
    entries.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir()).collect()
}

/// Compares `docs/dependencies.md` with what is in the programs of the site.
fn listed_crates(tools: &Toolbox) -> Result<()> {
    let mut built = BTreeSet::new();
    for program in PROGRAMS {
        let arguments = ["tree", "--package", program, "--target", "wasm32-unknown-unknown", "--locked"];
        let arguments = [&arguments[..], &["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]];
        let tree = tools.ask("cargo", &arguments.concat());
        let tree = tree.ok_or_else(|| Failure::Check(format!("`cargo tree` does not know {program}")))?;
        // Our own packages are named with their folder.
        let foreign = tree.lines().filter(|line| !line.contains(" (/"));
        built.extend(foreign.filter_map(|line| line.split(' ').next()).map(str::to_owned));
    }
    let path = project::root().join("docs/dependencies.md");
    let document = String::from_utf8_lossy(&project::read(&path)?).into_owned();
    let listed = named(&document);
    let join = |names: Vec<&String>| names.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    let missing = join(built.difference(&listed).collect());
    let gone = join(listed.difference(&built).collect());
    if missing.is_empty() && gone.is_empty() {
        println!("{} crates in the browser, each with its purpose in docs/dependencies.md.", built.len());
        return Ok(());
    }
    let mut message = String::from("docs/dependencies.md is not what the programs are made of.");
    for (names, what) in [(missing, "Say what these are for"), (gone, "These are no longer there")] {
        if !names.is_empty() {
            message.push_str(&format!(" {what}: {names}."));
        }
    }
    Err(Failure::Check(message))
}

/// The crates that the tables of the document name.
fn named(document: &str) -> BTreeSet<String> {
    let rows = document.lines().filter(|line| line.starts_with("| "));
    rows.flat_map(|row| row.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_are_named_in_tables_only() {
        let names = named("`cargo tree` says\n| crate | what for |\n|---|---|\n| `a`, `b-c` | calls `d` |\n");
        assert_eq!(names.into_iter().collect::<Vec<_>>(), ["a", "b-c", "d"]);
    }
}
