//! The jobs of the program for what only few want.

use crate::job::{Done, Progress, Task, made, unknown};
use readiness::Catalogue;
use readiness::job::{Event, Job};

/// Does one of them.
pub fn work(job: &Job, task: &Task, catalogue: &Catalogue, progress: Progress<'_>) -> Result<Done, Event> {
    match job {
        Job::Make { format, today, assessment, passphrase, .. } => {
            made(formats::rare, (*format, *today), (assessment, passphrase), task, catalogue, progress)
        }
        _ => Err(unknown()),
    }
}

#[cfg(test)]
mod tests {
    use crate::job::{Task, run};
    use formats::Format;
    use readiness::assessment::Assessment;
    use readiness::catalogue::LANGUAGES;
    use readiness::job::{Event, Job, Program};
    use readiness::{Catalogue, Date, Timestamp};

    #[test]
    fn each_file_is_made_by_the_program_that_its_row_names_and_by_no_other() {
        let assessment = Assessment::new("1".parse().expect("an id"), "", Timestamp::new("2026-11-01T00:00:00Z"));
        let assessment = assessment.to_file(&Catalogue::english());
        let today = Date::parse("2026-11-24").expect("a day");
        for format in Format::ALL {
            let (assessment, passphrase) = (assessment.clone(), String::new());
            let job = Job::Make { language: &LANGUAGES[0], format, today, assessment, passphrase };
            let program = job.program();
            let task = Task { job: Some(job), bytes: vec![], random: Box::new(|| None) };
            for (other, work) in
                [(Program::Worker, crate::reports::work as crate::job::Work), (Program::Rare, super::work)]
            {
                let (event, bytes) = run(work, &task, &mut |_, _| {});
                assert_eq!(matches!(event, Event::Made { .. }), program == other, "{}: {event:?}", format.name());
                assert_eq!(bytes.is_empty(), program != other, "{}", format.name());
            }
        }
    }
}
