//! What Trunk leaves undone: small scripts, names by content, integrity of all that is loaded, the security policy,
//! and the files that hosts read.

mod hosts;
pub mod policy;

use crate::{
    check_content, compress,
    failure::{Failure, Result},
    project,
    toolbox::Toolbox,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Runs `cargo xtask finish`.
pub fn run(arguments: &[String]) -> Result<()> {
    let [dist] = arguments else { return Err(Failure::Usage("usage: cargo xtask finish FOLDER".into())) };
    let dist = fs::canonicalize(dist).map_err(Failure::file(Path::new(dist)))?;
    folder(&dist, &Toolbox::open())?;
    compress::folder(&dist)
}

/// Finishes the site in a folder.
pub fn folder(dist: &Path, tools: &Toolbox) -> Result<()> {
    let page = dist.join("index.html");
    let html = start_from_a_file(&text(&page)?, dist, tools)?;
    let html = with_policy(&html)?;
    project::write(&page, html.as_bytes())?;
    hosts::write(dist)
}

/// Puts a page's policy before everything that it loads.
fn with_policy(html: &str) -> Result<String> {
    let charset = "<meta charset=utf-8>";
    let meta = format!("{charset}<meta http-equiv=Content-Security-Policy content=\"{}\">", policy::of_page());
    replaced_once(html, charset, &meta)
}

/// Replaces the inline script that Trunk writes by `web/boot/site.js` and the program's own script, in one file.
fn start_from_a_file(html: &str, dist: &Path, tools: &Toolbox) -> Result<String> {
    let inline = between(html, "<script type=module>", "</script>")?;
    let program = between(inline, "module_or_path: './", "' }")?;
    let script = between(inline, "from './", "'")?;
    let preload = between_with_ends(html, &format!("<link crossorigin href=./{script} "), ">")?;

    let worker_program = named_by_content(&dist.join("worker_bg.wasm"), "worker")?;
    let worker = booted(dist, "worker", &[("PROGRAM", named(dist, &worker_program)?)], tools)?;
    let more_script = booted(dist, "more", &[("WORKER_SCRIPT", format!("\"./{worker}\""))], tools)?;
    let more_program = named_by_content(&dist.join("more_bg.wasm"), "more")?;
    let recovery = dist.join("recovery.js");
    project::write(&recovery, &project::read(&project::root().join("web/boot/recovery.js"))?)?;
    let recovery = minified(&recovery, "recovery", &[("WORDS", recovery_words()?)], tools)?;
    let constants = [
        ("PROGRAM", named(dist, program)?),
        ("MORE_PROGRAM", named(dist, &more_program)?),
        ("MORE_SCRIPT", named(dist, &more_script)?),
        ("RECOVERY", named(dist, &recovery)?),
    ];
    let boot = dist.join("stage-zero.js");
    fs::rename(dist.join(script), &boot).map_err(Failure::file(&boot))?;
    let entry = dist.join("start.js");
    project::write(&entry, &project::read(&project::root().join("web/boot/site.js"))?)?;
    let start = minified(&entry, "start", &constants, tools)?;
    fs::remove_file(&boot).map_err(Failure::file(&boot))?;

    let element = format!(
        "<script type=module src=./{start} integrity={}></script>",
        integrity(&project::read(&dist.join(&start))?)
    );
    let html = replaced_once(html, &format!("<script type=module>{inline}</script>"), &element)?;
    replaced_once(&html, preload, "")
}

/// The words of the recovery view, which has no program to ask, as JSON: by language, then by key in camel case.
fn recovery_words() -> Result<String> {
    let words = |content: &content_compiler::Content| {
        let of_view = |word: &content_compiler::Word| {
            let key = word.key.strip_prefix("recovery.")?.split('-').collect::<Vec<_>>();
            let rest = key[1..].iter().map(|part| format!("{}{}", part[..1].to_uppercase(), &part[1..]));
            Some((format!("{}{}", key[0], rest.collect::<String>()), word.text.clone()))
        };
        content.words.iter().filter_map(of_view).collect::<BTreeMap<_, _>>()
    };
    let all: BTreeMap<_, _> =
        check_content::load()?.into_iter().map(|(language, content)| (language, words(&content))).collect();
    Ok(serde_json::json!(all).to_string())
}

/// A program's script and what `web/boot/` adds to it in one file; returns its name.
fn booted(dist: &Path, program: &str, constants: &[(&str, String)], tools: &Toolbox) -> Result<String> {
    let script = dist.join(format!("{program}.js"));
    let boot = project::root().join("web/boot").join(format!("{program}.js"));
    let entry = dist.join(format!("{program}-boot.js"));
    project::write(&entry, &project::read(&boot)?)?;
    let name = minified(&entry, program, constants, tools)?;
    fs::remove_file(&script).map_err(Failure::file(&script))?;
    Ok(name)
}

/// A script with all that it imports in one small file, named by its content; the file itself is gone.
fn minified(script: &Path, stem: &str, constants: &[(&str, String)], tools: &Toolbox) -> Result<String> {
    let made = script.with_extension("min.js");
    let path = script.display().to_string();
    let outfile = format!("--outfile={}", made.display());
    let defines: Vec<_> = constants.iter().map(|(name, value)| format!("--define:{name}={value}")).collect();
    let mut arguments = vec![&*path, &*outfile, "--bundle", "--minify", "--format=esm", "--target=es2022"];
    arguments.extend(["--log-level=error", "--charset=utf8"]);
    arguments.extend(defines.iter().map(String::as_str));
    tools.run("esbuild", &arguments)?;
    fs::remove_file(script).map_err(Failure::file(script))?;
    named_by_content(&made, stem)
}

/// Gives a file a name that holds a hash of its content, so that caches may keep it for ever; returns the name.
fn named_by_content(file: &Path, stem: &str) -> Result<String> {
    let hash =
        Sha256::digest(project::read(file)?).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
    let kind = file.extension().unwrap_or_default().to_string_lossy().into_owned();
    let name = format!("{stem}-{hash}.{kind}");
    fs::rename(file, file.with_file_name(&name)).map_err(Failure::file(file))?;
    Ok(name)
}

/// A file's address and integrity, as the scripts of `web/boot/` take them.
fn named(dist: &Path, name: &str) -> Result<String> {
    Ok(format!("[\"./{name}\",\"{}\"]", integrity(&project::read(&dist.join(name))?)))
}

/// What the `integrity` attribute says of these bytes.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// What stands between two texts.
fn between<'text>(text: &'text str, start: &str, end: &str) -> Result<&'text str> {
    let found = text.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map(|(inner, _)| inner);
    found.ok_or_else(|| unexpected(&format!("no '{start}…{end}'")))
}

