//! `cargo xtask bench PEERS_FOLDER`: the site beside its peers, in the same browser and the same run.

use crate::failure::{Failure, Result};

/// Runs the command.
pub fn run(_arguments: &[String]) -> Result<()> {
    Err(Failure::Check(
        "nothing is measured yet: the site needs an adapter of its own for the peers' harness first".into(),
    ))
}
