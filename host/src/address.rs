//! Addresses that a host may give: each kind says what it takes.

/// A link for people: `https:`, `mailto:`, or relative to the page.
pub fn link(text: &str) -> Result<(), &'static str> {
    const OTHERWISE: &str = "a link begins with https:// or mailto:, or is relative to the page";
    if text.starts_with("https://") {
        return https(text);
    }
    if let Some(address) = text.strip_prefix("mailto:") {
        return email(address);
    }
    let scheme = text.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'));
    if scheme || text.starts_with("//") || text.contains('\\') || has_odd(text) {
        return Err(OTHERWISE);
    }
    Ok(())
}

/// A whole address that begins with `https://`.
pub fn https(text: &str) -> Result<(), &'static str> {
    let rest = text.strip_prefix("https://").ok_or("it has to begin with https://, so that nobody reads along")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if !is_host(host) || has_odd(rest) || rest.contains('\\') {
        return Err("write a whole address, such as https://www.example.com/quote");
    }
    Ok(())
}

/// An email address, alone.
pub fn email(text: &str) -> Result<(), &'static str> {
    let is_name =
        |name: &str| !name.is_empty() && name.chars().all(|it| it.is_ascii_alphanumeric() || "._+-'".contains(it));
    match text.split_once('@') {
        Some((name, host)) if is_name(name) && is_domain(host) && host.contains('.') => Ok(()),
        _ => Err("write an email address alone, such as quotes@example.com"),
    }
}

/// A picture in the site's own folder.
pub fn picture(text: &str) -> Result<(), &'static str> {
    let ending = text.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    if text.starts_with('/')
        || text.contains([':', '\\', '?', '#'])
        // A browser reads an encoded dot as a dot, and some servers an encoded slash as a slash.
        || text.contains('%')
        || text.split('/').any(|part| part == "..")
        || has_odd(text)
    {
        return Err("put the picture into the folder of the site, and write its path there, such as host/logo.svg");
    }
    match ending.as_deref() {
        Some("svg" | "png" | "jpg" | "jpeg" | "webp" | "avif" | "gif") => Ok(()),
        _ => Err("take a picture that ends with svg, png, jpg, webp, avif or gif"),
    }
}

/// The origin of a page: scheme, host and port, nothing else.
pub fn origin(text: &str) -> Result<(), &'static str> {
    const TRIED_OUT: [&str; 2] = ["localhost", "127.0.0.1"];
    let (secure, rest) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return Err("an origin begins with https://"),
    };
    let host = rest.split(':').next().unwrap_or_default();
    if !is_host(rest) || rest.bytes().any(|it| it.is_ascii_uppercase()) {
        return Err(
            "an origin is scheme, host and port in small letters, without a path or a slash at its end, such as https://www.example.com",
        );
    }
    if !secure && !TRIED_OUT.contains(&host) {
        return Err("an origin begins with https://; http:// is for trying it out on localhost or 127.0.0.1 only");
    }
    // A browser's origin never names the port that its scheme has anyway.
    if rest.ends_with(if secure { ":443" } else { ":80" }) {
        return Err("leave the port out: it is the one that counts without it");
    }
    Ok(())
}

/// A host, with or without a port.
fn is_host(text: &str) -> bool {
    let (host, port) = text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port)));
    is_domain(host)
        && port.is_none_or(|port| port.parse::<u16>().is_ok_and(|it| it > 0) && !port.starts_with(['+', '0']))
}

fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
    };
    text.len() <= 253 && text.split('.').all(is_label)
}

/// What no address holds as it is.
fn has_odd(text: &str) -> bool {
    text.is_empty() || text.chars().any(|it| it.is_whitespace() || it.is_control() || "<>\"`{}|^".contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_secure_pages_to_letters_or_within_the_host() {
        for right in [
            "https://www.example.com",
            "https://example.com:8443/a/b?c=d#e",
            "mailto:a.b+c@example.com",
            "privacy.html",
            "../imprint/",
            "/imprint",
            "?a=b:c",
            "#/learn/privacy",
        ] {
            assert_eq!(link(right), Ok(()), "{right}");
        }
        for wrong in [
            "",
            "http://example.com",
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "//example.com",
            "\\\\example.com",
            "https://",
            "https://a@example.com",
            "https://exa mple.com",
            "https:example.com",
            "mailto:a@b.com?bcc=c@d.com",
            "a\"onclick=x",
        ] {
            assert!(link(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_logo_lies_in_the_folder_of_the_site() {
        for right in ["logo.svg", "host/logo.PNG", "./logo.webp"] {
            assert_eq!(picture(right), Ok(()), "{right}");
        }
        for wrong in [
            "",
            "/logo.svg",
            "../logo.svg",
            "a/../../logo.svg",
            "%2e%2e/logo.svg",
            "a/.%2E/.%2e/logo.svg",
            "..%2flogo.svg",
            "my%20logo.svg",
            "https://example.com/logo.svg",
            "logo",
            "logo.exe",
            "data:a.svg",
        ] {
            assert!(picture(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_origin_is_what_a_browser_calls_one() {
        for right in
            ["https://www.example.com", "https://example.com:8443", "http://127.0.0.1:8080", "http://localhost"]
        {
            assert_eq!(origin(right), Ok(()), "{right}");
        }
        for wrong in [
            "*",
            "https://*.example.com",
            "https://example.com/",
            "https://example.com/a",
            "http://example.com",
            "https://Example.com",
            "https://example.com:443",
            "https://example.com:",
            "https://example.com:0",
            "https://a@example.com",
            "null",
            "example.com",
            "http://127.0.0.1.example.com",
        ] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }
}
