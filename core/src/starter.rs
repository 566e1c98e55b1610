//! Risks that most small firms have, to start a register from: what the organisation said of itself offers them, and a
//! person chooses, rates and treats them.

use crate::assessment::{Assessment, Edit, Harm, Part};
use crate::catalogue::{Catalogue, ControlId, Word};
use crate::treatment::link_risk;

/// A risk to start from.
#[derive(Debug, PartialEq, Eq)]
pub struct Starter {
    /// What could happen.
    title: Word,
    /// The facts that make it likely to matter, any of them; none where it concerns everybody.
    facts: &'static [&'static str],
    /// What it harms.
    harms: &'static [Harm],
    /// The controls of Annex A that usually treat it.
    controls: &'static [&'static str],
}

const CONFIDENTIALITY: Harm = Harm::Confidentiality;
const INTEGRITY: Harm = Harm::Integrity;
const AVAILABILITY: Harm = Harm::Availability;

const fn starter(
    title: Word,
    facts: &'static [&'static str],
    harms: &'static [Harm],
    controls: &'static [&'static str],
) -> Starter {
    Starter { title, facts, harms, controls }
}

/// All of them; those that concern everybody first.
pub static STARTERS: [Starter; 16] = [
    starter(Word::StarterPhishing, &[], &[CONFIDENTIALITY, INTEGRITY], &["A.5.17", "A.6.3", "A.8.5", "A.8.23"]),
    starter(Word::StarterRansomware, &[], &[INTEGRITY, AVAILABILITY], &["A.6.3", "A.8.7", "A.8.8", "A.8.13"]),
    starter(Word::StarterBackup, &[], &[INTEGRITY, AVAILABILITY], &["A.5.30", "A.8.13"]),
    starter(Word::StarterMisdirected, &[], &[CONFIDENTIALITY], &["A.5.14", "A.6.3", "A.8.12"]),
    starter(Word::StarterPatches, &[], &[CONFIDENTIALITY, AVAILABILITY], &["A.8.8", "A.8.9", "A.8.19"]),
    starter(
        Word::StarterAdministrator,
        &[],
        &[CONFIDENTIALITY, INTEGRITY, AVAILABILITY],
        &["A.5.3", "A.8.2", "A.8.15"],
    ),
    starter(Word::StarterKeyPerson, &[], &[AVAILABILITY], &["A.5.2", "A.5.29", "A.5.37"]),
    starter(Word::StarterLate, &[], &[CONFIDENTIALITY, INTEGRITY, AVAILABILITY], &["A.5.24", "A.6.8", "A.8.16"]),
    starter(
        Word::StarterLeavers,
        &["employs_people", "uses_contractors"],
        &[CONFIDENTIALITY, INTEGRITY],
        &["A.5.11", "A.5.18", "A.6.5"],
    ),
    starter(
        Word::StarterLaptop,
        &["carries_devices", "remote_work"],
        &[CONFIDENTIALITY, AVAILABILITY],
        &["A.7.9", "A.8.1", "A.8.24"],
    ),
    starter(Word::StarterSharing, &["uses_cloud"], &[CONFIDENTIALITY], &["A.5.23", "A.8.3", "A.8.9"]),
    starter(Word::StarterOutage, &["uses_cloud", "uses_suppliers"], &[AVAILABILITY], &["A.5.22", "A.5.23", "A.5.30"]),
    starter(Word::StarterSupplier, &["uses_suppliers"], &[CONFIDENTIALITY], &["A.5.19", "A.5.20", "A.5.22"]),
    starter(
        Word::StarterPersonalData,
        &["personal_data", "sensitive_data"],
        &[CONFIDENTIALITY],
        &["A.5.31", "A.5.34", "A.8.10"],
    ),
    starter(
        Word::StarterSoftware,
        &["develops_software", "outsources_development"],
        &[CONFIDENTIALITY, INTEGRITY],
        &["A.8.25", "A.8.28", "A.8.29"],
    ),
    starter(
        Word::StarterPremises,
        &["has_premises", "equipment_rooms"],
        &[AVAILABILITY],
        &["A.5.29", "A.7.5", "A.7.11"],
    ),
];

