//! A variant of a language, such as American English (`en-US`): its texts are those of the language whose tag begins
//! its own, with a list of differences, `differences.txt`, laid over them. A few words of its own may stand beside that.
//!
//! ```text
//! line    = theirs ":" ours | "#" comment       as many of ours as of theirs, commas between
//! theirs  = whole words, in small letters; "9" before a sign stands for any number
//! ```

use crate::folder::{DIFFERENCES, Sources, base, text_of};
use crate::grammar::Entry;
use crate::problem::{Location, Problem};
use crate::reader::Reader;
use crate::synonyms::Line;
use crate::{Synonym, terms::Banned, translation};
use std::collections::BTreeMap;
use std::path::Path;

/// Where a link, a code or an address starts, and where it ends: what is inside is no text.
const NO_TEXT: [(&str, &str); 3] = [("](", ")"), ("`", "`"), ("https://", " ")];

/// What a variant writes otherwise.
#[derive(Clone, Debug, Default)]
pub(crate) struct Differences {
    /// By their first word: theirs and ours, the longest of theirs first.
    words: BTreeMap<String, Vec<(String, String)>>,
    /// What follows a number.
    signs: Vec<(String, String)>,
    /// Names that stay as they are, in small letters.
    names: Vec<String>,
}

impl Differences {
    /// Those of a language, if it is a variant and has a list.
    pub fn read(dir: &Path, language: &str, problems: &mut Vec<Problem>) -> Option<Self> {
        let root = dir.join(language);
        let is_there = base(language).is_some() && root.join(DIFFERENCES).exists();
        let (shown, text) = is_there.then(|| text_of(&root, DIFFERENCES, problems))??;
        Some(Self::parse(&shown, &text, problems))
    }

    /// Reads the list.
    fn parse(shown: &str, text: &str, problems: &mut Vec<Problem>) -> Self {
        let (start, mut all) = (Location::start_of(shown), Self::default());
        for (index, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            let list = |side: &str| side.split(',').map(|it| it.trim().to_owned()).collect::<Vec<_>>();
            let (theirs, ours) =
                line.split_once(':').map(|(theirs, ours)| (list(theirs), list(ours))).unwrap_or_default();
            if theirs.len() != ours.len() || theirs.is_empty() != line.is_empty() {
                let message = "expected 'theirs, theirs: ours, ours', as many on each side";
                problems.push(start.at(index + 1).problem(message));
                continue;
            }
            for (theirs, ours) in theirs.into_iter().zip(ours) {
                match (theirs.strip_prefix('9'), ours.strip_prefix('9')) {
                    (Some(theirs), Some(ours)) => all.signs.push((theirs.to_owned(), ours.to_owned())),
                    _ => all.words.entry(first_word(&theirs).to_owned()).or_default().push((theirs, ours)),
                }
            }
        }
        for words in all.words.values_mut() {
            words.sort_by_key(|(theirs, _)| std::cmp::Reverse(theirs.len()));
        }
        all
    }

    /// A text as the variant writes it.
    pub fn of(&self, text: &str) -> String {
        let mut said = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let before = said.chars().next_back();
            let within = before.is_some_and(char::is_alphanumeric);
            let (theirs, ours) = self.at(rest, before, within);
            said.push_str(&ours.unwrap_or_else(|| theirs.to_owned()));
            rest = &rest[theirs.len().max(first.len_utf8())..];
        }
        said
    }

    /// What a text begins with that belongs together, and what is written for it, if it is something else.
    fn at<'text>(&self, text: &'text str, before: Option<char>, within: bool) -> (&'text str, Option<String>) {
        let first = text.chars().next().map_or(0, char::len_utf8);
        if let Some(length) = no_text(text) {
            return (&text[..length], None);
        }
        if before.is_some_and(|it| it.is_ascii_digit() || it == '}')
            && let Some((theirs, ours)) = self.signs.iter().find(|(theirs, _)| text.starts_with(theirs))
        {
            return (&text[..theirs.len()], Some(ours.clone()));
        }
        if within || !text.starts_with(char::is_alphabetic) {
            return (&text[..first], None);
        }
        let word = first_word(text);
        let is_whole = |phrase: &str| {
            let found = text.get(..phrase.len()).filter(|found| found.to_lowercase() == phrase)?;
            (!text[phrase.len()..].starts_with(char::is_alphanumeric)).then_some(found)
        };
        if let Some(name) = self.names.iter().find_map(|name| is_whole(name)) {
            return (name, None);
        }
        let known = self.words.get(&word.to_lowercase()).into_iter().flatten();
        let found = known.into_iter().find_map(|(theirs, ours)| Some((is_whole(theirs)?, ours)));
        found.map_or((word, None), |(theirs, ours)| (theirs, Some(as_large_as(theirs, ours))))
    }

    /// Writes all texts of a language as the variant does. Names of controls are the standard's own.
    pub fn lay_over(&mut self, sources: &mut Sources) {
        let names = sources.folder("controls").map(|source| source.head.value("name").to_lowercase());
        self.names = names.filter(|name| self.of(name) != *name).collect();
        each_text(sources, |text| self.of(text));
        let known = sources.synonyms.iter_mut().flat_map(|line| &mut line.synonym.words);
        known.for_each(|word| *word = self.of(word));
        // People type the other spelling all the same.
        let place = sources.place.clone();
        let pairs = self.words.values().flatten().map(|(theirs, ours)| Synonym {
            words: vec![ours.clone()],
            typed: vec![theirs.clone()],
            ..Synonym::default()
        });
        sources.synonyms.extend(pairs.map(|synonym| Line { place: place.clone(), synonym }));
        sources.terms = std::mem::take(&mut sources.terms).into_iter().filter_map(|term| self.term(term)).collect();
    }

    /// A term to avoid; none where the variant prefers just that.
    fn term(&self, term: Banned) -> Option<Banned> {
        let preferred = self.of(&term.preferred);
        (self.of(&term.phrase) != preferred).then_some(Banned { preferred, ..term })
    }

    /// Lists every text in which a word of the language is left that the variant writes otherwise.
    pub fn check(&self, reader: &mut Reader) {
        let parts = reader.texts.iter().flat_map(|text| &text.parts);
        let left = parts.filter(|part| self.of(&part.text) != part.text).map(|part| {
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            let (theirs, ours) = (words(&part.text), words(&self.of(&part.text)));
            let differ = theirs.into_iter().zip(ours).find(|(theirs, ours)| theirs != ours);
            let (theirs, ours) = differ.unwrap_or_default();
            part.place.problem(format!("'{theirs}' is left, where this variant writes '{ours}'"))
        });
        let left: Vec<_> = left.collect();
        reader.problems.extend(left);
    }
}

