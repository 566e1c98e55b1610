//! Step 1 from sources to site: compiles its programs. It is here, since it begins while the bundler, which takes the other
//! steps, is compiled itself.

use crate::{
    failure::{Failure, Result},
    lean::lean,
    project,
    toolbox::{self, Toolbox},
};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
    thread,
};

/// The target of all programs.
pub const TARGET: &str = "wasm32-unknown-unknown";

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
/// needs. The workers' are compiled beside the others then, in a folder of their own: nobody else gets into one in which
/// cargo compiles.
pub fn programs(build: Build) -> Result<Compiled> {
    let target = target();
    if build == Build::Quick {
        println!("Compiling the site's programs …");
        let packages = ["stage-zero", "worker", "host"].map(|package| ["--package", package]);
        let mut command = cargo("build", "quick", &target);
        toolbox::run(command.args(packages.as_flattened()))?;
        return read(&folder(&target, "quick"), &folder(&target, "quick"));
    }
    // Where code refers to code is what the next step needs to take a program apart.
    let in_parts = ["--features", "split", "--", "-Clink-arg=--emit-relocs"];
    let parts = if build == Build::Release { &in_parts[..] } else { &[] };
    let beside = target.join("workers");
    let compile = |folder: &Path, how, package, more: &[&str]| {
        println!("Compiling {package} …");
        let mut command = cargo(how, "release", folder);
        toolbox::run(lean(command.args(["--package", package]).args(more)))
    };
    thread::scope(|threads| {
        let workers = threads.spawn(|| compile(&beside, "build", "worker", &[]));
        compile(&target, "rustc", "stage-zero", parts)?;
        compile(&target, "rustc", "host", &[])?;
        workers.join().map_err(|_| Failure::Check("compiling the workers' programs has stopped".into()))?
    })?;
    read(&folder(&target, "release"), &folder(&beside, "release"))
}

fn cargo(how: &str, profile: &str, target: &Path) -> Command {
    let mut command = Toolbox::open().command("cargo");
    command.args([how, "--quiet", "--profile", profile, "--target", TARGET, "--bins", "--target-dir"]).arg(target);
    command
}

/// Reads the programs, the workers' from a folder of their own.
fn read(folder: &Path, workers: &Path) -> Result<Compiled> {
    let program = |folder: &Path, name| project::read(&folder.join(name).with_extension("wasm"));
    Ok(Compiled {
        site: program(folder, "stage-zero")?,
        worker: program(workers, "worker")?,
        rare: program(workers, "rare")?,
        host: program(folder, "host")?,
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
