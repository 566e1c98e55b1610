//! `cargo xtask check-content`: reads all content as the build does, and prints every problem at once.

use crate::{
    failure::{Failure, Result},
    project,
};
use content_compiler::{Content, ENGLISH};
use std::{fs, path::PathBuf};

/// Runs the command.
pub fn run(_arguments: &[String]) -> Result<()> {
    let all = load()?;
    if let Some((_, english)) = all.iter().find(|(language, _)| language == ENGLISH) {
        for (language, content) in all.iter().filter(|(language, _)| language != ENGLISH) {
            for lacking in content_compiler::missing(english, content) {
                println!("content/{language} lacks {lacking}");
            }
        }
    }
    println!("The content has no problem; languages: {}.", names(&all));
    Ok(())
}

/// The content of every language, or a failure once all problems are printed.
pub fn load() -> Result<Vec<(String, Content)>> {
    let mut all = Vec::new();
    let mut problems = 0;
    for language in languages()? {
        match content_compiler::load(&folder(), &language) {
            Ok(content) => all.push((language, content)),
            Err(found) => {
                problems += found.len();
                for problem in found {
                    eprintln!("{problem}");
                }
            }
        }
    }
    if problems == 0 {
        return Ok(all);
    }
    Err(Failure::Check(format!("the content has {problems} problems, listed above")))
}

fn folder() -> PathBuf {
    project::root().join("content")
}

/// The languages are the folders of `content/`.
fn languages() -> Result<Vec<String>> {
    let entries = fs::read_dir(folder()).map_err(Failure::file(&folder()))?;
    let folders = entries.flatten().filter(|entry| entry.path().is_dir());
    let mut names: Vec<_> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

fn names(all: &[(String, Content)]) -> String {
    all.iter().map(|(language, _)| language.as_str()).collect::<Vec<_>>().join(", ")
}
