//! The words of the interface, in the language of the catalogue.

use super::Catalogue;
use crate::shown;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Word {
    /// How many words there are.
    pub const COUNT: usize = COUNT;
}

/// A value that fills a `{name}` of a text.
pub type Arg<'a> = (&'a str, &'a str);

impl Catalogue {
    /// The text of a word that has nothing to fill in.
    pub fn word(&self, word: Word) -> &'static str {
        debug_assert!((word as usize) < self.words.len(), "{word:?} is not among the words of the first view");
        self.words.get(word as usize).copied().unwrap_or_default()
    }

    /// The text of a word, with `{name}` filled in and `{name?one:many}` chosen by whether `name` is 1.
    pub fn say(&self, word: Word, args: &[Arg<'_>]) -> String {
        fill(self.word(word), args)
    }

    /// As [`Catalogue::say`], with values that were made for it.
    pub fn tell<const N: usize>(&self, word: Word, args: [(&str, String); N]) -> String {
        self.say(word, &args.each_ref().map(|(name, value)| (*name, value.as_str())))
    }
}

/// Fills in the places of a text; a place without a value stays as it is, so that it is seen.
pub(crate) fn fill(text: &str, args: &[Arg<'_>]) -> String {
    let values: usize = args.iter().map(|(_, value)| value.len()).sum();
    let mut filled = String::with_capacity(text.len() + values);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((place, tail)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        let (name, forms) = place.split_once('?').map_or((place, None), |(name, forms)| (name, Some(forms)));
        let value = args.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        match (value, forms.and_then(|forms| forms.split_once(':'))) {
            (Some(value), Some((one, many))) => filled.push_str(if value == "1" { one } else { many }),
            // It may be somebody's own.
            (Some(value), None) => value.chars().for_each(|letter| shown::push(letter, &mut filled)),
            (None, _) => {
                filled.push('{');
                filled.push_str(place);
                filled.push('}');
            }
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn places_are_filled_and_numbers_choose_their_form() {
        let text = "{n} {n?control is:controls are} open in {where}.";
        assert_eq!(fill(text, &[("n", "1"), ("where", "Annex A")]), "1 control is open in Annex A.");
        assert_eq!(fill(text, &[("n", "2"), ("where", "Annex A")]), "2 controls are open in Annex A.");
        assert_eq!(fill(text, &[("n", "0")]), "0 controls are open in {where}.");
    }

    #[test]
    fn what_a_person_wrote_is_not_filled_again() {
        assert_eq!(fill("{a}{b}", &[("a", "{b}"), ("b", "x")]), "{b}x");
    }
}
