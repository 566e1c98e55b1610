//! What the newest stable Rust would say of the sources. The project is built by the one that `rust-toolchain.toml` names;
//! this tells early what will have to be done for the next.

use crate::{
    failure::Result,
    project,
    toolbox::{self, Toolbox},
};

const STABLE: &str = "stable";

/// Shows it where another stable Rust is installed; it fails nothing.
pub fn show(tools: &Toolbox) -> Result<()> {
    let ours = tools.ask("rustc", &["--version"]).unwrap_or_default();
    match tools.ask("rustup", &["run", STABLE, "rustc", "--version"]) {
        None => println!("No stable Rust is installed beside {ours}."),
        Some(stable) if stable == ours => println!("The stable Rust here is the one that builds the project: {ours}."),
        Some(stable) => {
            println!("{stable}, beside {ours}:");
            let mut command = tools.command("cargo");
            command.args(["clippy", "--quiet", "--workspace", "--exclude", "stage-zero", "--all-targets"]);
            command.env("RUSTUP_TOOLCHAIN", STABLE).env("CARGO_TARGET_DIR", project::root().join("target/newest"));
            match toolbox::run(&mut command) {
                Ok(()) => println!("It compiles everything; what it warns of is above."),
                Err(failure) => println!("{failure}"),
            }
        }
    }
    Ok(())
}
