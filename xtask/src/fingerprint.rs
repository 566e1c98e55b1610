//! A fingerprint of everything that the built site depends on: when it is unchanged, so is the site.
//!
//! It goes by content, so a fresh checkout of the same commit counts as unchanged, and it includes what lies in
//! `dist/`, so a site that something else has touched is built again.

use crate::{
    failure::{Failure, Result},
    project,
    toolbox::Toolbox,
};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

/// What the site is made of.
const INPUTS: &[&str] = &[
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "bundler",
    "compiler",
    "content",
    "core",
    "formats",
    "host",
    "docs/schema",
    "index.html",
    "rust-toolchain.toml",
    "tests/fixtures/samples",
    "web",
    "worker",
    "xtask",
];

/// The sources as they are now, with the compiler and the address that the site is made for.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sources(u64);

impl Sources {
    /// Reads all of them.
    pub fn read(tools: &Toolbox, url: Option<&str>) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        (tools.ask("rustc", &["--version"]), url).hash(&mut hasher);
        for path in inputs()? {
            path.strip_prefix(project::root()).unwrap_or(&path).hash(&mut hasher);
            project::read(&path)?.hash(&mut hasher);
        }
        Ok(Self(hasher.finish()))
    }

    /// Looks at their names, sizes and times alone. What editors put beside them for a while is none of them.
    pub fn glance() -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        let is_ours = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            !name.starts_with(['.', '#']) && !name.ends_with('~')
        };
        for path in inputs()?.into_iter().filter(is_ours) {
            let file = path.metadata().map_err(Failure::file(&path))?;
            (path, file.len(), file.modified().ok()).hash(&mut hasher);
        }
        Ok(Self(hasher.finish()))
    }

    /// Whether a folder holds the site that they make.
    pub fn are_in(self, site: &Path) -> Result<bool> {
        if !site.join("index.html").is_file() {
            return Ok(false);
        }
        let kept = std::fs::read_to_string(file(site)).unwrap_or_default();
        Ok(kept == self.with(site)?)
    }

    /// Keeps the fingerprint of the site that was built of them.
    pub fn keep(self, site: &Path) -> Result<()> {
        project::write(&file(site), self.with(site)?.as_bytes())
    }

    fn with(self, site: &Path) -> Result<String> {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        let mut made = project::files(site)?;
        if site == project::dist() {
            made.extend(project::files(&project::release())?);
        }
        for path in made {
            let size = path.metadata().map_or(0, |file| file.len());
            (path.strip_prefix(project::root()).unwrap_or(&path), size).hash(&mut hasher);
        }
        Ok(format!("{:016x}", hasher.finish()))
    }
}

fn inputs() -> Result<Vec<PathBuf>> {
    let files = INPUTS.iter().map(|input| project::files(&project::root().join(input)));
    Ok(files.collect::<Result<Vec<_>>>()?.concat())
}

fn file(site: &Path) -> PathBuf {
    project::generated().join(format!("fingerprint-of-{}", site.file_name().unwrap_or_default().display()))
}
