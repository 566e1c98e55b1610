//! What is heard of a job.

use super::Handed;
use crate::catalogue::Language;
use crate::draft::{Change, Redraft};

/// What is heard of a job. The first one is [`Event::Ready`], the last one any of those that end it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The program is there, and jobs may come.
    Ready,
    /// The program lacks the texts of a language: it takes the job again, with them.
    Lacks(&'static Language),
    /// So many of so many parts are done.
    Progress(u32, u32),
    /// It is done, and the file that was made lies beside.
    Made {
        /// Its name.
        name: String,
        /// Its media type (RFC 6838).
        media_type: String,
    },
    /// It is done: the assessment that a file carries.
    Opened(Handed),
    /// It is done: the text of the file is that of a review.
    Review(String),
    /// It is done: what a check found, as `verify::Verified` writes it, and the assessment.
    Checked {
        /// What was found.
        verified: String,
        /// The assessment.
        assessment: Handed,
    },
    /// It is done: the titles of the drafts that differ, and how each does.
    Redrafted(Vec<(String, Redraft)>),
    /// It is done: the names and the fingerprints of the files in an archive; none if it is no archive of files.
    Fingerprints(Vec<(String, String)>),
    /// It is done: what somebody has filled into a workbook.
    BroughtIn(Box<Filled>),
    /// It is done: a list of requests with what there is on each, its workbook beside.
    Answered(Box<Answered>),
    /// The file is a workbook or a document, which carries no assessment; this says so.
    Office(String),
    /// The file takes a passphrase.
    Locked {
        /// Whether one was given, and was the wrong one.
        wrong: bool,
    },
    /// It can't be done, and why, in whole words.
    Failed(String),
}

/// What somebody has filled into a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The assessment with what was filled in.
    pub theirs: Handed,
    /// The states to compare both with.
    pub ancestors: [Handed; 2],
    /// An auditor's notes as the text of a review; empty if there are none.
    pub review: String,
    /// The cells that can't be read, a sentence each.
    pub problems: Vec<String>,
    /// What else there is to say of the sheets.
    pub remarks: Vec<String>,
}

/// A list of requests with what there is on each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answered {
    /// A name for the files, without an ending.
    pub name: String,
    /// How many requests name nothing that is known.
    pub open: usize,
    /// It as CSV.
    pub csv: String,
    /// How many columns it has.
    pub columns: usize,
    /// Its headings and its cells, row by row.
    pub cells: Vec<String>,
}

impl Event {
    /// It as texts, for [`Event::from_texts`] of the same version.
    pub fn into_texts(self) -> Vec<String> {
        match self {
            Self::Ready => vec!["ready".to_owned()],
            Self::Lacks(language) => vec!["lacks".to_owned(), language.code.to_owned()],
            Self::Progress(done, of) => vec!["progress".to_owned(), done.to_string(), of.to_string()],
            Self::Made { name, media_type } => vec!["made".to_owned(), name, media_type],
            Self::Opened(assessment) => [vec!["opened".to_owned()], assessment.into_texts()].concat(),
            Self::Review(text) => vec!["review".to_owned(), text],
            Self::Checked { verified, assessment } => {
                [vec!["checked".to_owned(), verified], assessment.into_texts()].concat()
            }
            Self::Redrafted(drafts) => {
                let mut texts = vec!["redrafted".to_owned()];
                for (title, redraft) in drafts {
                    let changes = match redraft {
                        Redraft::New => vec![("new", title)],
                        Redraft::Gone => vec![("old", title)],
                        Redraft::Changed(changes) => {
                            let line = |change: Change| match change {
                                Change::Gone(line) => ("-", line),
                                Change::Came(line) => ("+", line),
                            };
                            [("same", title)].into_iter().chain(changes.into_iter().map(line)).collect()
                        }
                    };
                    texts.extend(changes.into_iter().flat_map(|(kind, text)| [kind.to_owned(), text]));
                }
                texts
            }
            Self::Fingerprints(files) => {
                let texts = files.into_iter().flat_map(|(name, sha256)| [name, sha256]);
                ["fingerprints".to_owned()].into_iter().chain(texts).collect()
            }
            Self::BroughtIn(filled) => {
                let Filled { theirs, ancestors: [one, other], review, problems, remarks } = *filled;
                let states = [theirs, one, other].map(Handed::into_texts).concat();
                let count = problems.len().to_string();
                [vec!["brought-in".to_owned()], states, vec![review, count], problems, remarks].concat()
            }
            Self::Answered(answered) => {
                let Answered { name, open, csv, columns, cells } = *answered;
                [vec!["answered".to_owned(), name, open.to_string(), csv, columns.to_string()], cells].concat()
            }
            Self::Office(why) => vec!["office".to_owned(), why],
            Self::Locked { wrong } => vec!["locked".to_owned(), wrong.to_string()],
            Self::Failed(why) => vec!["failed".to_owned(), why],
        }
    }

