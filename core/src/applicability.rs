//! Suggestions for the Statement of Applicability. They say why; a person decides.

use crate::assessment::{Assessment, ControlChange, Decision, Edit, Reason};
use crate::catalogue::{Catalogue, ControlId, FactId, RiskId, When, Word};

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

impl Suggestion {
    /// The suggestion and its why, in a sentence or two.
    pub fn words(&self, catalogue: &Catalogue, assessment: &Assessment) -> String {
        let facts = |facts: &[FactId]| {
            let questions: Vec<_> = facts.iter().map(|fact| catalogue.fact(*fact).question).collect();
            questions.join(" ")
        };
        let people = assessment.profile.people.unwrap_or(0).to_string();
        let (word, args): (Word, [(&str, String); 1]) = match self {
            Self::Applicable(Why::Always) => (Word::SuggestAlways, [("", String::new())]),
            Self::Applicable(Why::Risk(id)) => {
                let title = assessment.risks.get(id).map_or("", |risk| risk.title.as_str());
                (Word::SuggestRisk, [("risk", format!("{id} {title}").trim_end().to_owned())])
            }
            Self::Applicable(Why::Fact(fact)) => (Word::SuggestFact, [("facts", facts(&[*fact]))]),
            Self::Applicable(_) => (Word::SuggestPeople, [("people", people)]),
            Self::Excludable(Why::NoFact(none)) => (Word::SuggestNoFact, [("facts", facts(none))]),
            Self::Excludable(_) => (Word::SuggestFewPeople, [("people", people)]),
            Self::Unclear(Why::Unanswered(open)) => (Word::SuggestUnanswered, [("facts", facts(open))]),
            Self::Unclear(_) => (Word::SuggestPeopleUnknown, [("", String::new())]),
        };
        catalogue.tell(word, args)
    }

    /// The decision that accepts it, for a person to confirm or change; `None` while it is unclear.
    ///
    /// An exclusion gets the reason for the suggestion as its justification; an inclusion the reason `risk` where a
    /// risk is linked, else `business`.
    pub fn decision(&self, catalogue: &Catalogue, assessment: &Assessment) -> Option<Decision> {
        let applicable =
            |reason| Decision::Applicable { reasons: [reason].into_iter().collect(), justification: String::new() };
        match self {
            Self::Applicable(Why::Risk(_)) => Some(applicable(Reason::Risk)),
            Self::Applicable(_) => Some(applicable(Reason::Business)),
            Self::Excludable(Why::NoFact(none)) => {
                let facts: Vec<_> = none.iter().map(|fact| catalogue.fact(*fact).question).collect();
                let justification = catalogue.say(Word::SuggestExclusionFacts, &[("facts", &facts.join(" "))]);
                Some(Decision::Excluded { justification })
            }
            Self::Excludable(_) => {
                let people = assessment.profile.people.unwrap_or(0).to_string();
                let justification = catalogue.say(Word::SuggestExclusionPeople, &[("people", &people)]);
                Some(Decision::Excluded { justification })
            }
            Self::Unclear(_) => None,
        }
    }
}

/// The edits that accept what is suggested for those of some controls that are undecided. Inclusions only: an exclusion
/// is decided one at a time.
pub fn accept(catalogue: &Catalogue, assessment: &Assessment, controls: &[ControlId]) -> Vec<Edit> {
    let undecided = controls.iter().filter(|id| !assessment.decision(**id).is_decided());
    let decided = undecided.filter_map(|id| {
        let decision = suggestion(catalogue, assessment, *id).decision(catalogue, assessment)?;
        decision.is_applicable().then_some(Edit::Control(*id, ControlChange::Decision(decision)))
    });
    decided.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Timestamp;

    fn catalogue() -> Catalogue {
        Catalogue::english()
    }

    #[test]
    fn nothing_is_suggested_before_the_question_is_answered_and_nothing_excluded_before_all_are() {
        let catalogue = catalogue();
        let mut assessment = Assessment::default();
        let id = catalogue.parse_control("A.7.9").expect("a control");
        let fact = |name| catalogue.parse_fact(name).expect("a fact");
        assert!(matches!(suggestion(&catalogue, &assessment, id), Suggestion::Unclear(_)));
        assessment.facts.insert(fact("remote_work"), false);
        assert!(matches!(suggestion(&catalogue, &assessment, id), Suggestion::Unclear(_)));
        assessment.facts.insert(fact("carries_devices"), false);
        assert!(matches!(suggestion(&catalogue, &assessment, id), Suggestion::Excludable(_)));
        assessment.facts.insert(fact("carries_devices"), true);
        assert_eq!(suggestion(&catalogue, &assessment, id), Suggestion::Applicable(Why::Fact(fact("carries_devices"))));
    }

    #[test]
    fn five_people_are_a_handful_and_six_are_more() {
        let catalogue = catalogue();
        let mut assessment = Assessment::default();
        let id = catalogue.parse_control("A.5.3").expect("a control");
        assessment.profile.people = Some(5);
        assert!(matches!(suggestion(&catalogue, &assessment, id), Suggestion::Excludable(_)));
        assessment.profile.people = Some(6);
        assert!(matches!(suggestion(&catalogue, &assessment, id), Suggestion::Applicable(_)));
    }

    #[test]
    fn accepting_suggestions_decides_and_justifies_but_never_excludes() {
        let catalogue = catalogue();
        let facts = catalogue.fact_ids().map(|fact| (fact, false)).collect();
        let mut assessment = Assessment { facts, ..Assessment::default() };
        let all: Vec<_> = catalogue.control_ids().collect();
        let edits = accept(&catalogue, &assessment, &all);
        assessment.apply(&Edit::Batch(edits), &Timestamp::default());
        assert!(all.iter().all(|id| !assessment.decision(*id).is_excluded()));
        let decided = all.iter().filter(|id| assessment.decision(**id).is_decided());
        assert!(decided.clone().count() > 0 && decided.clone().all(|id| assessment.decision(*id).is_justified()));
    }
}
