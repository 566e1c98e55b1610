//! The tools that come as crates or from npm, a function each: nothing is done where the right version is there.

use super::install::{crate_from_source, from_npm, install, locked_version};
use crate::{failure::Result, toolbox::Toolbox};
use std::path::Path;

const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
const CARGO_DENY: &str = "0.20.2";
const CARGO_FUZZ: &str = "0.13.2";
/// Fuzzing watches memory with flags that no stable Rust has; nothing that ships is built with it.
pub const FUZZING_TOOLCHAIN: &str = "nightly";
/// The version of binaryen, whose wasm-opt makes programs smaller.
const BINARYEN: &str = "132";
/// The version of esbuild, which makes scripts smaller.
const ESBUILD: &str = "0.28.2";

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

/// The source of the standard library, which the site's programs are compiled with: see `xtask/src/site.rs`.
pub fn library_source(tools: &Toolbox) -> Result<()> {
    let there = tools.ask("rustc", &["--print", "sysroot"]);
    if there.is_some_and(|folder| Path::new(&folder).join("lib/rustlib/src/rust/library/Cargo.lock").is_file()) {
        return Ok(());
    }
    install("the source of Rust's standard library", "10 s", "rustup component add rust-src", || {
        tools.run("rustup", &["component", "add", "rust-src"])
    })
}

pub fn trunk(tools: &Toolbox) -> Result<()> {
    if tools.ask("trunk", &["--version"]).is_some_and(|version| version.starts_with("trunk 0.21.")) {
        return Ok(());
    }
    // It bundles offline here: without TLS and its look for updates it compiles in half the time.
    crate_from_source(tools, "trunk", TRUNK, &["--locked", "--no-default-features"], "4 minutes")
}

pub fn wasm_bindgen(tools: &Toolbox) -> Result<()> {
    let version = locked_version("wasm-bindgen")?;
    if tools.ask("wasm-bindgen", &["--version"]).is_some_and(|answer| answer == format!("wasm-bindgen {version}")) {
        return Ok(());
    }
    crate_from_source(tools, "wasm-bindgen-cli", &version, &[], "90 s")
}

pub fn wasm_opt(tools: &Toolbox) -> Result<()> {
    let fits = |answer: String| answer.starts_with(&format!("wasm-opt version {BINARYEN} "));
    if tools.ask("wasm-opt", &["--version"]).is_some_and(fits) {
        return Ok(());
    }
    from_npm(tools, "wasm-opt", &format!("binaryen@{BINARYEN}"))
}

pub fn esbuild(tools: &Toolbox) -> Result<()> {
    if tools.ask("esbuild", &["--version"]).is_some_and(|answer| answer.trim() == ESBUILD) {
        return Ok(());
    }
    from_npm(tools, "esbuild", &format!("esbuild@{ESBUILD}"))
}

/// What looks at the crates that we build on.
pub fn cargo_deny(tools: &Toolbox) -> Result<()> {
    if tools.find("cargo-deny").is_some() {
        return Ok(());
    }
    crate_from_source(tools, "cargo-deny", CARGO_DENY, &["--locked", "--no-default-features"], "3 minutes")
}

pub fn geckodriver(tools: &Toolbox) -> Result<()> {
    if tools.find("geckodriver").is_some() {
        return Ok(());
    }
    crate_from_source(tools, "geckodriver", GECKODRIVER, &["--locked"], "1 minute")
}

pub fn nightly(tools: &Toolbox) -> Result<()> {
    if tools.ask("rustup", &["run", FUZZING_TOOLCHAIN, "rustc", "--version"]).is_some() {
        return Ok(());
    }
    let arguments = ["toolchain", "install", FUZZING_TOOLCHAIN, "--profile", "minimal"];
    install("a nightly Rust", "30 s", "rustup toolchain install nightly", || tools.run("rustup", &arguments))
}

pub fn cargo_fuzz(tools: &Toolbox) -> Result<()> {
    if tools.find("cargo-fuzz").is_some() {
        return Ok(());
    }
    crate_from_source(tools, "cargo-fuzz", CARGO_FUZZ, &["--locked"], "1 minute")
}
