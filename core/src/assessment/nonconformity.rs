//! The register of nonconformities: what somebody found, and what was done about it.

use super::field::{Leave, Next, record, said};
use super::value::choice;
use super::{Part, Portion};
use crate::catalogue::{NonconformityId, Word};
use crate::date::Date;

choice! {
    /// Where a nonconformity was found.
    FoundIn {
        /// In an internal audit.
        InternalAudit = "internal_audit", SourceInternalAudit;
        /// In a management review.
        ManagementReview = "management_review", SourceManagementReview;
        /// In stage 1 of the certification audit.
        StageOne = "stage1", SourceStageOne;
        /// In stage 2.
        StageTwo = "stage2", SourceStageTwo;
        /// In a surveillance audit or a recertification.
        Surveillance = "surveillance", SourceSurveillance;
        /// By an incident.
        Incident = "incident", SourceIncident;
        /// By somebody in the firm.
        Own = "own", SourceOwn;
    }
}

choice! {
    /// How whoever found it graded it; the gravest first.
    Graded {
        /// A major nonconformity.
        Major = "major", GradedMajor;
        /// A minor nonconformity.
        Minor = "minor", GradedMinor;
        /// An opportunity for improvement.
        Opportunity = "opportunity", GradedOpportunity;
    }
}

record! {
    /// One nonconformity, or an opportunity for improvement.
    Nonconformity from 0, edited by NonconformityEdit: nonconformity(id: NonconformityId) of (Part::Nonconformity(id)) {
        /// What was found, as whoever found it put it.
        finding: String = said(Word::RegisterFinding, Leave::WithRecord, Next::Stays).always();
        /// Where it was found.
        source: Option<FoundIn> = said(Word::RegisterSource, Leave::WithRecord, Next::Stays);
        /// How it was graded.
        grade: Option<Graded> = said(Word::RegisterGrade, Leave::WithRecord, Next::Stays);
        /// What it is about: a sub-clause, a requirement, a control or a document, such as `9.2.2` or `A.8.13`.
        about: String = said(Word::RegisterAbout, Leave::WithRecord, Next::Stays);
        /// The audit or report that it comes from, such as `IA1`, or its number there.
        reference: String = said(Word::RegisterReference, Leave::WithRecord, Next::Stays);
        /// The day on which it was found.
        found: Option<Date> = said(Word::RegisterFound, Leave::WithRecord, Next::Stays);
        /// Who found it.
        found_by: String = said(Word::RegisterFoundBy, Leave::Withhold(Portion::Owners), Next::Stays);
        /// What put this one case right.
        correction: String = said(Word::RegisterCorrection, Leave::WithRecord, Next::Stays);
        /// Why it came about.
        cause: String = said(Word::RegisterCause, Leave::WithRecord, Next::Stays);
        /// What keeps it from coming back.
        action: String = said(Word::RegisterAction, Leave::WithRecord, Next::Stays);
        /// Who sees to it.
        owner: String = said(Word::ReportOwner, Leave::Withhold(Portion::Owners), Next::Stays);
        /// Until when.
        due: Option<Date> = said(Word::PlanColumnDue, Leave::Clear(Portion::Dates), Next::Opens);
        /// Since when the action is done.
        done: Option<Date> = said(Word::RegisterDone, Leave::WithRecord, Next::Stays);
        /// The day on which somebody checked whether the action worked.
        checked: Option<Date> = said(Word::RegisterChecked, Leave::WithRecord, Next::Stays);
        /// Who checked that.
        checked_by: String = said(Word::RegisterCheckedBy, Leave::Withhold(Portion::Owners), Next::Stays);
        /// Since when it is closed.
        closed: Option<Date> = said(Word::RegisterClosed, Leave::WithRecord, Next::Stays);
    }
}

impl FoundIn {
    /// Whether auditors of a certification body found it.
    pub fn is_external(self) -> bool {
        matches!(self, Self::StageOne | Self::StageTwo | Self::Surveillance)
    }
}

impl Nonconformity {
    /// Whether it is more than an opportunity for improvement: one without a grade may well be.
    pub fn is_one(&self) -> bool {
        self.grade != Some(Graded::Opportunity)
    }

    /// Whether it is open still.
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// Whether its action is to be done still, and the day for it has passed.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.is_open() && self.done.is_none() && self.due.is_some_and(|due| due < today)
    }
}
