//! What the site allows itself: its Content-Security-Policy and the other headers that a browser obeys.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What the pages may do. Each page carries it as a meta element, so that it holds on every host.
const DIRECTIVES: &[(&str, &str)] = &[
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    // And the page's own style element, by its hash.
    ("style-src", "'self'"),
    // `data:` is the icon.
    ("img-src", "'self' data:"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
    // No text becomes a script or markup, not even by a mistake of ours. The policies that there are know three
    // addresses: those of workers' scripts, see web/boot/site.js and web/boot/offline.js.
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "stage-zero stage-zero-offline"),
];

/// Browsers take this only from a header.
const FRAMES: &str = "frame-ancestors 'none'";

/// The other headers, the same for every file.
const HEADERS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
         microphone=(), midi=(), payment=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// How long a browser may keep a file whose name holds a hash of its content.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// How a policy names a script or a style that stands in the page.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The policy of a page with this style element, as its meta element carries it.
pub fn of_page(style: &str) -> String {
    let mut policy = String::new();
    for (name, value) in DIRECTIVES {
        let _ = write!(policy, "{}{name} {value}", if policy.is_empty() { "" } else { "; " });
        if *name == "style-src" {
            let _ = write!(policy, " {}", hash(style));
        }
    }
    policy
}

/// The element that carries a policy, before everything that a page loads.
pub fn element(policy: &str) -> String {
    format!("<meta http-equiv=Content-Security-Policy content=\"{policy}\">")
}

/// The headers that a host adds to everything; `policy` is that of the page.
pub fn headers(policy: &str) -> Vec<(&'static str, String)> {
    let policy = ("Content-Security-Policy", format!("{policy}; {FRAMES}"));
    std::iter::once(policy).chain(HEADERS.iter().map(|(name, value)| (*name, (*value).to_owned()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unsafe_is_allowed_but_webassembly() {
        let policy = of_page("p{}").replace("'wasm-unsafe-eval'", "");
        assert!(policy.starts_with("default-src 'none'; "));
        for word in ["unsafe", "*", "http"] {
            assert!(!policy.contains(word), "{word} in {policy}");
        }
    }

    #[test]
    fn the_header_adds_only_what_a_meta_element_cannot_say() {
        let (name, value) = &headers(&of_page("p{}"))[0];
        assert_eq!((*name, value.as_str()), ("Content-Security-Policy", &*format!("{}; {FRAMES}", of_page("p{}"))));
    }
}
