//! Suggestions for the Statement of Applicability. They say why; a person decides.

use crate::assessment::{Assessment, ControlEntry, Decision, Edit, Reason, Reasons};
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
    /// These facts are true, which call for it.
    Facts(Vec<FactId>),
    /// None of these facts is true.
    NoFact(Vec<FactId>),
    /// These facts are not answered yet.
    Unanswered(Vec<FactId>),
    /// The number of people is above, or not above, this limit.
    People(u32),
    /// The number of people is not known yet.
    PeopleUnknown,
}

/// The facts that imply a reason: what the law protects, and what was promised. That work of one's own needs a service back
/// in time (`continuity_objectives`) implies no contract.
const IMPLIED: [(&str, Reason); 2] = [("personal_data", Reason::Legal), ("uptime_commitments", Reason::Contractual)];

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
            let answered = |wanted| {
                let such = facts.iter().filter(move |fact| assessment.facts.get(fact).copied() == wanted);
                such.copied().collect::<Vec<_>>()
            };
            match (answered(Some(true)), answered(None)) {
                (calling, _) if !calling.is_empty() => Suggestion::Applicable(Why::Facts(calling)),
                (_, open) if !open.is_empty() => Suggestion::Unclear(Why::Unanswered(open)),
                _ => Suggestion::Excludable(Why::NoFact(facts.clone())),
            }
        }
    }
}

impl Suggestion {
    /// The suggestion and its why, in a sentence or a few: with the words that would stand in the Statement of
    /// Applicability, for a person to read before they accept it.
    pub fn words(&self, catalogue: &Catalogue, assessment: &Assessment, id: ControlId) -> String {
        let words = self.justification(catalogue, assessment, id);
        match self {
            Self::Applicable(_) if words.is_empty() => catalogue.word(Word::SuggestApplicable).to_owned(),
            Self::Applicable(_) => catalogue.tell(Word::SuggestApplicableWords, [("words", words)]),
            Self::Excludable(_) => catalogue.tell(Word::SuggestExcludable, [("words", words)]),
            Self::Unclear(Why::Unanswered(open)) => {
                let questions: Vec<_> = open.iter().map(|fact| catalogue.fact(*fact).question).collect();
                catalogue.tell(Word::SuggestUnanswered, [("facts", questions.join(" "))])
            }
            Self::Unclear(_) => catalogue.word(Word::SuggestPeopleUnknown).to_owned(),
        }
    }

    /// Words that can stand in a Statement of Applicability, made of what was said about the organisation; empty where
    /// none can be had, and the person has to find them.
    fn justification(&self, catalogue: &Catalogue, assessment: &Assessment, id: ControlId) -> String {
        let people = || [("people", assessment.profile.people.unwrap_or(0).to_string())];
        let facts = |facts: &[FactId], index: usize| {
            facts.iter().map(|fact| catalogue.fact(*fact).stands[index].to_owned()).collect::<Vec<_>>()
        };
        let mut sentences = match self {
            Self::Applicable(Why::Risk(risk)) => {
                let title = assessment.risks.get(risk).map_or("", |risk| risk.title.trim());
                let args = [("id", risk.to_string()), ("title", title.to_owned())];
                return if title.is_empty() { String::new() } else { catalogue.tell(Word::SuggestStandsRisk, args) };
            }
            Self::Applicable(Why::Facts(calling)) => facts(calling, 0),
            Self::Applicable(Why::People(_)) => vec![catalogue.tell(Word::SuggestStandsPeople, people())],
            Self::Applicable(_) => Vec::new(),
            Self::Excludable(Why::NoFact(none)) => {
                let no = facts(none, 1).join(" ");
                return catalogue.tell(Word::SuggestExclusionFacts, [("facts", no)]);
            }
            Self::Excludable(_) => return catalogue.tell(Word::SuggestExclusionPeople, people()),
            Self::Unclear(_) => return String::new(),
        };
        sentences.extend(catalogue.control(id).map(|control| control.applies.to_owned()));
        sentences.retain(|sentence| !sentence.is_empty());
        sentences.join(" ")
    }

    /// The decision that accepts it, with its words, for a person to confirm or change; `None` while it is unclear.
    ///
    /// The reason is the one that risks and facts imply: a risk that is linked, a law or a promise. Else it is the
    /// business, which claims neither law nor contract and counts only with the words: left open, each suggestion that is accepted would
    /// be a finding of its own. Whoever knows a better reason says so.
    pub fn decision(&self, catalogue: &Catalogue, assessment: &Assessment, id: ControlId) -> Option<Decision> {
        let justification = self.justification(catalogue, assessment, id);
        let implied = |facts: &[FactId]| {
            let reasons = IMPLIED.into_iter().filter(|(fact, _)| facts.iter().any(|id| id.name(catalogue) == *fact));
            reasons.map(|(_, reason)| reason).collect::<Reasons>()
        };
        let reasons = match self {
            Self::Applicable(Why::Risk(_)) => Reasons::default().with(Reason::Risk, true),
            Self::Applicable(Why::Facts(calling)) => implied(calling),
            Self::Applicable(_) => Reasons::default(),
            Self::Excludable(_) => return Some(Decision::Excluded { justification }),
            Self::Unclear(_) => return None,
        };
        let reasons = if reasons.is_empty() { reasons.with(Reason::Business, true) } else { reasons };
        Some(Decision::Applicable { reasons, justification })
    }
}

