//! Checking a report in whatever file it came: it is made again from the assessment inside it, and compared byte by byte.

mod archive;
mod pdf;

use crate::unpack::{Inside, UnpackError, Unpacked, unpacked};
use crate::{Format, Source, usual};
use readiness::catalogue::{Catalogue, Language, Word};
use readiness::report::verify::{Answer, Difference, MOST_LISTED, Verified, compare_rest, compare_result, hints};
use readiness::report::{Form, Opened, VERSION};
use readiness::{Assessment, Date, file};

/// What a check found, and the assessment that it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// What was found.
    pub verified: Verified,
    /// The assessment in the file.
    pub assessment: Assessment,
}

/// How a file compares with what was made again.
struct Comparison {
    answer: Answer,
    added: Vec<String>,
    differences: Vec<Difference>,
}

/// Checks a report. What is said about it is said in the language of `reader`; it is made again in its own.
///
/// # Errors
/// Where no assessment can be read out of it, see [`UnpackError`].
pub fn check(bytes: &[u8], reader: &Catalogue) -> Result<Checked, UnpackError> {
    let report = ToCheck::read(bytes, reader)?;
    Ok(report.check(&Catalogue::of(report.language()), reader))
}

/// A report that is to be checked, taken apart.
pub struct ToCheck<'a> {
    bytes: &'a [u8],
    unpacked: Unpacked<'a>,
}

impl<'a> ToCheck<'a> {
    /// Takes a report apart. What is wrong is said in the language of `reader`.
    ///
    /// # Errors
    /// As [`check`].
    pub fn read(bytes: &'a [u8], reader: &Catalogue) -> Result<Self, UnpackError> {
        Ok(Self { bytes, unpacked: unpacked(bytes, reader)? })
    }

    /// The language that it speaks.
    pub fn language(&self) -> &'static Language {
        self.unpacked.opened.language
    }

    /// Checks it, as [`check`] does: `catalogue` speaks its language.
    pub fn check(&self, catalogue: &Catalogue, reader: &Catalogue) -> Checked {
        let Unpacked { format, opened, inside } = &self.unpacked;
        let today = opened.result.as_ref().and_then(|result| Date::parse(result["today"].as_str()?).ok());
        let mut verified = Verified {
            answer: Answer::Carries,
            format: Some(*format).filter(|format| *format != Format::Assessment),
            language: opened.language.code.to_owned(),
            today,
            other_version: opened.made_by.clone().filter(|version| version != VERSION),
            organisation: opened.assessment.profile.organisation.trim().to_owned(),
            left_out: opened.assessment.left_out(),
            digest: file::digest(&opened.assessment.to_value(catalogue)),
            added: Vec::new(),
            differences: Vec::new(),
        };
        if let Some(today) = today {
            let source = Source::new(catalogue, &opened.assessment, today);
            let found = Checking { reader, source: &source, opened }.compare(self.bytes, *format, inside);
            let (contradicts, differences) = compare_result(opened, &source.report);
            verified.answer =
                if contradicts && found.answer == Answer::Carries { Answer::Contradicts } else { found.answer };
            verified.added = found.added;
            verified.differences = found.differences;
            if found.answer == Answer::Carries {
                verified.differences.splice(..0, differences);
            }
            verified.differences.truncate(MOST_LISTED);
        }
        Checked { verified, assessment: opened.assessment.clone() }
    }
}

/// What it takes to compare a file.
struct Checking<'a> {
    /// In whose language things are named.
    reader: &'a Catalogue,
    source: &'a Source<'a>,
    opened: &'a Opened,
}

impl Checking<'_> {
    fn compare(&self, bytes: &[u8], format: Format, inside: &Inside<'_>) -> Comparison {
        match inside {
            Inside::Zip(archive, carrier) => self.archive(archive, *carrier, format),
            _ => self.file(bytes, format, inside),
        }
    }

    /// Compares a report that is a file of its own.
    fn file(&self, bytes: &[u8], format: Format, inside: &Inside<'_>) -> Comparison {
        // An assessment file prints nothing that could be wrong, and proves nothing.
        let Some(made) = (format != Format::Assessment).then(|| self.made(format)).flatten() else {
            return Comparison::carries(Vec::new());
        };
        if bytes == made {
            return Comparison { answer: Answer::AsMade, added: Vec::new(), differences: Vec::new() };
        }
        let tail = bytes.strip_prefix(&*made);
        match inside {
            Inside::Text(_) if let Form::Data(Some(rest)) = &self.opened.form => {
                let mut differences = compare_rest(rest, &self.source.report);
                if differences.is_empty() && self.opened.carried == self.source.report.assessment {
                    return Comparison { answer: Answer::AsMade, added: Vec::new(), differences };
                }
                // What differs in the result is named by whoever compares results.
                differences.retain(|it| !it.place.starts_with("result"));
                Comparison::carries(differences)
            }
            Inside::Pdf(document) => self.pdf(document, &made, tail),
            _ if let Some(tail) = tail => Comparison::added(vec![self.bytes(tail)]),
            Inside::Text(text) => Comparison::carries(hints(text, &String::from_utf8_lossy(&made))),
            Inside::Zip(..) => Comparison::carries(Vec::new()),
        }
    }

    /// A file made again; `None` if it can't be, as of an extract that leaves out what it consists of.
    fn made(&self, format: Format) -> Option<Vec<u8>> {
        usual(format, self.source, &mut |_, _| {}).ok()
    }

    /// So many bytes behind the end of a file.
    fn bytes(&self, tail: &[u8]) -> String {
        self.reader.say(Word::CheckTail, &[("n", &tail.len().to_string())])
    }

    /// A place that is not as it was made.
    fn differs(&self, place: String, says: Option<Word>, yields: Option<Word>) -> Difference {
        let word = |word: Option<Word>| word.map_or(String::new(), |word| self.reader.word(word).to_owned());
        Difference { place, printed: true, says: word(says), yields: word(yields) }
    }
}

impl Comparison {
    fn carries(differences: Vec<Difference>) -> Self {
        Self { answer: Answer::Carries, added: Vec::new(), differences }
    }

    fn added(added: Vec<String>) -> Self {
        Self { answer: Answer::Added, added, differences: Vec::new() }
    }
}
