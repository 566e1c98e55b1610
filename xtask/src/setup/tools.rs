//! The tools that come with Rust or as crates, a function each: nothing is done where the right version is there.

use super::install::{crate_from_source, from_pypi, install};
use crate::{failure::Result, toolbox::Toolbox};
use std::path::{Path, PathBuf};

const GECKODRIVER: &str = "0.37.1";
const CARGO_DENY: &str = "0.20.2";
const CARGO_FUZZ: &str = "0.13.2";
/// Fuzzing watches memory with flags that no stable Rust has; nothing that ships is built with it.
pub const FUZZING_TOOLCHAIN: &str = "nightly";

/// The formatter and the linter.
pub fn rust_components(tools: &Toolbox) -> Result<()> {
    if tools.ask("cargo", &["fmt", "--version"]).is_some() && tools.ask("cargo", &["clippy", "--version"]).is_some() {
        return Ok(());
    }
    let components = ["component", "add", "rustfmt", "clippy"];
    install("rustfmt and clippy", "10 s", "rustup component add rustfmt clippy", || tools.run("rustup", &components))
}

/// The standard library for wasm32.
pub fn wasm_target(tools: &Toolbox) -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let library = tools.ask("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    install("Rust's wasm32 target", "10 s", "rustup target add wasm32-unknown-unknown", || {
        tools.run("rustup", &["target", "add", TARGET])
    })
}

/// The source of the standard library, which the site's programs are compiled with: see `xtask/src/lean.rs`.
pub fn library_source(tools: &Toolbox) -> Result<()> {
    let there = tools.ask("rustc", &["--print", "sysroot"]);
    if there.is_some_and(|folder| Path::new(&folder).join("lib/rustlib/src/rust/library/Cargo.lock").is_file()) {
        return Ok(());
    }
    install("the source of Rust's standard library", "10 s", "rustup component add rust-src", || {
        tools.run("rustup", &["component", "add", "rust-src"])
    })
}

/// What looks at the crates that we build on; gives its program.
pub fn cargo_deny(tools: &Toolbox) -> Result<PathBuf> {
    let fits = |program: &str| {
        tools.ask(program, &["--version"]).is_some_and(|answer| answer == format!("cargo-deny {CARGO_DENY}"))
    };
    if fits("cargo-deny") {
        return Ok("cargo-deny".into());
    }
    // Compiled, it takes three minutes.
    if let Ok(programs) = from_pypi(tools)
        && fits(&programs.join("cargo-deny").display().to_string())
    {
        return Ok(programs.join("cargo-deny"));
    }
    crate_from_source(tools, "cargo-deny", CARGO_DENY, &["--no-default-features"], "3 minutes")?;
    Ok("cargo-deny".into())
}

/// The driver of Firefox.
pub fn geckodriver(tools: &Toolbox) -> Result<()> {
    // The version is followed by the commit where it was built from one.
    let fits = |answer: String| answer.split_whitespace().nth(1) == Some(GECKODRIVER);
    if tools.ask("geckodriver", &["--version"]).is_some_and(fits) {
        return Ok(());
    }
    crate_from_source(tools, "geckodriver", GECKODRIVER, &[], "1 minute")
}

pub fn nightly(tools: &Toolbox) -> Result<()> {
    if tools.ask("rustup", &["run", FUZZING_TOOLCHAIN, "rustc", "--version"]).is_some() {
        return Ok(());
    }
    let arguments = ["toolchain", "install", FUZZING_TOOLCHAIN, "--profile", "minimal"];
    install("a nightly Rust", "30 s", "rustup toolchain install nightly", || tools.run("rustup", &arguments))
}

pub fn cargo_fuzz(tools: &Toolbox) -> Result<()> {
    if tools.ask("cargo-fuzz", &["--version"]).is_some_and(|answer| answer == format!("cargo-fuzz {CARGO_FUZZ}")) {
        return Ok(());
    }
    crate_from_source(tools, "cargo-fuzz", CARGO_FUZZ, &[], "1 minute")
}
