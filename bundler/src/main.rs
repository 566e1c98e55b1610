//! The way from sources to site: `main` and [`release`] list its steps, and each is a module. `cargo xtask` calls this.

mod bind;
mod colour;
mod compress;
mod cut;
mod debug;
mod hosts;
mod optimise;
mod page;
mod policy;
mod publish;
mod reading;
mod scripts;
mod site;
mod split;

use failure::{Failure, Result};
use page::Page;
use site::Site;
use std::{env, fs, path::PathBuf, process::ExitCode};
use xtask::{beside, check_content, compile, failure, guidance, project, toolbox};

/// What is wanted.
struct Options {
    /// The folder that the site comes into.
    out: PathBuf,
    /// The address that it will have, with a slash at its end, if that is known.
    url: Option<String>,
    /// Whether the program comes in parts that are loaded when they are wanted.
    in_parts: bool,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match &*words {
        ["release", options @ ..] => parse(options).and_then(|options| release(&options)),
        ["debug", folder] => debug::site(&PathBuf::from(folder)),
        ["bind", program, folder] => bind::folder(&PathBuf::from(program), &PathBuf::from(folder)),
        _ => Err(Failure::Usage(
            "usage: bundler release [--out FOLDER] [--url ADDRESS] [--unsplit] | debug FOLDER | bind PROGRAM FOLDER"
                .into(),
        )),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn parse(words: &[&str]) -> Result<Options> {
    let mut options = Options { out: project::dist(), url: None, in_parts: true };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match (*word, words.clone().next()) {
            ("--unsplit", _) => options.in_parts = false,
            ("--out", Some(folder)) => options.out = PathBuf::from(folder),
            ("--url", Some(url)) => options.url = Some((*url).to_owned()),
            _ => return Err(Failure::Usage(format!("the bundler knows no '{word}'"))),
        }
        if *word != "--unsplit" {
            words.next();
        }
    }
    Ok(options)
}

/// Makes the site, and what is handed to hosts of it. What was there before stays until all is made.
fn release(options: &Options) -> Result<()> {
    guidance::write()?;
    let compiled = compile::programs(options.in_parts)?;
    let split = split::parts(compiled.site, options.in_parts)?;
    let main = bind::program("stage-zero", split.main, options.in_parts)?;
    let worker = cut::out(&compiled.worker, &[cut::OF_ANY_FILE, cut::OF_A_PDF].concat())?;
    let worker = bind::program("worker", worker, false)?;
    let rare = bind::program("rare", cut::out(&compiled.rare, cut::OF_ANY_FILE)?, false)?;
    let host = bind::program("host", compiled.host, false)?;
    let programs = optimise::all(main, split.parts, [worker, rare, host])?;
    let site = Site::begin(&options.out)?;
    let texts = site.texts()?;
    let scripts = scripts::Scripts::of(&programs)?;
    let start = scripts.seal(&site, &programs)?;
    let page = publish::around(&site, Page::template()?, &start, &programs.parts, options.url.as_deref())?;
    compress::folder(site.folder())?;
    let dist = site.end(&options.out)?;
    if options.out == project::dist() {
        publish::handed_on(&dist, page, &scripts, &programs, &texts)?;
    }
    Ok(())
}

/// Removes a folder with all that is in it, if it is there.
fn remove(folder: &std::path::Path) -> Result<()> {
    if folder.exists() { fs::remove_dir_all(folder).map_err(Failure::file(folder)) } else { Ok(()) }
}
