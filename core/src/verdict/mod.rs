//! Verdicts: whether to book an audit, for each of its two stages, and what stands between it and the next better one.

mod obstacle;
mod stage_one;
mod stage_two;

pub use obstacle::{Obstacle, Share};

use crate::catalogue::{Catalogue, Word};
use crate::checks::Mismatch;
use crate::findings::{Finding, Grade, Rule};
use crate::scoring::Tally;
use crate::standing::Standing;
use crate::target::Stage;

/// How a stage would likely go; the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Too little is answered to say.
    Open,
    /// Something stands in the way.
    NotReady,
    /// Something is left to do that a stage can live with.
    Nearly,
    /// These rules find nothing in the way.
    Ready,
}

impl Verdict {
    /// Its name in the method and in files, such as `not_ready`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::NotReady => "not_ready",
            Self::Nearly => "nearly",
            Self::Ready => "ready",
        }
    }

    /// What a person reads, such as 'Nearly ready'.
    pub fn label(self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(match self {
            Self::Open => Word::VerdictOpen,
            Self::NotReady => Word::VerdictNotReady,
            Self::Nearly => Word::VerdictNearly,
            Self::Ready => Word::VerdictReady,
        })
    }
}

/// A verdict and the shortest list of what stands between it and the next better one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// What has to be done for a better one: all of it, and no more. Empty only for [`Verdict::Ready`].
    pub between: Vec<Obstacle>,
}

/// What a verdict is derived from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grounds<'a> {
    pub standing: &'a Standing<'a>,
    /// Readiness for the stage that is judged.
    pub readiness: Tally,
    pub findings: &'a [Finding],
    pub contradictions: &'a [Mismatch],
}

impl<'a> Grounds<'a> {
    /// The findings of a rule and a grade.
    fn found(self, rule: &'static Rule, grade: Grade) -> impl Iterator<Item = &'a Finding> {
        self.findings.iter().filter(move |finding| finding.rule == rule && finding.grade == grade)
    }
}

/// Judges a stage; the rows of the method are tried from the top.
pub(crate) fn judge(stage: Stage, grounds: Grounds<'_>) -> Judgement {
    let row = match stage {
        Stage::One => stage_one::row,
        Stage::Two => stage_two::row,
    };
    for verdict in [Verdict::Open, Verdict::NotReady, Verdict::Nearly] {
        let between = row(grounds, verdict);
        if !between.is_empty() {
            return Judgement { verdict, between };
        }
    }
    Judgement { verdict: Verdict::Ready, between: Vec::new() }
}
