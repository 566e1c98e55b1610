//! Which texts fit what was typed, and which fit best.

/// The positions of the texts that have every typed word, the best first; all of them, in their order, if nothing was
/// typed. A word fits best as the beginning of one in the text, then inside of one, then by its letters in their order.
pub fn best<'a>(typed: &str, texts: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let typed = typed.to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut fitting: Vec<(usize, usize)> = texts
        .enumerate()
        .filter_map(|(index, text)| {
            let text = text.to_lowercase();
            let worth = words.iter().map(|word| worth(word, &text)).sum::<Option<usize>>()?;
            Some((worth, index))
        })
        .collect();
    // Letters in their order fit by chance: they count only where no word fits better.
    let most = fitting.iter().map(|(worth, _)| *worth).max().unwrap_or(0);
    if most > words.len() {
        fitting.retain(|(worth, _)| *worth > words.len());
    }
    fitting.sort_by_key(|(worth, _)| usize::MAX - worth);
    fitting.into_iter().map(|(_, index)| index).collect()
}

/// How well a word fits a text, from 1 to 4; `None` if it does not.
fn worth(word: &str, text: &str) -> Option<usize> {
    if text.starts_with(word) {
        return Some(4);
    }
    let begins = text.match_indices(word).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric));
    if begins {
        return Some(3);
    }
    if text.contains(word) {
        return Some(2);
    }
    let mut letters = text.chars();
    (word.chars().count() > 2 && word.chars().all(|wanted| letters.any(|letter| letter == wanted))).then_some(1)
}

#[cfg(test)]
mod tests {
    use super::best;

    const TEXTS: [&str; 5] =
        ["Risks", "6.1.2 Assessing risks", "A.8.13 Information backup", "Backup plan", "Statement of Applicability"];

    fn found(typed: &str) -> Vec<&'static str> {
        best(typed, TEXTS.into_iter()).into_iter().map(|index| TEXTS[index]).collect()
    }

    #[test]
    fn nothing_typed_lists_everything_in_its_order() {
        assert_eq!(found(" "), TEXTS);
    }

    #[test]
    fn what_begins_with_the_word_comes_first() {
        assert_eq!(found("risk"), ["Risks", "6.1.2 Assessing risks"]);
        assert_eq!(found("BACK"), ["Backup plan", "A.8.13 Information backup"]);
    }

    #[test]
    fn every_word_must_fit_in_any_order() {
        assert_eq!(found("risks 6.1"), ["6.1.2 Assessing risks"]);
        assert_eq!(found("backup risks"), [""; 0]);
    }

    #[test]
    fn letters_left_out_are_forgiven_where_nothing_fits_better() {
        assert_eq!(found("applcblty"), ["Statement of Applicability"]);
        assert_eq!(found("zz"), [""; 0]);
    }
}
