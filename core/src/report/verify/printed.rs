//! Comparing what a page prints: every text, under the heading and the row where it stands.

use super::Difference;
use std::collections::BTreeMap;

/// Adds each place at which the page prints something else than the fresh one, and returns how many places it compared.
pub(super) fn compare(page: &str, fresh: &str, to: &mut Vec<Difference>) -> usize {
    let (says, yields) = (texts(page), texts(fresh));
    let mut places: Vec<_> = says.keys().chain(yields.keys()).collect();
    places.sort_by_key(|place| yields.get(*place).or_else(|| says.get(*place)).map(|found| found.order));
    places.dedup();
    let compared = places.len();
    for place in places {
        let text = |all: &BTreeMap<String, Found>| all.get(place).map_or(String::new(), |found| found.texts.join(" "));
        let (says, yields) = (text(&says), text(&yields));
        if says != yields {
            let (says, yields) = (shorten(&says, &yields), shorten(&yields, &says));
            to.push(Difference { place: place.clone(), printed: true, says, yields });
        }
    }
    compared
}

/// The program that a page says it was made by.
pub(super) fn generator(page: &str) -> Option<String> {
    let (_, after) = page.split_once("name=\"generator\" content=\"")?;
    Some(after.split_once('"')?.0.to_owned())
}

/// How much of a heading names a place, in characters.
const LONGEST_PLACE: usize = 200;

struct Found {
    order: usize,
    texts: Vec<String>,
}

/// All texts of a page by place. The data that it carries is compared elsewhere; its style sheet counts as a text, since
/// a changed one could hide something.
fn texts(page: &str) -> BTreeMap<String, Found> {
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    let [mut heading, mut sub, mut group, mut row] = [const { String::new() }; 4];
    // The element whose text names a place, while it is being read.
    let mut naming: Option<(&str, String)> = None;
    let mut skipped = false;
    for piece in page.split('<') {
        let Some((tag, text)) = piece.split_once('>') else { continue };
        let (name, rest) = tag.split_at(tag.find(|it: char| it.is_ascii_whitespace()).unwrap_or(tag.len()));
        let mut named = None;
        match name {
            "script" => skipped = true,
            "/script" => skipped = false,
            "h1" | "h2" | "h3" | "caption" => naming = Some((name, String::new())),
            "th" if rest.contains("rowgroup") => naming = Some(("group", String::new())),
            "th" if rest.contains("row") => naming = Some((name, String::new())),
            "dt" => {
                row.clear();
                naming = Some(("th", String::new()));
            }
            "/h1" | "/h2" | "/h3" | "/caption" | "/th" | "/dt" => {
                if let Some((kind, text)) = naming.take() {
                    named = Some(text.clone());
                    match kind {
                        "h1" | "h2" => [heading, sub, group, row] = [text, String::new(), String::new(), String::new()],
                        "group" => [group, row] = [text, String::new()],
                        "th" => row = text,
                        _ => [sub, group, row] = [text, String::new(), String::new()],
                    }
                }
            }
            "/tr" | "/table" | "/dl" => row.clear(),
            _ => {}
        }
        let text = unescape(text);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut note = |text: String| {
            let place = [&heading, &sub, &group, &row].into_iter().filter(|it| !it.is_empty()).cloned();
            let place = place.collect::<Vec<_>>().join(", ");
            let order = found.len();
            found.entry(place).or_insert(Found { order, texts: Vec::new() }).texts.push(text);
        };
        // What names a place is noted there, so that a heading without anything under it counts as well.
        if let Some(name) = named {
            note(name);
        }
        match &mut naming {
            _ if text.is_empty() || skipped => {}
            // A heading of megabytes would be a part of each place under it.
            Some((_, name)) if name.len() > LONGEST_PLACE => {}
            Some((_, name)) => name.extend(text.chars().take(LONGEST_PLACE)),
            None => note(text),
        }
    }
    found
}

fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let named = after.split_once(';').and_then(|(name, tail)| Some((character(name)?, tail)));
        match named {
            Some((character, tail)) => {
                plain.push(character);
                rest = tail;
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let code = name.strip_prefix('#')?;
            let code = match code.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => code.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

/// The part of a long text that differs from the other, with a little around it.
fn shorten(text: &str, other: &str) -> String {
    const AROUND: usize = 30;
    const LONGEST: usize = 160;
    let text: Vec<_> = text.chars().collect();
    if text.len() <= LONGEST {
        return text.into_iter().collect();
    }
    let same = text.iter().copied().zip(other.chars()).take_while(|(one, two)| one == two).count();
    let start = same.saturating_sub(AROUND);
    let cut: String = text[start..].iter().take(LONGEST).collect();
    let before = if start > 0 { "…" } else { "" };
    let after = if text.len() > start + LONGEST { "…" } else { "" };
    format!("{before}{cut}{after}")
}
