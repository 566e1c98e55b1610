//! The jobs of the program for reports: it makes them, opens them and checks them.

use crate::job::{Done, Progress, Task, failed, made, spoken, unknown, unlocked};
use formats::{Carried, ToCheck, UnpackError, usual};
use readiness::job::{Event, Handed, Job};
use readiness::review::Review;
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
            let carried = formats::carried(&bytes, catalogue).map_err(|error| match error {
                UnpackError::Office => Event::Office(error.told(catalogue)),
                error => failed(&error),
            })?;
            let event = match carried {
                Carried::Assessment(assessment) => Event::Opened(Handed::of(&assessment, catalogue)),
                Carried::Review(text) => {
                    Review::from_file(&text, catalogue).map_err(|error| failed(&error))?;
                    Event::Review(text)
                }
            };
            Ok((event, Vec::new()))
        }
        Job::Check { passphrase, .. } => {
            let bytes = unlocked(&task.bytes, passphrase, catalogue)?;
            let report = ToCheck::read(&bytes, catalogue).map_err(|error| failed(&error))?;
            let checked = report.check(&spoken(task, report.language())?, catalogue);
            let (verified, assessment) =
                (checked.verified.to_value().to_string(), Handed::of(&checked.assessment, catalogue));
            Ok((Event::Checked { verified, assessment }, Vec::new()))
        }
        Job::Fingerprints { .. } => {
            let files = formats::fingerprints(&task.bytes).map_err(|error| failed(&error))?;
            let files = files.into_iter().flatten().map(|file| (file.name, file.sha256)).collect();
            Ok((Event::Fingerprints(files), Vec::new()))
        }
        Job::Draft { .. } | Job::Redraft { .. } | Job::BringIn { .. } | Job::Requests { .. } => Err(unknown()),
    }
}

#[cfg(test)]
mod tests {
    use super::work;
    use crate::job::{Task, run, task};
    use formats::Format;
    use readiness::assessment::Assessment;
    use readiness::catalogue::{LANGUAGES, Language};
    use readiness::job::{Event, Handed, Job};
    use readiness::report::verify::{Answer, Verified};
    use readiness::{Catalogue, Date, Timestamp};

    fn done(job: Job, bytes: &[u8]) -> (Event, Vec<u8>) {
        // As it comes from the page.
        let job = Job::from_texts(&job.into_texts());
        run(work, &task(job, bytes), &mut |_, _| {})
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
        let handed = Handed::of(&assessment().0, &Catalogue::english());
        for format in [Format::Html, Format::Pdf, Format::Zip, Format::Json] {
            let (made, bytes) = done(making(format, ""), &[]);
            let (locked, locked_bytes) = done(making(format, "four words"), &[]);
            let name = |event| match event {
                Event::Made { name, .. } => name,
                event => panic!("{event:?}"),
            };
            assert_eq!(name(locked), format!("{}.age", name(made)));
            for bytes in [bytes, locked_bytes] {
                let Event::Opened(opened) = open("four words", &bytes) else { panic!("{}", format.name()) };
                assert_eq!(opened, handed, "{}", format.name());
                let job = Job::Check { language: &LANGUAGES[0], passphrase: "four words".into() };
                let Event::Checked { verified, assessment: checked } = done(job, &bytes).0 else { panic!("a check") };
                let verified = serde_json::from_str(&verified).expect("JSON");
                let verified = Verified::from_value(&verified).expect("what was found");
                assert_eq!(verified.answer, Answer::AsMade, "{verified:?}");
                assert_eq!(checked, handed);
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
        let task = Task { random: Box::new(|| None), ..task(Some(making(Format::Html, "four words")), &[]) };
        let (event, bytes) = run(work, &task, &mut |_, _| {});
        assert!(matches!(event, Event::Failed(message) if message.contains("random")));
        assert!(bytes.is_empty());
    }

    #[test]
    fn a_language_that_is_not_here_is_asked_for_the_one_of_the_page_and_then_the_one_of_the_report() {
        let [english, german] = [&LANGUAGES[0], &LANGUAGES[1]];
        let Job::Make { format, today, assessment, passphrase, .. } = making(Format::Html, "") else { unreachable!() };
        let (_, report) = done(Job::Make { language: german, format, today, assessment, passphrase }, &[]);
        let heard = |here: &'static [&'static str]| {
            let job = Job::Check { language: english, passphrase: String::new() };
            let speaks = Box::new(|it: &'static Language| here.contains(&it.code).then(|| Catalogue::of(it)));
            run(work, &Task { speaks, ..task(Some(job), &report) }, &mut |_, _| {}).0
        };
        assert_eq!(heard(&[]), Event::Lacks(english));
        assert_eq!(heard(&["en"]), Event::Lacks(german));
        let Event::Checked { verified, .. } = heard(&["en", "de"]) else { panic!("a check") };
        assert!(verified.contains("as-made"), "{verified}");
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
        let review = |mark: &str| {
            let remarks = format!("{{\"answers\": {{\"4.1-issues\": {{\"mark\": \"{mark}\"}}}}}}");
            let about = "\"id\": \"r\", \"about\": {\"id\": \"a\"}";
            format!("{{\"format\": \"stage-zero-review\", \"version\": 1, {about}, \"remarks\": {remarks}}}")
        };
        assert_eq!(open("", review("agree").as_bytes()), Event::Review(review("agree")));
        says(open("", review("perhaps").as_bytes()), "4.1-issues");
        let workbook = done(making(Format::Xlsx, ""), &[]).1;
        assert!(matches!(open("", &workbook), Event::Office(why) if why.contains("carry no assessment")));
        says(run(work, &task(None, &[]), &mut |_, _| {}).0, "no such job");
    }
}
