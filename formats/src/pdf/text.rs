//! Plain text in lines of a width.

use super::face::{Faces, REPLACEMENT, Weight};
use super::style::Style;
use readiness::shown;

/// A line of text in one style.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub text: String,
    pub style: Style,
    /// White space above it, in points.
    pub gap: f32,
}

impl Line {
    pub fn height(&self) -> f32 {
        self.gap + self.style.leading
    }
}

/// What may stand in a document: characters that are not seen are shown or replaced, so that they do no harm.
pub(super) fn clean(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => plain.push('\n'),
            '\t' => plain.push(' '),
            '\r' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            '\u{200e}' | '\u{200f}' => plain.push(REPLACEMENT),
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => plain.push(REPLACEMENT),
            _ if u32::from(character) & 0xfffe == 0xfffe => plain.push(REPLACEMENT),
            _ => shown::push(character, &mut plain),
        }
    }
    plain
}

/// A text in lines not wider than `width` points. A line keeps the space at its end, which joins the words for those
/// who copy or listen.
pub(super) fn lines(faces: &Faces, text: &str, style: Style, width: f32) -> Vec<Line> {
    let mut found = Vec::new();
    for paragraph in clean(text).split('\n') {
        broken(faces, paragraph.trim_end(), style, width, &mut found);
    }
    while found.last().is_some_and(|line: &Line| line.text.trim().is_empty()) {
        found.pop();
    }
    found
}

/// How good a place to break after a character is: between words, else inside an address, else anywhere.
fn quality(before: Option<char>, character: char, next: Option<char>) -> usize {
    match character {
        ' ' => 0,
        // Within a word, but not within a name such as '6.2-f'.
        '-' | '–' if [before, next].into_iter().all(|it| it.is_some_and(char::is_alphabetic)) => 0,
        '/' | '_' | '.' | ':' | '?' | '&' | '=' | '@' | '-' => 1,
        _ => 2,
    }
}

fn broken(faces: &Faces, text: &str, style: Style, width: f32, to: &mut Vec<Line>) {
    let face = faces.of(style.weight);
    let most = (width * 1000.0 / style.size) as i32;
    let line = |text: &str| Line { text: text.to_owned(), style, gap: 0.0 };
    let (mut start, mut so_far, mut before) = (0, 0, None);
    // For each quality, the end of the line if it breaks at its last such place, and its width.
    let mut ends: [Option<(usize, i32)>; 3] = [None; 3];
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let after = at + character.len_utf8();
        so_far += face.advance(before, character);
        if so_far > most
            && character != ' '
            && let Some((end, wide)) = ends.iter().flatten().next().copied()
        {
            to.push(line(&text[start..end]));
            (start, so_far, ends) = (end, so_far - wide, [None; 3]);
        }
        let quality = quality(before.replace(character), character, characters.peek().map(|(_, next)| *next));
        ends[quality] = Some((after, so_far));
    }
    to.push(line(&text[start..]));
}

/// A text in one line, cut with '…' where it is wider.
pub(super) fn cut(faces: &Faces, text: &str, weight: Weight, size: f32, width: f32) -> String {
    let mut text = clean(text).replace('\n', " ");
    let face = faces.of(weight);
    if face.width(&text, size) > width {
        while !text.is_empty() && face.width(&text, size) + face.width("…", size) > width {
            text.pop();
        }
        text = format!("{}…", text.trim_end());
    }
    text
}

/// Lines with a little space above all but the first, as list items in a cell have it.
pub(super) fn spaced(mut items: impl Iterator<Item = Vec<Line>>, gap: f32) -> Vec<Line> {
    let mut all = items.next().unwrap_or_default();
    for mut item in items {
        if let Some(first) = item.first_mut().filter(|_| !all.is_empty()) {
            first.gap += gap;
        }
        all.extend(item);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::style;
    use super::*;

    fn broken_at(text: &str, width: f32) -> Vec<String> {
        let faces = Faces::read().expect("fonts");
        lines(&faces, text, style::BODY, width).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_break_between_words_and_lose_no_letter() {
        let text = "The organisation keeps its information security policy under review and says so.";
        let lines = broken_at(text, 120.0);
        assert!(lines.len() > 2);
        assert!(lines.iter().rev().skip(1).all(|line| line.ends_with(' ')), "{lines:?}");
        assert_eq!(lines.concat(), text);
        let faces = Faces::read().expect("fonts");
        let width = |line: &String| faces.of(Weight::Regular).width(line.trim_end(), style::BODY.size);
        assert!(lines.iter().all(|line| width(line) <= 120.0));
    }

    #[test]
    fn a_long_address_breaks_inside_and_a_narrow_column_ends_too() {
        let address = "https://wiki.example.org/security/policies/information-security-policy-v3";
        let lines = broken_at(address, 100.0);
        assert!(lines.len() > 2, "{lines:?}");
        assert_eq!(lines.concat(), address);
        assert_eq!(broken_at("abc", 1.0).concat(), "abc");
        assert_eq!(broken_at("", 100.0), Vec::<String>::new());
    }

    #[test]
    fn what_no_document_may_hold_is_seen() {
        assert_eq!(clean("a\u{0}b\u{202e}c\u{e000}\u{ffff}\td\r\n"), "a\u{fffd}b[U+202E]c\u{fffd}\u{fffd} d\n");
    }
}
