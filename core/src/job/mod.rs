//! What a page asks of the program that works beside it, and what it hears of it. Both are lists of texts on their way
//! from one program to the other, with the bytes of a file beside them. The program has no language inside: it says which
//! one it lacks, and gets its texts with the job.

mod event;
mod handed;

pub use event::{Answered, Event, Filled};
pub use handed::Handed;

use crate::catalogue::Language;
use crate::date::Date;
use crate::draft::DraftFormat;
use crate::format::{Format, Program};

/// Something that takes a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Job {
    /// Makes a file.
    Make {
        /// The language that it speaks.
        language: &'static Language,
        /// Which file.
        format: Format,
        /// The day that it is made for.
        today: Date,
        /// The assessment, as the text of an assessment file.
        assessment: String,
        /// What to lock it with; empty if it stays open.
        passphrase: String,
    },
    /// Makes a first version of a document, or of all of them in one file.
    Draft {
        /// The language of the document.
        language: &'static Language,
        /// What it is made as.
        format: DraftFormat,
        /// The day that it is made for.
        today: Date,
        /// The id of the draft; empty for all of them.
        document: String,
        /// The assessment, as the text of an assessment file.
        assessment: String,
    },
    /// Tells what changed in the drafts since an earlier state of the assessment.
    Redraft {
        /// The language of the drafts.
        language: &'static Language,
        /// The day that they are made for.
        today: Date,
        /// The earlier state, as the text of an assessment file.
        before: String,
        /// The assessment, as the text of an assessment file.
        assessment: String,
    },
    /// Takes what a file carries out of it. The file lies beside the job.
    Open {
        /// The language of messages.
        language: &'static Language,
        /// What the file may be locked with; empty if that is not known.
        passphrase: String,
    },
    /// Checks a file, which lies beside the job.
    Check {
        /// The language of messages.
        language: &'static Language,
        /// What the file may be locked with; empty if that is not known.
        passphrase: String,
    },
    /// Takes the fingerprints of the files in an archive, which lies beside the job.
    Fingerprints {
        /// The language of messages.
        language: &'static Language,
    },
    /// Reads what somebody has filled into a workbook, which lies beside the job.
    BringIn {
        /// The language of messages.
        language: &'static Language,
        /// What the file may be locked with; empty if that is not known.
        passphrase: String,
        /// The assessment as it is here, as the text of its file.
        assessment: String,
    },
    /// Answers an auditor's list of requests, which lies beside the job.
    Requests {
        /// The language of the answers.
        language: &'static Language,
        /// What the file may be locked with; empty if that is not known.
        passphrase: String,
        /// The day that it is answered for.
        today: Date,
        /// The assessment, as the text of its file.
        assessment: String,
    },
}

