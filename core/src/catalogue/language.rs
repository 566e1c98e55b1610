//! The languages of the content.

#[cfg(feature = "languages")]
use super::Catalogue;

/// A language that the catalogue can be had in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag, such as `de`.
    pub code: &'static str,
    /// What its speakers call it, such as `Deutsch`.
    pub name: &'static str,
    /// The file of the site with the pack of the first view; empty for English, which the programs hold inside.
    pub first_view: &'static str,
    /// The file of the site with the whole pack; empty for English.
    pub whole: &'static str,
    #[cfg(feature = "languages")]
    pack: &'static str,
}

/// All languages, English first.
pub const LANGUAGES: &[Language] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Language {
    /// The language of a tag, such as `de` or `de-AT`.
    pub fn of(tag: &str) -> Option<&'static Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        LANGUAGES.iter().find(|language| language.code.eq_ignore_ascii_case(primary))
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
