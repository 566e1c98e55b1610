//! The checks, by the names that the method and files give them.

/// A check for a contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is described at the top of its file")]
pub enum Check {
    DocumentMissing,
    DocumentApproved,
    DocumentsRequired,
    PolicyCommunicated,
    RiskOwnerMissing,
    RiskUnassessed,
    ControlsUndecided,
    InclusionUnjustified,
    StatusUnknown,
    ExclusionUnjustified,
    PlanWithoutTreatment,
    ResidualUnaccepted,
    PlanCarriedOut,
    ControlsNotInPlace,
    AuditNotHeld,
    ReviewNotHeld,
    ReviewWithoutAudit,
    ExclusionCalledFor,
    ExclusionTreatsRisk,
    ExcludedInPractice,
    NothingToControl,
    FactsDisagree,
}

impl Check {
    /// Its name in the method and in files, such as `exclusion-unjustified`.
    pub fn name(self) -> &'static str {
        match self {
            Self::DocumentMissing => "document-missing",
            Self::DocumentApproved => "document-approved",
            Self::DocumentsRequired => "documents-required",
            Self::PolicyCommunicated => "policy-communicated",
            Self::RiskOwnerMissing => "risk-owner-missing",
            Self::RiskUnassessed => "risk-unassessed",
            Self::ControlsUndecided => "controls-undecided",
            Self::InclusionUnjustified => "inclusion-unjustified",
            Self::StatusUnknown => "status-unknown",
            Self::ExclusionUnjustified => "exclusion-unjustified",
            Self::PlanWithoutTreatment => "plan-without-treatment",
            Self::ResidualUnaccepted => "residual-unaccepted",
            Self::PlanCarriedOut => "plan-carried-out",
            Self::ControlsNotInPlace => "controls-not-in-place",
            Self::AuditNotHeld => "audit-not-held",
            Self::ReviewNotHeld => "review-not-held",
            Self::ReviewWithoutAudit => "review-without-audit",
            Self::ExclusionCalledFor => "exclusion-called-for",
            Self::ExclusionTreatsRisk => "exclusion-treats-risk",
            Self::ExcludedInPractice => "excluded-in-practice",
            Self::NothingToControl => "nothing-to-control",
            Self::FactsDisagree => "facts-disagree",
        }
    }
}
