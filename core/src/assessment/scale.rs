//! The scales on which risks are rated: likelihood and impact, in five steps each that the organisation can name.

use super::field::{Leave, Next, said};
use super::{Edit, Entry, Field, FieldValue, Kind, Part, Portion, Slot};
use crate::catalogue::Word;

/// A scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// How likely something is.
    Likelihood,
    /// How bad it would be.
    Impact,
}

impl Scale {
    /// Both scales.
    pub const ALL: [Self; 2] = [Self::Likelihood, Self::Impact];
    /// The steps of each, the lowest first.
    pub const STEPS: std::ops::RangeInclusive<u8> = 1..=5;

    /// The field that names a step.
    pub fn field(self, step: u8) -> &'static Field {
        &RiskScales::FIELDS[self as usize * 5 + position(step)]
    }
}

/// What the organisation calls the steps of its scales, the lowest first; an empty name is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RiskScales {
    /// The names of likelihood 1 to 5.
    pub likelihood: [String; 5],
    /// The names of impact 1 to 5.
    pub impact: [String; 5],
}

/// The number of the first field of [`RiskScales`] in the profile.
const FIRST: u8 = 64;

impl RiskScales {
    /// The name of each step is a field: those of likelihood, then those of impact.
    pub const FIELDS: &'static [Field] = &{
        let mut fields = [step(0); 10];
        let mut index = 0;
        while index < 10 {
            fields[index as usize] = step(index);
            index += 1;
        }
        fields
    };

    /// Whether no step has a name.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The organisation's name of a step, if it has given one.
    pub fn name(&self, scale: Scale, step: u8) -> Option<&str> {
        let names = match scale {
            Scale::Likelihood => &self.likelihood,
            Scale::Impact => &self.impact,
        };
        Some(names[position(step)].trim()).filter(|name| !name.is_empty())
    }

    fn place(&self, at: u8) -> Option<&String> {
        let at = usize::from(at.checked_sub(FIRST)?);
        self.likelihood.iter().chain(&self.impact).nth(at)
    }
}

impl Edit {
    /// Names a step of a scale.
    pub fn risk_step(scale: Scale, step: u8, name: String) -> Self {
        Self::Set(Part::Profile, scale.field(step), FieldValue::Text(name))
    }
}

const fn step(index: u8) -> Field {
    let (label, name, about) = match index < 5 {
        true => (Word::ReportLikelihood, "likelihood", "The names of likelihood 1 to 5."),
        false => (Word::ReportImpact, "impact", "The names of impact 1 to 5."),
    };
    said(label, Leave::Clear(Portion::Risks), Next::Stays).always().field(
        FIRST + index,
        name,
        Kind::Nth(index % 5, 5),
        about,
    )
}

impl Entry for RiskScales {
    fn get(&self, at: u8) -> Option<FieldValue> {
        self.place(at).map(Slot::get)
    }

    fn set(&mut self, at: u8, value: &FieldValue) {
        let at = usize::from(at.wrapping_sub(FIRST));
        if let Some(name) = self.likelihood.iter_mut().chain(&mut self.impact).nth(at) {
            name.set(value);
        }
    }
}

fn position(step: u8) -> usize {
    usize::from(step.clamp(*Scale::STEPS.start(), *Scale::STEPS.end()) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Assessment, Edit};
    use crate::{Catalogue, Timestamp};
    use serde_json::json;

    fn now() -> Timestamp {
        Timestamp::new("2026-11-24T10:00:00Z")
    }

    #[test]
    fn each_step_of_each_scale_is_a_field_of_its_own() {
        let catalogue = Catalogue::english();
        let mut assessment = Assessment::new("1".parse().expect("an id"), "", now());
        let name = |scale, step| format!("{scale:?} {step}");
        let all = || Scale::ALL.into_iter().flat_map(|scale| Scale::STEPS.map(move |step| (scale, step)));
        for (scale, step) in all() {
            assessment.apply(&Edit::risk_step(scale, step, name(scale, step)), &now());
        }
        let read = Assessment::from_file(&assessment.to_file(&catalogue), &catalogue).unwrap();
        for (scale, step) in all() {
            assert_eq!(read.profile.risk_scales.name(scale, step), Some(name(scale, step).as_str()));
        }
    }

    #[test]
    fn a_file_may_name_fewer_than_five_steps_but_not_six() {
        let catalogue = Catalogue::english();
        let read = |names: &[&str]| {
            let mut file = Assessment::new("1".parse().expect("an id"), "", now()).to_value(&catalogue);
            file["profile"]["risk_scales"] = json!({ "impact": names });
            Assessment::from_value(&file, &catalogue).map(|assessment| assessment.profile.risk_scales)
        };
        let named = read(&["a day lost", " "]).unwrap();
        assert_eq!(named.name(Scale::Impact, 1), Some("a day lost"));
        assert_eq!(named.name(Scale::Impact, 2), None);
        assert_eq!(named.name(Scale::Likelihood, 1), None);
        let error = read(&["1", "2", "3", "4", "5", "6"]).unwrap_err().to_string();
        assert_eq!(error, "profile, risk_scales, impact: a list of at most 5 texts is expected here");
    }
}
