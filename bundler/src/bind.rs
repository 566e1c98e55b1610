//! Step 4: binds a program to JavaScript, with wasm-bindgen as a library of the very version that the program is built with.

use crate::{
    failure::{Failure, Result},
    project,
};
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// A program with its script.
pub struct Bound {
    /// The program's name.
    pub name: String,
    /// The program.
    pub wasm: Vec<u8>,
    /// The script that starts it and gives it what it needs.
    pub script: String,
}

/// Binds a program; what the linker exports stays where later parts need it.
pub fn program(name: &str, wasm: Vec<u8>, in_parts: bool) -> Result<Bound> {
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes(name, wasm);
    bound(name, &mut bindgen, in_parts).map_err(|error| Failure::Check(format!("{name} can't be bound: {error:#}")))
}

fn bound(
    name: &str,
    bindgen: &mut Bindgen,
    in_parts: bool,
) -> std::result::Result<Bound, Box<dyn std::error::Error + Send + Sync>> {
    bindgen.web(true)?.typescript(false).omit_default_module_path(true).keep_lld_exports(in_parts).demangle(!in_parts);
    let mut output = bindgen.generate_output()?;
    let brought: Vec<_> = output.snippets().iter().filter(|(_, scripts)| !scripts.is_empty()).collect();
    if !brought.is_empty() || !output.local_modules().is_empty() {
        return Err(format!("{name} brings scripts of its own, which no step puts into the site: {brought:?}").into());
    }
    Ok(Bound { name: name.to_owned(), script: output.js().to_owned(), wasm: output.wasm_mut().emit_wasm() })
}

/// Binds a program's file, and leaves it with its script in a folder.
pub fn folder(program: &Path, folder: &Path) -> Result<()> {
    let name = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let Bound { wasm, script, .. } = self::program(&name, project::read(program)?, false)?;
    project::make_folder(folder)?;
    project::write(&folder.join(format!("{name}.wasm")), &wasm)?;
    project::write(&folder.join(format!("{name}.js")), script.as_bytes())
}
