//! The files by which hosts learn the site's headers, in each host's own form.
//!
//! All say the same: the headers of [`policy`], and that a file named by its content may be kept for ever.

use crate::{Site, failure::Result, policy, site::is_named_by_content};
use std::{fmt::Write, path::Path};

/// Names of files that hold a hash: `start-0123456789abcdef.js`, `stage-zero-….wasm`, `clause-4-0badcafe.txt`.
const HASHED: &str = r"-[0-9a-f]{8,}\.[a-z0-9]+$";

/// Names and values.
type Headers = [(&'static str, String)];

/// Writes all of them; `policy` is that of the page.
pub fn write(site: &Site, policy: &str) -> Result<()> {
    // GitHub Pages would pass over some files without it.
    site.put(".nojekyll", b"")?;
    let headers = policy::headers(policy);
    site.put("_headers", netlify(site, &headers)?.as_bytes())?;
    site.put(".htaccess", apache(&headers).as_bytes())?;
    site.put("hosting/nginx.conf", nginx(&headers).as_bytes())?;
    site.put("hosting/Caddyfile", caddy(&headers).as_bytes())
}

/// Netlify and Cloudflare Pages read this; so does our own server.
fn netlify(site: &Site, headers: &Headers) -> Result<String> {
    let mut text = String::from("/*\n");
    for (name, value) in headers {
        let _ = writeln!(text, "  {name}: {value}");
    }
    let files = site.files()?;
    let is_at_top = |file: &Path| file.parent().is_some_and(|folder| folder.as_os_str().is_empty());
    let alone = files.iter().filter(|file| is_at_top(file) && is_named_by_content(file));
    for path in alone.map(|file| format!("/{}", file.display())).chain(["/guidance/*", "/lang/*"].map(str::to_owned)) {
        let _ = writeln!(text, "{path}\n  Cache-Control: {}", policy::FOR_EVER);
    }
    Ok(text)
}

fn apache(headers: &Headers) -> String {
    let mut text = String::from(
        "# Apache httpd: needs `AllowOverride FileInfo Indexes Options=Indexes` for this folder. Modules that are not there are\n\
         # passed over.\n\
         DirectoryIndex index.html\n\
         Options -Indexes\n\
         AddDefaultCharset utf-8\n\
         <IfModule mod_mime.c>\n  AddType application/wasm .wasm\n  AddType text/javascript .js\n\
         \x20 # To Apache, .br is the language Breton and .gz a type of its own.\n\
         \x20 RemoveLanguage .br\n  RemoveType .gz\n  AddEncoding br .br\n  AddEncoding gzip .gz\n</IfModule>\n\
         <IfModule mod_headers.c>\n",
    );
    for (name, value) in headers {
        let _ = writeln!(text, "  Header always set {name} \"{value}\"");
    }
    let _ = write!(
        text,
        "  Header set Cache-Control \"no-cache\"\n  <FilesMatch \"{}\">\n    Header set Cache-Control \"{}\"\n  \
         </FilesMatch>\n  Header append Vary Accept-Encoding\n</IfModule>\n",
        HASHED.replace("$", r"(\.(br|gz))?$"),
        policy::FOR_EVER
    );
    text.push_str("# The compressed forms that lie beside the files.\n<IfModule mod_rewrite.c>\n  RewriteEngine On\n");
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        let _ = write!(
            text,
            "  RewriteCond %{{HTTP:Accept-Encoding}} \\b{encoding}\\b\n  RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\n  \
             RewriteRule ^(.+)$ $1.{ending} [E=no-gzip:1,L]\n"
        );
    }
    text.push_str("</IfModule>\n");
    text
}

fn nginx(headers: &Headers) -> String {
    let mut text = format!(
        "# nginx: a whole server; put it into /etc/nginx/conf.d/ and change names and folder.\n\
         # In a server that you have: put `map` before it, and into it `location ^~ /stage-zero` with what stands inside\n\
         # `location /` here, but `root /var/www` (the folder that holds the folder of the site).\n\
         map $uri $stage_zero_cache {{\n  default \"no-cache\";\n  \"~{HASHED}\" \"{}\";\n}}\n\
         server {{\n  listen 80;\n  server_name stage-zero.example;\n  location / {{\n    root /var/www/stage-zero;\n    \
         index index.html;\n    charset utf-8;\n    gzip_static on;\n    # brotli_static on;   # with the module ngx_brotli\n    \
         types {{\n      text/html html;\n      text/css css;\n      text/javascript js;\n      application/wasm wasm;\n      \
         application/json json;\n      text/plain txt;\n      text/xml xml;\n      image/png png;\n      image/svg+xml svg;\n      \
         application/manifest+json webmanifest;\n    }}\n    add_header Cache-Control $stage_zero_cache always;\n",
        policy::FOR_EVER
    );
    for (name, value) in headers {
        let _ = writeln!(text, "    add_header {name} \"{value}\" always;");
    }
    text.push_str("  }\n}\n");
    text
}

fn caddy(headers: &Headers) -> String {
    let mut text = format!(
        "# Caddy: change the name and the folder. With a public name, Caddy gets its certificate by itself.\n\
         stage-zero.example {{\n\troot * /var/www/stage-zero\n\tfile_server {{\n\t\tprecompressed br gzip\n\t}}\n\
         \t# Caddy sorts directives, so the two name what the other leaves.\n\t@hashed path_regexp `{HASHED}`\n\t@others not path_regexp `{HASHED}`\n\
         \theader @hashed Cache-Control \"{}\"\n\theader @others Cache-Control \"no-cache\"\n",
        policy::FOR_EVER
    );
    for (name, value) in headers {
        let _ = writeln!(text, "\theader {name} `{value}`");
    }
    text.push_str("}\n");
    text
}
