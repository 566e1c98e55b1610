//! The tools of this project: kept in a cache folder that all clones share, found there first and then in PATH.

use crate::failure::{Failure, Result};
use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Runs programs, those of the cache folder first.
pub struct Toolbox {
    /// The cache folder.
    pub cache: PathBuf,
    path: OsString,
}

impl Toolbox {
    /// The toolbox of this machine.
    pub fn open() -> Self {
        let folder = |variable| env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
        let cache = folder("STAGE_ZERO_CACHE")
            .or_else(|| folder("XDG_CACHE_HOME").map(|base| base.join("stage-zero")))
            .or_else(|| folder("HOME").map(|home| home.join(".cache/stage-zero")))
            .unwrap_or_else(|| crate::project::root().join("target/cache"));
        let present = env::var_os("PATH").unwrap_or_default();
        let from_npm = ["build", "test"].map(|set| npm(&cache, set).join("node_modules/.bin"));
        let folders = [cache.join("tools/bin")].into_iter().chain(from_npm);
        let path = env::join_paths(folders.chain(env::split_paths(&present))).unwrap_or(present);
        Self { cache, path }
    }

    /// The folder of what is taken from npm for a purpose: `build` or `test`.
    pub fn npm(&self, set: &str) -> PathBuf {
        npm(&self.cache, set)
    }

    /// A command at the top of the project that finds our tools, and never waits for input.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", &self.path).current_dir(crate::project::root()).stdin(Stdio::null());
        command
    }

    /// What a program prints when it is asked, or nothing if it is not there or fails.
    pub fn ask(&self, program: &str, arguments: &[&str]) -> Option<String> {
        let output = self.command(program).args(arguments).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Where a program lies.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.path).map(|folder| folder.join(program)).find(|file: &PathBuf| Path::is_file(file))
    }

    /// Runs a program to its end and lets it print.
    pub fn run(&self, program: &str, arguments: &[&str]) -> Result<()> {
        run(self.command(program).args(arguments))
    }
}

fn npm(cache: &Path, set: &str) -> PathBuf {
    cache.join("npm").join(set)
}

/// Runs a command to its end; it fails if the command does.
pub fn run(command: &mut Command) -> Result<()> {
    let succeeded = command.status().is_ok_and(|status| status.success());
    succeeded.then_some(()).ok_or_else(|| Failure::Child { command: shown(command) })
}

/// A command as one would type it.
fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
