//! The headers that a site asks its host for: its file `_headers`, as Netlify and Cloudflare Pages read it.

use std::{fs, path::Path};

/// The rules of a folder, in their order: a path, perhaps with a star at its end, and the headers for it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Rules(Vec<(String, Vec<(String, String)>)>);

impl Rules {
    /// Reads the rules of a folder; none if it has no such file.
    pub fn of(folder: &Path) -> Self {
        Self::read(&fs::read_to_string(folder.join("_headers")).unwrap_or_default())
    }

    fn read(text: &str) -> Self {
        let mut rules = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            match (line.split_once(": "), rules.last_mut()) {
                (Some((name, value)), Some((_, headers))) if line.starts_with(' ') => {
                    Vec::push(headers, (name.trim().to_owned(), value.trim().to_owned()));
                }
                _ => rules.push((line.trim().to_owned(), Vec::new())),
            }
        }
        Self(rules)
    }

    /// The headers for a path.
    pub fn headers<'rules>(&'rules self, path: &'rules str) -> impl Iterator<Item = &'rules (String, String)> {
        let fits = move |rule: &str| rule.strip_suffix('*').map_or(rule == path, |start| path.starts_with(start));
        self.0.iter().filter(move |(rule, _)| fits(rule)).flat_map(|(_, headers)| headers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_the_headers_of_every_rule_that_fits() {
        let rules = Rules::read("/*\n  Referrer-Policy: no-referrer\n# a remark\n/a.js\n  Cache-Control: immutable\n");
        let of = |path| rules.headers(path).map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(of("/a.js"), ["Referrer-Policy", "Cache-Control"]);
        assert_eq!(of("/guidance/b.txt"), ["Referrer-Policy"]);
    }
}
