//! Texts as cells hold them.

use readiness::catalogue::{Catalogue, Word};
use readiness::shown;

/// What a cell holds at most, in UTF-16 units.
pub(crate) const LONGEST: usize = 32_767;

/// A text as a cell holds it.
pub(super) fn fitting(catalogue: &Catalogue, text: &str) -> String {
    let mut text = plain(text);
    if text.encode_utf16().count() > LONGEST {
        let note = catalogue.word(Word::FilesCut);
        let mut room = LONGEST - note.encode_utf16().count() - 2;
        let fits = |letter: &char| {
            room = room.saturating_sub(letter.len_utf16());
            room > 0
        };
        text = text.chars().take_while(fits).chain(['…', '\n']).chain(note.chars()).collect();
    }
    text
}

/// A text in which all that is not seen is shown, and nothing is read as a code.
pub(crate) fn plain(text: &str) -> String {
    let text = shown::text(text);
    // A spreadsheet reads _x0041_ as an A, so a person's own must be written as what it would be read from.
    let mut rest = text.as_str();
    let mut kept = String::with_capacity(text.len());
    while let Some(start) = rest.find("_x") {
        let code = rest.as_bytes().get(start + 2..start + 7);
        let is_code = code.is_some_and(|code| code[4] == b'_' && code[..4].iter().all(u8::is_ascii_hexdigit));
        kept.push_str(&rest[..start]);
        kept.push_str(if is_code { "_x005F_x" } else { "_x" });
        rest = &rest[start + 2..];
    }
    kept.push_str(rest);
    kept
}
