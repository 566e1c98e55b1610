//! `cargo xtask screenshots`: the README's pictures, taken of the built site and made small.

use crate::{
    failure::{Failure, Result},
    project, setup, site,
    toolbox::{self, Toolbox},
};

/// No picture is larger, in bytes: a README is read on trains too.
const LIMIT: u64 = 150_000;

/// Runs the command.
pub fn run(_arguments: &[String]) -> Result<()> {
    let tools = Toolbox::open();
    setup::for_pictures(&tools)?;
    site::build()?;
    let (taken, kept) = (project::root().join("target/pictures"), project::root().join("docs/pictures"));
    for folder in [&taken, &kept] {
        for old in project::files(folder)? {
            std::fs::remove_file(&old).map_err(Failure::file(&old))?;
        }
        project::make_folder(folder)?;
    }
    let mut command = tools.command("cargo");
    command.args(["run", "--quiet", "--package", "e2e", "--bin", "screenshots"]);
    command.env("STAGE_ZERO_DIST", project::dist()).env("STAGE_ZERO_PICTURES", &taken);
    // The site asks for the system's font; this makes it the same one on every machine.
    command.env("FONTCONFIG_FILE", project::root().join("tests/fixtures/fonts.conf"));
    toolbox::run(&mut command)?;
    for picture in project::files(&taken)? {
        let small = kept.join(picture.file_name().unwrap_or_default());
        let (from, to) = (picture.display().to_string(), small.display().to_string());
        tools.run("pngquant", &["--nofs", "--speed", "1", "--strip", "--output", &to, "256", &from])?;
        let size = small.metadata().map_err(Failure::file(&small))?.len();
        println!("{size:>9} {to}");
        if size > LIMIT {
            return Err(Failure::Check(format!("{to} has {size} bytes, more than {LIMIT}: show less of the page")));
        }
    }
    Ok(())
}
