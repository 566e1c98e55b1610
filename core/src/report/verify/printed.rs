//! What of a page's text is not what was made: hints for a person, no more. A page can show something else with the same
//! texts, and the same with others.

use super::{Difference, MOST_LISTED};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many texts of a page are looked at. Ours have far fewer.
const MOST: usize = 100_000;
/// The longest heading that names a place, and the longest text that is shown, in characters.
const LONGEST: usize = 160;
/// The longest name of a character, in bytes, such as `#x10FFFF`.
const LONGEST_NAME: usize = 10;

/// Where a text stands: under which heading, and in which row. Many texts share one.
type Place = (Rc<str>, Rc<str>);

/// The texts that only one of two pages has, under the heading and the row where they stand.
pub fn hints(page: &str, made: &str) -> Vec<Difference> {
    let (says, yields) = (texts(page), texts(made));
    // How often a text stands in a place more on the page than in what was made.
    let mut more: BTreeMap<&(Place, String), i32> = BTreeMap::new();
    says.iter().for_each(|text| *more.entry(text).or_default() += 1);
    yields.iter().for_each(|text| *more.entry(text).or_default() -= 1);
    let mut places: BTreeMap<&Place, [Vec<&str>; 2]> = BTreeMap::new();
    let mut order = Vec::new();
    for (side, texts) in [(0, &says), (1, &yields)] {
        let wanted = if side == 0 { 1 } else { -1 };
        for text in texts {
            let Some(count) = more.get_mut(text).filter(|count| **count * wanted > 0) else { continue };
            *count -= wanted;
            let sides = places.entry(&text.0).or_insert_with(|| {
                order.push(&text.0);
                Default::default()
            });
            sides[side].push(&text.1);
        }
    }
    let shown = |texts: &[&str]| {
        let letters = texts.iter().flat_map(|text| [" ", *text]).skip(1).flat_map(str::chars);
        letters.take(LONGEST).collect()
    };
    let difference = |place: &Place| {
        let [says, yields] = &places[place];
        let (heading, row) = place;
        let place = if row.is_empty() { heading.to_string() } else { format!("{heading}, {row}") };
        Difference { place, printed: true, says: shown(says), yields: shown(yields) }
    };
    order.into_iter().take(MOST_LISTED).map(difference).collect()
}

/// The texts of a page, each with the place where it stands.
fn texts(page: &str) -> Vec<(Place, String)> {
    let mut found = Vec::new();
    let [mut heading, mut row] = [const { String::new() }; 2];
    let mut place: Place = ("".into(), "".into());
    let (mut skipped, mut names_heading, mut names_row) = (false, false, false);
    for (tag, text) in page.split('<').filter_map(|piece| piece.split_once('>')).take(MOST) {
        match tag.split_ascii_whitespace().next().unwrap_or_default() {
            "script" | "style" => skipped = true,
            "/script" | "/style" => skipped = false,
            "h1" | "h2" | "h3" | "caption" => {
                (names_heading, names_row) = (true, false);
                heading.clear();
                row.clear();
                place = ("".into(), "".into());
            }
            "th" | "dt" => {
                names_row = true;
                row.clear();
                place.1 = "".into();
            }
            "/h1" | "/h2" | "/h3" | "/caption" | "/th" | "/dt" => (names_heading, names_row) = (false, false),
            "tr" => {
                row.clear();
                place.1 = "".into();
            }
            _ => {}
        }
        let text = plain(text);
        if text.is_empty() || skipped {
            continue;
        }
        let name = match (names_heading, names_row) {
            (true, _) => Some((&mut heading, &mut place.0)),
            (_, true) => Some((&mut row, &mut place.1)),
            _ => None,
        };
        if let Some((name, place)) = name.filter(|(name, _)| name.len() < LONGEST) {
            name.extend(text.chars().take(LONGEST));
            *place = (&**name).into();
        }
        found.push((place.clone(), text));
    }
    found
}

/// A text without what stands for a character, and with one space between its words.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        // No further than a name reaches: each letter is looked at once.
        let end = after.bytes().take(LONGEST_NAME + 1).position(|byte| byte == b';');
        let named = end.and_then(|end| Some((character(&after[..end])?, &after[end + 1..])));
        let (letter, tail) = named.unwrap_or(('&', after));
        plain.push(letter);
        rest = tail;
    }
    plain.push_str(rest);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let code = name.strip_prefix('#')?;
            let hex = code.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
            char::from_u32(hex.unwrap_or_else(|| code.parse()).ok()?)
        }
    }
}
