//! Numbers of risks and of controls of one's own: none is given twice in the life of an assessment.

use super::field::{kept, record};
use super::*;

record! {
    /// The last numbers that were given, where what had them is no longer there.
    LastNumbers from 48 {
        /// The last number of a risk.
        risks: Option<u32> = kept();
        /// The last number of a control of the organisation's own.
        custom_controls: Option<u32> = kept();
    }
}

impl Assessment {
    /// The id of the next risk, which no other has or ever had; `None` where all numbers are given.
    pub fn next_risk(&self) -> Option<RiskId> {
        let linked = self.controls.values().flat_map(|entry| &entry.risks);
        RiskId::next(self.risks.keys().chain(linked).map(|id| id.number()).chain(self.last_numbers.risks))
    }

    /// The id of the next control of the organisation's own, which no other has or ever had; `None` where all numbers
    /// are given.
    pub fn next_custom(&self) -> Option<CustomId> {
        let entries =
            self.controls.keys().filter_map(|id| if let ControlId::Custom(id) = id { Some(id) } else { None });
        let known = self.custom_controls.keys().chain(entries).map(|id| id.number());
        CustomId::next(known.chain(self.last_numbers.custom_controls))
    }

    /// What belongs to a risk or to a control of the organisation's own that is not there: links and entries, by their
    /// ids as files spell them.
    pub fn remains(&self, catalogue: &Catalogue) -> Vec<String> {
        let mut remains = Vec::new();
        for (id, entry) in &self.controls {
            if matches!(id, ControlId::Custom(own) if !self.custom_controls.contains_key(own)) {
                remains.push(id.name(catalogue));
            }
            let gone = entry.risks.iter().filter(|risk| !self.risks.contains_key(risk));
            remains.extend(gone.map(|risk| format!("{}: {risk}", id.name(catalogue))));
        }
        remains
    }

    /// The edits that make these the last numbers, of risks and of own controls, where they are later than what is known.
    pub(crate) fn raise_last_numbers(&self, lasts: [Option<u32>; 2]) -> Vec<Edit> {
        let known = [
            self.risks.keys().map(|id| id.number()).chain(self.last_numbers.risks).max(),
            self.custom_controls.keys().map(|id| id.number()).chain(self.last_numbers.custom_controls).max(),
        ];
        let fields = LastNumbers::FIELDS.iter().zip(lasts.into_iter().zip(known));
        let later = fields.filter(|(_, (last, known))| last > known);
        later.map(|(field, (last, _))| Edit::Set(Part::Meta, field, FieldValue::Number(last))).collect()
    }

    /// Remembers that a number was given.
    pub(super) fn remember_number(&mut self, part: Part) {
        let (last, number) = match part {
            Part::Risk(id) => (&mut self.last_numbers.risks, id.number()),
            Part::Custom(id) => (&mut self.last_numbers.custom_controls, id.number()),
            _ => return,
        };
        *last = (*last).max(Some(number));
        self.forget_known_numbers();
    }

    /// What is there says by itself that its number was given, so that nothing is written for it.
    pub(super) fn forget_known_numbers(&mut self) {
        let risks = self.risks.keys().next_back().map(|id| id.number());
        let controls = self.custom_controls.keys().next_back().map(|id| id.number());
        let last = &mut self.last_numbers;
        last.risks = last.risks.filter(|last| Some(*last) > risks);
        last.custom_controls = last.custom_controls.filter(|last| Some(*last) > controls);
    }
}
