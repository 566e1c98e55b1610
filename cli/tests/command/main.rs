//! The command line, run as a process.

mod alone;
mod drafts;
mod outside;
mod returned;
mod sharing;
mod site_check;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The file of a sample.
fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/samples").join(format!("{name}.json"))
}

fn run<A: AsRef<std::ffi::OsStr>>(arguments: &[A]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_stage-zero")).args(arguments).output().expect("the command starts")
}