/// Changes every text of a language, but for the names of controls, which are the standard's.
pub(crate) fn each_text(sources: &mut Sources, change: impl Fn(&str) -> String) {
    for source in sources.files.values_mut() {
        let (is_page, of_the_standard) = (translation::is_page(source), source.path.starts_with("controls/"));
        let is_text =
            |entry: &&mut Entry| translation::is_text(&entry.key) && !(of_the_standard && entry.key == "name");
        for item in std::iter::once(&mut source.head).chain(&mut source.items) {
            item.entries.iter_mut().filter(is_text).for_each(|entry| entry.value = change(&entry.value));
            if is_page {
                // The sections of a page are its own; elsewhere they say what a text is.
                item.sections.iter_mut().for_each(|section| section.name = change(&section.name));
            }
            let passages = item.sections.iter_mut().map(|section| &mut section.passage);
            std::iter::once(&mut item.intro).chain(passages).for_each(|passage| passage.text = change(&passage.text));
        }
    }
    sources.words.iter_mut().for_each(|word| word.value = change(&word.value));
}

/// How long what a text begins with is, if it is none: a link's end, a code, an address, the name of a place.
pub(crate) fn no_text(text: &str) -> Option<usize> {
    let marked = NO_TEXT.iter().find_map(|(start, end)| {
        let inside = text.strip_prefix(start)?;
        Some(start.len() + inside.find(end).map_or(inside.len(), |at| at + end.len()))
    });
    // A place ends, or a choice of words begins.
    let place = || text.starts_with('{').then(|| text.find(['?', '}']).map_or(text.len(), |at| at + 1));
    marked.or_else(place)
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|it: char| !it.is_alphanumeric()).unwrap_or(text.len())]
}

/// A phrase with a capital, or all of them, where another has that.
fn as_large_as(model: &str, phrase: &str) -> String {
    let large = |it: char| it.is_uppercase() || !it.is_alphabetic();
    let mut letters = phrase.chars();
    match letters.next() {
        Some(_) if model.len() > 1 && model.chars().all(large) => phrase.to_uppercase(),
        Some(first) if model.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => phrase.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::Differences;

    fn differences() -> Differences {
        let list = "programme, programmes: program, programs\nlicence: license\nfilled in: filled out\n9 %: 9%\n";
        let mut problems = Vec::new();
        let mut all = Differences::parse("differences.txt", list, &mut problems);
        assert_eq!(problems, []);
        all.names.push("programme of the standard".to_owned());
        all
    }

    #[test]
    fn whole_words_are_written_otherwise_and_keep_their_capitals() {
        let said = "Programmes, a LICENCE, programmed; filled in, filling in: 80 % of {n} %, 8 per cent.";
        let ours = "Programs, a LICENSE, programmed; filled out, filling in: 80% of {n}%, 8 per cent.";
        assert_eq!(differences().of(said), ours);
    }

    #[test]
    fn names_links_codes_and_places_stay_as_they_are() {
        for same in
            ["The Programme of the standard.", "[a](doc-audit-programme) `licence` {licence}", "https://a.b/licence x"]
        {
            assert_eq!(differences().of(same), same);
        }
        assert_eq!(differences().of("{n?programme:programmes} [programme](x)"), "{n?program:programs} [program](x)");
    }

    #[test]
    fn both_sides_of_a_line_have_as_many_words() {
        let mut problems = Vec::new();
        Differences::parse("d.txt", "a, b: c\nd\n\n# e\n", &mut problems);
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with("d.txt:1: ") && told[1].starts_with("d.txt:2: "));
    }
}
