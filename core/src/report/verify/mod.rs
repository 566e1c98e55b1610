//! Checking a report: the file is made again from the assessment that it carries, with this very core, and compared byte
//! by byte. Whoever receives a report need not trust the machine that made it.
//!
//! Making the file again is for who can make files of its kind. Here is what the answers are, whether a result follows
//! from its assessment, and what of a page's text can be named where it is not the one that was made.

mod carried;
mod printed;
mod values;

pub use printed::hints;

use super::{Opened, Report, VERSION};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Word};
use crate::date::Date;
use crate::extract::Portions;
use crate::file;
use crate::format::Format;
use crate::outcome::Outcome;
use serde_json::Value;

/// How many differences are listed. Whoever has read so many knows that it is another file.
pub const MOST_LISTED: usize = 1_000;

/// What a check found. Why a file can't be read at all is an error, and no answer of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Every byte is what this version writes for the assessment in the file.
    AsMade,
    /// It begins with exactly those bytes and goes on, or holds further files.
    Added,
    /// An assessment can be read, and the file is not what this version writes for it.
    Carries,
    /// What it says about itself does not follow from its own assessment.
    Contradicts,
}

impl Answer {
    /// All answers.
    pub const ALL: [Self; 4] = [Self::AsMade, Self::Added, Self::Carries, Self::Contradicts];

    /// The exit code of the command line. 2 is that of a file that can't be read.
    pub fn code(self) -> u8 {
        match self {
            Self::AsMade => 0,
            Self::Contradicts => 1,
            Self::Added => 3,
            Self::Carries => 4,
        }
    }

    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::AsMade => "as-made",
            Self::Added => "added",
            Self::Carries => "carries",
            Self::Contradicts => "contradicts",
        }
    }
}

/// One thing that a file says and that its own assessment does not yield.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where: a path in the result, a heading and a row of the page, or a file.
    pub place: String,
    /// Whether the page prints it; else it is in the data that the file carries.
    pub printed: bool,
    /// What the file says; empty if it leaves out what belongs there.
    pub says: String,
    /// What its assessment yields; empty if nothing belongs there.
    pub yields: String,
}

/// What a check found, and about what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The answer.
    pub answer: Answer,
    /// Which file of ours was compared; `None` for an assessment file, which prints nothing.
    pub format: Option<Format>,
    /// The language that it speaks, as a tag.
    pub language: String,
    /// The day for which it was made; `None` where it does not say.
    pub today: Option<Date>,
    /// The version that made it, where it names another one than this.
    pub other_version: Option<String>,
    /// The organisation that it is about.
    pub organisation: String,
    /// What it leaves out, if it is an extract.
    pub left_out: Portions,
    /// The digest of the assessment that it carries.
    pub digest: String,
    /// What was added to it, in words.
    pub added: Vec<String>,
    /// What differs, as far as it could be found: with [`Answer::Carries`] no more than hints.
    pub differences: Vec<Difference>,
}

/// What the answers in a file yield, whatever it shows: for each stage its verdict and the readiness behind it, as far as an
/// extract bears them.
pub fn yields(catalogue: &Catalogue, assessment: &Assessment, today: Date) -> Vec<(Word, String)> {
    let left_out = assessment.left_out();
    if !left_out.supports_readiness() {
        return Vec::new();
    }
    let Outcome { judgement, readiness, .. } = Outcome::new(catalogue, assessment, today);
    let stages = [(Word::StageOne, judgement.one, readiness.one), (Word::StageTwo, judgement.two, readiness.two)];
    let said = stages.map(|(name, judgement, interval)| {
        let verdict = left_out.supports_findings().then(|| judgement.verdict.label(catalogue).to_owned());
        let said: Vec<_> = verdict.into_iter().chain([crate::figures::interval(catalogue, interval)]).collect();
        (name, said.join(", "))
    });
    said.into()
}

/// What the result in a file says otherwise than its own assessment yields, and whether the file contradicts itself
/// thereby: of what another version made, only the digest has to follow, since that version may have counted otherwise.
pub fn compare_result(opened: &Opened, report: &Report<'_>) -> (bool, Vec<Difference>) {
    let Some(said) = &opened.result else { return (false, Vec::new()) };
    let mut differences = Vec::new();
    values::compare("", Some(said), Some(&report.carried_result()), &mut differences);
    let ours = opened.made_by.as_deref() == Some(VERSION);
    if ours {
        return (!differences.is_empty(), differences);
    }
    differences.retain(|it| !["made_by", "language", "sum"].contains(&&*it.place));
    let digest = &said["digest"];
    let follows = *digest == *report.digest || *digest == file::digest(&opened.carried);
    (!follows, differences)
}

/// What stands in a JSON report beside its assessment and is not what belongs there.
pub fn compare_rest(rest: &Value, report: &Report<'_>) -> Vec<Difference> {
    let mut expected = report.to_value();
    expected["assessment"].take();
    let mut differences = Vec::new();
    values::compare("", Some(rest), Some(&expected), &mut differences);
    differences
}
