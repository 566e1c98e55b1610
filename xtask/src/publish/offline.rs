//! What makes the site work without a network and be installed: the service worker with the list of all files, the
//! manifest, and the icons.

use crate::{
    failure::{Failure, Result},
    finish::{bundled, hosts, integrity, named_by_content},
    project, reading,
    toolbox::Toolbox,
};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The service worker. Its name never changes: browsers ask for it again to see whether there is a new version.
const SERVICE: &str = "service.js";
/// The sizes of the icon in pixels.
const ICONS: [u32; 2] = [192, 512];

/// Adds all of it to a site that is complete but for its compressed forms.
pub fn write(dist: &Path, tools: &Toolbox) -> Result<()> {
    let mut icons = Vec::new();
    for size in ICONS {
        let icon = dist.join(format!("icon-{size}.png"));
        project::write(&icon, &super::drawn("web/icon.svg", size)?)?;
        icons.push((named_by_content(&icon, &format!("icon-{size}"))?, size));
    }
    let manifest = dist.join("site.webmanifest");
    project::write(&manifest, format!("{:#}", manifest_of(&icons)).as_bytes())?;
    let manifest = named_by_content(&manifest, "site")?;
    let page = dist.join("index.html");
    let html = String::from_utf8_lossy(&project::read(&page)?).into_owned();
    let html = html.replacen("</head>", &format!("<link rel=manifest href=./{manifest}></head>"), 1);
    project::write(&page, html.as_bytes())?;
    hosts::write(dist)?;
    project::write(&dist.join(SERVICE), &service(dist, tools)?)
}

/// The service worker's script, with the files of this site.
fn service(dist: &Path, tools: &Toolbox) -> Result<Vec<u8>> {
    let mut files = Vec::new();
    let mut hash = Sha256::new();
    for file in project::files(dist)? {
        let path = file.strip_prefix(dist).map_err(|_| Failure::Check("dist/ moved while it was read".into()))?;
        if !is_needed(path) {
            continue;
        }
        let (path, bytes) = (path.to_string_lossy().replace('\\', "/"), project::read(&file)?);
        hash.update(&path);
        hash.update(Sha256::digest(&bytes));
        // A host may add a line to the page itself.
        files.push(if path == "index.html" { json!([path]) } else { json!([path, integrity(&bytes)]) });
    }
    let version: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let constants = [("VERSION", json!(version).to_string()), ("FILES", json!(files).to_string())];
    project::read(&bundled("service-boot.js", "iife", &constants, tools)?)
}

/// Whether the site needs a file when there is no network: not what only hosts, crawlers and other programs read.
fn is_needed(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let first = path.components().next().map(|it| it.as_os_str().to_string_lossy().into_owned()).unwrap_or_default();
    let elsewhere = ["hosting", "schema", reading::FOLDER].contains(&&*first);
    let for_others = name.starts_with('.')
        || ["_headers", "robots.txt", "sitemap.xml", super::PICTURE, super::HOST, SERVICE].contains(&&*name);
    let is_compressed = path.extension().is_some_and(|kind| kind == "br" || kind == "gz");
    !elsewhere && !for_others && !is_compressed
}

fn manifest_of(icons: &[(String, u32)]) -> serde_json::Value {
    let icons = icons.iter().map(|(name, size)| {
        json!({ "src": format!("./{name}"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": "any maskable" })
    });
    let icons: Vec<_> = icons.collect();
    json!({
        "name": "Stage Zero",
        "short_name": "Stage Zero",
        "description": "Find out how ready you are for ISO/IEC 27001, in your own browser.",
        "id": "./", "start_url": "./", "scope": "./", "display": "standalone",
        "background_color": "#ffffff", "theme_color": "#14508a",
        "icons": icons,
        "file_handlers": [{
            "action": "./",
            "accept": { "application/json": [".json"], "text/html": [".html"], "application/pdf": [".pdf"] },
        }],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_keeps_what_it_may_need_and_nothing_else() {
        let kept = [
            "index.html",
            "start-0123456789abcdef.js",
            "guidance/clause-4-0badcafe.txt",
            "lang/de-0badcafe.txt",
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
