//! How easy a text is to read: the Flesch–Kincaid grade of English, with a small counter of syllables, and the LIX of
//! any language.

use crate::syllables::syllables;

/// The years of school that a text takes. Each part (a paragraph, a point of a list) ends
/// its sentence, with or without a full stop.
pub fn grade(parts: &[&str]) -> f64 {
    let sentence_count = parts.iter().flat_map(|part| sentences(part)).count();
    let all_words = || parts.iter().flat_map(|part| words(part));
    let word_count = all_words().count();
    if sentence_count == 0 || word_count == 0 {
        return 0.0;
    }
    let syllable_count: usize = all_words().map(syllables).sum();
    let ratio = |part: usize, whole: usize| part as f64 / whole as f64;
    0.39 * ratio(word_count, sentence_count) + 11.8 * ratio(syllable_count, word_count) - 15.59
}

/// The LIX of a text: words in a sentence, plus the share of words over six letters in per cent (C. H. Björnsson,
/// Läsbarhet, 1968). Below 40 is easy, above 60 very hard. Each part ends its sentence.
pub fn lix(parts: &[&str]) -> f64 {
    let sentence_count = parts.iter().flat_map(|part| sentences(part)).count();
    let all_words = || parts.iter().flat_map(|part| words(part));
    let word_count = all_words().count();
    if sentence_count == 0 || word_count == 0 {
        return 0.0;
    }
    let is_long = |word: &&str| word.chars().filter(|it| it.is_alphabetic()).count() > 6;
    let ratio = |part: usize, whole: usize| part as f64 / whole as f64;
    ratio(word_count, sentence_count) + 100.0 * ratio(all_words().filter(is_long).count(), word_count)
}

/// The sentences of a paragraph. A full stop ends one where a space follows it and then
/// something that is not a small letter: so not in 'e.g. this' and not in 'A.5.19'.
pub fn sentences(paragraph: &str) -> impl Iterator<Item = &str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (index, end) in paragraph.char_indices().filter(|(_, it)| ".?!".contains(*it)) {
        let after = &paragraph[index + end.len_utf8()..];
        let after_quotes = after.trim_start_matches(['\'', '"', '’', '”', '“', ')']);
        let next = after_quotes.trim_start();
        let is_end = next.len() < after_quotes.len() && !next.starts_with(char::is_lowercase);
        if is_end {
            let next_start = paragraph.len() - next.len();
            found.push(&paragraph[start..next_start]);
            start = next_start;
        }
    }
    found.push(&paragraph[start..]);
    let is_spoken = |sentence: &&str| words(sentence).next().is_some();
    found.into_iter().map(str::trim).filter(is_spoken)
}

/// The words of a sentence: what stands between spaces and has a letter or a digit.
pub fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::{grade, lix, sentences};

    #[test]
    fn grades_are_those_that_a_count_by_hand_gives() {
        for (text, by_hand) in [
            ("The cat sat on the mat.", "-1.4"),
            ("This sentence, taken as a reading passage unto itself, is being used to prove a point.", "7.6"),
        ] {
            assert_eq!(format!("{:.1}", grade(&[text])), by_hand, "{text}");
        }
    }

    #[test]
    fn lix_is_what_a_count_by_hand_gives() {
        for (text, by_hand) in [
            ("Die Katze saß auf der Matte.", "6"),
            // Eight words in two sentences, two of them long.
            ("Sie prüfen die Zugänge. Abends schließen Sie ab.", "29"),
            // Six letters are short, and marks are no letters.
            ("„Zugang“ im Kapitel", "36"),
        ] {
            assert_eq!(format!("{:.0}", lix(&[text])), by_hand, "{text}");
        }
    }

    #[test]
    fn a_text_without_words_is_easy() {
        for nothing in [&[][..], &["…"]] {
            assert_eq!((grade(nothing), lix(nothing)), (0.0, 0.0));
        }
    }

    #[test]
    fn each_part_ends_its_sentence() {
        assert_eq!(grade(&["The cat sat on the mat", "The cat sat on the mat"]), grade(&["The cat sat on the mat."]));
    }

    #[test]
    fn a_sentence_ends_where_another_one_may_begin() {
        let found = |text| sentences(text).collect::<Vec<_>>();
        assert_eq!(found("One. Two? Three!"), ["One.", "Two?", "Three!"]);
        assert_eq!(found("She said 'no.' Then she left."), ["She said 'no.'", "Then she left."]);
        assert_eq!(found("Sie sagte: „Nein.“ Dann ging sie."), ["Sie sagte: „Nein.“", "Dann ging sie."]);
        for whole in ["See A.5.19 and 4.3.", "Some (e.g. this) and others, i.e. that.", "Why? he asked"] {
            assert_eq!(found(whole), [whole]);
        }
    }
}
