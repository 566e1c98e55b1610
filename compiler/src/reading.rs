//! How easy a text is to read: the Flesch–Kincaid grade, with a small counter of syllables.

/// The years of school that a text takes. Each part (a paragraph, a point of a list) ends
/// its sentence, with or without a full stop.
pub fn grade(parts: &[String]) -> f64 {
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

/// The sentences of a paragraph. A full stop ends one where a space follows it and then
/// something that is not a small letter: so not in 'e.g. this' and not in 'A.5.19'.
pub fn sentences(paragraph: &str) -> impl Iterator<Item = &str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (index, end) in paragraph.char_indices().filter(|(_, it)| ".?!".contains(*it)) {
        let after = &paragraph[index + end.len_utf8()..];
        let after_quotes = after.trim_start_matches(['\'', '"', '’', '”', ')']);
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

/// About how many syllables a word has; numbers and ids count as one.
pub fn syllables(word: &str) -> usize {
    if word.contains(|it: char| it.is_ascii_digit()) {
        return 1;
    }
    let parts = word.split(['-', '/', '–', '—']);
    let count: usize = parts.map(syllables_of_part).sum();
    count.max(1)
}

fn syllables_of_part(part: &str) -> usize {
    let letters: Vec<char> = part.chars().filter(|it| it.is_alphabetic()).flat_map(char::to_lowercase).collect();
    if letters.is_empty() {
        return 0;
    }
    let is_vowel = |index: usize| "aeiouyäöüé".contains(letters[index]);
    let groups = (0..letters.len()).filter(|&index| is_vowel(index) && (index == 0 || !is_vowel(index - 1))).count();
    let word: String = letters.iter().collect();
    (groups + extra(&word)).saturating_sub(silent(&word)).max(1)
}

/// Vowels that stand together and are spoken apart.
fn extra(word: &str) -> usize {
    let apart = ["ia", "io", "iu", "eo", "ua", "uou", "ying"];
    let together = [
        "cia", "tia", "sia", "gia", "tio", "sio", "cio", "gio", "people", "eou", "geo", "qua", "gua", "nion", "lion",
        "rsua", "iou",
    ];
    let hits = |list: &[&str]| list.iter().map(|it| word.matches(it).count()).sum::<usize>();
    hits(&apart).saturating_sub(hits(&together))
}

/// A last e that is written and not spoken.
fn silent(word: &str) -> usize {
    let before = |ending: &str| word.strip_suffix(ending).and_then(|it| it.chars().next_back());
    let is_consonant = |it: char| !"aeiouy".contains(it);
    let spoken_in_e = |it: char| it == 'l'; // 'table', but not 'rule' or 'sale'
    if let Some(last) = before("e") {
        let root = &word[..word.len() - 1];
        let syllabic_l =
            spoken_in_e(last) && root[..root.len() - 1].ends_with(|it: char| is_consonant(it) && it != 'l');
        return usize::from(is_consonant(last) && !syllabic_l);
    }
    if let Some(last) = before("ed") {
        return usize::from(is_consonant(last) && !"td".contains(last));
    }
    if let Some(last) = before("es") {
        let hisses = "sxzcg".contains(last) || word.ends_with("ches") || word.ends_with("shes");
        let syllabic_l = word.ends_with("bles") || word.ends_with("ples") || word.ends_with("cles");
        return usize::from(is_consonant(last) && !hisses && !syllabic_l);
    }
    if let Some(last) = before("ely").or(before("eless")).or(before("ement")).or(before("eful")) {
        return usize::from(is_consonant(last) && !word.ends_with("element"));
    }
    0
}
