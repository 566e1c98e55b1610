//! What makes the site work without a network and be installed: the service worker with the list of all files, the
//! manifest, and the icons.

use crate::{Site, colour::accent, failure::Result, project, scripts::bundled, site::integrity, split::Parts};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The service worker. Its name never changes: browsers ask for it again to see whether there is a new version.
const SERVICE: &str = "service.js";
/// The sizes of the icon in pixels.
const ICONS: [u32; 2] = [192, 512];

/// Puts what an installed site has into it; gives the element that names it in the page.
pub fn installable(site: &Site) -> Result<String> {
    let mut icons = Vec::new();
    for size in ICONS {
        let icon = super::drawn("web/icon.svg", size)?;
        icons.push((site.seal(&format!("icon-{size}"), "png", &icon)?.name, size));
    }
    let manifest = site.seal("site", "webmanifest", format!("{:#}", manifest_of(&icons)?).as_bytes())?;
    Ok(format!("<link rel=manifest href=./{}>", manifest.name))
}

/// Adds the service worker to a site that is complete but for its compressed forms.
pub fn write(site: &Site, parts: &Parts) -> Result<()> {
    let mut files = Vec::new();
    let mut hash = Sha256::new();
    let mut needed: Vec<_> = site.files()?.into_iter().filter(|path| is_needed(path)).collect();
    // It loads them in this order.
    needed.sort_by_cached_key(|path| turn(&path.to_string_lossy(), parts));
    for path in needed {
        let bytes = project::read(&site.folder().join(&path))?;
        let path = path.to_string_lossy().replace('\\', "/");
        hash.update(&path);
        hash.update(Sha256::digest(&bytes));
        // A host may add a line to the page itself.
        files.push(if path == "index.html" { json!([path]) } else { json!([path, integrity(&bytes)]) });
    }
    let version: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let constants = [("VERSION", json!(version).to_string()), ("FILES", json!(files).to_string())];
    site.put(SERVICE, bundled(&project::root().join("web/boot/service.js"), "iife", &constants)?.as_bytes())
}

/// When a file's turn has come, so that what is loaded in the background is ahead of the person: first what is there
/// already, then what the first answer needs, then the language's other texts, then what comes later, by part; the
/// programs beside the page last. Of the languages only those that were spoken are loaded at all.
fn turn(path: &str, parts: &Parts) -> usize {
    const JOURNEY: [&str; 5] = ["questions", "register", "judge", "plan", "files"];
    let starts = |starts: &[&str]| starts.iter().any(|start| path.starts_with(start));
    let needs = |part: &str| {
        parts.needs.get(part).is_some_and(|files| files.iter().any(|file| path.starts_with(&format!("{file}-"))))
    };
    match JOURNEY.iter().position(|part| needs(part)) {
        Some(0) => 1,
        Some(later) => 3 + later,
        None if starts(&["index.html", "start-", "stage-zero-"]) => 0,
        None if starts(&["views-"]) || path.starts_with("lang/") && path.contains("-questions-") => 1,
        None if starts(&["lang/", "guidance/"]) => 2,
        None if starts(&["worker-"]) => 9,
        None if starts(&["rare-"]) => 10,
        None => 8,
    }
}

/// Whether the site needs a file when there is no network: not what only hosts, crawlers and other programs read.
fn is_needed(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let first = path.components().next().map(|it| it.as_os_str().to_string_lossy().into_owned()).unwrap_or_default();
    let elsewhere = ["hosting", "schema", project::READING].contains(&&*first);
    let for_others = name.starts_with('.')
        || ["_headers", "robots.txt", "sitemap.xml", super::PICTURE, super::HOST, SERVICE].contains(&&*name);
    let is_compressed = path.extension().is_some_and(|kind| kind == "br" || kind == "gz");
    !elsewhere && !for_others && !is_compressed
}

fn manifest_of(icons: &[(String, u32)]) -> Result<serde_json::Value> {
    let icons = icons.iter().map(|(name, size)| {
        json!({ "src": format!("./{name}"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": "any maskable" })
    });
    let icons: Vec<_> = icons.collect();
    Ok(json!({
        "name": "Stage Zero",
        "short_name": "Stage Zero",
        "description": "Find out how ready you are for ISO/IEC 27001, in your own browser.",
        "id": "./", "start_url": "./", "scope": "./", "display": "standalone",
        "background_color": "#ffffff", "theme_color": accent()?,
        "icons": icons,
        "file_handlers": [{
            "action": "./",
            "accept": { "application/json": [".json"], "text/html": [".html"], "application/pdf": [".pdf"] },
        }],
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_next_on_the_journey_is_loaded_before_what_comes_last() {
        let mut parts = Parts::default();
        parts.needs.insert("questions".into(), vec!["part-1".into()]);
        parts.needs.insert("judge".into(), vec!["part-1".into(), "part-2".into()]);
        let journey = [
            "start-0badcafe.js",
            "part-1-0badcafe.wasm",
            "lang/de-questions-0badcafe.txt",
            "lang/de-rest-0badcafe.txt",
            "guidance/en-clause-4-0badcafe.txt",
            "part-2-0badcafe.wasm",
            "examples/consultancy.json",
            "worker-0badcafe.wasm",
            "rare-0badcafe.wasm",
        ];
        assert!(journey.map(|path| turn(path, &parts)).is_sorted());
    }

    #[test]
    fn the_site_keeps_what_it_may_need_and_nothing_else() {
        let kept = [
            "index.html",
            "start-0123456789abcdef.js",
            "guidance/clause-4-0badcafe.txt",
            "lang/de-rest-0badcafe.txt",
            "examples/software-firm.json",
            "icon-192.png",
        ];
        let left = [
            "service.js",
            "_headers",
            ".htaccess",
            "index.html.br",
            "robots.txt",
            "hosting/nginx.conf",
            "schema/a.json",
            "site.json",
        ];
        assert!(kept.iter().all(|path| is_needed(Path::new(path))));
        assert!(!left.iter().any(|path| is_needed(Path::new(path))));
    }
}
