//! The jobs of the program for reports: it makes them, opens them and checks them.

use crate::job::{Done, Progress, Task, failed, made, unknown, unlocked};
use formats::{UnpackError, usual};
use readiness::job::{Event, Job};
use readiness::{Catalogue, Told};

/// Does one of them.
pub fn work(job: &Job, task: &Task, catalogue: &Catalogue, progress: Progress<'_>) -> Result<Done, Event> {
    let failed = |error: &dyn Told| failed(error, catalogue);
    match job {
        Job::Make { format, today, assessment, passphrase, .. } => {
            made(usual, (*format, *today), (assessment, passphrase), task, catalogue, progress)
        }
        Job::Open { passphrase, .. } => {
            let bytes = unlocked(&task.bytes, passphrase, catalogue)?;
            let text = formats::text(&bytes, catalogue).map_err(|error| match error {
                UnpackError::Office => Event::Office(error.told(catalogue)),
                error => failed(&error),
            })?;
            Ok((Event::Opened(text), Vec::new()))
        }
        Job::Check { passphrase, .. } => {
            let bytes = unlocked(&task.bytes, passphrase, catalogue)?;
            let checked = formats::check(&bytes, catalogue).map_err(|error| failed(&error))?;
            let (verified, assessment) =
                (checked.verified.to_value().to_string(), checked.assessment.to_file(catalogue));
            Ok((Event::Checked { verified, assessment }, Vec::new()))
        }
        Job::Fingerprints { .. } => {
            let files = formats::fingerprints(&task.bytes).map_err(|error| failed(&error))?;
            let files = files.into_iter().flatten().map(|file| (file.name, file.sha256)).collect();
            Ok((Event::Fingerprints(files), Vec::new()))
        }
        Job::Draft { .. } | Job::BringIn { .. } | Job::Requests { .. } => Err(unknown()),
    }
}

#[cfg(test)]
mod tests {
    use super::work;
    use crate::job::{Task, run};
    use formats::Format;
    use readiness::assessment::Assessment;
    use readiness::catalogue::LANGUAGES;
    use readiness::job::{Event, Job};
    use readiness::report::verify::{Answer, Verified};
    use readiness::{Catalogue, Date, Timestamp, report};

    fn done(job: Job, bytes: &[u8]) -> (Event, Vec<u8>) {
        // As it comes from the page.
        let job = Job::from_texts(&job.into_texts());
        run(work, &Task { job, bytes: bytes.to_vec(), random: Box::new(|| Some([7; _])) }, &mut |_, _| {})
    }

    fn assessment() -> (Assessment, String) {
        let catalogue = Catalogue::english();
        let mut assessment = Assessment::new("1".parse().expect("an id"), "", Timestamp::new("2026-11-01T00:00:00Z"));
        assessment.profile.organisation = "Brightloop Ltd".into();
        let file = assessment.to_file(&catalogue);
        (assessment, file)
    }

    fn making(format: Format, passphrase: &str) -> Job {
        let today = Date::parse("2026-11-24").expect("a day");
        Job::Make { language: &LANGUAGES[0], format, today, assessment: assessment().1, passphrase: passphrase.into() }
    }

    fn open(passphrase: &str, bytes: &[u8]) -> Event {
        done(Job::Open { language: &LANGUAGES[0], passphrase: passphrase.into() }, bytes).0
    }

    #[test]
    fn a_file_is_made_under_the_name_of_the_firm_and_the_day() {
        let (event, bytes) = done(making(Format::SoaCsv, ""), &[]);
        let name = "brightloop-ltd-readiness-2026-11-24.soa.csv".to_owned();
        assert_eq!(event, Event::Made { name, media_type: "text/csv".to_owned() });
        assert!(bytes.starts_with(b"Control,"));
    }

    #[test]
    fn what_was_handed_over_is_opened_and_checked_locked_or_not() {
        let (assessment, _) = assessment();
        for format in [Format::Html, Format::Pdf, Format::Zip, Format::Json] {
            let (made, bytes) = done(making(format, ""), &[]);
            let (locked, locked_bytes) = done(making(format, "four words"), &[]);
            let name = |event| match event {
                Event::Made { name, .. } => name,
                event => panic!("{event:?}"),
            };
            assert_eq!(name(locked), format!("{}.age", name(made)));
            for bytes in [bytes, locked_bytes] {
                let Event::Opened(text) = open("four words", &bytes) else { panic!("{}", format.name()) };
                let opened = report::open(&text, &Catalogue::english()).expect("it carries one");
                assert_eq!(opened.assessment, assessment, "{}", format.name());
                let job = Job::Check { language: &LANGUAGES[0], passphrase: "four words".into() };
                let Event::Checked { verified, assessment: text } = done(job, &bytes).0 else { panic!("a check") };
                let verified = serde_json::from_str(&verified).expect("JSON");
                let verified = Verified::from_value(&verified).expect("what was found");
                assert_eq!(verified.answer, Answer::AsMade, "{verified:?}");
                assert_eq!(text, assessment.to_file(&Catalogue::english()));
            }
        }
    }

    #[test]
    fn a_locked_file_asks_for_its_passphrase_and_says_when_it_is_wrong() {
        let locked = done(making(Format::Html, "four words"), &[]).1;
        assert_eq!(open("", &locked), Event::Locked { wrong: false });
        assert_eq!(open("five words", &locked), Event::Locked { wrong: true });
        let cut = open("four words", &locked[..locked.len() - 9]);
        assert!(matches!(cut, Event::Failed(message) if message.contains("damaged")));
    }

    #[test]
    fn nothing_is_locked_without_random_numbers() {
        let task = Task { job: Some(making(Format::Html, "four words")), bytes: vec![], random: Box::new(|| None) };
        let (event, bytes) = run(work, &task, &mut |_, _| {});
        assert!(matches!(event, Event::Failed(message) if message.contains("random")));
        assert!(bytes.is_empty());
    }

    #[test]
    fn what_can_t_be_done_says_why() {
        let says = |event: Event, words: &str| {
            assert!(matches!(&event, Event::Failed(message) if message.contains(words)), "{event:?}");
        };
        let Job::Make { language, format, today, .. } = making(Format::Html, "") else { panic!("it makes one") };
        let job = Job::Make { language, format, today, assessment: "{}".into(), passphrase: String::new() };
        says(done(job, &[]).0, "not a Stage Zero assessment");
        says(open("", b"%PDF-1.7 of somebody else"), "damaged");
        says(open("", b"PK\x03\x04 and no more"), "damaged");
        let german = Job::Check { language: &LANGUAGES[1], passphrase: String::new() };
        says(done(german, b"PK\x03\x04 and no more").0, "beschädigt");
        let workbook = done(making(Format::Xlsx, ""), &[]).1;
        assert!(matches!(open("", &workbook), Event::Office(why) if why.contains("carry no assessment")));
        let none = Task { job: None, bytes: vec![], random: Box::new(|| None) };
        says(run(work, &none, &mut |_, _| {}).0, "no such job");
    }
}
