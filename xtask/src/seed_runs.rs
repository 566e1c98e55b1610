//! `cargo xtask seed-runs FILE`: keeps hashes of the source page's wording, so that no text of ours repeats it. The source
//! page is the one that the product grew from; only these hashes of it are here.

use crate::{
    failure::{Failure, Result},
    project,
};
use content_compiler::overlap;
use std::path::Path;

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let [file] = arguments else {
        return Err(Failure::Usage("usage: cargo xtask seed-runs FILE, the text of the source page".into()));
    };
    let text = String::from_utf8_lossy(&project::read(Path::new(file))?).into_owned();
    let hashes = overlap::hashes(&text);
    project::write(&project::root().join("content/seed-runs.txt"), overlap::render(&hashes).as_bytes())?;
    println!("content/seed-runs.txt holds {} runs of words.", hashes.len());
    Ok(())
}