fn between_with_ends<'text>(text: &'text str, start: &str, end: &str) -> Result<&'text str> {
    let from = text.find(start).ok_or_else(|| unexpected(&format!("no '{start}'")))?;
    let to = text[from..].find(end).ok_or_else(|| unexpected(&format!("no '{end}' after '{start}'")))?;
    Ok(&text[from..from + to + end.len()])
}

fn replaced_once(text: &str, old: &str, new: &str) -> Result<String> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        count => Err(unexpected(&format!("'{old}' stands there {count} times, not once"))),
    }
}

fn unexpected(what: &str) -> Failure {
    Failure::Check(format!("Trunk's index.html is not as expected: {what}; xtask/src/finish/ must learn its new form"))
}

fn text(file: &Path) -> Result<String> {
    Ok(String::from_utf8_lossy(&project::read(file)?).into_owned())
}

/// The files of a finished site that are named by their content, relative to it.
pub fn kept_for_ever(dist: &Path) -> Result<Vec<PathBuf>> {
    let is_kept = |file: &PathBuf| {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().trim_end_matches("_bg").to_owned();
        let kind = file.extension().unwrap_or_default().to_string_lossy().into_owned();
        let is_hash = |part: &str| part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        kind != "br" && kind != "gz" && name.rsplit('-').next().is_some_and(is_hash)
    };
    let relative = |file: PathBuf| file.strip_prefix(dist).map(PathBuf::from).unwrap_or(file);
    Ok(project::files(dist)?.into_iter().filter(is_kept).map(relative).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_stands_before_everything_else() {
        let html = with_policy("<!doctype html><html lang=en><meta charset=utf-8><script src=a.js></script>").unwrap();
        let (policy, script) = (html.find("Content-Security-Policy"), html.find("<script"));
        assert!(policy.is_some() && policy < script, "{html}");
    }

    #[test]
    fn a_page_in_an_unknown_form_is_refused_rather_than_left_without_a_policy() {
        assert!(with_policy("<html>").is_err());
        assert!(replaced_once("a a", "a", "b").is_err());
    }
}
