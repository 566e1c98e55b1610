//! The crates that we build on: each in the browser has a stated purpose, all keep to `deny.toml`, and none is compiled twice
//! for want of a feature.

use crate::{
    failure::{Failure, Result},
    project, setup,
    toolbox::{self, Toolbox},
};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// The packages that run in the browser, and the features that they are built with there.
const PROGRAMS: &[&str] = &["stage-zero", "host", "worker"];

/// Where the list of known weaknesses is.
const LIST: &str = "https://github.com/RustSec/advisory-db";

/// Checks all of that.
pub fn check(tools: &Toolbox) -> Result<()> {
    let listed = listed_crates(tools);
    // Those of other systems are looked at too; no build here has asked for them.
    tools.run("cargo", &["fetch", "--locked", "--quiet"])?;
    let program = setup::cargo_deny(tools)?.display().to_string();
    let deny = |checks: &[&str]| {
        let mut command = tools.command(&program);
        command.args(["--offline", "--log-level", "warn", "check", "--hide-inclusion-graph", "--show-stats"]);
        toolbox::run(command.args(checks))
    };
    let kept = deny(&["licenses", "sources", "bans"]);
    listed.and(compiled_once(tools)).and(kept).and(known_weaknesses(tools, &program, &deny))
}

/// Whether what the bundler needs, and the macros of each program of the site, have the features that others want of them:
/// with fewer, cargo would compile them, and all that stands on them, once more for those.
fn compiled_once(tools: &Toolbox) -> Result<()> {
    let all = ["--workspace", "--exclude", "stage-zero", "--edges"];
    let wasm = ["--target", "wasm32-unknown-unknown", "--edges", "normal,build"];
    let bundler = tree(tools, &["--package", "bundler", "--edges", "normal,build"])?;
    let alone = tree(tools, &[&all[..], &["normal,build"]].concat())?;
    let tested = tree(tools, &[&all[..], &["normal,build,dev"]].concat())?;
    let ours = |krate: &&Crate| bundler.iter().any(|(name, _)| *name == krate.0);
    let [site, worker] =
        ["stage-zero", "worker"].map(|package| tree(tools, &[&["--package", package], &wasm[..]].concat()));
    let (site, worker) = (site?, worker?);
    let macros = |krate: &&Crate| krate.0.starts_with("syn v") && worker.iter().any(|(name, _)| *name == krate.0);
    let twice = alone.difference(&tested).filter(ours).chain(site.difference(&worker).filter(macros));
    let twice: Vec<_> = twice.map(|(name, features)| format!("{name} ({features})")).collect();
    if twice.is_empty() {
        return Ok(());
    }
    Err(Failure::Check(format!(
        "these are compiled twice, since others want more features of them: {}. Name those in bundler/Cargo.toml, or, \
         for macros of the site, in core/Cargo.toml.",
        twice.join(", ")
    )))
}

/// A crate with its version, and its features.
type Crate = (String, String);

/// What cargo would build.
fn tree(tools: &Toolbox, arguments: &[&str]) -> Result<BTreeSet<Crate>> {
    let words = [&["tree", "--locked", "--prefix", "none", "--format", "{p}|{f}"], arguments].concat();
    let tree =
        tools.ask("cargo", &words).ok_or_else(|| Failure::Check(format!("`cargo {}` fails", words.join(" "))))?;
    let lines = tree.lines().filter_map(|line| line.trim_end_matches(" (*)").split_once('|'));
    Ok(lines.map(|(name, features)| (name.to_owned(), features.to_owned())).collect())
}

/// Compares the crates with the list of known weaknesses. It is a repository on GitHub, which not every machine reaches:
/// then a clone in `$STAGE_ZERO_ADVISORIES` does, or what was fetched earlier.
fn known_weaknesses(tools: &Toolbox, program: &str, deny: &dyn Fn(&[&str]) -> Result<()>) -> Result<()> {
    let mut fetch = tools.command(program);
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
            let of_list = |format| tools.ask("git", &["-C", &list.display().to_string(), "log", "-1", format]);
            let how = if fetched { "" } else { "; NOT FETCHED now, so anything newer is not in it" };
            println!("Known weaknesses: the list as of {}{how}.", of_list("--format=%cs").unwrap_or_default().trim());
            if let Some(warning) = old(of_list("--format=%ct").and_then(|at| at.trim().parse().ok())) {
                println!("{warning}");
            }
            return deny(&["advisories"]);
        }
    }
    Ok(())
}

/// What to say of a list that was changed last so many seconds after 1970, if it says little about today.
fn old(changed: Option<u64>) -> Option<String> {
    const DAY: u64 = 86_400;
    const OLDEST: u64 = 90;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let days = changed.map(|at| now.saturating_sub(at) / DAY);
    match days {
        Some(days) if days <= OLDEST => None,
        Some(days) => Some(format!(
            "WARNING: that list is {days} days old. What became known since was NOT CHECKED: fetch it from {LIST}, or give a \
             clone of it in $STAGE_ZERO_ADVISORIES."
        )),
        None => Some("WARNING: nobody knows how old that list is, so nothing newer counts as CHECKED.".to_owned()),
    }
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
        let wasm = ["--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro"];
        let tree = tree(tools, &[&["--package", program], &wasm[..]].concat())?;
        // Our own packages are named with their folder.
        let foreign = tree.iter().filter(|(name, _)| !name.contains(" (/"));
        built.extend(foreign.filter_map(|(name, _)| name.split(' ').next()).map(str::to_owned));
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
    fn a_list_of_weaknesses_that_is_old_is_a_warning() {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs();
        assert_eq!(old(Some(now - 90 * 86_400)), None);
        assert!(old(Some(now - 91 * 86_400)).is_some_and(|it| it.contains("91 days old")));
        assert!(old(None).is_some());
    }

    /// Nobody looks at an exception again that does not say when to.
    #[test]
    fn each_exception_names_its_end() {
        let rules = std::fs::read_to_string(project::root().join("deny.toml")).expect("the rules");
        let exceptions: Vec<_> = rules.lines().filter(|line| line.trim_start().starts_with("{ ")).collect();
        assert!(exceptions.len() > 10);
        for line in exceptions {
            assert!(line.contains("until ") || line.contains("for as long as "), "{line}");
        }
    }

    #[test]
    fn crates_are_named_in_tables_only() {
        let names = named("`cargo tree` says\n| crate | what for |\n|---|---|\n| `a`, `b-c` | calls `d` |\n");
        assert_eq!(names.into_iter().collect::<Vec<_>>(), ["a", "b-c", "d"]);
    }
}
