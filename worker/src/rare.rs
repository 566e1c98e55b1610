//! The jobs of the program for what only few want.

use crate::job::{Done, Progress, Task, failed, made, unknown};
use formats::{DraftFormat, Format, drafts};
use readiness::draft;
use readiness::job::{Event, Job};
use readiness::{Assessment, Catalogue, Date};

/// Does one of them.
pub fn work(job: &Job, task: &Task, catalogue: &Catalogue, progress: Progress<'_>) -> Result<Done, Event> {
    match job {
        Job::Make { format, today, assessment, passphrase, .. } => {
            made(formats::rare, (*format, *today), (assessment, passphrase), task, catalogue, progress)
        }
        Job::Draft { format, today, document, assessment, .. } => {
            let assessment = Assessment::from_file(assessment, catalogue).map_err(|error| failed(&error, catalogue))?;
            drafted(catalogue, &assessment, document, (*format, *today), progress)
        }
        Job::Redraft { today, before, assessment, .. } => {
            let drafts = |file: &str| {
                let assessment = Assessment::from_file(file, catalogue).map_err(|error| failed(&error, catalogue))?;
                Ok(draft::all(catalogue, &assessment, *today))
            };
            let (before, after) = (drafts(before)?, drafts(assessment)?);
            let told = draft::compare(catalogue, &before, &after).into_iter();
            Ok((Event::Redrafted(told.map(|(draft, redraft)| (draft.title.clone(), redraft)).collect()), Vec::new()))
        }
        _ => Err(unknown()),
    }
}

/// The draft of a document; all drafts in one file where none is named.
fn drafted(
    catalogue: &Catalogue,
    assessment: &Assessment,
    document: &str,
    (format, today): (DraftFormat, Date),
    progress: Progress<'_>,
) -> Result<Done, Event> {
    let wrong = |error: formats::Error| failed(&error, catalogue);
    if document.is_empty() {
        let bytes =
            drafts(catalogue, &draft::all(catalogue, assessment, today), format, today, progress).map_err(wrong)?;
        let name = format!("{}.zip", draft::file_name(assessment, today));
        return Ok((Event::Made { name, media_type: Format::Zip.media_type().to_owned() }, bytes));
    }
    let draft = draft::of(catalogue, assessment, document, today).ok_or_else(unknown)?;
    let bytes = formats::draft(catalogue, &draft, format).map_err(wrong)?;
    let name = format!("{}.{}", draft.file_name(), format.name());
    Ok((Event::Made { name, media_type: format.media_type().to_owned() }, bytes))
}

#[cfg(test)]
mod tests {
    use crate::job::{run, task};
    use formats::{DraftFormat, Format};
    use readiness::assessment::Assessment;
    use readiness::catalogue::LANGUAGES;
    use readiness::format::Program;
    use readiness::job::{Event, Job};
    use readiness::{Catalogue, Date, Timestamp};

    #[test]
    fn a_draft_is_made_by_itself_or_with_all_others_in_one_file() {
        let catalogue = Catalogue::english();
        let mut assessment = Assessment::new("1".parse().expect("an id"), "", Timestamp::new("2026-11-01T00:00:00Z"));
        assessment.profile.organisation = "Brightloop Ltd".into();
        let today = Date::parse("2026-11-24").expect("a day");
        let made = |document: &str, format| {
            let (document, assessment) = (document.to_owned(), assessment.to_file(&catalogue));
            let job = Job::Draft { language: &LANGUAGES[0], format, today, document, assessment };
            assert_eq!(job.program(), Program::Rare);
            let job = Job::from_texts(&job.into_texts());
            run(super::work, &task(job, &[]), &mut |_, _| {})
        };
        let (event, bytes) = made("doc-scope", DraftFormat::Markdown);
        assert_eq!(event, Event::Made { name: "scope.md".to_owned(), media_type: "text/markdown".to_owned() });
        assert!(bytes.starts_with(b"# ISMS scope\n\nBrightloop Ltd\n"));
        let (event, bytes) = made("", DraftFormat::Docx);
        assert!(matches!(event, Event::Made { name, .. } if name == "brightloop-ltd-drafts-2026-11-24.zip"));
        assert!(bytes.starts_with(b"PK"));
        assert!(matches!(made("doc-nothing", DraftFormat::Docx).0, Event::Failed(_)));
    }

    #[test]
    fn what_changed_in_drafts_is_told_draft_by_draft() {
        let catalogue = Catalogue::english();
        let mut assessment = Assessment::new("1".parse().expect("an id"), "", Timestamp::new("2026-11-01T00:00:00Z"));
        let before = assessment.to_file(&catalogue);
        assessment.profile.people = Some(7);
        let told = |before: &str, after: String| {
            let today = Date::parse("2026-11-24").expect("a day");
            let job = Job::Redraft { language: &LANGUAGES[0], today, before: before.to_owned(), assessment: after };
            assert_eq!(job.program(), Program::Rare);
            let job = Job::from_texts(&job.into_texts());
            run(super::work, &Task { job, bytes: vec![], random: Box::new(|| None) }, &mut |_, _| {}).0
        };
        let Event::Redrafted(drafts) = told(&before, assessment.to_file(&catalogue)) else { panic!("it is told") };
        let titles: Vec<_> = drafts.iter().map(|(title, _)| title.as_str()).collect();
        assert_eq!(titles, ["ISMS scope"], "{drafts:?}");
        assert_eq!(told(&before, before.clone()), Event::Redrafted(vec![]));
        assert!(matches!(told("{}", before.clone()), Event::Failed(_)));
    }

    #[test]
    fn each_file_is_made_by_the_program_that_its_row_names_and_by_no_other() {
        let assessment = Assessment::new("1".parse().expect("an id"), "", Timestamp::new("2026-11-01T00:00:00Z"));
        let assessment = assessment.to_file(&Catalogue::english());
        let today = Date::parse("2026-11-24").expect("a day");
        for format in Format::ALL {
            let (assessment, passphrase) = (assessment.clone(), String::new());
            let job = Job::Make { language: &LANGUAGES[0], format, today, assessment, passphrase };
            let program = job.program();
            let task = task(Some(job), &[]);
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
