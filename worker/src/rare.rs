//! The jobs of the program for what only few want.

use crate::job::{Done, Progress, Task, failed, made, unknown, unlocked};
use formats::{DraftFormat, Format, Source, drafts};
use readiness::job::{Answered, Event, Filled, Handed, Job};
use readiness::{Assessment, Catalogue, Date, Told};
use readiness::{draft, report};

/// Does one of them.
pub fn work(job: &Job, task: &Task, catalogue: &Catalogue, progress: Progress<'_>) -> Result<Done, Event> {
    match job {
        Job::Make { format, today, assessment, passphrase, .. } => {
            made(formats::rare, (*format, *today), (assessment, passphrase), task, catalogue, progress)
        }
        Job::Draft { format, today, document, assessment, .. } => {
            let assessment = read(assessment, catalogue)?;
            drafted(catalogue, &assessment, document, (*format, *today), progress)
        }
        Job::Redraft { today, before, assessment, .. } => {
            let drafts = |file: &str| {
                let assessment = read(file, catalogue)?;
                Ok(draft::all(catalogue, &assessment, *today))
            };
            let (before, after) = (drafts(before)?, drafts(assessment)?);
            let told = draft::compare(catalogue, &before, &after).into_iter();
            Ok((Event::Redrafted(told.map(|(draft, redraft)| (draft.title.clone(), redraft)).collect()), Vec::new()))
        }
        Job::BringIn { passphrase, assessment, .. } => {
            let bytes = unlocked(&task.bytes, passphrase, catalogue)?;
            brought_in(&bytes, &read(assessment, catalogue)?, catalogue)
        }
        Job::Requests { passphrase, today, assessment, .. } => {
            let bytes = unlocked(&task.bytes, passphrase, catalogue)?;
            let assessment = read(assessment, catalogue)?;
            answered(&bytes, &Source::new(catalogue, &assessment, *today))
        }
        Job::Open { .. } | Job::Check { .. } | Job::Fingerprints { .. } => Err(unknown()),
    }
}

fn read(assessment: &str, catalogue: &Catalogue) -> Result<Assessment, Event> {
    Assessment::from_file(assessment, catalogue).map_err(|error| failed(&error, catalogue))
}

/// What somebody has filled into a workbook.
fn brought_in(bytes: &[u8], ours: &Assessment, catalogue: &Catalogue) -> Result<Done, Event> {
    let returned = formats::returned(bytes, ours).map_err(|error| failed(&error, catalogue))?;
    let filled = Filled {
        theirs: Handed::of(&returned.theirs, catalogue),
        ancestors: returned.ancestors.map(|state| Handed::of(&state, catalogue)),
        review: returned.review.map_or_else(String::new, |review| review.to_file(catalogue)),
        problems: returned.problems.iter().map(|it| it.told(catalogue)).collect(),
        remarks: returned.remarks.iter().map(|it| it.told(catalogue)).collect(),
    };
    Ok((Event::BroughtIn(filled.into()), Vec::new()))
}

/// A list of requests with what there is on each.
fn answered(bytes: &[u8], source: &Source<'_>) -> Result<Done, Event> {
    let catalogue = source.catalogue;
    let requests = formats::requests(bytes, source).map_err(|error| failed(&error, catalogue))?;
    let table = requests.answers.table;
    let headings = table.columns.iter().map(|column| column.heading.clone());
    let cells = table.rows.iter().flatten().map(|cell| cell.plain(catalogue, "\n"));
    let answered = Answered {
        name: report::file_name_of(&source.assessment.profile.organisation, "requests", source.report.today),
        open: requests.answers.open,
        csv: requests.csv,
        columns: table.columns.len(),
        cells: headings.chain(cells).collect(),
    };
    Ok((Event::Answered(answered.into()), requests.xlsx))
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
    use readiness::job::{Event, Handed, Job};
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
            run(super::work, &task(job, &[]), &mut |_, _| {}).0
        };
        let Event::Redrafted(drafts) = told(&before, assessment.to_file(&catalogue)) else { panic!("it is told") };
        let titles: Vec<_> = drafts.iter().map(|(title, _)| title.as_str()).collect();
        assert_eq!(titles, ["ISMS scope"], "{drafts:?}");
        assert_eq!(told(&before, before.clone()), Event::Redrafted(vec![]));
        assert!(matches!(told("{}", before.clone()), Event::Failed(_)));
    }

    #[test]
    fn a_workbook_and_a_list_are_read_locked_or_not_and_what_is_neither_says_so() {
        let catalogue = Catalogue::english();
        let assessment = Assessment::new("1".parse().expect("an id"), "", Timestamp::new("2026-11-01T00:00:00Z"));
        let today = Date::parse("2026-11-24").expect("a day");
        let source = formats::Source::new(&catalogue, &assessment, today);
        let workbook = formats::make(Format::Xlsx, &source, &mut |_, _| {}).expect("a workbook");
        let (file, handed) = (assessment.to_file(&catalogue), Handed::of(&assessment, &catalogue));
        let heard = |job: Job, bytes: &[u8]| {
            assert_eq!(job.program(), Program::Rare);
            let job = Job::from_texts(&job.into_texts());
            run(super::work, &task(job, bytes), &mut |_, _| {})
        };
        let (language, words) = (&LANGUAGES[0], "four words");
        let brings_in =
            |passphrase: &str| Job::BringIn { language, passphrase: passphrase.into(), assessment: file.clone() };
        let locked = formats::age::lock(&workbook, words, [7; _]);
        for (bytes, passphrase) in [(&workbook, ""), (&locked, words)] {
            let (Event::BroughtIn(filled), _) = heard(brings_in(passphrase), bytes) else { panic!("a workbook") };
            assert_eq!((&filled.theirs, &filled.ancestors), (&handed, &[handed.clone(), handed.clone()]));
            assert_eq!((&*filled.review, filled.problems.len(), filled.remarks.len()), ("", 0, 0));
        }
        assert_eq!(heard(brings_in(""), &locked).0, Event::Locked { wrong: false });
        assert!(matches!(heard(brings_in(""), b"x").0, Event::Failed(why) if why.contains("no workbook")));
        let asks = || Job::Requests { language, passphrase: String::new(), today, assessment: file.clone() };
        let (Event::Answered(answered), xlsx) = heard(asks(), b"Request,Due\nA.5.1,\nA cat,\n") else {
            panic!("a list")
        };
        assert_eq!((&*answered.name, answered.open, answered.cells.len()), ("stage-zero-requests-2026-11-24", 1, 21));
        assert!(answered.cells[..2] == ["Request", "Due"] && answered.csv.starts_with("Request,Due,"));
        assert!(xlsx.starts_with(b"PK"));
        assert!(matches!(heard(asks(), b"no list").0, Event::Failed(why) if why.contains("no headings")));
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