impl Job {
    /// The language in which whoever asks is told what came of it.
    pub fn language(&self) -> &'static Language {
        match self {
            Self::Make { language, .. }
            | Self::Draft { language, .. }
            | Self::Redraft { language, .. }
            | Self::Open { language, .. }
            | Self::Check { language, .. }
            | Self::BringIn { language, .. }
            | Self::Requests { language, .. }
            | Self::Fingerprints { language } => language,
        }
    }

    /// The program that does it.
    pub fn program(&self) -> Program {
        match self {
            Self::Make { format, .. } => format.program(),
            Self::Draft { .. } | Self::Redraft { .. } | Self::BringIn { .. } | Self::Requests { .. } => Program::Rare,
            Self::Open { .. } | Self::Check { .. } | Self::Fingerprints { .. } => Program::Worker,
        }
    }

    /// It as texts, for [`Job::from_texts`] of the same version.
    pub fn into_texts(self) -> Vec<String> {
        let day = |day: Date| day.to_string();
        let (name, language, rest) = match self {
            Self::Make { language, format, today, assessment, passphrase } => {
                ("make", language, vec![format.name().to_owned(), day(today), assessment, passphrase])
            }
            Self::Draft { language, format, today, document, assessment } => {
                ("draft", language, vec![format.name().to_owned(), day(today), document, assessment])
            }
            Self::Redraft { language, today, before, assessment } => {
                ("redraft", language, vec![day(today), before, assessment])
            }
            Self::Open { language, passphrase } => ("open", language, vec![passphrase]),
            Self::Check { language, passphrase } => ("check", language, vec![passphrase]),
            Self::Fingerprints { language } => ("fingerprints", language, vec![]),
            Self::BringIn { language, passphrase, assessment } => ("bring-in", language, vec![passphrase, assessment]),
            Self::Requests { language, passphrase, today, assessment } => {
                ("requests", language, vec![passphrase, day(today), assessment])
            }
        };
        [vec![name.to_owned(), language.code.to_owned()], rest].concat()
    }

    /// The job of some texts; `None` if they are none.
    pub fn from_texts(texts: &[String]) -> Option<Self> {
        let (head, rest) = texts.split_at_checked(2)?;
        let language = Language::of(&head[1])?;
        Some(match (&*head[0], rest) {
            ("make", [format, today, assessment, passphrase]) => Self::Make {
                language,
                format: Format::from_name(format)?,
                today: Date::parse(today).ok()?,
                assessment: assessment.clone(),
                passphrase: passphrase.clone(),
            },
            ("draft", [format, today, document, assessment]) => Self::Draft {
                language,
                format: DraftFormat::from_name(format)?,
                today: Date::parse(today).ok()?,
                document: document.clone(),
                assessment: assessment.clone(),
            },
            ("redraft", [today, before, assessment]) => Self::Redraft {
                language,
                today: Date::parse(today).ok()?,
                before: before.clone(),
                assessment: assessment.clone(),
            },
            ("open", [passphrase]) => Self::Open { language, passphrase: passphrase.clone() },
            ("check", [passphrase]) => Self::Check { language, passphrase: passphrase.clone() },
            ("fingerprints", []) => Self::Fingerprints { language },
            ("bring-in", [passphrase, assessment]) => {
                Self::BringIn { language, passphrase: passphrase.clone(), assessment: assessment.clone() }
            }
            ("requests", [passphrase, today, assessment]) => Self::Requests {
                language,
                passphrase: passphrase.clone(),
                today: Date::parse(today).ok()?,
                assessment: assessment.clone(),
            },
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Answered, Event, Filled, Handed, Job};
    use crate::catalogue::LANGUAGES;
    use crate::draft::{Change, DraftFormat, Redraft};
    use crate::format::Format;
    use crate::{Assessment, Catalogue, Date, Timestamp};

    #[test]
    fn a_job_and_what_is_heard_of_it_come_out_as_they_went_in() {
        let (language, today) = (&LANGUAGES[0], Date::parse("2026-11-24").expect("a day"));
        let text = || "{}".to_owned();
        let jobs = [
            Job::Make { language, format: Format::SoaCsv, today, assessment: text(), passphrase: String::new() },
            Job::Draft { language, format: DraftFormat::Docx, today, document: text(), assessment: text() },
            Job::Redraft { language, today, before: text(), assessment: text() },
            Job::Open { language, passphrase: text() },
            Job::Check { language, passphrase: String::new() },
            Job::Fingerprints { language },
            Job::BringIn { language, passphrase: text(), assessment: text() },
            Job::Requests { language, passphrase: String::new(), today, assessment: text() },
        ];
        for job in jobs {
            assert_eq!(Job::from_texts(&job.clone().into_texts()), Some(job));
        }
        let handed = || {
            let assessment = Assessment::new("1".parse().expect("an id"), "", Timestamp::new("2026-11-01T00:00:00Z"));
            Handed::of(&assessment, &Catalogue::english())
        };
        let events = [
            Event::Ready,
            Event::Lacks(&LANGUAGES[1]),
            Event::Progress(1, 12),
            Event::Made { name: text(), media_type: text() },
            Event::Opened(handed()),
            Event::Review(text()),
            Event::Checked { verified: text(), assessment: handed() },
            Event::Redrafted(vec![
                (text(), Redraft::New),
                (text(), Redraft::Changed(vec![Change::Gone(text()), Change::Came(String::new())])),
                (text(), Redraft::Gone),
            ]),
            Event::Fingerprints(vec![(text(), text()), (String::new(), text())]),
            Event::BroughtIn(Box::new(Filled {
                theirs: handed(),
                ancestors: [handed(), handed()],
                review: text(),
                problems: vec!["one".to_owned()],
                remarks: vec!["two".to_owned(), String::new()],
            })),
            Event::Answered(Box::new(Answered { open: 2, columns: 1, cells: vec![text()], ..Answered::default() })),
            Event::Office(text()),
            Event::Locked { wrong: true },
            Event::Locked { wrong: false },
            Event::Failed(text()),
        ];
        for event in events {
            assert_eq!(Event::from_texts(&event.clone().into_texts()), Some(event));
        }
        assert_eq!(Job::from_texts(&[]), None);
        assert_eq!(Job::from_texts(&["make", "en", "wordstar", "2026-11-24", "", ""].map(str::to_owned)), None);
        assert_eq!(Event::from_texts(&["neither".to_owned()]), None);
    }
}
