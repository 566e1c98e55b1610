//! The way through: from the first question to the report, in seven steps. Each says how far it is; none has to be done
//! before another, and the way only ever suggests.

use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, ItemRef, Word};
use crate::standing::Standing;

/// A step of the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The quick start: a first estimate.
    Quick,
    /// Who the organisation is, and what the certificate is to cover.
    Organisation,
    /// The requirements of clauses 4 to 10.
    Requirements,
    /// The register of documents.
    Documents,
    /// The risk register.
    Risks,
    /// The controls of Annex A.
    Controls,
    /// What comes of it: results, plan, report.
    Results,
}

/// How much of a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// So many of its questions.
    pub done: usize,
    /// How many it has; none for a step in which there is only something to read.
    pub of: usize,
}

impl Done {
    /// Whether nothing is left to do.
    pub fn is_all(self) -> bool {
        self.of > 0 && self.done >= self.of
    }
}

impl Step {
    /// All steps, in order.
    pub const ALL: [Self; 7] = [
        Self::Quick,
        Self::Organisation,
        Self::Requirements,
        Self::Documents,
        Self::Risks,
        Self::Controls,
        Self::Results,
    ];

    /// Its number, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// The step after it.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// How long it likely takes, in words.
    pub fn time(self) -> Word {
        match self {
            Self::Quick => Word::StepQuickTime,
            Self::Organisation => Word::StepOrganisationTime,
            Self::Requirements => Word::StepRequirementsTime,
            Self::Documents => Word::StepDocumentsTime,
            Self::Risks => Word::StepRisksTime,
            Self::Controls => Word::StepControlsTime,
            Self::Results => Word::StepResultsTime,
        }
    }

    /// How far it is.
    pub fn done(self, catalogue: &Catalogue, assessment: &Assessment) -> Done {
        let count = |done, of| Done { done, of };
        match self {
            Self::Quick => {
                let asked = catalogue.quick.iter();
                let answered = asked.filter(|it| it.level(assessment).is_some() || it.is_unsure(assessment)).count();
                count(answered, catalogue.quick.len())
            }
            Self::Organisation => {
                let it = &assessment.profile;
                let said =
                    [!it.organisation.trim().is_empty(), !it.scope.trim().is_empty(), !it.sector.trim().is_empty()];
                let given = [it.people.is_some(), it.sites.is_some(), it.target_date.is_some()];
                let filled = said.into_iter().chain(given).filter(|said| *said).count();
                count(filled + assessment.facts.len(), said.len() + given.len() + catalogue.facts.len())
            }
            Self::Requirements => count(assessment.answered(), catalogue.requirements.len()),
            Self::Documents => {
                let asked = catalogue.document_ids().filter(|id| assessment.needs(catalogue.document(*id).mandatory));
                let asked: Vec<_> = asked.collect();
                let said = asked.iter().filter(|id| assessment.document_status(**id).is_some()).count();
                count(said, asked.len())
            }
            Self::Risks => {
                let judged = |risk: &&crate::assessment::Risk| {
                    risk.likelihood.is_some() && risk.impact.is_some() && risk.treatment.is_some()
                };
                // A register without a risk is not begun.
                count(assessment.risks.values().filter(judged).count(), assessment.risks.len().max(1))
            }
            Self::Controls => {
                let standing = Standing::new(catalogue, assessment);
                let whole = |id: &_| standing.is_justified(*id) && !standing.lacks_level(*id);
                count(catalogue.control_ids().filter(whole).count(), catalogue.controls.len())
            }
            Self::Results => count(0, 0),
        }
    }

    /// The step to go on with: the first that is not done.
    pub fn to_go_on(catalogue: &Catalogue, assessment: &Assessment) -> Self {
        let left = |step: &Self| match step {
            Self::Quick if is_past_quick(catalogue, assessment) => false,
            step => !step.done(catalogue, assessment).is_all(),
        };
        Self::ALL.into_iter().find(left).unwrap_or(Self::Results)
    }
}

/// Whether the quick start would tell nothing new: more is answered than it asks, or the firm is made up.
fn is_past_quick(catalogue: &Catalogue, assessment: &Assessment) -> bool {
    let asked = catalogue.quick.iter().flat_map(|it| &it.answers);
    assessment.example || assessment.answered() > asked.filter(|it| matches!(it, ItemRef::Requirement(_))).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Edit, Timestamp, assessment::Level};

    #[test]
    fn the_quick_start_is_no_next_step_once_more_is_answered_than_it_asks() {
        let catalogue = Catalogue::english();
        let mut assessment = Assessment::default();
        assert_eq!(Step::to_go_on(&catalogue, &assessment), Step::Quick);
        assert_eq!(Step::to_go_on(&catalogue, &Assessment { example: true, ..assessment.clone() }), Step::Organisation);
        // From the end: what the quick start asks first stays open.
        let answer = |id| Edit::answer(id).level(Some(Level::Operating));
        let mut ids = catalogue.requirement_ids().rev();
        assessment.apply(&Edit::Batch(ids.by_ref().take(23).map(answer).collect()), &Timestamp::default());
        assert_eq!(Step::to_go_on(&catalogue, &assessment), Step::Quick);
        assessment.apply(&Edit::Batch(ids.take(1).map(answer).collect()), &Timestamp::default());
        assert_eq!(Step::to_go_on(&catalogue, &assessment), Step::Organisation);
    }
}
