//! Builds the site into `dist/`: set-up, Trunk, compressed forms. Nothing is done when nothing has changed.

use crate::{
    compress,
    failure::{Failure, Result},
    fingerprint, finish, project, publish, setup,
    toolbox::{self, Toolbox},
};
use std::{env, fs, path::PathBuf, process::Command, time::Instant};

/// Leaves the release of the present sources in `dist/`.
pub fn build() -> Result<()> {
    build_for(None)
}

/// The same for the address that the site will have, if that is known.
pub fn build_for(url: Option<&str>) -> Result<()> {
    let tools = Toolbox::open();
    if fingerprint::is_current(&tools, url)? {
        println!("Nothing has changed since dist/ was built.");
        return Ok(());
    }
    setup::for_building(&tools)?;
    if !is_lean() {
        println!(
            "This is not the compiler that makes the programs lean, so the first load is a tenth larger: see lean()."
        );
    }
    println!("Building the release (usually two to three minutes the first time) …");
    let start = Instant::now();
    // Trunk must work offline, or it looks for its own tools on the net; so the crates come first.
    toolbox::run(lean(tools.command("cargo").args(["fetch", "--quiet", "--target", "wasm32-unknown-unknown"])))?;
    for folder in ["guidance", "lang"] {
        project::make_folder(&project::generated().join(folder))?;
    }
    toolbox::run(
        lean(tools.command("trunk").args(["build", "--release", "--offline"]))
            .env("RUST_BACKTRACE", "0")
            .env_remove("STAGE_ZERO_TIMES")
            // Trunk refuses NO_COLOR=1.
            .env_remove("NO_COLOR"),
    )?;
    finish::folder(&project::dist(), &tools)?;
    publish::beside(&project::dist(), url)?;
    compress::folder(&project::dist())?;
    publish::release(&project::dist())?;
    fingerprint::keep(&tools, url)?;
    println!("Built dist/ in {} s.", start.elapsed().as_secs());
    Ok(())
}

/// Lets cargo compile the standard library along with the programs of the site, without the texts of panics and without
/// the code that writes them: a tenth of the first load. A panic is then a trap, which the page survives as well. That is
/// not stable yet, so the compiler is told to allow it; the compiler itself is the same, and so is what the code means.
/// A compiler with which that was not tried builds as usual.
pub fn lean(command: &mut Command) -> &mut Command {
    let mut flags = short_paths();
    if is_lean() {
        flags = format!("-Zunstable-options -Cpanic=immediate-abort {flags}");
        command
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    }
    // The other variable would have the first place in cargo.
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.trim()).env_remove("RUSTFLAGS")
}

/// Whether the standard library is compiled along.
pub fn is_lean() -> bool {
    /// The compiler with which it was tried; what is not stable may be called something else in the next.
    const TRIED: &str = "rustc 1.95.";
    Toolbox::open().ask("rustc", &["--version"]).is_some_and(|version| version.starts_with(TRIED))
}

/// Flags that cut this machine's folders from the paths in panic messages: fewer bytes, the same on every machine.
fn short_paths() -> String {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let compiler = Toolbox::open().ask("rustc", &["--print", "sysroot"]);
    let library = compiler.map(|folder| PathBuf::from(folder).join("lib/rustlib/src/rust/library"));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok()).into_iter().flatten();
    let folders =
        registries.filter_map(|entry| Some(entry.ok()?.path())).chain([project::root().to_owned()]).chain(library);
    folders
        .map(|folder| folder.display().to_string())
        .filter(|folder| !folder.contains(char::is_whitespace))
        .map(|folder| format!("--remap-path-prefix={folder}/="))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The site's files without their compressed forms, relative to `dist/`, sorted.
pub fn files() -> Result<Vec<PathBuf>> {
    let dist = project::dist();
    let compressed = |file: &PathBuf| file.extension().is_some_and(|kind| kind == "br" || kind == "gz");
    let relative = |file: PathBuf| {
        file.strip_prefix(&dist).map(PathBuf::from).map_err(|_| Failure::Check("dist/ moved while it was read".into()))
    };
    project::files(&dist)?.into_iter().filter(|file| !compressed(file)).map(relative).collect()
}
