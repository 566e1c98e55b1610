//! The whole site as one HTML file: opened from a disk by a double click, without a network and without a server.
//!
//! From a disk a browser loads no module and fetches nothing, so programs and texts lie in the page, compressed.

use super::{named, unexpected};
use crate::{
    check_content,
    compress::gzip,
    failure::{Failure, Result},
    finish::{between, between_with_ends, bundled, policy::hash, policy_in, replaced_once, words_of},
    project,
    toolbox::Toolbox,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use content_compiler::escaped;
use std::{fmt::Write, path::Path};

/// Writes the file from the finished site.
pub fn write(dist: &Path, file: &Path) -> Result<()> {
    let html = project::text(&dist.join("index.html"))?;
    let style = between(&html, "<style>", "</style>")?;
    let views = project::text(&named(dist, "views-", "css")?)?;
    let script =
        project::text(&bundled("file-boot.js", "iife", &[("WORDS", words_of("recovery.")?)], &Toolbox::open())?)?
            .replace("</script", "<\\/script");
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {} {}; img-src data:; connect-src data:; worker-src blob:; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types stage-zero",
        hash(&script),
        hash(style),
        hash(&views)
    );

    let mut head = String::from("<!doctype html>");
    let (old_head, body) = html.split_once("<body>").ok_or_else(|| unexpected("no body"))?;
    // Of the head stay its meta elements, title, icon and style; what would be loaded is in the page.
    let kept = replaced_once(old_head, policy_in(old_head)?, &policy)?;
    let mut kept = kept.trim_start_matches("<!doctype html>").replace("</head>", "");
    for (start, end) in [
        ("<script type=module", "</script>"),
        ("<link as=fetch", ">"),
        ("<meta property=og:image", ">"),
        ("<link rel=manifest", ">"),
    ] {
        let piece = between_with_ends(&kept, start, end)?.to_owned();
        kept = kept.replace(&piece, "");
    }
    let _ = write!(head, "{kept}<style>{views}</style></head><body>");
    let body = replaced_once(body, "<div id=app>", &format!("{}<div id=app>", notice()?))?;
    let mut data = String::new();
    let program = named(dist, "stage-zero-", "wasm")?;
    let more = named(dist, "more-", "wasm")?;
    let files = serde_json::to_vec(&loaded_later(dist)?).map_err(|error| unexpected(&error.to_string()))?;
    let worker = named(dist, "worker-", "wasm")?;
    // What the page fills in stays a name: it is defined before the script where the worker starts.
    let worker_script = bundled("worker-boot.js", "iife", &[], &Toolbox::open())?;
    let later = [("worker", project::read(&worker)?), ("worker-script", project::read(&worker_script)?)];
    for (id, bytes) in later.into_iter().chain([
        ("program", project::read(&program)?),
        ("more", project::read(&more)?),
        ("files", files),
    ]) {
        let _ = write!(data, "<script type=text/plain id=packed-{id}>{}</script>", STANDARD.encode(gzip(&bytes)?));
    }
    let body = replaced_once(&body, "</body>", &format!("{data}<script>{script}</script></body>"))?;
    project::write(file, format!("{head}{body}").as_bytes())
}

/// What the page says above everything else: where it keeps things, and what to do about that.
fn notice() -> Result<String> {
    let content = check_content::load()?;
    let words = content.iter().find(|(language, _)| language == content_compiler::ENGLISH).map(|(_, english)| english);
    let say =
        |key: &str| words.and_then(|it| it.words.iter().find(|word| word.key == key)).map(|word| escaped(&word.text));
    match (say("from-file.title"), say("from-file.text"), say("from-file.save")) {
        (Some(title), Some(text), Some(save)) => Ok(format!(
            "<aside class=from-file data-testid=from-file><p><strong>{title}</strong> {text} <a href=#/report>{save}</a></p></aside>"
        )),
        _ => Err(Failure::Check("content/ has no words from-file.title, from-file.text and from-file.save".into())),
    }
}

/// The texts that the site loads when they are wanted, by their address.
fn loaded_later(dist: &Path) -> Result<serde_json::Map<String, serde_json::Value>> {
    let mut all = serde_json::Map::new();
    for folder in ["guidance", "lang", "examples"] {
        for file in project::files(&dist.join(folder))? {
            if file.extension().is_some_and(|kind| kind == "txt" || kind == "json") {
                let name = format!("{folder}/{}", file.file_name().unwrap_or_default().to_string_lossy());
                all.insert(name, project::text(&file)?.into());
            }
        }
    }
    Ok(all)
}
