//! Builds the site into `dist/`. Nothing is done when nothing has changed. The steps are a package of their own, so that
//! other commands don't wait until those are compiled: `bundler/src/main.rs` lists them.

use crate::{
    compile::{self, Build},
    failure::{Failure, Result},
    fingerprint::Sources,
    lean, project, setup,
    toolbox::{self, Toolbox},
};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::Instant,
};

/// Leaves the release of the present sources in `dist/`.
pub fn build() -> Result<()> {
    build_for(None)
}

/// The same for the address that the site will have, if that is known.
pub fn build_for(url: Option<&str>) -> Result<()> {
    let what = "the release (usually five to six minutes the first time)";
    built(&Toolbox::open(), Build::Release, &project::dist(), url, what)
}

/// Leaves the site of the present sources in a folder, to be looked at on this machine, and gives that: there in a fraction
/// of the time, since nothing in it is made small.
pub fn quick() -> Result<PathBuf> {
    let folder = project::generated().with_file_name("quick-site");
    let what = "the site, as quickly as can be (usually four to five minutes the first time)";
    built(&Toolbox::open(), Build::Quick, &folder, None, what)?;
    Ok(folder)
}

fn built(tools: &Toolbox, build: Build, out: &Path, url: Option<&str>, what: &str) -> Result<()> {
    // What is changed while it is built is not in it.
    let sources = Sources::read(tools, url)?;
    if sources.are_in(out)? {
        println!("Nothing has changed since {} was built.", out.display());
        return Ok(());
    }
    setup::for_building(tools)?;
    if build != Build::Quick {
        setup::library_source(tools)?;
        if !lean::is_lean() {
            println!(
                "This is not the compiler that makes the programs lean, so the first load is a tenth larger: see lean()."
            );
        }
    }
    println!("Building {what} …");
    let start = Instant::now();
    compile_all(tools, build)?;
    let mut bundled = compiled_bundler(tools);
    bundled.arg("release").arg("--out").arg(out).args(url.into_iter().flat_map(|url| ["--url", url]));
    if build == Build::Quick {
        bundled.arg("--quick");
    }
    toolbox::run(bundled.env_remove("STAGE_ZERO_TIMES"))?;
    sources.keep(out)?;
    println!("Built {} in {} s.", out.display(), start.elapsed().as_secs());
    Ok(())
}

/// Compiles the bundler and, beside it, the programs that it takes up: neither keeps two cores busy all the time.
fn compile_all(tools: &Toolbox, build: Build) -> Result<()> {
    thread::scope(|threads| {
        let bundler = threads.spawn(|| compile_bundler(tools));
        compile::programs(build)?;
        bundler.join().map_err(|_| Failure::Check("compiling the bundler has stopped".into()))?
    })
}

/// Leaves the debug build of the present sources in a folder, and gives that.
pub fn debug() -> Result<PathBuf> {
    let tools = Toolbox::open();
    setup::for_building(&tools)?;
    let folder = project::generated().with_file_name("debug-site");
    toolbox::run(bundler(&tools)?.arg("debug").arg(&folder))?;
    Ok(folder)
}

/// Compiles the bundler, as one program of all: alone its crates would have fewer features, and all tests, which try it too,
/// would compile them again.
fn compile_bundler(tools: &Toolbox) -> Result<()> {
    tools.run("cargo", &["build", "--quiet", "--workspace", "--exclude", "stage-zero", "--bin", "bundler"])
}

/// The bundler, to be told what to do.
pub fn bundler(tools: &Toolbox) -> Result<Command> {
    compile_bundler(tools)?;
    Ok(compiled_bundler(tools))
}

/// The bundler as it was compiled last. Through cargo it would wait for all that compiles.
fn compiled_bundler(tools: &Toolbox) -> Command {
    let program = compile::target().join(format!("debug/bundler{}", env::consts::EXE_SUFFIX));
    let mut command = tools.command(&program.display().to_string());
    command.env("RUST_BACKTRACE", "0");
    command
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
