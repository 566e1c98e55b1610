//! What both programs do alike: see `readiness::job`.

use formats::age::{self, RANDOM, UnlockError};
use formats::{Error, Format, Source};
use readiness::catalogue::{LANGUAGES, Language, Word};
use readiness::job::{Event, Job};
use readiness::{Assessment, Catalogue, Date, Told};
use std::borrow::Cow;

/// What there is to do, and what it takes beside that.
pub struct Task {
    /// The job; `None` if it is none that this version knows.
    pub job: Option<Job>,
    /// The file that it is about; empty if it is about none.
    pub bytes: Vec<u8>,
    /// Draws fresh random bytes; `None` where there are none to be had.
    pub random: Box<dyn Fn() -> Option<[u8; RANDOM]>>,
    /// The catalogue in a language; `None` where its texts are not here.
    pub speaks: Box<dyn Fn(&'static Language) -> Option<Catalogue>>,
}

/// What came of it: how it ended, and the bytes of a file that was made.
pub type Done = (Event, Vec<u8>);

/// Who is told how many of how many parts are done.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize);

/// What a program does; what keeps it from being done is an event as well.
pub type Work = fn(&Job, &Task, &Catalogue, Progress<'_>) -> Result<Done, Event>;

/// What a program has to make a file.
pub(crate) type Make = fn(Format, &Source<'_>, Progress<'_>) -> Result<Vec<u8>, Error>;

/// Does it, and tells how it ended.
pub fn run(work: Work, task: &Task, progress: Progress<'_>) -> Done {
    let language = task.job.as_ref().map_or(&LANGUAGES[0], Job::language);
    let done = spoken(task, language).and_then(|catalogue| {
        let job = task.job.as_ref().ok_or_else(unknown)?;
        work(job, task, &catalogue, progress)
    });
    done.unwrap_or_else(|event| (event, Vec::new()))
}

/// The catalogue in a language, or that its texts are not here.
pub(crate) fn spoken(task: &Task, language: &'static Language) -> Result<Catalogue, Event> {
    (task.speaks)(language).ok_or(Event::Lacks(language))
}

/// A task of a program that has all languages here.
#[cfg(test)]
pub(crate) fn task(job: Option<Job>, bytes: &[u8]) -> Task {
    let speaks = Box::new(|language: &'static Language| Some(Catalogue::of(language)));
    Task { job, bytes: bytes.to_vec(), random: Box::new(|| Some([7; _])), speaks }
}

/// That it is no job of this program. Only a mistake of ours brings that about: in English.
pub(crate) fn unknown() -> Event {
    Event::Failed("there is no such job".to_owned())
}

/// That something can't be done, and why.
pub(crate) fn failed(error: &dyn Told, catalogue: &Catalogue) -> Event {
    Event::Failed(error.told(catalogue))
}

/// Makes a file of an assessment, and locks it if there is a passphrase.
pub(crate) fn made(
    make: Make,
    (format, today): (Format, Date),
    (assessment, passphrase): (&str, &str),
    task: &Task,
    catalogue: &Catalogue,
    progress: Progress<'_>,
) -> Result<Done, Event> {
    let assessment = Assessment::from_file(assessment, catalogue).map_err(|error| failed(&error, catalogue))?;
    let source = Source::new(catalogue, &assessment, today);
    let mut bytes = make(format, &source, progress).map_err(|error| failed(&error, catalogue))?;
    let mut name = format!("{}.{}", source.report.file_name(), format.ending());
    let mut media_type = format.media_type();
    if !passphrase.is_empty() {
        let none = || Event::Failed(catalogue.word(Word::LockNoRandom).to_owned());
        bytes = age::lock(&bytes, passphrase, (task.random)().ok_or_else(none)?);
        (name, media_type) = (format!("{name}.age"), "application/octet-stream");
    }
    Ok((Event::Made { name, media_type: media_type.to_owned() }, bytes))
}

/// What is in a file that may be locked.
pub(crate) fn unlocked<'a>(bytes: &'a [u8], passphrase: &str, catalogue: &Catalogue) -> Result<Cow<'a, [u8]>, Event> {
    if !age::is_locked(bytes) {
        return Ok(bytes.into());
    }
    if passphrase.is_empty() {
        return Err(Event::Locked { wrong: false });
    }
    match age::unlock(bytes, passphrase) {
        Ok(bytes) => Ok(bytes.into()),
        Err(UnlockError::Passphrase) => Err(Event::Locked { wrong: true }),
        Err(error) => Err(Event::Failed(error.told(catalogue))),
    }
}
