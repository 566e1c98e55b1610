//! What can be told to a person in their language, such as why a file could not be read.

use crate::assessment::Id;
use crate::catalogue::{Catalogue, Word};
use crate::file::{FileError, LONGEST_NAME, LONGEST_TEXT, MOST_ENTRIES, Misfit, VERSION};
use crate::review::{self, ReviewError};

/// Something that says in a person's language what is wrong, where, and what to do. Its `Display` is the English of it,
/// for terminals and logs.
pub trait Told {
    /// The sentence, without the full stop at its end.
    fn told(&self, catalogue: &Catalogue) -> String;
}

/// Makes errors of types that are [`Told`]: what they display is English.
#[macro_export]
macro_rules! told_in_english {
    ($($error:ty),+) => { $(
        impl std::fmt::Display for $error {
            fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                to.write_str(&$crate::Told::told(self, &$crate::Catalogue::english()))
            }
        }

        impl std::error::Error for $error {}
    )+ };
}

told_in_english!(FileError, ReviewError);

impl Told for FileError {
    fn told(&self, catalogue: &Catalogue) -> String {
        let tell = |word, name: &str, value: &dyn ToString| catalogue.say(word, &[(name, &value.to_string())]);
        match self {
            Self::TooLong { megabytes, most } => {
                catalogue.tell(Word::WrongTooLong, [("megabytes", megabytes.to_string()), ("most", most.to_string())])
            }
            Self::TooDeep { most } => tell(Word::WrongTooDeep, "most", most),
            Self::TooMany { most } => tell(Word::WrongTooMany, "most", most),
            Self::Truncated { line } => tell(Word::WrongTruncated, "line", line),
            Self::NotJson { line, column } => {
                catalogue.tell(Word::WrongNotJson, [("line", line.to_string()), ("column", column.to_string())])
            }
            Self::NotAssessment => catalogue.word(Word::WrongNotAssessment).to_owned(),
            Self::WithoutData => catalogue.word(Word::WrongWithoutData).to_owned(),
            Self::NotText => catalogue.word(Word::WrongNotText).to_owned(),
            Self::Encoding { name } => tell(Word::WrongEncoding, "name", name),
            Self::Mhtml => catalogue.word(Word::WrongMhtml).to_owned(),
            Self::Newer { version } => newer(Word::WrongNewer, *version, VERSION, catalogue),
            Self::OtherCatalogue { catalogue: other } => tell(Word::WrongOtherCatalogue, "catalogue", other),
            Self::Value { place, misfit } if place.is_empty() => misfit.told(catalogue),
            Self::Value { place, misfit } => format!("{place}: {}", misfit.told(catalogue)),
        }
    }
}

impl Told for Misfit {
    fn told(&self, catalogue: &Catalogue) -> String {
        let most = |word, most: usize| catalogue.say(word, &[("most", &most.to_string())]);
        let expected = match self {
            Self::UnknownId(id) => return catalogue.say(Word::WrongUnknownId, &[("id", id)]),
            Self::Twice(id) => return catalogue.say(Word::WrongTwice, &[("id", id)]),
            Self::LongText => return most(Word::WrongLongText, LONGEST_TEXT),
            Self::LongName => return most(Word::WrongLongName, LONGEST_NAME),
            Self::ManyEntries => return most(Word::WrongManyEntries, MOST_ENTRIES),
            Self::Record => catalogue.word(Word::ExpectsRecord).to_owned(),
            Self::Entries => catalogue.word(Word::ExpectsEntries).to_owned(),
            Self::Text => catalogue.word(Word::ExpectsText).to_owned(),
            Self::Id => most(Word::ExpectsId, Id::LONGEST),
            Self::Texts => catalogue.word(Word::ExpectsTexts).to_owned(),
            Self::FewTexts(few) => most(Word::ExpectsFewTexts, *few),
            Self::Number(highest) => catalogue.say(Word::ExpectsNumber, &[("most", &highest.to_string())]),
            Self::Flag => catalogue.word(Word::ExpectsFlag).to_owned(),
            Self::Day => catalogue.word(Word::ExpectsDay).to_owned(),
            Self::OneOf(names) => catalogue.say(Word::ExpectsOneOf, &[("names", names)]),
            Self::Risks => catalogue.word(Word::ExpectsRisks).to_owned(),
        };
        catalogue.say(Word::WrongExpected, &[("what", &expected)])
    }
}

impl Told for ReviewError {
    fn told(&self, catalogue: &Catalogue) -> String {
        match self {
            Self::File(error) => error.told(catalogue),
            Self::NotReview => catalogue.word(Word::WrongNotReview).to_owned(),
            Self::Newer { version } => newer(Word::WrongNewerReview, *version, review::VERSION, catalogue),
        }
    }
}

fn newer(word: Word, version: u64, known: u64, catalogue: &Catalogue) -> String {
    catalogue.tell(word, [("version", version.to_string()), ("known", known.to_string())])
}
