//! The flags that make the programs of the site lean.

use crate::{project, toolbox::Toolbox};
use std::{env, fs, path::PathBuf, process::Command};

/// Lets cargo compile the standard library along with the programs of the site, without the texts of panics and without
/// the code that writes them: a tenth of the first load. A panic is then a trap, which the page survives as well. That is
/// not stable yet, so the compiler is told to allow it; the compiler itself is the same, and so is what the code means.
/// A compiler with which that was not tried builds as usual.
pub fn lean(command: &mut Command) -> &mut Command {
    // A hash in a loop, not written out round by round: 6 kB less, which the first answer waits for.
    let mut flags = format!("--cfg sha2_backend_soft=\"compact\" {}", short_paths());
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
