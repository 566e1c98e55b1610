//! A fingerprint of everything that the built site depends on: when it is unchanged, so is the site.
//!
//! It goes by content, so a fresh checkout of the same commit counts as unchanged, and it includes what lies in
//! `dist/`, so a site that something else has touched is built again.

use crate::{failure::Result, project, toolbox::Toolbox};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    time::SystemTime,
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

/// Whether a folder holds the site that the present sources make.
pub fn is_current(tools: &Toolbox, site: &Path, url: Option<&str>) -> Result<bool> {
    if !site.join("index.html").is_file() {
        return Ok(false);
    }
    let kept = std::fs::read_to_string(file(site)).unwrap_or_default();
    Ok(kept == fingerprint(tools, site, url)?)
}

/// Keeps the fingerprint of the site that was just built.
pub fn keep(tools: &Toolbox, site: &Path, url: Option<&str>) -> Result<()> {
    project::write(&file(site), fingerprint(tools, site, url)?.as_bytes())
}

fn file(site: &Path) -> PathBuf {
    project::generated().join(format!("fingerprint-of-{}", site.file_name().unwrap_or_default().display()))
}

/// When something that the site is made of was last changed.
pub fn last_change() -> Result<Option<SystemTime>> {
    let mut last = None;
    for input in INPUTS {
        for path in project::files(&project::root().join(input))? {
            last = last.max(path.metadata().and_then(|file| file.modified()).ok());
        }
    }
    Ok(last)
}

fn fingerprint(tools: &Toolbox, site: &Path, url: Option<&str>) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    (tools.ask("rustc", &["--version"]), url).hash(&mut hasher);
    for input in INPUTS {
        for path in project::files(&project::root().join(input))? {
            path.strip_prefix(project::root()).unwrap_or(&path).hash(&mut hasher);
            project::read(&path)?.hash(&mut hasher);
        }
    }
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
