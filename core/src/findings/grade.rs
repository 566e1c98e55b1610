//! How grave a finding is likely to be, and how much work it is to resolve.

use crate::catalogue::{Catalogue, Word};

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

/// How much work something is likely to be in a small firm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effort {
    /// An hour or two.
    Small,
    /// Some days.
    Medium,
    /// Some weeks.
    Large,
}

impl Effort {
    /// All efforts, from the smallest.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// What a person reads.
    pub fn label(self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(match self {
            Self::Small => Word::EffortSmall,
            Self::Medium => Word::EffortMedium,
            Self::Large => Word::EffortLarge,
        })
    }
}
