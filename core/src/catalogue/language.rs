//! The languages of the content.

use super::Catalogue;

/// A language that the catalogue can be had in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag, such as `de` or `en-US`.
    pub code: &'static str,
    /// What its speakers call it, such as `Deutsch`.
    pub name: &'static str,
    /// The file of the site with the pack of the first view; empty for English, which the program holds inside.
    pub first_view: &'static str,
    /// The file of the site with the pack for the first questions.
    pub questions: &'static str,
    /// The file of the site with the whole pack.
    pub whole: &'static str,
    #[cfg(feature = "languages")]
    pack: &'static str,
}

/// All languages, English first.
pub const LANGUAGES: &[Language] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Catalogue {
    /// The language that it speaks.
    pub fn spoken(&self) -> &'static Language {
        Language::of(self.language).unwrap_or(&LANGUAGES[0])
    }
}

impl Language {
    /// The language of a tag: the very one, such as `en-US`, or the one that it is a kind of, such as `de` for `de-AT`.
    pub fn of(tag: &str) -> Option<&'static Self> {
        let named = |name: &str| LANGUAGES.iter().find(|language| language.code.eq_ignore_ascii_case(name));
        named(tag).or_else(|| named(tag.split('-').next().unwrap_or_default()))
    }
}

#[cfg(feature = "languages")]
impl Catalogue {
    /// The catalogue in a language, as it was compiled into this build.
    ///
    /// # Panics
    /// As [`Catalogue::english`].
    pub fn of(language: &Language) -> Self {
        Self::embedded(language.pack)
    }
}
