//! Why a file was not made, opened or checked, in the person's language.

use crate::Error;
use crate::age::UnlockError;
use crate::unpack::{MOST, MOST_FILES, UnpackError};
use readiness::catalogue::{Catalogue, Word};
use readiness::{Told, told_in_english};

told_in_english!(Error, UnpackError, UnlockError);

impl Told for UnpackError {
    fn told(&self, catalogue: &Catalogue) -> String {
        let most = |word, most: usize| catalogue.say(word, &[("most", &most.to_string())]);
        let word = match self {
            Self::TooManyFiles => return most(Word::PackedTooManyFiles, MOST_FILES),
            Self::TooLong => return most(Word::PackedTooLong, MOST / 1_000_000),
            Self::Packing(method) => return catalogue.say(Word::PackedPacking, &[("method", method)]),
            Self::File(error) => return error.told(catalogue),
            Self::Locked => Word::PackedLocked,
            Self::PdfPassword => Word::PackedPdfPassword,
            Self::NoAttachment => Word::PackedNoAttachment,
            Self::NothingInside => Word::PackedNothingInside,
            Self::Office => Word::PackedOffice,
            Self::ZipPassword => Word::PackedZipPassword,
            Self::Damaged => Word::PackedDamaged,
        };
        catalogue.word(word).to_owned()
    }
}

impl Told for UnlockError {
    fn told(&self, catalogue: &Catalogue) -> String {
        let word = match self {
            Self::TooMuchWork { asked, most } => {
                let args = [("asked", asked.to_string()), ("most", most.to_string())];
                return catalogue.tell(Word::UnlockTooMuchWork, args);
            }
            Self::Passphrase => Word::UnlockPassphrase,
            Self::OtherKind => Word::UnlockOtherKind,
            Self::Damaged => Word::UnlockDamaged,
        };
        catalogue.word(word).to_owned()
    }
}

impl Told for Error {
    fn told(&self, catalogue: &Catalogue) -> String {
        match self {
            Self::Refused { format, reason } => {
                catalogue.say(Word::MakeRefused, &[("format", format), ("reason", reason)])
            }
            Self::Elsewhere { format } => format!("{format} is made by another program"),
            Self::LeftOut { format } => catalogue.say(Word::MakeLeftOut, &[("format", format)]),
        }
    }
}
