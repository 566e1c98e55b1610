//! What files are made of.

use readiness::{Assessment, Catalogue, Date, Outcome, Plan, Report};

/// An assessment with everything that was derived from it, once for all files.
#[derive(Debug)]
pub struct Source<'a> {
    /// The catalogue, in the language of the files.
    pub catalogue: &'a Catalogue,
    /// The assessment, or the part of it that leaves.
    pub assessment: &'a Assessment,
    /// What it yields.
    pub outcome: Outcome,
    /// What a report says about it.
    pub report: Report<'a>,
    /// What is to be done; `None` where an extract does not bear it: what it leaves out would seem to be still to do.
    pub plan: Option<Plan>,
}

impl<'a> Source<'a> {
    /// Derives everything for a day.
    pub fn new(catalogue: &'a Catalogue, assessment: &'a Assessment, today: Date) -> Self {
        let outcome = Outcome::new(catalogue, assessment, today);
        let report = Report::new(catalogue, assessment, &outcome);
        let plan = report.left_out.supports_findings().then(|| Plan::of(catalogue, assessment, &outcome));
        Self { catalogue, assessment, outcome, report, plan }
    }
}
