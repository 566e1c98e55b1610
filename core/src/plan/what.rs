//! The pieces that actions are made of, and what each is about.

use super::Phase;
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, ControlId, DocumentId, ItemRef, Mandatory, NonconformityId, RequirementId, Word};
use crate::date::Date;
use crate::findings::{self, Effort, Finding, Place};
use crate::wording;

/// One piece of an action.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum What {
    /// Answers an open requirement.
    Answer(RequirementId),
    /// Finds out what to answer to a requirement, or whether a control applies, since somebody did not know.
    FindOut(ItemRef),
    /// Says something about a document that the standard asks for.
    Register(DocumentId),
    /// Decides the controls of Annex A that are undecided, so many of them.
    Decide(usize),
    /// Says how far controls of a theme are that apply.
    Rate(Vec<ControlId>),
    /// Resolves a likely finding, or what it says of the controls of one theme.
    Resolve(Finding),
    /// Deals with a nonconformity of the register.
    Correct(NonconformityId),
}

/// What an action is about; in the order of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// A sub-clause and its documents, as a position in [`Catalogue::subclauses`].
    Subclause(usize),
    /// The decisions about Annex A.
    Decisions,
    /// Controls that are put into practice, as a position in [`Catalogue::themes`]; behind the last the organisation's own.
    Theme(usize),
    /// The documents that controls call for.
    ControlDocuments,
    /// A nonconformity of the register.
    Nonconformity(NonconformityId),
}

impl What {
    /// The items behind it.
    pub fn items(&self) -> Vec<ItemRef> {
        match self {
            Self::Answer(id) => vec![(*id).into()],
            Self::FindOut(of) => vec![*of],
            Self::Register(id) => vec![(*id).into()],
            Self::Decide(_) => Vec::new(),
            Self::Rate(controls) => controls.iter().copied().map(ItemRef::from).collect(),
            Self::Resolve(finding) => finding.items.clone(),
            Self::Correct(id) => vec![(*id).into()],
        }
    }

    /// What to do, in a sentence or a few.
    pub fn words(&self, catalogue: &Catalogue, assessment: &Assessment) -> String {
        let items = || wording::items(catalogue, assessment, self.items());
        let counted = |word, n: usize| catalogue.tell(word, [("n", n.to_string()), ("items", items())]);
        match self {
            Self::Answer(_) => counted(Word::PlanAnswer, 1),
            Self::FindOut(ItemRef::Requirement(id)) => {
                catalogue.say(Word::PlanFindOut, &[("question", catalogue.requirement(*id).question)])
            }
            Self::FindOut(_) => counted(Word::PlanFindOutControl, 1),
            Self::Register(_) => counted(Word::PlanRegister, 1),
            Self::Decide(n) => counted(Word::PlanDecide, *n),
            Self::Rate(controls) => counted(Word::PlanRate, controls.len()),
            Self::Resolve(finding) => findings::resolve(finding, catalogue, assessment),
            Self::Correct(id) => {
                let done = assessment.nonconformities.get(id).is_some_and(|it| it.done.is_some());
                catalogue.word(if done { Word::PlanCheckEffect } else { Word::PlanCorrect }).to_owned()
            }
        }
    }

    /// What it is about.
    pub(super) fn about(&self, catalogue: &Catalogue) -> About {
        let document = |id: DocumentId| match (catalogue.document(id).mandatory, catalogue.document(id).subclause) {
            (Mandatory::Always | Mandatory::Own, Some(index)) => About::Subclause(index),
            _ => About::ControlDocuments,
        };
        match self {
            Self::Answer(id) | Self::FindOut(ItemRef::Requirement(id)) => {
                About::Subclause(catalogue.requirement(*id).subclause)
            }
            Self::Register(id) => document(*id),
            Self::Decide(_) | Self::FindOut(_) => About::Decisions,
            Self::Rate(controls) => About::Theme(theme(catalogue, controls[0])),
            Self::Resolve(finding) => match (finding.place, finding.items[0]) {
                (Place::Document(id), _) => document(id),
                (_, ItemRef::Control(_)) if self.phase(catalogue) == Phase::Applicability => About::Decisions,
                (_, ItemRef::Control(id)) => About::Theme(theme(catalogue, id)),
                (Place::Subclause(index), _) => About::Subclause(index),
            },
            Self::Correct(id) => About::Nonconformity(*id),
        }
    }

    pub(super) fn phase(&self, catalogue: &Catalogue) -> Phase {
        match self {
            Self::Answer(id) | Self::FindOut(ItemRef::Requirement(id)) => Phase::of_requirement(catalogue, *id),
            Self::Register(id) => Phase::of_document(catalogue, *id),
            Self::Decide(_) | Self::FindOut(_) => Phase::Applicability,
            Self::Rate(_) => Phase::Treatment,
            Self::Resolve(finding) => match (finding.place, finding.items[0]) {
                (_, ItemRef::Requirement(id)) => Phase::of_requirement(catalogue, id),
                (_, ItemRef::Document(id)) => Phase::of_document(catalogue, id),
                // A control belongs to the Statement of Applicability, or is put into practice.
                (Place::Subclause(index), _) if catalogue.subclauses[index].id == "6.1.3" => Phase::Applicability,
                _ => Phase::Treatment,
            },
            Self::Correct(_) => Phase::Improvement,
        }
    }

    /// Who looks after the items behind it.
    pub(super) fn owners(&self, assessment: &Assessment) -> Vec<String> {
        self.items().into_iter().filter_map(|item| item.owner(assessment)).map(str::to_owned).collect()
    }

    /// The first due date among the items behind it.
    pub(super) fn own_due(&self, assessment: &Assessment) -> Option<Date> {
        let due = |item| match item {
            ItemRef::Nonconformity(id) => assessment.nonconformities.get(&id)?.due,
            item => item.entry(assessment)?.due,
        };
        self.items().into_iter().filter_map(due).min()
    }

    /// Answering is small; what a finding takes, its rule says.
    pub(super) fn effort(&self, catalogue: &Catalogue, assessment: &Assessment) -> Effort {
        match self {
            Self::Answer(_) | Self::FindOut(_) | Self::Register(_) => Effort::Small,
            Self::Decide(_) => Effort::Large,
            Self::Rate(_) | Self::Correct(_) => Effort::Medium,
            Self::Resolve(finding) => finding.effort(catalogue, assessment),
        }
    }

    /// The same for each theme of Annex A, where it is about putting controls into practice.
    pub(super) fn by_theme(self, catalogue: &Catalogue) -> Vec<Self> {
        let controls: Vec<_> = self
            .items()
            .into_iter()
            .filter_map(|item| match item {
                ItemRef::Control(id) => Some(id),
                _ => None,
            })
            .collect();
        if self.phase(catalogue) != Phase::Treatment || controls.is_empty() || controls.len() < self.items().len() {
            return vec![self];
        }
        let of = |run: &[ControlId]| match &self {
            Self::Resolve(finding) => {
                Self::Resolve(Finding { items: run.iter().copied().map(ItemRef::from).collect(), ..finding.clone() })
            }
            _ => Self::Rate(run.to_vec()),
        };
        controls.chunk_by(|one, two| theme(catalogue, *one) == theme(catalogue, *two)).map(of).collect()
    }
}

/// The theme of a control, as a position in [`Catalogue::themes`]; of the organisation's own one behind the last.
fn theme(catalogue: &Catalogue, id: ControlId) -> usize {
    catalogue.control(id).map_or(catalogue.themes.len(), |control| control.theme)
}
