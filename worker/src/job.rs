//! What the page may ask for.

use formats::{Format, Skeleton, Source, make, skeleton};
use readiness::catalogue::{LANGUAGES, Language};
use readiness::{Assessment, Catalogue, Date};

/// A file that was made.
pub struct Made {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Runs a job. Its first text says which one it is, its second in which language:
///
/// - `file`, a language, the name of a format, a day, an assessment file: makes that file of it;
/// - `skeleton`, a language, a name for the file, a day, the organisation, Markdown: makes the headings into a document.
///
/// # Errors
/// A message for the person.
pub fn run(job: &[String], progress: &mut dyn FnMut(usize, usize)) -> Result<Made, String> {
    let job: Vec<&str> = job.iter().map(String::as_str).collect();
    let language = job.get(1).and_then(|tag| Language::of(tag)).unwrap_or(&LANGUAGES[0]);
    let catalogue = Catalogue::of(language);
    match job[..] {
        ["file", _, format, today, assessment] => {
            let format = Format::from_name(format).ok_or_else(|| format!("there is no format '{format}'"))?;
            let assessment = Assessment::from_file(assessment, &catalogue).map_err(|error| error.to_string())?;
            let source = Source::new(&catalogue, &assessment, day(today)?);
            let bytes = make(format, &source, progress).map_err(|error| error.to_string())?;
            let name = format!("{}.{}", source.report.file_name(), format.ending());
            Ok(Made { name, media_type: format.media_type(), bytes })
        }
        ["skeleton", _, name, today, organisation, markdown] => {
            let about = Skeleton { organisation, markdown, today: day(today)? };
            let bytes = skeleton(&catalogue, &about).map_err(|error| error.to_string())?;
            Ok(Made { name: format!("{name}.docx"), media_type: Format::Docx.media_type(), bytes })
        }
        _ => Err(format!("there is no job '{}'", job.first().unwrap_or(&""))),
    }
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::run;
    use readiness::assessment::Assessment;
    use readiness::{Catalogue, Timestamp};

    fn job(texts: &[&str]) -> Result<super::Made, String> {
        run(&texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>(), &mut |_, _| {})
    }

    #[test]
    fn a_file_is_made_under_the_name_of_the_firm_and_the_day() {
        let catalogue = Catalogue::english();
        let mut assessment = Assessment::new("1", "", Timestamp::new("2026-11-01T00:00:00Z"));
        assessment.profile.organisation = "Brightloop Ltd".into();
        let made = job(&["file", "en", "soa-csv", "2026-11-24", &assessment.to_file(&catalogue)]).expect("made");
        assert_eq!(made.name, "brightloop-ltd-readiness-2026-11-24.soa.csv");
        assert!(made.bytes.starts_with(b"Control,"));
    }

    #[test]
    fn what_can_t_be_made_says_why() {
        assert!(
            job(&["file", "en", "wordstar", "2026-11-24", "{}"]).is_err_and(|message| message.contains("wordstar"))
        );
        assert!(job(&["file", "en", "html", "2026-11-24", "{}"]).is_err());
        assert!(job(&["file", "en", "html", "yesterday", "{}"]).is_err());
        assert!(job(&[]).is_err());
    }
}
