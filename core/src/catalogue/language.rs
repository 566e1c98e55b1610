//! The languages of the content.

use super::{Catalogue, PackError, Word};

/// A language that the catalogue can be had in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag, such as `de` or `en-US`.
    pub code: &'static str,
    /// What its speakers call it, such as `Deutsch`.
    pub name: &'static str,
    /// The pack of the first view, its words and titles: of English, since what is loaded first needs no file then.
    /// Empty for others.
    pub inside: &'static str,
    /// The file of the site with that pack of all others; empty for English.
    pub first_view: &'static str,
    /// The files with the packs that come after it, each with what is beyond those before it: what the first questions
    /// need, what judging needs, and the rest.
    pub later: [&'static str; 3],
    /// The folder of the content that has its texts.
    folder: &'static str,
}

/// What all languages share: what there is, without a text. Their packs are laid over it.
pub const STRUCTURE: &str = include_str!(concat!(env!("OUT_DIR"), "/structure.pack"));

/// All languages, English first.
pub const LANGUAGES: &[Language] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The same languages where Letter is the usual paper, by their word `report.on-letter`: all is the same but the paper.
const ON_LETTER: &[Language] = include!(concat!(env!("OUT_DIR"), "/on_letter.rs"));

/// The regions where Letter is the usual paper (CLDR, paperSize).
const LETTER_REGIONS: &str = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE";

impl Catalogue {
    /// The language that it speaks.
    pub fn spoken(&self) -> &'static Language {
        Language::of(self.language).unwrap_or(&LANGUAGES[0])
    }

    /// The same for readers in the region of a tag, such as `es-MX`, who may print on other paper.
    pub fn in_region(self, tag: &str) -> Self {
        let kin = self.spoken().in_region(tag);
        self.spoken_as(kin)
    }

    fn spoken_as(mut self, language: &Language) -> Self {
        if self.language != language.code {
            self.language = language.code;
            for (word, text) in [(Word::ReportPaper, "Letter"), (Word::ReportLocale, language.code)] {
                self.words.get_mut(word as usize).into_iter().for_each(|it| *it = text);
            }
        }
        self
    }
}

impl Language {
    /// The language of a tag: the very one, such as `en-US`, or the one that it is a kind of, such as `de` for `de-AT`.
    pub fn of(tag: &str) -> Option<&'static Self> {
        let named =
            |name: &str| LANGUAGES.iter().chain(ON_LETTER).find(|language| language.code.eq_ignore_ascii_case(name));
        named(tag).or_else(|| named(tag.split('-').next()?).map(|language| language.in_region(tag)))
    }

    /// The same language as it is printed in the region of a tag.
    fn in_region(&'static self, tag: &str) -> &'static Self {
        let is_there = tag.split('-').skip(1).any(|it| LETTER_REGIONS.split(' ').any(|region| region == it));
        let kin = ON_LETTER.iter().find(|kin| is_there && kin.name == self.name);
        kin.unwrap_or(self)
    }
}

impl Catalogue {
    /// The catalogue in a language, as it was compiled into this build: a program that never asks for it holds no texts.
    ///
    /// # Panics
    /// As [`Catalogue::english`].
    pub fn of(language: &Language) -> Self {
        Self::embedded(texts(language.folder)).spoken_as(language)
    }

    /// The same of all packs of the language, which came as files.
    ///
    /// # Errors
    /// As [`Catalogue::read`].
    pub fn of_packs(language: &Language, packs: &[&'static str]) -> Result<Self, PackError> {
        Ok(Self::read(&[&[STRUCTURE], packs].concat())?.spoken_as(language))
    }
}

/// All texts of a folder of the content.
fn texts(language: &str) -> &'static str {
    include!(concat!(env!("OUT_DIR"), "/packs.rs"))
}

#[cfg(test)]
mod tests {
    use super::{Language, ON_LETTER};

    #[test]
    fn a_tag_gives_the_language_and_where_letter_is_usual_its_kin() {
        let code = |tag| Language::of(tag).map(|language| language.code);
        for (tag, expected) in [
            ("de", "de"),
            ("de-AT", "de"),
            ("en-GB", "en"),
            ("en-US", "en-US"),
            ("en-CA", "en-CA"),
            ("en-PH", "en-CA"),
            ("es", "es"),
            ("es-ES", "es"),
            ("es-MX", "es-MX"),
            ("es-419-CO", "es-MX"),
        ] {
            assert_eq!(code(tag), Some(expected), "{tag}");
        }
        assert_eq!(code("fr-CA"), None);
        // Whoever chose a language gets it on the paper of where they are; American English is on Letter anyway.
        let printed = |language: &str, region| Language::of(language).map(|it| it.in_region(region).code);
        assert_eq!(printed("es", "en-US"), Some("es-MX"));
        assert_eq!(printed("en-US", "es-MX"), Some("en-US"));
        assert!(ON_LETTER.iter().all(|kin| kin.code != "en-US"));
    }
}
