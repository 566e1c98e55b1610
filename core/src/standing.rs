//! Where an assessment stands against a catalogue: what the rules look up, looked up once for all of them.

use crate::assessment::{Assessment, ControlEntry, Decision, Item, Level};
use crate::catalogue::{Catalogue, ControlId, RequirementId};
use crate::target::Stage;

/// An assessment laid out in the order of its catalogue.
///
/// The rules ask for the same few things of every item, after every click; this makes each question an array access.
#[derive(Debug)]
pub struct Standing<'a> {
    /// What the standard asks.
    pub catalogue: &'a Catalogue,
    /// What the person said.
    pub assessment: &'a Assessment,
    items: Vec<Option<&'a Item>>,
    /// What stage 1 and stage 2 ask of each requirement.
    targets: Vec<[Level; 2]>,
    controls: Vec<Option<&'a ControlEntry>>,
    /// The controls that apply and those that are excluded, of Annex A in its order, then the organisation's own.
    applicable: Vec<(ControlId, &'a ControlEntry)>,
    excluded: Vec<(ControlId, &'a ControlEntry)>,
    /// How many requirements have a level.
    pub answered: usize,
    /// How many controls of Annex A are decided.
    pub decided: usize,
}

impl<'a> Standing<'a> {
    /// Lays an assessment out.
    pub fn new(catalogue: &'a Catalogue, assessment: &'a Assessment) -> Self {
        let targets = catalogue.requirements.iter().map(|it| Stage::ALL.map(|stage| it.target(stage, catalogue)));
        let mut standing = Self {
            catalogue,
            assessment,
            items: vec![None; catalogue.requirements.len()],
            targets: targets.collect(),
            controls: vec![None; catalogue.controls.len()],
            applicable: Vec::with_capacity(assessment.controls.len()),
            excluded: Vec::new(),
            answered: 0,
            decided: 0,
        };
        for (id, answer) in &assessment.answers {
            standing.items[id.index()] = Some(&answer.item);
            standing.answered += usize::from(answer.item.level.is_some());
        }
        for (id, entry) in &assessment.controls {
            match *id {
                // What is said of one that was removed is nobody's decision.
                ControlId::Custom(own) if !assessment.custom_controls.contains_key(&own) => continue,
                ControlId::Custom(_) => {}
                ControlId::Annex(id) => {
                    standing.controls[id.index()] = Some(entry);
                    standing.decided += usize::from(entry.decision.is_decided());
                }
            }
            match entry.decision {
                Decision::Applicable { .. } => standing.applicable.push((*id, entry)),
                Decision::Excluded { .. } => standing.excluded.push((*id, entry)),
                Decision::Undecided => {}
            }
        }
        standing
    }

    /// What was said about a requirement.
    pub fn item(&self, id: RequirementId) -> Option<&'a Item> {
        self.items[id.index()]
    }

    /// The level of a requirement; `None` while it is open.
    pub fn level(&self, id: RequirementId) -> Option<Level> {
        self.item(id)?.level
    }

    /// The level of the requirement with this id; `None` while it is open, or if there is none.
    pub fn level_of(&self, id: &str) -> Option<(RequirementId, Level)> {
        // It begins with the id of its sub-clause, of which there are few.
        let subclause = self.catalogue.subclause(id.split_once('-')?.0)?;
        let mut ids = self.catalogue.requirement_ids_in(self.catalogue.subclauses[subclause].requirements.clone());
        let id = ids.find(|it| it.name(self.catalogue) == id)?;
        Some((id, self.level(id)?))
    }

    /// The level that a requirement needs for a stage.
    pub fn target(&self, id: RequirementId, stage: Stage) -> Level {
        self.targets[id.index()][stage as usize]
    }

    /// What was said about a control.
    pub fn control(&self, id: ControlId) -> Option<&'a ControlEntry> {
        match id.annex() {
            Some(index) => self.controls[index],
            None => self.assessment.controls.get(&id),
        }
    }

    /// What was decided about a control.
    pub fn decision(&self, id: ControlId) -> &'a Decision {
        self.control(id).map_or(&Decision::Undecided, |entry| &entry.decision)
    }

    /// Whether what was decided about a control has the words or the reasons that it needs.
    pub fn is_justified(&self, id: ControlId) -> bool {
        self.control(id).is_some_and(ControlEntry::is_justified)
    }

    /// Whether a control applies, and nothing was said about how far it is.
    pub fn lacks_level(&self, id: ControlId) -> bool {
        self.control(id).is_some_and(|entry| entry.decision.is_applicable() && entry.item.level.is_none())
    }

    /// The controls that apply, with what was said about them: of Annex A in its order, then the organisation's own.
    pub fn applicable(&self) -> impl Iterator<Item = (ControlId, &'a ControlEntry)> {
        self.applicable.iter().copied()
    }

    /// The controls that are excluded, with what was said about them, in the same order.
    pub fn excluded(&self) -> impl Iterator<Item = (ControlId, &'a ControlEntry)> {
        self.excluded.iter().copied()
    }
}
