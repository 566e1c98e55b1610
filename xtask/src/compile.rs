//! Step 1 from sources to site: compiles its programs. It is here, since it begins while the bundler, which takes the other
//! steps, is compiled itself.

use crate::{
    failure::Result,
    lean::lean,
    project,
    toolbox::{self, Toolbox},
};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// The target of all programs.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The profile of what is there soon.
const QUICK: &str = "quick";

/// How the site is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// As it is handed out: lean, and its program in parts.
    Release,
    /// The same with its program in one: for debugging, and should the splitting tool fail.
    Unsplit,
    /// In one too, and there as soon as can be: to be looked at on this machine, not made small.
    Quick,
}

/// The programs as the compiler leaves them.
pub struct Compiled {
    /// The site's own.
    pub site: Vec<u8>,
    /// The one for reports, in a worker.
    pub worker: Vec<u8>,
    /// The one for what only few want, in a worker too.
    pub rare: Vec<u8>,
    /// The one that reads a host's `site.json`.
    pub host: Vec<u8>,
}

/// Compiles them. For what is handed out each package for itself: together, each would get the features that another one
/// needs.
pub fn programs(build: Build) -> Result<Compiled> {
    let target = target();
    if build == Build::Quick {
        println!("Compiling the site's programs …");
        quick(&[])?;
        return read(&folder(&target, QUICK));
    }
    // Where code refers to code is what the next step needs to take a program apart.
    let in_parts = ["--features", "split", "--", "-Clink-arg=--emit-relocs"];
    let parts = if build == Build::Release { &in_parts[..] } else { &[] };
    let compile = |how, package, more: &[&str]| {
        println!("Compiling {package} …");
        let mut command = cargo(how, "release", &target);
        toolbox::run(lean(command.args(["--package", package]).args(more)))
    };
    compile("rustc", "stage-zero", parts)?;
    compile("build", "worker", &[])?;
    compile("rustc", "host", &[])?;
    read(&folder(&target, "release"))
}

/// The program that counts what readers do (`fuzz/counted`). Beside the site's own it gets the features that those want, so
/// nothing that both are built on is compiled again.
pub fn counted() -> Result<Vec<u8>> {
    quick(&["counted"])?;
    project::read(&folder(&target(), QUICK).join("counted.wasm"))
}

/// Compiles the site's programs to be there soon, and more beside them.
fn quick(more: &[&str]) -> Result<()> {
    let packages = ["stage-zero", "worker", "host"].iter().chain(more);
    toolbox::run(cargo("build", QUICK, &target()).args(packages.flat_map(|package| ["--package", package])))
}

fn cargo(how: &str, profile: &str, target: &Path) -> Command {
    let mut command = Toolbox::open().command("cargo");
    command.args([how, "--quiet", "--profile", profile, "--target", TARGET, "--bins", "--target-dir"]).arg(target);
    command
}

fn read(folder: &Path) -> Result<Compiled> {
    let program = |name| project::read(&folder.join(name).with_extension("wasm"));
    Ok(Compiled {
        site: program("stage-zero")?,
        worker: program("worker")?,
        rare: program("rare")?,
        host: program("host")?,
    })
}

/// Where cargo compiles.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| project::root().join("target"), PathBuf::from)
}

/// Where cargo leaves programs of a profile, in a folder where it compiles.
pub fn folder(target: &Path, profile: &str) -> PathBuf {
    target.join(TARGET).join(profile)
}
