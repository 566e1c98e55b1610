//! About how many syllables an English word has: groups of vowels, corrected by spelling.
//!
//! No dictionary, so it errs on some words; the test below holds it to words of the field.

/// Vowels that stand together and are spoken apart: 'media', 'supplier', 'area'.
const APART: [&str; 23] = [
    "ia", "io", "iu", "eo", "ua", "uou", "ier", "iet", "ien", "scien", "ciate", "tiate", "creat", "area", "idea",
    "react", "reass", "fluen", "uity", "coord", "eing", "oing", "uing",
];
/// Where the list above is wrong, or a vowel is not spoken: 'special', 'people', 'business'.
const TOGETHER: [&str; 28] = [
    "creatu", "cia", "tia", "sia", "gia", "riage", "tio", "sio", "cio", "gio", "hio", "lion", "nion", "viour", "peop",
    "meone", "qua", "gua", "rsua", "tier", "cien", "tien", "frien", "nscien", "quity", "every", "busin", "eyed",
];
/// First halves of compounds whose e is not spoken: 'something', 'baseline'.
const FIRST_HALVES: [&str; 18] = [
    "base", "code", "file", "fore", "guide", "home", "life", "line", "name", "note", "place", "safe", "site", "some",
    "store", "there", "time", "ware",
];
/// Endings before which an e is not spoken: 'statement', 'likely', 'safety'.
const ENDINGS: [&str; 7] = ["ment", "ments", "ly", "less", "ful", "ness", "ty"];

/// About how many syllables a word has; a number or an id counts as one.
pub fn syllables(word: &str) -> usize {
    if word.contains(|it: char| it.is_ascii_digit()) {
        return 1;
    }
    let parts = word.split(['-', '/', '–', '—']);
    parts.map(of_part).sum::<usize>().max(1)
}

fn of_part(part: &str) -> usize {
    let word: String = part.chars().filter(|it| it.is_alphabetic()).flat_map(char::to_lowercase).collect();
    if word.is_empty() {
        return 0;
    }
    let spoken = vowel_groups(&word) + hits(&word, &APART) + glides(&word) + usize::from(ends_in_nt(&word));
    let silent = hits(&word, &TOGETHER) + usize::from(has_inner_silent_e(&word)) + usize::from(ends_silently(&word));
    spoken.saturating_sub(silent).max(1)
}

fn is_vowel(letter: char) -> bool {
    "aeiouyéèäöü".contains(letter)
}

fn vowel_groups(word: &str) -> usize {
    word.split(|it| !is_vowel(it)).filter(|group| !group.is_empty()).count()
}

fn hits(word: &str, list: &[&str]) -> usize {
    list.iter().map(|it| word.matches(it).count()).sum()
}

/// A y inside a word parts the vowels around it: 'employer', 'anyone', but 'played'.
fn glides(word: &str) -> usize {
    let letters: Vec<char> = word.chars().collect();
    let parts = |it: &&[char]| it[1] == 'y' && "aeiou".contains(it[2]) && **it != ['e', 'y', 'e'];
    let glides = letters.windows(3).filter(parts).count();
    glides.saturating_sub(usize::from(word.ends_with("yed")))
}

/// 'isn't', 'didn't', the apostrophe gone.
fn ends_in_nt(word: &str) -> bool {
    word.ends_with("snt") || word.ends_with("dnt")
}

fn has_inner_silent_e(word: &str) -> bool {
    let is_compound = FIRST_HALVES
        .iter()
        .filter_map(|it| word.strip_prefix(it))
        .any(|rest| rest.len() >= 3 && !rest.starts_with(is_vowel));
    let before_ending = |ending: &&str| {
        let root = word.strip_suffix(*ending).and_then(|it| it.strip_suffix('e'));
        // The le of 'settlement' is spoken, and so is the one of 'element'.
        let spoken_le = |it: &str| it.ends_with('l') && ending.starts_with("ment");
        root.is_some_and(|it| !it.ends_with(is_vowel) && !spoken_le(it))
    };
    is_compound || ENDINGS.iter().any(before_ending)
}

/// A last e that is written and not spoken, alone or in -es, -ed, -gue and -que.
fn ends_silently(word: &str) -> bool {
    let stem = word.strip_suffix('s').unwrap_or(word);
    if ["gue", "que"].iter().any(|it| stem.ends_with(it)) {
        return !stem.ends_with("argue");
    }
    let is_silent_after = |root: &str| !root.ends_with(is_vowel) && !ends_in_syllable(root);
    if let Some(root) = word.strip_suffix("es") {
        let hisses = root.ends_with(['s', 'x', 'z', 'c', 'g']) || root.ends_with("ch") || root.ends_with("sh");
        return is_silent_after(root) && !hisses;
    }
    if let Some(root) = word.strip_suffix("ed") {
        return is_silent_after(root) && !root.ends_with(['t', 'd']);
    }
    word.strip_suffix('e').is_some_and(is_silent_after)
}

/// The l of 'table' and the r of 'centre' are syllables of their own; that of 'rule' is not.
fn ends_in_syllable(root: &str) -> bool {
    let mut letters = root.chars().rev();
    match (letters.next(), letters.next()) {
        (Some('l'), Some(before)) => !is_vowel(before) && before != 'l' && before != 'r',
        (Some('r'), Some(before)) => "tbc".contains(before),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn words_of_the_field_have_as_many_syllables_as_a_speaker_gives_them() {
        let by_count = [
            (1, "firm rule rules sale whole while done use used planned changed play played guard league vague file"),
            (1, "roles large once twice leave five eyes lies breach the live queue your tried"),
            (2, "control decide agreed review audit issue issues people people's business every table handle handled"),
            (
                2,
                "changes service someone something client clients quiet science being seeing doing going trying buying",
            ),
            (2, "player layer employed create leader question value guideline homework careful useful"),
            (
                2,
                "creature statement movement backup email laptop cycle titles little handles applies carried likely safety",
            ),
            (
                2,
                "technique unique colleague matches patient ancient conscious centre isn't software special partial region",
            ),
            (3, "policy requirement requirements management supplier suppliers auditor evidence decided"),
            (3, "created serious various obvious area idea services annual usual actual media"),
            (3, "period employer employees studio video audio medium opinion decision continue element"),
            (
                3,
                "implement settlement agreement article principle vehicles examples catalogue efficient sufficient audience anyone",
            ),
            (4, "security information experience variety reliable material integrity priority criteria"),
            (4, "appropriate convenient analysis definitely continual continuous"),
            (5, "organisation associated continuity authentication certification nonconformity"),
            (6, "organizational cybersecurity confidentiality availability vulnerability responsibility"),
        ];
        let mut wrong = Vec::new();
        for (count, words) in by_count {
            wrong.extend(words.split(' ').filter(|word| syllables(word) != count).map(|word| (word, syllables(word))));
        }
        assert_eq!(wrong, []);
    }

    #[test]
    fn a_number_and_an_id_are_one_syllable() {
        assert_eq!(["2026", "A.5.19", "4.3-document"].map(syllables), [1, 1, 1]);
    }

    #[test]
    fn a_hyphenated_word_has_those_of_its_parts() {
        assert_eq!(syllables("multi-factor"), 4);
    }
}
