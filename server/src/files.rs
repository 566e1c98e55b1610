//! Which file answers a request, and with which headers.

use super::{
    http::{Request, Response},
    rules::Rules,
};
use std::{
    fs,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

/// The response to a request for something in the folder, with the headers that its rules ask for.
pub fn answer(request: &Request, folder: &Path, rules: &Rules) -> Response {
    let mut response = found(request, folder);
    let path = request.target.split(['?', '#']).next().unwrap_or_default();
    for (name, value) in rules.headers(path) {
        response.headers.retain(|(present, _)| !present.eq_ignore_ascii_case(name));
        response.headers.push((name.clone().into(), value.clone()));
    }
    response
}

fn found(request: &Request, folder: &Path) -> Response {
    if request.method != "GET" && request.method != "HEAD" {
        return Response::plain("405 Method Not Allowed");
    }
    let Some(mut file) = path_below(folder, &request.target) else {
        return Response::plain("404 Not Found");
    };
    if file.is_dir() {
        file.push("index.html");
    }
    let Ok(metadata) = fs::metadata(&file) else {
        return Response::plain("404 Not Found");
    };
    let changed =
        metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).map_or(0, |age| age.as_nanos());
    // Weak: the compressed forms have the same one.
    let tag = format!("W/\"{changed:x}-{:x}\"", metadata.len());
    let mut headers = vec![
        ("ETag".into(), tag.clone()),
        ("Cache-Control".into(), "no-cache".into()),
        ("Vary".into(), "Accept-Encoding".into()),
    ];
    if request.known_tag == tag {
        return Response { status: "304 Not Modified", headers, body: Vec::new() };
    }
    headers.push(("Content-Type".into(), media_type(&file).into()));

    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        if request.accepts(encoding)
            && let Ok(body) = fs::read(format!("{}.{ending}", file.display()))
        {
            headers.push(("Content-Encoding".into(), encoding.into()));
            return Response { status: "200 OK", headers, body };
        }
    }
    match fs::read(&file) {
        Ok(body) => Response { status: "200 OK", headers, body },
        Err(_) => Response::plain("404 Not Found"),
    }
}

/// The file that a request names, or nothing if it would lie outside the folder.
fn path_below(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let mut file = folder.to_owned();
    for part in decoded(path)?.split('/').filter(|part| !part.is_empty()) {
        if part == "." || part == ".." || part.contains(['\\', '\0']) {
            return None;
        }
        file.push(part);
    }
    Some(file)
}

fn decoded(path: &str) -> Option<String> {
    let mut pieces = path.split('%');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(piece.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(&piece.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|kind| kind.to_str()).unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(target: &str) -> Option<PathBuf> {
        path_below(Path::new("dist"), target)
    }

    #[test]
    fn no_request_leaves_the_folder() {
        for target in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/guidance/..%2f..%2fCargo.toml", "/a%00b", "/%zz", "/..\\x"]
        {
            assert_eq!(file(target), None, "{target}");
        }
    }

    #[test]
    fn a_request_names_a_file_whatever_its_query() {
        assert_eq!(file("/guidance/a%20b.txt?x=1"), Some("dist/guidance/a b.txt".into()));
        assert_eq!(file("/"), Some("dist".into()));
    }
}
