//! The phases in which an ISMS is really built.

use crate::catalogue::{Catalogue, DocumentId, RequirementId, Word};

/// A phase, in the order in which they are gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Context and scope: clause 4.
    Scope,
    /// Leadership and policy: clause 5.
    Leadership,
    /// Risk assessment: 6.1.1 and 6.1.2.
    RiskAssessment,
    /// The Statement of Applicability: 6.1.3 a) to d).
    Applicability,
    /// Risk treatment and objectives: the rest of 6.1.3, 6.2, and the controls of Annex A.
    Treatment,
    /// People, skills and documents: clause 7.
    Support,
    /// Operation: 6.3 and clause 8.
    Operation,
    /// Monitoring: 9.1.
    Monitoring,
    /// Internal audit: 9.2.
    InternalAudit,
    /// Management review: 9.3.
    ManagementReview,
    /// Improvement: clause 10.
    Improvement,
}

impl Phase {
    /// All phases, in order.
    pub const ALL: [Self; 11] = [
        Self::Scope,
        Self::Leadership,
        Self::RiskAssessment,
        Self::Applicability,
        Self::Treatment,
        Self::Support,
        Self::Operation,
        Self::Monitoring,
        Self::InternalAudit,
        Self::ManagementReview,
        Self::Improvement,
    ];

    /// Its name in the ids of calendar entries; it never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Scope => "scope",
            Self::Leadership => "leadership",
            Self::RiskAssessment => "risk-assessment",
            Self::Applicability => "applicability",
            Self::Treatment => "treatment",
            Self::Support => "support",
            Self::Operation => "operation",
            Self::Monitoring => "monitoring",
            Self::InternalAudit => "internal-audit",
            Self::ManagementReview => "management-review",
            Self::Improvement => "improvement",
        }
    }

    /// What a person reads.
    pub fn label(self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(match self {
            Self::Scope => Word::PhaseScope,
            Self::Leadership => Word::PhaseLeadership,
            Self::RiskAssessment => Word::PhaseRiskAssessment,
            Self::Applicability => Word::PhaseApplicability,
            Self::Treatment => Word::PhaseTreatment,
            Self::Support => Word::PhaseSupport,
            Self::Operation => Word::PhaseOperation,
            Self::Monitoring => Word::PhaseMonitoring,
            Self::InternalAudit => Word::PhaseInternalAudit,
            Self::ManagementReview => Word::PhaseManagementReview,
            Self::Improvement => Word::PhaseImprovement,
        })
    }

    /// The phases that build on this one.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Scope => &[Self::Leadership, Self::RiskAssessment],
            Self::Leadership => &[Self::RiskAssessment, Self::Support],
            Self::RiskAssessment => &[Self::Applicability],
            Self::Applicability => &[Self::Treatment],
            Self::Treatment | Self::Support => &[Self::Operation],
            Self::Operation => &[Self::Monitoring],
            Self::Monitoring => &[Self::InternalAudit],
            Self::InternalAudit => &[Self::ManagementReview],
            Self::ManagementReview => &[Self::Improvement],
            Self::Improvement => &[],
        }
    }

    /// The phase of a requirement.
    pub fn of_requirement(catalogue: &Catalogue, id: RequirementId) -> Self {
        let subclause = catalogue.subclause_of(id);
        match (catalogue.clauses[subclause.clause].id, subclause.id) {
            ("4", _) => Self::Scope,
            ("5", _) => Self::Leadership,
            ("6", "6.1.1" | "6.1.2") => Self::RiskAssessment,
            ("6", "6.1.3") => match id.name(catalogue) {
                "6.1.3-e" | "6.1.3-f" | "6.1.3-document" => Self::Treatment,
                _ => Self::Applicability,
            },
            ("6", "6.3") => Self::Operation,
            ("6", _) => Self::Treatment,
            ("7", _) => Self::Support,
            ("8", _) => Self::Operation,
            ("9", "9.1") => Self::Monitoring,
            ("9", review) if review.starts_with("9.3") => Self::ManagementReview,
            ("9", _) => Self::InternalAudit,
            _ => Self::Improvement,
        }
    }

    /// The phase of a document: that of the requirement that it is about.
    pub fn of_document(catalogue: &Catalogue, id: DocumentId) -> Self {
        let document = catalogue.document(id);
        let first_of = |subclause: usize| {
            let requirements = catalogue.subclauses[subclause].requirements.clone();
            catalogue.requirement_ids_in(requirements).next()
        };
        let about = document.about.first().copied().or_else(|| document.subclause.and_then(first_of));
        about.map_or(Self::Treatment, |id| Self::of_requirement(catalogue, id))
    }
}
