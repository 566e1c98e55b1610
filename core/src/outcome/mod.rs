//! The outcome: everything that is derived from an assessment, in one pass.

mod result;

pub use result::{METHOD, RESULT_FORMAT};

use crate::assessment::Assessment;
use crate::audit_time::{AuditTime, audit_time};
use crate::catalogue::Catalogue;
use crate::checks::{self, CONTRADICTIONS, Mismatch, POINTS};
use crate::date::Date;
use crate::findings::{self, Finding, Grade};
use crate::scoring::{Interval, Soa, Tally, soa_of};
use crate::standing::Standing;
use crate::target::Stage;
use crate::verdict::{Grounds, Judgement, judge};

/// One of something for each of the two stages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PerStage<T> {
    /// For stage 1.
    pub one: T,
    /// For stage 2.
    pub two: T,
}

impl<T> PerStage<T> {
    /// The one of a stage.
    pub fn get(&self, stage: Stage) -> &T {
        match stage {
            Stage::One => &self.one,
            Stage::Two => &self.two,
        }
    }

    /// The same for each stage, turned into something else.
    pub fn map<U>(self, mut turn: impl FnMut(T) -> U) -> PerStage<U> {
        PerStage { one: turn(self.one), two: turn(self.two) }
    }
}

/// Everything that is derived from an assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The day for which it was derived.
    pub today: Date,
    /// How many requirements are answered.
    pub answered: usize,
    /// How many there are.
    pub items: usize,
    /// Readiness overall.
    pub readiness: PerStage<Interval>,
    /// Readiness of each clause, in the order of [`Catalogue::clauses`].
    pub clauses: Vec<PerStage<Interval>>,
    /// Readiness of each sub-clause, in the order of [`Catalogue::subclauses`].
    pub subclauses: Vec<PerStage<Interval>>,
    /// The verdicts, and what stands between each and the next better one.
    pub judgement: PerStage<Judgement>,
    /// The state of the Statement of Applicability.
    pub soa: Soa,
    /// Likely findings, in the order of the standard.
    pub findings: Vec<Finding>,
    /// Contradictions, in the order of the standard.
    pub contradictions: Vec<Mismatch>,
    /// Points to check, in the order of the standard.
    pub points: Vec<Mismatch>,
    /// Gross auditor days; `None` while the number of people is unknown, or above the table.
    pub audit_time: Option<AuditTime>,
}

impl Outcome {
    /// Derives it.
    pub fn new(catalogue: &Catalogue, assessment: &Assessment, today: Date) -> Self {
        let standing = Standing::new(catalogue, assessment);
        let subclauses: Vec<_> = (0..catalogue.subclauses.len()).map(|index| tally(&standing, index)).collect();
        let clauses = catalogue.clauses.iter().map(|clause| sum(&subclauses[clause.subclauses.clone()]));
        let readiness = sum(&subclauses);

        let findings = findings::all(&standing, today);
        let contradictions = checks::all(&CONTRADICTIONS, &standing, today);
        let grounds = |readiness| Grounds {
            standing: &standing,
            readiness,
            findings: &findings,
            contradictions: &contradictions,
        };
        let judgement =
            PerStage { one: judge(Stage::One, grounds(readiness.one)), two: judge(Stage::Two, grounds(readiness.two)) };
        let interval = |tally: PerStage<Tally>| tally.map(|tally| tally.interval());
        Self {
            today,
            answered: standing.answered,
            items: catalogue.requirements.len(),
            readiness: interval(readiness),
            clauses: clauses.map(interval).collect(),
            subclauses: subclauses.iter().copied().map(interval).collect(),
            judgement,
            soa: soa_of(&standing),
            points: checks::all(&POINTS, &standing, today),
            audit_time: assessment.profile.people_for_audit().and_then(audit_time),
            findings,
            contradictions,
        }
    }

    /// The likely findings of a grade.
    pub fn graded(&self, grade: Grade) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.grade == grade)
    }
}

fn tally(standing: &Standing<'_>, subclause: usize) -> PerStage<Tally> {
    let mut tally = PerStage::<Tally>::default();
    for id in standing.catalogue.requirement_ids_in(standing.catalogue.subclauses[subclause].requirements.clone()) {
        let level = standing.level(id);
        tally.one.count(level, standing.target(id, Stage::One));
        tally.two.count(level, standing.target(id, Stage::Two));
    }
    tally
}

fn sum(parts: &[PerStage<Tally>]) -> PerStage<Tally> {
    parts.iter().fold(PerStage::default(), |mut sum, part| {
        sum.one += part.one;
        sum.two += part.two;
        sum
    })
}
