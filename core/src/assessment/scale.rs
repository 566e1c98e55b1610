//! The scales on which risks are rated: likelihood and impact, in five steps each that the organisation can name.

use serde::{Deserialize, Serialize};

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
}

/// What the organisation calls the steps of its scales, the lowest first; an empty name is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct RiskScales {
    /// The names of likelihood 1 to 5.
    pub likelihood: [String; 5],
    /// The names of impact 1 to 5.
    pub impact: [String; 5],
}

impl RiskScales {
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

    pub(super) fn place(&mut self, scale: Scale, step: u8) -> &mut String {
        let names = match scale {
            Scale::Likelihood => &mut self.likelihood,
            Scale::Impact => &mut self.impact,
        };
        &mut names[position(step)]
    }
}

fn position(step: u8) -> usize {
    usize::from(step.clamp(*Scale::STEPS.start(), *Scale::STEPS.end()) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Assessment, Edit, ProfileChange};
    use crate::{Catalogue, Timestamp};
    use serde_json::json;

    fn now() -> Timestamp {
        Timestamp::new("2026-11-24T10:00:00Z")
    }

    #[test]
    fn a_file_without_named_steps_stays_as_it_is() {
        let empty = Assessment::new("1", "", now());
        assert_eq!(empty.to_value(&Catalogue::english())["profile"].get("risk_scales"), None);
    }

    #[test]
    fn each_step_of_each_scale_is_named_written_read_and_undone() {
        let catalogue = Catalogue::english();
        let mut assessment = Assessment::new("1", "", now());
        let before = assessment.clone();
        let name = |scale, step| format!("{scale:?} {step}");
        let all = || Scale::ALL.into_iter().flat_map(|scale| Scale::STEPS.map(move |step| (scale, step)));
        let edits = all().map(|(scale, step)| Edit::Profile(ProfileChange::RiskStep(scale, step, name(scale, step))));
        let undo = assessment.apply(&Edit::Batch(edits.collect()), &now());
        let read = Assessment::from_file(&assessment.to_file(&catalogue), &catalogue).unwrap();
        for (scale, step) in all() {
            assert_eq!(read.profile.risk_scales.name(scale, step), Some(name(scale, step).as_str()));
        }
        assessment.apply(&undo, &now());
        assert_eq!(assessment, before);
    }

    #[test]
    fn a_file_may_name_fewer_than_five_steps_but_not_six() {
        let catalogue = Catalogue::english();
        let read = |names: &[&str]| {
            let mut file = Assessment::new("1", "", now()).to_value(&catalogue);
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
