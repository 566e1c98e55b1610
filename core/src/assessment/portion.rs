//! The portions of an assessment that can be left out, by the names that files give them.

use crate::catalogue::{Catalogue, Word};

/// Something that a person may want to keep to themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Portion {
    /// Answers to requirements, with all that was said about each.
    Answers,
    /// The Statement of Applicability: decisions about controls, how far they are, and the organisation's own controls.
    Controls,
    /// The register of documents.
    Documents,
    /// The risk register, and which controls treat which risk.
    Risks,
    /// Nonconformities, internal audits and management reviews.
    Audits,
    /// Size, sector, country, the facts, and what else certification bodies ask before they quote.
    Details,
    /// Notes on answers and controls, and the tasks that the organisation added to the plan.
    Notes,
    /// References to evidence, and where documents are.
    Evidence,
    /// Who looks after an answer, a control, a document or a risk.
    Owners,
    /// When something is due, and when the organisation wants to be certified.
    Dates,
    /// Whom to ask, and who helped from outside.
    Contacts,
    /// What reviewers said, and what was replied.
    Reviews,
}

impl Portion {
    /// All of them, in the order in which a person chooses.
    pub const ALL: [Self; 12] = [
        Self::Answers,
        Self::Controls,
        Self::Documents,
        Self::Risks,
        Self::Audits,
        Self::Details,
        Self::Notes,
        Self::Evidence,
        Self::Owners,
        Self::Dates,
        Self::Contacts,
        Self::Reviews,
    ];

    /// Its name in files, such as `notes`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Controls => "controls",
            Self::Documents => "documents",
            Self::Risks => "risks",
            Self::Audits => "audits",
            Self::Details => "details",
            Self::Notes => "notes",
            Self::Evidence => "evidence",
            Self::Owners => "owners",
            Self::Dates => "dates",
            Self::Contacts => "contacts",
            Self::Reviews => "reviews",
        }
    }

    /// What a person reads, such as 'Notes'.
    pub fn label(self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(match self {
            Self::Answers => Word::PortionAnswers,
            Self::Controls => Word::PortionControls,
            Self::Documents => Word::PortionDocuments,
            Self::Risks => Word::PortionRisks,
            Self::Audits => Word::PortionAudits,
            Self::Details => Word::PortionDetails,
            Self::Notes => Word::PortionNotes,
            Self::Evidence => Word::PortionEvidence,
            Self::Owners => Word::PortionOwners,
            Self::Dates => Word::PortionDates,
            Self::Contacts => Word::PortionContacts,
            Self::Reviews => Word::PortionReviews,
        })
    }
}

/// A set of portions, in the order of [`Portion::ALL`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Portions(u16);

impl Portions {
    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this one is among them.
    pub fn contains(self, portion: Portion) -> bool {
        self.0 & (1 << portion as u16) != 0
    }

    /// Whether any of these is among them.
    pub fn contains_any<const N: usize>(self, portions: [Portion; N]) -> bool {
        portions.into_iter().any(|portion| self.contains(portion))
    }

    /// The same set with a portion taken in or out.
    #[must_use]
    pub fn with(self, portion: Portion, included: bool) -> Self {
        let bit = 1 << portion as u16;
        Self(if included { self.0 | bit } else { self.0 & !bit })
    }

    /// What is in one of the two.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The portions, in order.
    pub fn iter(self) -> impl Iterator<Item = Portion> {
        Portion::ALL.into_iter().filter(move |portion| self.contains(*portion))
    }

    /// Whether readiness can be said of an extract that leaves these out.
    pub fn supports_readiness(self) -> bool {
        !self.contains(Portion::Answers)
    }

    /// Whether likely findings, and the verdicts that rest on them, can be said. A date that is to come says that a control
    /// is planned.
    pub fn supports_findings(self) -> bool {
        !self.contains_any([Portion::Answers, Portion::Controls, Portion::Documents, Portion::Dates])
    }

    /// Whether contradictions can be said.
    pub fn supports_contradictions(self) -> bool {
        self.supports_findings() && !self.contains_any([Portion::Risks, Portion::Details])
    }

    /// Their names for a person, such as 'Notes, owners'.
    pub fn words(self, catalogue: &Catalogue) -> String {
        self.iter().map(|portion| portion.label(catalogue)).collect::<Vec<_>>().join("; ")
    }
}

impl FromIterator<Portion> for Portions {
    fn from_iter<T: IntoIterator<Item = Portion>>(portions: T) -> Self {
        portions.into_iter().fold(Self::default(), |set, portion| set.with(portion, true))
    }
}
