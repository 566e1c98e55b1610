//! What a person typed, as terms to look for: words and phrases with their other numbers, spellings and synonyms.

use crate::catalogue::{Catalogue, Synonym, Word};

/// The longest phrase that a synonym can be, in words.
const LONGEST_PHRASE: usize = 4;

/// A word or phrase to look for, and all ways in which it may be said.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Term {
    /// As it was typed, without the ending of a plural, and spelt otherwise.
    pub typed: Vec<String>,
    /// How the texts say it.
    pub ours: Vec<String>,
    /// The items that are meant, the best first.
    pub ids: Vec<&'static str>,
}

/// The terms of what was typed, which is in lower case; none if all words are too short to look for.
pub(super) fn terms(catalogue: &Catalogue, typed: &str) -> Vec<Term> {
    let around = |it: char| !it.is_alphanumeric();
    let words: Vec<&str> = typed.split_whitespace().map(|word| word.trim_matches(around)).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    if words.iter().all(|word| word.chars().count() < 2) {
        return Vec::new();
    }
    let language = Language::of(catalogue);
    let known = Known::of(catalogue, language);
    let mut terms = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = LONGEST_PHRASE.min(words.len() - at);
        let phrase = (1..=longest).rev().find_map(|length| Some((length, known.term(&words[at..at + length])?)));
        let (length, mut term) = phrase.unwrap_or((1, Term::default()));
        term.typed = language.ways(&words[at..at + length].join(" "));
        terms.push(term);
        at += length;
    }
    terms
}

/// How words vary in the language: its words `search.plurals` and `search.spellings`.
#[derive(Clone, Copy)]
struct Language {
    /// `ies>y:5`: what ends so, in a word of so many letters, ends so in the singular. The first that fits decides.
    plurals: &'static str,
    /// `iz=is`: two ways to write the same.
    spellings: &'static str,
}

/// All synonyms with their phrases folded.
struct Known<'a> {
    language: Language,
    lines: Vec<(Vec<String>, &'a Synonym)>,
}

impl<'a> Known<'a> {
    fn of(catalogue: &'a Catalogue, language: Language) -> Self {
        let phrases = |it: &Synonym| {
            let all = it.typed.split(';').chain(it.words.split(';')).filter(|phrase| !phrase.is_empty());
            all.map(|phrase| language.fold(phrase)).collect()
        };
        Self { language, lines: catalogue.synonyms.iter().map(|it| (phrases(it), it)).collect() }
    }

    /// What stands for these words, from every line that has them.
    fn term(&self, words: &[&str]) -> Option<Term> {
        let folded = self.language.fold(&words.join(" "));
        let mut found =
            self.lines.iter().filter(|(phrases, _)| phrases.contains(&folded)).map(|(_, it)| *it).peekable();
        found.peek()?;
        let mut term = Term::default();
        for synonym in found {
            term.ids.extend(synonym.ids.split_whitespace());
            let ours = synonym.words.split(';').filter(|word| !word.is_empty());
            term.ours.extend(ours.map(in_lower_case));
        }
        Some(term)
    }
}

impl Language {
    fn of(catalogue: &Catalogue) -> Self {
        let word = |word| catalogue.word(word);
        Self { plurals: word(Word::SearchPlurals), spellings: word(Word::SearchSpellings) }
    }

    /// A phrase as phrases are compared: no hyphens, no plurals.
    fn fold(self, phrase: &str) -> String {
        let lower = in_lower_case(phrase);
        let words = lower.split(|it: char| it.is_whitespace() || it == '-').filter(|word| !word.is_empty());
        words.map(|word| self.singular(word)).collect::<Vec<_>>().join(" ")
    }

    /// A word or phrase as typed, in the other number, and in the other spelling.
    fn ways(self, typed: &str) -> Vec<String> {
        let mut ways = vec![typed.to_owned()];
        let mut add = |way: String| {
            if !ways.contains(&way) {
                ways.push(way);
            }
        };
        let one = self.singular(typed);
        for (several, ending, _) in self.plurals() {
            // Where the plural only adds to it, the singular is its beginning.
            if let Some(beginning) = one.strip_suffix(ending).filter(|_| !several.starts_with(ending)) {
                add(format!("{beginning}{several}"));
            }
        }
        for (one_way, other) in self.spellings.split_whitespace().filter_map(|pair| pair.split_once('=')) {
            for way in [typed, &one] {
                let is_one = way.contains(one_way);
                add(if is_one { way.replace(one_way, other) } else { way.replace(other, one_way) });
            }
        }
        add(one);
        ways
    }

    /// A word without the ending of a plural: the beginning that both numbers share, or the singular.
    fn singular(self, word: &str) -> String {
        let length = word.chars().count();
        let one = self.plurals().find_map(|(several, one, shortest)| {
            let beginning = word.strip_suffix(several).filter(|_| length >= shortest)?;
            Some(format!("{beginning}{one}"))
        });
        one.unwrap_or_else(|| word.to_owned())
    }

    /// The endings of several, of one, and the letters that the word has at least.
    fn plurals(self) -> impl Iterator<Item = (&'static str, &'static str, usize)> {
        self.plurals.split_whitespace().filter_map(|rule| {
            let (several, rest) = rule.split_once('>')?;
            let (one, shortest) = rest.split_once(':')?;
            Some((several, one, shortest.parse().ok()?))
        })
    }
}

/// Lower case, byte for byte: what is found in it stands at the same place in the text.
pub(super) fn in_lower_case(text: &str) -> String {
    let lower = |character: char| {
        let mut lower = character.to_lowercase();
        lower.next().filter(|it| it.len_utf8() == character.len_utf8() && lower.next().is_none()).unwrap_or(character)
    };
    text.chars().map(lower).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GERMAN: Language = Language { plurals: "en>:7 n>:7 e>:7 s>:5", spellings: "ß=ss" };

    fn english() -> Language {
        Language::of(&Catalogue::english())
    }

    #[test]
    fn a_plural_is_found_by_its_singular() {
        for (plural, stem) in [("backups", "backup"), ("policies", "policy"), ("boxes", "box"), ("losses", "loss")] {
            assert_eq!(english().singular(plural), stem);
        }
        for word in ["access", "virus", "analysis", "its", "iso"] {
            assert_eq!(english().singular(word), word);
        }
        assert_eq!(GERMAN.singular("lieferanten"), "lieferant");
        assert_eq!(GERMAN.singular("risiken"), "risik");
    }

    #[test]
    fn both_spellings_are_looked_for() {
        let ways = |typed| english().ways(typed);
        assert_eq!(ways("organizations"), ["organizations", "organisations", "organisation", "organization"]);
        assert_eq!(ways("synchronisation"), ["synchronisation", "synchronization"]);
        assert_eq!(ways("policy"), ["policy", "policies"]);
        assert_eq!(GERMAN.ways("netz"), ["netz"]);
        assert_eq!(GERMAN.ways("straße"), ["straße", "strasse"]);
    }

    #[test]
    fn a_phrase_is_one_term() {
        let catalogue = Catalogue::english();
        let found = terms(&catalogue, "two factor for backups");
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].ids, ["A.8.5"]);
        assert_eq!(found[0].ours, ["multi-factor authentication"]);
        assert_eq!(found[2].ids, ["A.8.13"]);
        assert_eq!(terms(&catalogue, " a ?"), []);
    }
}
