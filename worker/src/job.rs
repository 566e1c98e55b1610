//! What the page may ask for.

use formats::age::{self, RANDOM, UnlockError};
use formats::{CheckError, Format, Skeleton, Source, make, skeleton};
use readiness::catalogue::{LANGUAGES, Language, Word};
use readiness::report;
use readiness::report::verify::VerifyError;
use readiness::{Assessment, Catalogue, Date, Told};
use serde_json::{Value, json};
use std::borrow::Cow;

/// What is to be done.
pub struct Job {
    /// Which job it is, and what it takes; see [`run`].
    pub texts: Vec<String>,
    /// The file that it is about; empty if it is about none.
    pub bytes: Vec<u8>,
    /// Draws fresh random bytes; `None` where there are none to be had.
    pub random: Box<dyn Fn() -> Option<[u8; RANDOM]>>,
}

/// A file that was made.
#[derive(Debug)]
pub struct Made {
    /// Its name; empty if it is what was in another.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a job was not done.
#[derive(Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The file takes a passphrase.
    Locked {
        /// Whether one was given, and was the wrong one.
        wrong: bool,
    },
    /// A message for the person.
    Told(String),
}

/// Runs a job. Its first text says which one it is:
///
/// - `file`, a language, the name of a format, a day, an assessment file: makes that file of it;
/// - `locked-file`, the same and a passphrase: the same file, locked with it;
/// - `skeleton`, a language, a name for the file, a day, the organisation, Markdown: makes the headings into a document;
/// - `open`, a language, a passphrase or nothing; a file: gives the text that it carries, as JSON with the key `text`;
/// - `check`, the same: beside it, as `verified`, what a check found, or `null` if it prints no figures.
///
/// # Errors
/// See [`Refusal`].
pub fn run(job: &Job, progress: &mut dyn FnMut(usize, usize)) -> Result<Made, Refusal> {
    let texts: Vec<&str> = job.texts.iter().map(String::as_str).collect();
    let catalogue = Catalogue::of(texts.get(1).and_then(|language| Language::of(language)).unwrap_or(&LANGUAGES[0]));
    match texts[..] {
        ["file", _, format, today, assessment] => file(&catalogue, format, today, assessment, progress),
        ["locked-file", _, format, today, assessment, passphrase] => {
            let made = file(&catalogue, format, today, assessment, progress)?;
            let random = (job.random)().ok_or_else(|| Refusal::Told(catalogue.word(Word::LockNoRandom).to_owned()))?;
            Ok(Made {
                name: format!("{}.age", made.name),
                media_type: "application/octet-stream",
                bytes: age::lock(&made.bytes, passphrase, random),
            })
        }
        ["skeleton", _, name, today, organisation, markdown] => {
            let about = Skeleton { organisation, markdown, today: day(today)? };
            let bytes = skeleton(&catalogue, &about).map_err(|error| told(&error, &catalogue))?;
            Ok(Made { name: format!("{name}.docx"), media_type: Format::Docx.media_type(), bytes })
        }
        [job_name @ ("open" | "check"), _, passphrase] => {
            let bytes = unlocked(&job.bytes, passphrase, &catalogue)?;
            let text = formats::unpack(&bytes).map_err(|error| told(&error, &catalogue))?;
            if job_name == "open" {
                return answer(&json!({ "text": text }));
            }
            let verified = match formats::check(&bytes, &Catalogue::of(report::language(&text))) {
                Ok(verified) => verified.to_value(),
                Err(CheckError::Verify(VerifyError::NoReport)) => Value::Null,
                Err(error) => return Err(told(&error, &catalogue)),
            };
            answer(&json!({ "text": text, "verified": verified }))
        }
        _ => Err(mistake(&format!("there is no job '{}'", texts.first().unwrap_or(&"")))),
    }
}

fn file(
    catalogue: &Catalogue,
    format: &str,
    today: &str,
    assessment: &str,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Made, Refusal> {
    let format = Format::from_name(format).ok_or_else(|| mistake(&format!("there is no format '{format}'")))?;
    let assessment = Assessment::from_file(assessment, catalogue).map_err(|error| told(&error, catalogue))?;
    let source = Source::new(catalogue, &assessment, day(today)?);
    let bytes = make(format, &source, progress).map_err(|error| told(&error, catalogue))?;
    let name = format!("{}.{}", source.report.file_name(), format.ending());
    Ok(Made { name, media_type: format.media_type(), bytes })
}

/// What is in a file that may be locked.
fn unlocked<'a>(bytes: &'a [u8], passphrase: &str, catalogue: &Catalogue) -> Result<Cow<'a, [u8]>, Refusal> {
    if !age::is_locked(bytes) {
        return Ok(bytes.into());
    }
    if passphrase.is_empty() {
        return Err(Refusal::Locked { wrong: false });
    }
    match age::unlock(bytes, passphrase) {
        Ok(bytes) => Ok(bytes.into()),
        Err(UnlockError::Passphrase) => Err(Refusal::Locked { wrong: true }),
        Err(error) => Err(told(&error, catalogue)),
    }
}

