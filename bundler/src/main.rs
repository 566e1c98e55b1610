//! The way from sources to site: `main` and [`release`] list its steps, and each is a module. `cargo xtask` calls this.

mod bind;
mod colour;
mod compress;
mod cut;
mod debug;
mod hosts;
mod names;
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
use xtask::{
    beside, check_content,
    compile::{self, Build},
    failure, guidance, project, toolbox,
};

/// What is wanted.
struct Options {
    /// The folder that the site comes into.
    out: PathBuf,
    /// The address that it will have, with a slash at its end, if that is known.
    url: Option<String>,
    /// How it is built.
    build: Build,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match &*words {
        ["release", options @ ..] => parse(options).and_then(|options| release(&options)),
        ["debug", folder] => debug::site(&PathBuf::from(folder)),
        ["bind", program, folder] => bind::folder(&PathBuf::from(program), &PathBuf::from(folder)),
        _ => Err(Failure::Usage(
            "usage: bundler release [--out FOLDER] [--url ADDRESS] [--unsplit | --quick] | debug FOLDER | bind PROGRAM FOLDER"
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
    let mut options = Options { out: project::dist(), url: None, build: Build::Release };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match (*word, words.clone().next()) {
            ("--unsplit", _) => options.build = Build::Unsplit,
            ("--quick", _) => options.build = Build::Quick,
            ("--out", Some(folder)) => options.out = PathBuf::from(folder),
            ("--url", Some(url)) => options.url = Some((*url).to_owned()),
            _ => return Err(Failure::Usage(format!("the bundler knows no '{word}'"))),
        }
        if matches!(*word, "--out" | "--url") {
            words.next();
        }
    }
    Ok(options)
}

/// Makes the site, and what is handed to hosts of it. What was there before stays until all is made.
fn release(options: &Options) -> Result<()> {
    let (in_parts, is_small) = (options.build == Build::Release, options.build != Build::Quick);
    guidance::write()?;
    let compiled = compile::programs(options.build)?;
    let split = split::parts(compiled.site, in_parts)?;
    let main = bind::program("stage-zero", split.main, in_parts)?;
    let cut = |program: Vec<u8>, paths: &[&str]| if is_small { cut::out(&program, paths) } else { Ok(program) };
    let worker = bind::program("worker", cut(compiled.worker, &[cut::OF_ANY_FILE, cut::OF_A_PDF].concat())?, false)?;
    let rare = bind::program("rare", cut(compiled.rare, cut::OF_ANY_FILE)?, false)?;
    let host = bind::program("host", compiled.host, false)?;
    let others = [worker, rare, host];
    let programs = if is_small { optimise::all(main, split.parts, others)? } else { optimise::none(main, others) };
    let site = Site::begin(&options.out)?;
    let texts = site.texts()?;
    let scripts = scripts::Scripts::of(&programs)?;
    let start = scripts.seal(&site, &programs)?;
    let page = publish::around(&site, Page::template()?, &start, &programs.parts, options.url.as_deref())?;
    if is_small {
        compress::folder(site.folder())?;
    }
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
