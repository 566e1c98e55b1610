//! Step 2: takes the site's program apart, into what the first view needs and the parts that come later.

use crate::{
    failure::{Failure, Result},
    project, remove,
};
use std::collections::{BTreeMap, BTreeSet};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload};

/// The script that a program in parts imports; `scripts.rs` writes it.
pub const LOADER: &str = "./__wasm_split.js";

/// The module that parts import from what they share with the main part.
const SHARED: &str = "__wasm_split";

/// A program that was taken apart.
pub struct Split {
    /// What is loaded first.
    pub main: Vec<u8>,
    /// The rest.
    pub parts: Parts,
}

/// What is loaded later.
#[derive(Default)]
pub struct Parts {
    /// Programs by the name of their file.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The files that each part needs.
    pub needs: BTreeMap<String, Vec<String>>,
    /// What the files share with the main part, by the names of its exports.
    pub shared: BTreeSet<String>,
}

/// Takes a program apart, or leaves it whole.
pub fn parts(program: Vec<u8>, in_parts: bool) -> Result<Split> {
    if !in_parts {
        return Ok(Split { main: program, parts: Parts::default() });
    }
    let folder = project::generated().join("parts");
    remove(&folder)?;
    project::make_folder(&folder)?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&program);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = LOADER;
    let made = transform(options).map_err(|error| Failure::Check(format!("the program can't be split: {error}")))?;
    let mut parts = Parts::default();
    for path in &made.split_modules {
        let name = part_of(&path.file_stem().unwrap_or_default().to_string_lossy());
        let bytes = project::read(path)?;
        parts.shared.extend(imports(&bytes)?);
        parts.files.insert(name, bytes);
    }
    let named = |files: Vec<String>| files.iter().map(|file| part_of(file)).collect();
    parts.needs = made.prefetch_map.into_iter().map(|(part, files)| (part, named(files))).collect();
    // The tool lists a part that has nothing of its own too.
    let files = &parts.files;
    parts.needs.values_mut().for_each(|needed| needed.retain(|file| files.contains_key(file)));
    let named: BTreeSet<_> = parts.needs.values().flatten().cloned().collect();
    parts.files.retain(|file, _| named.contains(file));
    Ok(Split { main: project::read(&main)?, parts })
}

/// What a file of the tool is called in the site.
fn part_of(file: &str) -> String {
    file.replace("split_", "part-").replace("chunk_", "part-")
}

/// The names that a part imports from the main one.
fn imports(part: &[u8]) -> Result<Vec<String>> {
    let wrong = |error: &dyn std::fmt::Display| Failure::Check(format!("a part can't be read: {error}"));
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(part) {
        let Payload::ImportSection(imports) = payload.map_err(|error| wrong(&error))? else { continue };
        for import in imports.into_imports() {
            let import = import.map_err(|error| wrong(&error))?;
            if import.module != SHARED {
                return Err(wrong(&format!("it imports {} of {}", import.name, import.module)));
            }
            names.push(import.name.to_owned());
        }
    }
    Ok(names)
}
