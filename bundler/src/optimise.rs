//! Step 5: makes the programs small, and the names short by which a program and its script know each other.

use crate::{
    beside::{each, processors},
    bind::Bound,
    failure::{Failure, Result},
    names, project,
    split::{LOADER, Parts},
    toolbox::Toolbox,
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

/// Functions in the order of their names lie beside their likes, which compresses better; so does an expression that is
/// repeated, rather than kept in a variable, and the content of a function of a few bytes, rather than a call of it.
const SMALLER: &[&str] = &[
    "-Oz",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=4",
    "--skip-pass=local-cse",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// All of that again and again until nothing shrinks any more: 0.3 % less in more than twice the time, for what a visitor
/// waits for.
const AGAIN: &str = "--converge";

/// Of wasm-bindgen's names for imports and exports, each has a hash, in the program and again in the script: short ones
/// save 4 kB.
const SHORT_NAMES: &str = "--minify-imports-and-exports-and-modules";

/// All programs of the site, as they are handed out.
pub struct Programs {
    /// The site's own: what is loaded first.
    pub main: Bound,
    /// What is loaded later, and the names under which the main part shares something with it.
    pub parts: Parts,
    /// Those names: what the parts say, and what the main part says.
    pub shared: BTreeMap<String, String>,
    /// The one for reports.
    pub worker: Bound,
    /// The one for what only few want.
    pub rare: Bound,
    /// The one that reads `site.json`.
    pub host: Bound,
}

/// Makes all of them small, several at a time.
pub fn all(mut main: Bound, mut parts: Parts, mut others: [Bound; 3]) -> Result<Programs> {
    println!("Making the programs small …");
    main.wasm = names::readable(&main.wasm)?;
    let first = (&*main.name, &mut main.wasm, &[SHORT_NAMES, AGAIN][..]);
    let later = parts.files.iter_mut().map(|(name, bytes)| (&**name, bytes, &[AGAIN][..]));
    let others_too = others.iter_mut().map(|bound| (&*bound.name, &mut bound.wasm, &[SHORT_NAMES][..]));
    let mut all: Vec<_> = [first].into_iter().chain(later).chain(others_too).collect();
    all.sort_by_key(|(_, wasm, _)| Reverse(wasm.len()));
    let printed = each(all, processors(), |(name, wasm, more)| {
        let (small, printed) = smaller(name, wasm, more)?;
        *wasm = small;
        Ok((name.to_owned(), Names::read(&printed)))
    });
    let printed = printed.into_iter().collect::<Result<HashMap<_, _>>>()?;
    for bound in [&mut main].into_iter().chain(&mut others) {
        bound.script = printed[&bound.name].in_script(&bound.script)?;
    }
    let exports = &printed[&main.name].exports;
    let shared = parts.shared.iter().map(|name| {
        let short = exports.get(name);
        let short = short.ok_or_else(|| Failure::Check(format!("the main part does not hand out {name}")))?;
        Ok((name.clone(), short.clone()))
    });
    let shared = shared.collect::<Result<_>>()?;
    let [worker, rare, host] = others;
    Ok(Programs { main, parts, shared, worker, rare, host })
}

/// All programs as they are, none in parts.
pub fn none(main: Bound, [worker, rare, host]: [Bound; 3]) -> Programs {
    Programs { main, parts: Parts::default(), shared: BTreeMap::new(), worker, rare, host }
}

/// A program made smaller, and what wasm-opt printed.
fn smaller(name: &str, wasm: &[u8], more: &[&str]) -> Result<(Vec<u8>, String)> {
    let folder = project::generated().join("programs");
    project::make_folder(&folder)?;
    let path = folder.join(format!("{name}.wasm"));
    project::write(&path, wasm)?;
    let file = path.display().to_string();
    let printed = Toolbox::open().ask("wasm-opt", &[&[&*file, "-o", &*file], SMALLER, more].concat());
    let printed = printed.ok_or_else(|| Failure::Check(format!("wasm-opt does not take {file}")))?;
    Ok((project::read(&path)?, printed))
}

/// The short names that wasm-opt has given.
#[derive(Default)]
struct Names {
    /// By module and name.
    imports: BTreeMap<(String, String), String>,
    exports: BTreeMap<String, String>,
}

impl Names {
    /// Reads lines such as `["./x_bg.js", "old", "new"],` for an import and `["old", "new"],` for an export.
    fn read(printed: &str) -> Self {
        let mut names = Self::default();
        for line in printed.lines() {
            match line.trim().split('"').collect::<Vec<_>>()[..] {
                ["[", module, _, old, _, new, _] => _ = names.imports.insert((module.into(), old.into()), new.into()),
                ["[", old, _, new, _] => _ = names.exports.insert(old.into(), new.into()),
                _ => {}
            }
        }
        names
    }

    /// Gives the imports and exports in a script their new names. wasm-opt gives all imports one module, `a`.
    fn in_script(&self, script: &str) -> Result<String> {
        let mut script = script.to_owned();
        let (mut names, mut loads) = (HashMap::new(), String::new());
        names.extend(self.exports.iter().map(|(old, new)| (&**old, &**new)));
        for ((module, old), new) in &self.imports {
            if module == LOADER {
                loads.push_str(&format!(", {new}: import1.{old}"));
            } else {
                names.insert(old, new);
            }
        }
        let modules: Vec<_> = script.lines().filter_map(|line| line.trim().strip_suffix(": import0,")).collect();
        let [own] = modules[..] else { return Err(unexpected("one module of its own")) };
        let own = own.to_owned();
        script = script.replacen(&format!("{own}: import0,"), &format!("\"a\": {{ ...import0{loads} }},"), 1);
        // The loader is named once for each part.
        let is_loader = |line: &str| line.trim().starts_with(&format!("\"{LOADER}\": import"));
        if !loads.is_empty() && !script.lines().any(is_loader) {
            return Err(unexpected(LOADER));
        }
        script = script.lines().filter(|line| !is_loader(line)).collect::<Vec<_>>().join("\n");
        Ok(with_names(&script, &names))
    }
}

fn unexpected(what: &str) -> Failure {
    Failure::Check(format!("wasm-bindgen's script lacks {what}; bundler/src/optimise.rs must learn its new form"))
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

    const PRINTED: &str = r#"
{
 "imports": [
  ["./x_bg.js", "__wbg_click_c6ef", "A"],
  ["./__wasm_split.js", "__wasm_split_load_judge", "B"]
 ],
 "exports": [
  ["memory", "b"],
  ["main", "c"]
 ]
}"#;

    #[test]
    fn script_and_program_get_the_same_new_names() {
        let script = "{\n\"./x_bg.js\": import0,\n\"./__wasm_split.js\": import1,\n\"./__wasm_split.js\": import2,\n}\n\
                      let import0 = {__wbg_click_c6ef:e=>e.click()};w.memory.buffer;main(\"memory\")";
        let renamed = "{\n\"a\": { ...import0, B: import1.__wasm_split_load_judge },\n}\n\
                       let import0 = {A:e=>e.click()};w.b.buffer;main(\"memory\")";
        assert_eq!(Names::read(PRINTED).in_script(script).unwrap(), renamed);
    }

    #[test]
    fn a_script_in_an_unknown_form_is_refused() {
        assert!(Names::read(PRINTED).in_script("{}").is_err());
        assert!(Names::read(PRINTED).in_script("{\n\"./x_bg.js\": import0,\n}").is_err());
    }
}