    /// The event of some texts; `None` if they are none.
    pub fn from_texts(texts: &[String]) -> Option<Self> {
        let (name, rest) = texts.split_first()?;
        Some(match (&**name, rest) {
            ("ready", []) => Self::Ready,
            ("lacks", [language]) => Self::Lacks(Language::of(language)?),
            ("progress", [done, of]) => Self::Progress(done.parse().ok()?, of.parse().ok()?),
            ("made", [name, media_type]) => Self::Made { name: name.clone(), media_type: media_type.clone() },
            ("opened", texts) => Self::Opened(Handed::from_texts(texts)?.0),
            ("review", [text]) => Self::Review(text.clone()),
            ("checked", [verified, texts @ ..]) => {
                Self::Checked { verified: verified.clone(), assessment: Handed::from_texts(texts)?.0 }
            }
            ("redrafted", texts) => {
                let mut drafts: Vec<(String, Redraft)> = Vec::new();
                for pair in texts.chunks_exact(2) {
                    let text = pair[1].clone();
                    match (&*pair[0], drafts.last_mut()) {
                        ("new", _) => drafts.push((text, Redraft::New)),
                        ("old", _) => drafts.push((text, Redraft::Gone)),
                        ("same", _) => drafts.push((text, Redraft::Changed(vec![]))),
                        ("-", Some((_, Redraft::Changed(changes)))) => changes.push(Change::Gone(text)),
                        ("+", Some((_, Redraft::Changed(changes)))) => changes.push(Change::Came(text)),
                        _ => return None,
                    }
                }
                Self::Redrafted(drafts)
            }
            ("fingerprints", files) => {
                let pairs = files.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone()));
                Self::Fingerprints(pairs.collect())
            }
            ("brought-in", texts) => {
                let (theirs, texts) = Handed::from_texts(texts)?;
                let (one, texts) = Handed::from_texts(texts)?;
                let (other, texts) = Handed::from_texts(texts)?;
                let [review, count, rest @ ..] = texts else { return None };
                let (problems, remarks) = rest.split_at_checked(count.parse().ok()?)?;
                Self::BroughtIn(Box::new(Filled {
                    theirs,
                    ancestors: [one, other],
                    review: review.clone(),
                    problems: problems.to_vec(),
                    remarks: remarks.to_vec(),
                }))
            }
            ("answered", [name, open, csv, columns, cells @ ..]) => Self::Answered(Box::new(Answered {
                name: name.clone(),
                open: open.parse().ok()?,
                csv: csv.clone(),
                columns: columns.parse().ok()?,
                cells: cells.to_vec(),
            })),
            ("office", [why]) => Self::Office(why.clone()),
            ("locked", [wrong]) => Self::Locked { wrong: wrong == "true" },
            ("failed", [why]) => Self::Failed(why.clone()),
            _ => return None,
        })
    }
}
