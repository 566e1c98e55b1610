//! `cargo xtask dist`: what any static host can serve, with compressed forms beside each file.

use crate::{failure::Result, project, site, size};

/// Runs the command.
pub fn run(_arguments: &[String]) -> Result<()> {
    site::build()?;
    size::print("first load", &size::first_load(&project::dist())?);
    println!("\n{} is ready: copy it to any static host.", project::dist().display());
    Ok(())
}
