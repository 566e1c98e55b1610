//! Characters that nobody sees, and what stands for them wherever a text of somebody else is shown or written: control
//! characters, which move the cursor of a terminal, and those that turn the direction of the text around them.

/// What a character does that is not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unseen {
    /// It is a control character, or no character at all.
    Control,
    /// It turns the direction of what follows.
    Turn,
}

/// What a character does that is not seen; `None` of one that is a letter, a sign, a space, a tab or a line break.
pub fn unseen(letter: char) -> Option<Unseen> {
    match letter {
        '\t' | '\n' => None,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(Unseen::Turn),
        '\u{fffe}' | '\u{ffff}' => Some(Unseen::Control),
        _ => letter.is_control().then_some(Unseen::Control),
    }
}

/// Adds a character to a text that somebody reads. What is not seen is named, such as `[U+202E]`, or replaced by `\u{fffd}`;
/// a carriage return is nothing of its own.
pub fn push(letter: char, to: &mut String) {
    match unseen(letter) {
        None => to.push(letter),
        Some(Unseen::Turn) => {
            to.push_str("[U+");
            to.extend(code(letter).map(|digit| digit.to_ascii_uppercase()));
            to.push(']');
        }
        Some(Unseen::Control) if letter == '\r' => {}
        Some(Unseen::Control) => to.push('\u{fffd}'),
    }
}

/// The four digits of a character that is not seen. Not by `format!`, which the first load has no use for otherwise.
fn code(letter: char) -> [char; 4] {
    [12, 8, 4, 0].map(|shift| char::from_digit(u32::from(letter) >> shift & 15, 16).unwrap_or('0'))
}

/// Whether a text says nothing: there is no more to it than white space.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// A text in lines, with what stands for all that is not seen.
pub fn text(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // An old Mac's, or one half of that of Windows.
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' => shown.push('\n'),
            letter => push(letter, &mut shown),
        }
    }
    shown
}

/// A text as one line: for a terminal, where a name or a key must not make lines of its own.
pub fn line(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match unseen(letter) {
            Some(Unseen::Control) => shown.push(' '),
            _ if matches!(letter, '\t' | '\n') => shown.push(' '),
            _ => push(letter, &mut shown),
        }
    }
    shown
}

/// A JSON text that means the same, and in which all that is not seen is written as an escape. Outside of its strings it
/// has nothing of the kind, and inside they have escaped the rest already.
pub fn json(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match unseen(letter) {
            None => shown.push(letter),
            Some(_) => {
                shown.push_str("\\u");
                shown.extend(code(letter));
            }
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{json, line, text, unseen};
    use proptest::prelude::*;

    const ODD: &str = "a\u{0}\u{1b}[2J\u{7f}\u{9b}\u{85}b\u{202e}c\u{2066}\r\nd\re\tf";

    #[test]
    fn what_is_not_seen_is_named() {
        assert_eq!(text(ODD), "a\u{fffd}\u{fffd}[2J\u{fffd}\u{fffd}\u{fffd}b[U+202E]c[U+2066]\nd\ne\tf");
        assert_eq!(line(ODD), "a  [2J   b[U+202E]c[U+2066]  d e f");
        assert_eq!(json("\"\u{9b}\u{7f}\u{202e}ü\""), "\"\\u009b\\u007f\\u202eü\"");
    }

    proptest! {
        #[test]
        fn nothing_unseen_comes_through(odd in any::<String>()) {
            prop_assert!(!text(&odd).chars().any(|letter| unseen(letter).is_some()));
            prop_assert!(!line(&odd).chars().any(|letter| letter.is_control() || unseen(letter).is_some()));
            let value = serde_json::json!({ &*odd: [&odd] });
            let written = json(&format!("{value:#}"));
            prop_assert!(!written.chars().any(|letter| unseen(letter).is_some()));
            prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&written).expect("JSON"), value);
        }
    }
}
