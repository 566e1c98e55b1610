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
    applicable: Vec<(ControlId, &'a ControlEntry)>,
}

impl<'a> Standing<'a> {
    /// Lays an assessment out.
    pub fn new(catalogue: &'a Catalogue, assessment: &'a Assessment) -> Self {
        let mut items = vec![None; catalogue.requirements.len()];
        for (id, answer) in &assessment.answers {
            items[id.index()] = Some(&answer.item);
        }
        let targets = catalogue.requirements.iter().map(|it| Stage::ALL.map(|stage| it.target(stage, catalogue)));
        let mut controls = vec![None; catalogue.controls.len()];
        for (id, entry) in &assessment.controls {
            if let Some(index) = id.annex() {
                controls[index] = Some(entry);
            }
        }
        let own = assessment.custom_controls.keys().map(|id| ControlId::Custom(*id));
        let own = own.map(|id| (id, assessment.controls.get(&id)));
        let all = catalogue.control_ids().zip(controls.iter().copied()).chain(own);
        let applies = |(_, entry): &(_, &ControlEntry)| entry.decision.is_applicable();
        let applicable = all.filter_map(|(id, entry)| Some((id, entry?))).filter(applies).collect();
        Self { catalogue, assessment, items, targets: targets.collect(), controls, applicable }
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
        let id = self.catalogue.parse_requirement(id)?;
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

    /// How many controls of Annex A are decided.
    pub fn decided(&self) -> usize {
        self.catalogue.control_ids().filter(|id| self.decision(*id).is_decided()).count()
    }

    /// The controls that apply, with what was said about them: of Annex A in its order, then the organisation's own.
    pub fn applicable(&self) -> impl Iterator<Item = (ControlId, &'a ControlEntry)> {
        self.applicable.iter().copied()
    }
}
