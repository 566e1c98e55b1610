//! Suggestions for the Statement of Applicability. They say why; a person decides.

use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, ControlId, FactId, RiskId, When};

/// What the profile and the risks suggest for a control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    /// It applies, for this reason.
    Applicable(Why),
    /// Nothing that was said calls for it: it may be excluded, with a justification.
    Excludable(Why),
    /// A question of the profile has to be answered first.
    Unclear(Why),
}

/// Why something is suggested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Practically every organisation needs it.
    Always,
    /// This risk is linked to it.
    Risk(RiskId),
    /// This fact is true.
    Fact(FactId),
    /// None of these facts is true.
    NoFact(Vec<FactId>),
    /// These facts are not answered yet.
    Unanswered(Vec<FactId>),
    /// The number of people is above, or not above, this limit.
    People(u32),
    /// The number of people is not known yet.
    PeopleUnknown,
}

/// What is suggested for a control of Annex A, or of the organisation's own.
pub fn suggestion(catalogue: &Catalogue, assessment: &Assessment, id: ControlId) -> Suggestion {
    if let Some((risk, _)) = assessment.risks_of(id).next() {
        return Suggestion::Applicable(Why::Risk(risk));
    }
    let Some(control) = catalogue.control(id) else {
        return Suggestion::Applicable(Why::Always);
    };
    match &control.when {
        When::Always => Suggestion::Applicable(Why::Always),
        When::MorePeopleThan(limit) => match assessment.profile.people {
            None => Suggestion::Unclear(Why::PeopleUnknown),
            Some(people) if people > *limit => Suggestion::Applicable(Why::People(*limit)),
            Some(_) => Suggestion::Excludable(Why::People(*limit)),
        },
        When::AnyOf(facts) => {
            let answer = |fact: &&FactId| assessment.facts.get(fact).copied();
            if let Some(fact) = facts.iter().find(|fact| answer(fact) == Some(true)) {
                return Suggestion::Applicable(Why::Fact(*fact));
            }
            let open: Vec<_> = facts.iter().filter(|fact| answer(fact).is_none()).copied().collect();
            match open.is_empty() {
                true => Suggestion::Excludable(Why::NoFact(facts.clone())),
                false => Suggestion::Unclear(Why::Unanswered(open)),
            }
        }
    }
}
