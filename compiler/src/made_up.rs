//! A language that is made up: English with accents, a third longer. What is not long enough for it, and what is not of
//! the content, is seen at once. It is for tests; no site has it.

use crate::model::Content;
use crate::variant::{each_text, no_text};
use crate::{ENGLISH, assemble, folder, reader, synonyms, translation};
use std::path::Path;

/// Words of the interface that say how a language is written.
const NO_WORDS: [&str; 5] =
    ["report.decimal-mark", "report.paper", "report.locale", "search.plurals", "search.spellings"];

/// The content in the made-up language `en-XA`, or in its twin that is read from the right, `ar-XB`.
pub fn made_up(dir: &Path, from_the_right: bool) -> Content {
    let mut sources = folder::read(dir, ENGLISH, &mut Vec::new());
    let english = sources.words.clone();
    each_text(&mut sources, |text| disguised(text, from_the_right));
    // The names of controls too, which a variant leaves alone.
    for source in sources.files.values_mut().filter(|source| source.path.starts_with("controls/")) {
        for entry in source.head.entries.iter_mut().filter(|entry| entry.key == "name") {
            entry.value = disguised(&entry.value, from_the_right);
        }
    }
    for (word, english) in sources.words.iter_mut().zip(&english) {
        if NO_WORDS.iter().any(|start| word.key.starts_with(start)) {
            word.value.clone_from(&english.value);
        } else if word.key == "app.direction" {
            word.value = if from_the_right { "rtl" } else { "ltr" }.to_owned();
        }
    }
    let mut reader = reader::Reader::default();
    let mut content = assemble::content(&sources, &english, &mut reader);
    content.language = if from_the_right { "ar-XB" } else { "en-XA" }.to_owned();
    content.written = translation::texts_of(&sources);
    synonyms::read(&sources.synonyms, &[], &mut content, &mut reader);
    content
}

/// A text with its vowels accented and doubled. Words of capitals are names.
fn disguised(text: &str, from_the_right: bool) -> String {
    let mut said = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = first.is_alphabetic();
        let end = || rest.find(|it: char| !it.is_alphanumeric()).unwrap_or(rest.len());
        let length = no_text(rest).unwrap_or_else(|| if is_word { end() } else { first.len_utf8() });
        let (piece, after) = rest.split_at(length);
        if is_word && piece.chars().any(char::is_lowercase) {
            let mut word = String::with_capacity(piece.len() * 2);
            for letter in piece.chars() {
                match accented(letter) {
                    Some(_) if from_the_right => word.extend([of_the_right(letter); 2]),
                    None if from_the_right => word.push(of_the_right(letter)),
                    Some(accented) => word.push_str(accented),
                    None => word.push(letter),
                }
            }
            said.push_str(&word);
        } else {
            said.push_str(piece);
        }
        rest = after;
    }
    said
}

/// A letter of a script that is written from the right, in the place of a Latin one: 26 of the 27 Hebrew ones.
fn of_the_right(letter: char) -> char {
    let place = u32::from(letter.to_ascii_lowercase()).checked_sub(u32::from('a')).filter(|place| *place < 26);
    place.and_then(|place| char::from_u32(0x5d0 + place)).unwrap_or(letter)
}

fn accented(letter: char) -> Option<&'static str> {
    const LETTERS: [(char, &str); 12] = [
        ('a', "áá"),
        ('e', "éé"),
        ('i', "íí"),
        ('o', "óó"),
        ('u', "úú"),
        ('y', "ýý"),
        ('A', "Áá"),
        ('E', "Éé"),
        ('I', "Íí"),
        ('O', "Óó"),
        ('U', "Úú"),
        ('Y', "Ýý"),
    ];
    LETTERS.iter().find(|(plain, _)| *plain == letter).map(|(_, accented)| *accented)
}

#[cfg(test)]
mod tests {
    use super::disguised;

    #[test]
    fn words_are_accented_and_longer_and_all_else_stays() {
        let text = "{n} {n?answer:answers} in [the SoA](doc-soa), `code` of ISO.";
        let said = "{n} {n?áánswéér:áánswéérs} íín [théé SóóÁá](doc-soa), `code` óóf ISO.";
        assert_eq!(disguised(text, false), said);
        assert_eq!(disguised("An ISO", true), "\u{5d0}\u{5d0}\u{5dd} ISO");
    }
}
