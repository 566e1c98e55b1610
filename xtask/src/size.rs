//! `cargo xtask size`: what the first view loads, by file, and whether it keeps the budget.

use crate::{
    compress,
    failure::{Failure, Result},
    project, site,
};
use std::path::{Path, PathBuf};

/// The first load, compressed with brotli, in bytes.
const BUDGET: u64 = 132_500;
/// The same where the standard library is not compiled along, see [`site::is_lean`].
const USUAL_BUDGET: u64 = 150_000;

/// The program that makes files, with its script, compressed with brotli, in bytes.
const WORKER_BUDGET: u64 = 900_000;

/// What stands in a program that has the page with every component, see `web/src/pages/components.rs`.
const COMPONENTS: &[u8] = b"components-in-their-states";

/// A file that is loaded, with its size in bytes as it is and compressed.
#[derive(Debug)]
pub struct Loaded {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Runs the command.
pub fn run(_arguments: &[String]) -> Result<()> {
    site::build()?;
    check()
}

/// Prints the first load of the site in `dist/` and the program that makes files; fails when one is over its budget.
pub fn check() -> Result<()> {
    let dist = project::dist();
    let budget = if site::is_lean() { BUDGET } else { USUAL_BUDGET };
    let first = keeps("first load", &first_load(&dist)?, budget);
    let worker = site::files()?.into_iter().filter(|file| file.to_string_lossy().starts_with("worker-"));
    let worker = worker.map(|file| measure(&dist, &file)).collect::<Result<Vec<_>>>()?;
    first.and(keeps("worker, loaded at the first export", &worker, WORKER_BUDGET)).and(lacks_components(&dist))
}

/// The page with every component is for developers: no program of the release has it.
fn lacks_components(dist: &Path) -> Result<()> {
    for file in project::files(dist)?.iter().filter(|file| file.extension().is_some_and(|kind| kind == "wasm")) {
        if project::read(file)?.windows(COMPONENTS.len()).any(|part| part == COMPONENTS) {
            return Err(Failure::Check(format!("{} has the page '#/components'", file.display())));
        }
    }
    Ok(())
}

/// Prints what is loaded together, and whether it keeps its budget.
fn keeps(what: &str, loaded: &[Loaded], budget: u64) -> Result<()> {
    print(what, loaded);
    let total: u64 = loaded.iter().map(|file| file.brotli).sum();
    if total > budget {
        let over = total - budget;
        return Err(Failure::Check(format!("{what}: {over} bytes over its budget of {budget} bytes of brotli")));
    }
    println!("{} bytes are left of the budget of {budget} bytes of brotli.", budget - total);
    Ok(())
}

/// Prints the files and their sum.
pub fn print(what: &str, loaded: &[Loaded]) {
    println!("\n{:>9} {:>9} {:>9}  {what}", "raw", "gzip", "brotli");
    for Loaded { name, raw, gzip, brotli } in loaded {
        println!("{raw:>9} {gzip:>9} {brotli:>9}  {name}");
    }
    let sum = |size: fn(&Loaded) -> u64| loaded.iter().map(size).sum::<u64>();
    println!("{:>9} {:>9} {:>9}  {} files", sum(|f| f.raw), sum(|f| f.gzip), sum(|f| f.brotli), loaded.len());
}

/// `index.html` and everything that is named there, or in a script or style sheet that is named there.
pub fn first_load(dist: &Path) -> Result<Vec<Loaded>> {
    let mut waiting = site::files()?;
    let mut reached = Vec::new();
    let mut next = vec![PathBuf::from("index.html")];
    while let Some(file) = next.pop() {
        waiting.retain(|other| *other != file);
        if file.extension().is_some_and(|kind| ["html", "js", "css"].iter().any(|text| kind == *text)) {
            let text = String::from_utf8_lossy(&project::read(&dist.join(&file))?).into_owned();
            next.extend(waiting.extract_if(.., |other| !is_later(other) && text.contains(&*other.to_string_lossy())));
        }
        reached.push(file);
    }
    reached.sort();
    reached.iter().map(|file| measure(dist, file)).collect()
}

/// Whether a file is named, but not loaded by the first view of the standard site: programs that are loaded when they are wanted, other
/// languages, the page that is left after a panic, what keeps the site, what is linked to be read, the picture that others
/// show, and the style sheets as files: the first view's stands in the page.
fn is_later(file: &Path) -> bool {
    let name = file.to_string_lossy();
    name.ends_with(".css")
        || ["more-", "worker-", "host-", "embed-", "recovery-", "offline-", "picture."]
            .iter()
            .any(|start| name.starts_with(start))
        || ["lang", "read"].iter().any(|folder| file.starts_with(folder))
}

fn measure(dist: &Path, file: &Path) -> Result<Loaded> {
    let path = dist.join(file);
    let size = |path: &Path| path.metadata().map(|metadata| metadata.len());
    let raw = size(&path).map_err(Failure::file(&path))?;
    let compressed = |ending| size(&compress::beside(&path, ending)).unwrap_or(raw);
    Ok(Loaded { name: file.display().to_string(), raw, gzip: compressed("gz"), brotli: compressed("br") })
}
