//! The rules and their grades, by the names that the method gives them.

use crate::catalogue::{Catalogue, Word};

/// A rule of the method, in the method's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Nothing of a sub-clause is decided.
    Absent,
    /// Most of a sub-clause falls short of stage 2.
    Systemic,
    /// One requirement falls short of stage 2.
    Partial,
    /// A document that is always mandatory is missing.
    DocumentMissing,
    /// A document that is always mandatory is a draft.
    DocumentDraft,
    /// A document that an applicable control calls for is not there.
    ControlDocument,
    /// The Statement of Applicability has undecided or unjustified controls.
    SoaIncomplete,
    /// An applicable control is neither in place nor planned.
    ControlGap,
    /// Nothing is listed that would show it.
    NoEvidence,
}

impl Rule {
    /// All rules.
    pub const ALL: [Self; 9] = [
        Self::Absent,
        Self::Systemic,
        Self::Partial,
        Self::DocumentMissing,
        Self::DocumentDraft,
        Self::ControlDocument,
        Self::SoaIncomplete,
        Self::ControlGap,
        Self::NoEvidence,
    ];

    /// Its name in the method and in files, such as `document_missing`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Systemic => "systemic",
            Self::Partial => "partial",
            Self::DocumentMissing => "document_missing",
            Self::DocumentDraft => "document_draft",
            Self::ControlDocument => "control_document",
            Self::SoaIncomplete => "soa_incomplete",
            Self::ControlGap => "control_gap",
            Self::NoEvidence => "no_evidence",
        }
    }

    /// What a person reads, in a few words.
    pub fn label(self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(match self {
            Self::Absent => Word::RuleAbsent,
            Self::Systemic => Word::RuleSystemic,
            Self::Partial => Word::RulePartial,
            Self::DocumentMissing => Word::RuleDocumentMissing,
            Self::DocumentDraft => Word::RuleDocumentDraft,
            Self::ControlDocument => Word::RuleControlDocument,
            Self::SoaIncomplete => Word::RuleSoaIncomplete,
            Self::ControlGap => Word::RuleControlGap,
            Self::NoEvidence => Word::RuleNoEvidence,
        })
    }

    /// Whether it makes one finding an item, rather than one for a whole place.
    pub fn is_about_one_item(self) -> bool {
        !matches!(self, Self::Absent | Self::Systemic | Self::SoaIncomplete)
    }
}

/// How an auditor would likely grade a finding; the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// A likely major nonconformity: no certificate before it is resolved.
    Major,
    /// A likely minor nonconformity: a plan to resolve it is enough.
    Minor,
    /// A likely opportunity for improvement.
    Opportunity,
}

impl Grade {
    /// All grades.
    pub const ALL: [Self; 3] = [Self::Major, Self::Minor, Self::Opportunity];

    /// Its name in files, such as `major`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Major => "major",
            Self::Minor => "minor",
            Self::Opportunity => "opportunity",
        }
    }

    /// What a person reads, such as 'Likely major nonconformity'.
    pub fn label(self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(match self {
            Self::Major => Word::GradeMajor,
            Self::Minor => Word::GradeMinor,
            Self::Opportunity => Word::GradeOpportunity,
        })
    }
}
