//! The portions of an assessment that can be left out, by the names that files give them.

use crate::assessment::{Assessment, Decision, Item, QuoteDetail};
use crate::catalogue::{Catalogue, Word};
use std::collections::BTreeSet;

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
    /// Size, sector, country, the facts, and what else certification bodies ask before they quote.
    Details,
    /// Notes on answers and controls.
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
    pub const ALL: [Self; 11] = [
        Self::Answers,
        Self::Controls,
        Self::Documents,
        Self::Risks,
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
            Self::Details => Word::PortionDetails,
            Self::Notes => Word::PortionNotes,
            Self::Evidence => Word::PortionEvidence,
            Self::Owners => Word::PortionOwners,
            Self::Dates => Word::PortionDates,
            Self::Contacts => Word::PortionContacts,
            Self::Reviews => Word::PortionReviews,
        })
    }

    /// How many of it there are in an assessment: answers, decisions, notes, names and so on. None of what an extract
    /// leaves out.
    pub fn count(self, assessment: &Assessment) -> usize {
        if assessment.left_out().contains(self) {
            return 0;
        }
        let items = || {
            let answers = assessment.answers.values().map(|answer| &answer.item);
            answers.chain(assessment.controls.values().map(|entry| &entry.item))
        };
        let said = |text: &String| !text.trim().is_empty();
        let profile = &assessment.profile;
        match self {
            Self::Answers => assessment.answered(),
            Self::Controls => {
                assessment.controls.values().filter(|entry| entry.decision != Decision::Undecided).count()
            }
            Self::Documents => assessment.documents.values().filter(|entry| entry.status.is_some()).count(),
            Self::Risks => assessment.risks.len(),
            Self::Details => {
                let texts = [&profile.sector, &profile.country].into_iter().filter(|text| said(text)).count();
                let numbers = [profile.people, profile.sites].into_iter().flatten().count();
                let quote = QuoteDetail::ALL.into_iter().filter(|detail| *detail != QuoteDetail::Consultant);
                let quote = quote.filter(|detail| !profile.quote.get(*detail).trim().is_empty()).count();
                assessment.facts.len() + texts + numbers + quote
            }
            Self::Notes => items().filter(|item| said(&item.note)).count(),
            Self::Evidence => {
                let listed = items().flat_map(|item: &Item| &item.evidence).filter(|text| said(text)).count();
                listed + assessment.documents.values().filter(|entry| said(&entry.reference)).count()
            }
            Self::Owners => {
                let owners = items().map(|item| &item.owner);
                let owners = owners.chain(assessment.documents.values().map(|entry| &entry.owner));
                let owners = owners.chain(assessment.risks.values().map(|risk| &risk.owner));
                owners.map(|owner| owner.trim()).filter(|owner| !owner.is_empty()).collect::<BTreeSet<_>>().len()
            }
            Self::Dates => {
                items().filter(|item| item.due.is_some()).count() + usize::from(profile.target_date.is_some())
            }
            Self::Contacts => {
                let contacts = [&profile.contact.name, &profile.contact.email, &profile.quote.consultant];
                contacts.into_iter().filter(|text| said(text)).count()
            }
            Self::Reviews => assessment.rest["reviews"].as_object().map_or(0, |reviews| reviews.len()),
        }
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
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The portions, in order.
    pub fn iter(self) -> impl Iterator<Item = Portion> {
        Portion::ALL.into_iter().filter(move |portion| self.contains(*portion))
    }

    /// Whether readiness can be said of an extract that leaves these out.
    pub fn bears_readiness(self) -> bool {
        !self.contains(Portion::Answers)
    }

    /// Whether likely findings, and the verdicts that rest on them, can be said.
    pub fn bears_findings(self) -> bool {
        !self.contains_any([Portion::Answers, Portion::Controls, Portion::Documents])
    }

    /// Whether contradictions can be said.
    pub fn bears_contradictions(self) -> bool {
        self.bears_findings() && !self.contains_any([Portion::Risks, Portion::Details])
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

/// A choice that fits a kind of receiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Preset {
    /// All that a verdict rests on, without notes, names of owners and reviews.
    CertificationBody,
    /// The Statement of Applicability and nothing else.
    Customer,
    /// The whole assessment.
    Everything,
}

impl Preset {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::CertificationBody, Self::Customer, Self::Everything];

    /// Its name, such as `customer`.
    pub fn name(self) -> &'static str {
        match self {
            Self::CertificationBody => "certification-body",
            Self::Customer => "customer",
            Self::Everything => "everything",
        }
    }

    /// What it leaves out.
    pub fn left_out(self) -> Portions {
        match self {
            Self::CertificationBody => Portions::from_iter([Portion::Notes, Portion::Owners, Portion::Reviews]),
            Self::Customer => Portion::ALL.into_iter().filter(|portion| *portion != Portion::Controls).collect(),
            Self::Everything => Portions::default(),
        }
    }
}
