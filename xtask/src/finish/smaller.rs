//! Makes the programs small, and the names short by which a program and its script know each other.

use super::integrity;
use crate::{
    failure::{Failure, Result},
    project,
    toolbox::Toolbox,
};
use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

/// Functions in the order of their names lie beside their likes, which compresses better; so does an expression that is
/// repeated, rather than kept in a variable, and the content of a function of a few bytes, rather than a call of it.
/// Of wasm-bindgen's names for imports and exports, each has a hash, in the program and again in the script: short ones
/// save 4 kB.
const SMALLER: &[&str] = &[
    "-Oz",
    "--converge",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=4",
    "--skip-pass=local-cse",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--minify-imports-and-exports-and-modules",
];

/// Makes every program of a folder smaller; returns the page with their integrity as it is then.
pub fn programs(page: String, dist: &Path, tools: &Toolbox) -> Result<String> {
    let is_program = |file: &&PathBuf| file.extension().is_some_and(|kind| kind == "wasm");
    project::files(dist)?.iter().filter(is_program).try_fold(page, |page, file| {
        let before = integrity(&project::read(file)?);
        program(file, tools)?;
        Ok(page.replace(&before, &integrity(&project::read(file)?)))
    })
}

fn program(file: &Path, tools: &Toolbox) -> Result<()> {
    let path = file.display().to_string();
    let printed = tools.ask("wasm-opt", &[&[&*path, "-o", &*path], SMALLER].concat());
    let printed = printed.ok_or_else(|| Failure::Check(format!("wasm-opt does not take {path}")))?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let script = file.with_file_name(format!("{}.js", name.trim_end_matches("_bg")));
    let code = rename(&project::text(&script)?, &printed);
    project::write(&script, code.as_bytes())
}

/// Gives the imports and exports in a script the new names that wasm-opt has printed, in lines such as
/// `["./x_bg.js", "old", "new"],` for an import and `["old", "new"],` for an export.
fn rename(code: &str, printed: &str) -> String {
    let (mut names, mut code) = (HashMap::new(), code.to_owned());
    for line in printed.lines() {
        match line.trim().split('"').collect::<Vec<_>>()[..] {
            ["[", module, _, old, _, new, _] => {
                names.insert(old, new);
                // wasm-opt gives all imports one module, `a`.
                code = code.replace(&format!("\"{module}\""), "\"a\"");
            }
            ["[", old, _, new, _] => _ = names.insert(old, new),
            _ => {}
        }
    }
    with_names(&code, &names)
}

fn with_names(code: &str, names: &HashMap<&str, &str>) -> String {
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '_' || sign == '$';
    let mut renamed = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(at) = rest.find(is_name) {
        let (before, tail) = rest.split_at(at);
        let (name, tail) = tail.split_at(tail.find(|sign| !is_name(sign)).unwrap_or(tail.len()));
        renamed.push_str(before);
        // Keys of the imports, and members of the exports: alone, `main` and `memory` may be anything else.
        let known = name.starts_with("__wb") || before.ends_with('.');
        renamed.push_str(names.get(name).filter(|_| known).copied().unwrap_or(name));
        rest = tail;
    }
    renamed.push_str(rest);
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_and_program_get_the_same_new_names() {
        let printed = r#"
{
 "imports": [
  ["./x_bg.js", "__wbg_click_c6ef", "A"]
 ],
 "exports": [
  ["memory", "b"],
  ["main", "c"]
 ]
}"#;
        let script = r#"{"./x_bg.js":{__wbg_click_c6ef:e=>e.click()}};w.memory.buffer;main("memory")"#;
        let renamed = r#"{"a":{A:e=>e.click()}};w.b.buffer;main("memory")"#;
        assert_eq!(rename(script, printed), renamed);
    }
}
