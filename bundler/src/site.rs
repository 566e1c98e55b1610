//! Step 7: the site's folder. What is loaded is named by its content, and whoever loads it checks its integrity.

use crate::{
    failure::{Failure, Result},
    project, remove,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// A site that is being put together.
pub struct Site {
    folder: PathBuf,
}

/// A file of the site that is named by its content, so that caches may keep it for ever.
#[derive(Debug, Clone)]
pub struct Sealed {
    /// Its name, such as `start-0123456789abcdef.js`.
    pub name: String,
    /// What the `integrity` attribute says of it.
    pub integrity: String,
}

impl Sealed {
    /// Address and integrity, as the scripts of `web/boot/` take them.
    pub fn for_script(&self) -> String {
        format!("[\"./{}\",\"{}\"]", self.name, self.integrity)
    }
}

/// Texts that the site loads when they are wanted, by their address.
pub type Texts = BTreeMap<String, String>;

impl Site {
    /// Begins a site beside the folder that it will have.
    pub fn begin(out: &Path) -> Result<Self> {
        let folder = out.with_extension("next");
        remove(&folder)?;
        project::make_folder(&folder)?;
        Ok(Self { folder })
    }

    /// Puts the site into its place; gives that.
    pub fn end(self, out: &Path) -> Result<PathBuf> {
        remove(out)?;
        fs::rename(&self.folder, out).map_err(Failure::file(out))?;
        Ok(out.to_owned())
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts a file into it.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let file = self.folder.join(path);
        project::make_folder(file.parent().unwrap_or(&self.folder))?;
        project::write(&file, bytes)
    }

    /// Puts a file into it under a name that holds a hash of its content.
    pub fn seal(&self, stem: &str, ending: &str, bytes: &[u8]) -> Result<Sealed> {
        let hash: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let name = format!("{stem}-{hash}.{ending}");
        self.put(&name, bytes)?;
        Ok(Sealed { name, integrity: integrity(bytes) })
    }

    /// Puts guidance, languages and examples into it.
    pub fn texts(&self) -> Result<Texts> {
        let mut texts = Texts::new();
        let made = project::generated();
        for (from, to) in [
            (made.join("guidance"), "guidance"),
            (made.join("lang"), "lang"),
            (project::root().join("tests/fixtures/samples"), "examples"),
        ] {
            for file in project::files(&from)? {
                let path = format!("{to}/{}", file.file_name().unwrap_or_default().to_string_lossy());
                self.put(&path, &project::read(&file)?)?;
                if file.extension().is_some_and(|kind| kind == "txt" || kind == "json") {
                    texts.insert(path, project::text(&file)?);
                }
            }
        }
        Ok(texts)
    }

    /// All its files, relative to it, sorted.
    pub fn files(&self) -> Result<Vec<PathBuf>> {
        let relative = |file: PathBuf| file.strip_prefix(&self.folder).map(PathBuf::from).unwrap_or(file);
        Ok(project::files(&self.folder)?.into_iter().map(relative).collect())
    }
}

/// What the `integrity` attribute says of these bytes.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// Whether a file is named by its content.
pub fn is_named_by_content(file: &Path) -> bool {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let is_hash = |part: &str| part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    name.rsplit('-').next().is_some_and(is_hash)
}