fn answer(value: &Value) -> Result<Made, Refusal> {
    Ok(Made { name: String::new(), media_type: "application/json", bytes: value.to_string().into_bytes() })
}

fn day(text: &str) -> Result<Date, Refusal> {
    Date::parse(text).map_err(|error| mistake(&error.to_string()))
}

fn told(error: &impl Told, catalogue: &Catalogue) -> Refusal {
    Refusal::Told(error.told(catalogue))
}

/// What only a mistake of ours brings about: in English.
fn mistake(message: &str) -> Refusal {
    Refusal::Told(message.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Job, Made, Refusal, run};
    use readiness::assessment::Assessment;
    use readiness::report::verify::Verified;
    use readiness::{Catalogue, Timestamp, report};
    use serde_json::Value;

    fn job(texts: &[&str], bytes: &[u8]) -> Result<Made, Refusal> {
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        run(&Job { texts, bytes: bytes.to_vec(), random: Box::new(|| Some([7; _])) }, &mut |_, _| {})
    }

    fn assessment() -> (Assessment, String) {
        let catalogue = Catalogue::english();
        let mut assessment = Assessment::new("1", "", Timestamp::new("2026-11-01T00:00:00Z"));
        assessment.profile.organisation = "Brightloop Ltd".into();
        let file = assessment.to_file(&catalogue);
        (assessment, file)
    }

    fn answered(made: &Made) -> Value {
        serde_json::from_slice(&made.bytes).expect("JSON")
    }

    #[test]
    fn a_file_is_made_under_the_name_of_the_firm_and_the_day() {
        let made = job(&["file", "en", "soa-csv", "2026-11-24", &assessment().1], &[]).expect("made");
        assert_eq!(made.name, "brightloop-ltd-readiness-2026-11-24.soa.csv");
        assert!(made.bytes.starts_with(b"Control,"));
    }

    #[test]
    fn what_was_handed_over_is_opened_and_checked_locked_or_not() {
        let (assessment, file) = assessment();
        for format in ["html", "pdf", "zip"] {
            let open = job(&["file", "en", format, "2026-11-24", &file], &[]).expect("made");
            let locked = job(&["locked-file", "en", format, "2026-11-24", &file, "four words"], &[]).expect("made");
            assert_eq!(locked.name, format!("{}.age", open.name));
            for made in [&open, &locked] {
                let answer = answered(&job(&["open", "en", "four words"], &made.bytes).expect("opened"));
                let text = answer["text"].as_str().expect("a text");
                assert_eq!(report::open(text, &Catalogue::english()).expect("it carries one"), assessment, "{format}");
                let answer = answered(&job(&["check", "en", "four words"], &made.bytes).expect("checked"));
                let verified = Verified::from_value(&answer["verified"]).expect("a report");
                assert!(verified.differences.is_empty() && verified.to_the_letter, "{format}: {verified:?}");
            }
        }
        let answer = answered(&job(&["check", "en", ""], file.as_bytes()).expect("checked"));
        assert_eq!(answer["verified"], Value::Null, "an assessment prints no figures");
    }

    #[test]
    fn a_locked_file_asks_for_its_passphrase_and_says_when_it_is_wrong() {
        let file = assessment().1;
        let locked = job(&["locked-file", "en", "html", "2026-11-24", &file, "four words"], &[]).expect("made").bytes;
        assert_eq!(job(&["open", "en", ""], &locked).unwrap_err(), Refusal::Locked { wrong: false });
        assert_eq!(job(&["open", "en", "five words"], &locked).unwrap_err(), Refusal::Locked { wrong: true });
        let cut = job(&["open", "en", "four words"], &locked[..locked.len() - 9]).unwrap_err();
        assert!(matches!(cut, Refusal::Told(message) if message.contains("damaged")));
    }

    #[test]
    fn nothing_is_locked_without_random_numbers() {
        let texts = ["locked-file", "en", "html", "2026-11-24", &assessment().1, "four words"].map(str::to_owned);
        let job = Job { texts: texts.into(), bytes: vec![], random: Box::new(|| None) };
        assert!(matches!(run(&job, &mut |_, _| {}), Err(Refusal::Told(message)) if message.contains("random")));
    }

    #[test]
    fn what_can_t_be_done_says_why() {
        let says = |texts: &[&str], bytes: &[u8], words: &str| {
            let refusal = job(texts, bytes).unwrap_err();
            assert!(matches!(&refusal, Refusal::Told(message) if message.contains(words)), "{refusal:?}");
        };
        says(&["file", "en", "wordstar", "2026-11-24", "{}"], &[], "wordstar");
        says(&["file", "en", "html", "2026-11-24", "{}"], &[], "not a Stage Zero assessment");
        says(&["file", "en", "html", "yesterday", &assessment().1], &[], "yesterday");
        says(&["open", "en", ""], b"%PDF-1.7 of somebody else", "carries no assessment");
        says(&["check", "en", ""], b"PK\x03\x04 and no more", "damaged");
        says(&["open", "de", ""], b"PK\x03\x04 and no more", "beschädigt");
        says(&[], &[], "no job");
    }
}