impl Starter {
    /// What could happen.
    pub fn title(&self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(self.title)
    }

    /// The controls that usually treat it.
    pub fn controls(&self, catalogue: &Catalogue) -> Vec<ControlId> {
        self.controls.iter().filter_map(|id| catalogue.parse_control(id)).collect()
    }

    /// Whether it is offered: a fact calls for it, or none speaks against it yet.
    fn fits(&self, catalogue: &Catalogue, assessment: &Assessment) -> bool {
        let said = |fact: &&str| catalogue.parse_fact(fact).and_then(|id| assessment.facts.get(&id).copied());
        self.facts.is_empty() || self.facts.iter().any(|fact| said(fact) != Some(false))
    }
}

/// The risks to start from that fit what was said, without those that the register has already.
pub fn offered<'a>(
    catalogue: &'a Catalogue,
    assessment: &'a Assessment,
) -> impl Iterator<Item = &'static Starter> + 'a {
    let known = |it: &Starter| assessment.risks.values().any(|risk| risk.title == it.title(catalogue));
    STARTERS.iter().filter(move |it| it.fits(catalogue, assessment) && !known(it))
}

/// The edit that adds some of them to the register, each with what it harms and with the controls that treat it. How
/// likely and how bad they are, and what is done about them, is left to the person.
pub fn add(catalogue: &Catalogue, assessment: &Assessment, chosen: &[&Starter]) -> Edit {
    let mut after = assessment.clone();
    let mut edits = Vec::new();
    for it in chosen {
        let Some(id) = after.next_risk() else { break };
        let own = [
            Edit::Add(Part::Risk(id)),
            Edit::risk(id).title(it.title(catalogue).to_owned()),
            Edit::risk(id).affects(it.harms.iter().copied().collect()),
        ];
        let links = it.controls(catalogue).into_iter().map(|control| link_risk(&after, control, id, true));
        let edit = Edit::Batch(own.into_iter().chain(links).collect());
        let moment = after.updated.clone();
        after.apply(&edit, &moment);
        edits.push(edit);
    }
    Edit::Batch(edits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Timestamp;
    use crate::treatment::linked_controls;

    #[test]
    fn every_fact_and_control_of_a_starter_is_one_of_the_catalogue() {
        let catalogue = Catalogue::english();
        for it in &STARTERS {
            assert!(it.facts.iter().all(|fact| catalogue.parse_fact(fact).is_some()), "{it:?}");
            assert_eq!(it.controls(&catalogue).len(), it.controls.len(), "{it:?}");
        }
    }

    #[test]
    fn facts_offer_risks_and_what_is_added_is_offered_no_more() {
        let catalogue = Catalogue::english();
        let mut assessment = Assessment::default();
        assert_eq!(offered(&catalogue, &assessment).count(), STARTERS.len(), "while nothing is known, all");
        let software = catalogue.parse_fact("develops_software").expect("a fact");
        let outsourced = catalogue.parse_fact("outsources_development").expect("a fact");
        let now = Timestamp::default();
        for fact in [software, outsourced] {
            assessment.apply(&Edit::Fact(fact, Some(false)), &now);
        }
        let chosen: Vec<_> = offered(&catalogue, &assessment).take(2).collect();
        assert_eq!(offered(&catalogue, &assessment).count(), STARTERS.len() - 1);
        let before = assessment.clone();
        let edit = add(&catalogue, &assessment, &chosen);
        let undo = assessment.apply(&edit, &now);
        assert_eq!(offered(&catalogue, &assessment).count(), STARTERS.len() - 3);
        let first = *assessment.risks.keys().next().expect("a risk");
        assert_eq!(linked_controls(&assessment, first), chosen[0].controls(&catalogue));
        assessment.apply(&undo, &now);
        assert_eq!(assessment.risks, before.risks);
        assert_eq!(assessment.controls, before.controls);
    }
}
