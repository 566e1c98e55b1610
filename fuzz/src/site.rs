//! `site.json`, in which a host says who they are.

/// Any text is read: what is right in it is taken, and everything else has a line that somebody can look at. No address
/// in it runs anything, and the style sheet that it makes loads nothing.
pub fn site(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    let host::Reading { settings, problems } = host::read(text);
    for problem in &problems {
        assert!((1..=text.lines().count().max(1) + 1).contains(&problem.line), "{problem}");
        assert!(!problem.what.is_empty());
    }
    let links = [&settings.logo, &settings.quote_link, &settings.privacy, &settings.imprint];
    for link in links.into_iter().chain(settings.guidance.values().map(|it| &it.link)) {
        let scheme = link.split(['/', '?', '#']).next().unwrap_or_default().split_once(':').map(|(scheme, _)| scheme);
        assert!(matches!(scheme, None | Some("https" | "mailto")), "{link}");
    }
    for part in ["url(", "@import", "<", "\\"] {
        assert!(!settings.style.contains(part), "{}", settings.style);
    }
    assert!(host::told(text).is_ok_and(|told| serde_json::from_str::<serde_json::Value>(&told).is_ok()));
}
