//! Step 1 from sources to site: compiles its programs. It is here, since it begins while the bundler, which takes the other
//! steps, is compiled itself.

use crate::{
    failure::Result,
    lean::lean,
    project,
    toolbox::{self, Toolbox},
};
use std::{env, path::PathBuf};

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

/// Compiles them, each for itself: together, each would get the features that another one needs.
pub fn programs(in_parts: bool) -> Result<Compiled> {
    // Where code refers to code is what the next step needs to take a program apart.
    let parts: &[&str] = if in_parts { &["--features", "split", "--", "-Clink-arg=--emit-relocs"] } else { &[] };
    Ok(Compiled {
        site: program("stage-zero", "stage-zero", parts)?,
        worker: program("worker", "worker", &[])?,
        rare: program("worker", "rare", &[])?,
        host: program("host", "host", &[])?,
    })
}

fn program(package: &str, name: &str, more: &[&str]) -> Result<Vec<u8>> {
    println!("Compiling {name} …");
    let mut command = Toolbox::open().command("cargo");
    command.args(["rustc", "--quiet", "--release", "--target", TARGET, "--package", package, "--bin", name]).args(more);
    toolbox::run(lean(&mut command))?;
    project::read(&folder("release").join(format!("{name}.wasm")))
}

/// Where cargo leaves programs of a profile.
pub fn folder(profile: &str) -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| project::root().join("target"), PathBuf::from);
    target.join(TARGET).join(profile)
}