/// The edits that accept what is suggested for those of some controls that are undecided. Inclusions only, since an
/// exclusion is decided one at a time; and only those that the suggestion justifies. The others are left to be said.
pub fn accept(catalogue: &Catalogue, assessment: &Assessment, controls: &[ControlId]) -> Vec<Edit> {
    let undecided = controls.iter().filter(|id| !assessment.decision(**id).is_decided());
    let decided = undecided.filter_map(|id| {
        let decision = suggestion(catalogue, assessment, *id).decision(catalogue, assessment, *id)?;
        let entry = assessment.controls.get(id).cloned().unwrap_or_default();
        let justified = ControlEntry { decision: decision.clone(), ..entry }.is_justified();
        (decision.is_applicable() && justified).then_some(Edit::control(*id).decision(&decision))
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
        assert_eq!(
            suggestion(&catalogue, &assessment, id),
            Suggestion::Applicable(Why::Facts(vec![fact("carries_devices")]))
        );
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

    /// What is suggested for a control where these facts are true and all others false.
    fn suggested(id: &str, yes: &[&str]) -> Decision {
        let catalogue = catalogue();
        let facts = catalogue.fact_ids().map(|fact| (fact, yes.contains(&fact.name(&catalogue)))).collect();
        let assessment = Assessment { facts, ..Assessment::default() };
        let id = catalogue.parse_control(id).expect("a control");
        suggestion(&catalogue, &assessment, id).decision(&catalogue, &assessment, id).expect("a decision")
    }

    #[test]
    fn a_suggestion_brings_words_that_can_stand_in_a_statement_of_applicability() {
        let remote = suggested("A.6.7", &["remote_work"]);
        let words = "People work away from our premises, at home or while travelling. What they use and see there has to be \
                     protected as it is in the office.";
        assert_eq!(remote.justification(), words);
        assert_eq!(remote.reasons(), Reasons::default().with(Reason::Business, true));
        // All that calls for it is said.
        let off_premises = suggested("A.7.9", &["remote_work", "carries_devices"]);
        assert!(off_premises.justification().contains("Laptops, phones or papers leave our premises."));
        let excluded = suggested("A.6.7", &[]);
        assert!(excluded.is_excluded());
        assert_eq!(
            excluded.justification(),
            "Nobody works away from our premises. So there is nothing that this control would protect."
        );
    }

    #[test]
    fn a_fact_implies_the_law_or_a_contract_but_none_that_may_not_be_there() {
        let only = |reason| Reasons::default().with(reason, true);
        assert_eq!(suggested("A.5.34", &["personal_data"]).reasons(), only(Reason::Legal));
        for id in ["A.5.30", "A.8.14"] {
            assert_eq!(suggested(id, &["uptime_commitments"]).reasons(), only(Reason::Contractual));
            assert_eq!(suggested(id, &["continuity_objectives"]).reasons(), only(Reason::Business));
            let both = suggested(id, &["continuity_objectives", "uptime_commitments"]);
            assert_eq!(both.reasons(), only(Reason::Contractual));
        }
        assert_eq!(suggested("A.8.11", &["sensitive_data"]).reasons(), only(Reason::Business));
        assert_eq!(suggested("A.8.11", &["personal_data", "sensitive_data"]).reasons(), only(Reason::Legal));
    }

    #[test]
    fn each_fact_and_each_control_has_words() {
        let catalogue = catalogue();
        for fact in &catalogue.facts {
            assert!(fact.stands.iter().all(|words| words.ends_with('.')), "{}", fact.id);
        }
        assert!(catalogue.controls.iter().all(|control| control.applies.ends_with('.')));
    }

    #[test]
    fn a_control_of_ones_own_is_left_to_be_said() {
        let catalogue = catalogue();
        let own = catalogue.parse_control("C.1").expect("a control");
        assert_eq!(accept(&catalogue, &Assessment::default(), &[own]), []);
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
        let decided: Vec<_> = all.iter().filter(|id| assessment.decision(**id).is_decided()).collect();
        assert_eq!(decided.len(), 49, "those that every organisation needs");
        assert!(decided.iter().all(|id| assessment.controls.get(id).is_some_and(ControlEntry::is_justified)));
    }
}
