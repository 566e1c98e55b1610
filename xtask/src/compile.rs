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
    thread,
};

/// The target of all programs.
pub const TARGET: &str = "wasm32-unknown-unknown";

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

/// Compiles them, each package for itself: together, each would get the features that another one needs. The workers' are
/// compiled beside the others, in a folder of their own: nobody else gets into one in which cargo compiles.
pub fn programs(in_parts: bool) -> Result<Compiled> {
    // Where code refers to code is what the next step needs to take a program apart.
    let parts: &[&str] = if in_parts { &["--features", "split", "--", "-Clink-arg=--emit-relocs"] } else { &[] };
    let beside = target().join("workers");
    thread::scope(|threads| {
        let workers = threads.spawn(|| compile(&beside, "build", "worker", &[]));
        compile(&target(), "rustc", "stage-zero", parts)?;
        compile(&target(), "rustc", "host", &[])?;
        workers.join().map_err(|_| Failure::Check("compiling the workers' programs has stopped".into()))?
    })?;
    let program = |target: &Path, name| project::read(&folder(target, "release").join(name).with_extension("wasm"));
    Ok(Compiled {
        site: program(&target(), "stage-zero")?,
        worker: program(&beside, "worker")?,
        rare: program(&beside, "rare")?,
        host: program(&target(), "host")?,
    })
}

fn compile(target: &Path, how: &str, package: &str, more: &[&str]) -> Result<()> {
    println!("Compiling {package} …");
    let mut command = Toolbox::open().command("cargo");
    command.args([how, "--quiet", "--release", "--target", TARGET, "--package", package, "--bins", "--target-dir"]);
    toolbox::run(lean(command.arg(target).args(more)))
}

/// Where cargo compiles.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| project::root().join("target"), PathBuf::from)
}

/// Where cargo leaves programs of a profile, in a folder where it compiles.
pub fn folder(target: &Path, profile: &str) -> PathBuf {
    target.join(TARGET).join(profile)
}
