//! What cloud services that many small firms use can say for controls: words, evidence and a likely level, which a person
//! confirms group by group.

use crate::applicability::{Suggestion, suggestion};
use crate::assessment::{Assessment, Decision, Edit, Evidence, Level, Reason, Reasons};
use crate::catalogue::{Catalogue, ControlId, Word};

/// A cloud service.
#[derive(Debug, PartialEq, Eq)]
pub struct Service {
    /// Its name.
    pub name: Word,
    /// What can be so there, group by group.
    pub groups: &'static [Group],
}

/// Something that is so where a service is set up well, and the controls that it bears on.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// What is so, in a sentence that can stand in a note.
    says: Word,
    /// What shows it.
    evidence: Word,
    controls: &'static [&'static str],
}

/// The level that a control likely has once a person has confirmed that it is so.
pub const LIKELY: Level = Level::Operating;

const fn group(says: Word, evidence: Word, controls: &'static [&'static str]) -> Group {
    Group { says, evidence, controls }
}

/// The services.
#[rustfmt::skip]
pub static SERVICES: [Service; 3] = [
    Service { name: Word::ServiceMicrosoft, groups: &[
        group(Word::ServiceMicrosoftLogin, Word::ServiceMicrosoftLoginShown, &["A.5.17", "A.8.5"]),
        group(Word::ServiceMicrosoftSharing, Word::ServiceMicrosoftSharingShown, &["A.5.15", "A.8.3"]),
        group(Word::ServiceMicrosoftMail, Word::ServiceMicrosoftMailShown, &["A.8.7"]),
        group(Word::ServiceMicrosoftLog, Word::ServiceMicrosoftLogShown, &["A.8.15"]),
        group(Word::ServiceMicrosoftProvider, Word::ServiceMicrosoftProviderShown, &["A.5.22", "A.5.23"]),
    ] },
    Service { name: Word::ServiceGoogle, groups: &[
        group(Word::ServiceGoogleLogin, Word::ServiceGoogleLoginShown, &["A.5.17", "A.8.5"]),
        group(Word::ServiceGoogleSharing, Word::ServiceGoogleSharingShown, &["A.5.15", "A.8.3"]),
        group(Word::ServiceGoogleMail, Word::ServiceGoogleMailShown, &["A.8.7"]),
        group(Word::ServiceGoogleLog, Word::ServiceGoogleLogShown, &["A.8.15"]),
        group(Word::ServiceGoogleProvider, Word::ServiceGoogleProviderShown, &["A.5.22", "A.5.23"]),
    ] },
    Service { name: Word::ServiceAws, groups: &[
        group(Word::ServiceAwsLogin, Word::ServiceAwsLoginShown, &["A.5.17", "A.8.2", "A.8.5"]),
        group(Word::ServiceAwsNetwork, Word::ServiceAwsNetworkShown, &["A.8.20", "A.8.22"]),
        group(Word::ServiceAwsLog, Word::ServiceAwsLogShown, &["A.8.15"]),
        group(Word::ServiceAwsBackup, Word::ServiceAwsBackupShown, &["A.8.13"]),
        group(Word::ServiceAwsEncryption, Word::ServiceAwsEncryptionShown, &["A.8.24"]),
        group(Word::ServiceAwsProvider, Word::ServiceAwsProviderShown, &["A.5.22", "A.5.23"]),
    ] },
];

impl Group {
    /// What is so.
    pub fn says(&self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(self.says)
    }

    /// What shows it.
    pub fn evidence(&self, catalogue: &Catalogue) -> &'static str {
        catalogue.word(self.evidence)
    }

    /// The controls that it bears on.
    pub fn controls(&self, catalogue: &Catalogue) -> Vec<ControlId> {
        self.controls.iter().filter_map(|id| catalogue.parse_control(id)).collect()
    }

    /// Whether it was confirmed: each of its controls lists what shows it, or is excluded.
    pub fn is_confirmed(&self, catalogue: &Catalogue, assessment: &Assessment) -> bool {
        let shown = |id: &ControlId| {
            let entry = assessment.controls.get(id);
            entry.is_some_and(|it| it.item.evidence.iter().any(|said| said.what == self.evidence(catalogue)))
        };
        self.controls(catalogue).iter().all(|id| shown(id) || assessment.decision(*id).is_excluded())
    }

    /// The edit that says it of its controls. What a person said stands: a level that is there, a note, a decision. A
    /// control that is excluded is left alone; one that is undecided applies from now on.
    pub fn confirm(&self, catalogue: &Catalogue, assessment: &Assessment) -> Edit {
        let controls = self.controls(catalogue).into_iter().filter(|id| !assessment.decision(*id).is_excluded());
        Edit::Batch(controls.flat_map(|id| self.say_of(id, catalogue, assessment)).collect())
    }

    fn say_of(&self, id: ControlId, catalogue: &Catalogue, assessment: &Assessment) -> Vec<Edit> {
        let item = assessment.controls.get(&id).map(|entry| entry.item.clone()).unwrap_or_default();
        let (says, shows) = (self.says(catalogue).to_owned(), Evidence::from(self.evidence(catalogue)));
        let mut edits = Vec::new();
        if !assessment.decision(id).is_decided() {
            let suggested = match suggestion(catalogue, assessment, id) {
                it @ Suggestion::Applicable(_) => it.decision(catalogue, assessment, id),
                _ => None,
            };
            let business = Reasons::default().with(Reason::Business, true);
            let own = || Decision::Applicable { reasons: business, justification: says.clone() };
            edits.push(Edit::control(id).decision(&suggested.unwrap_or_else(own)));
        }
        if item.level.is_none() {
            edits.push(Edit::control(id).item().level(Some(LIKELY)));
        }
        if item.note.trim().is_empty() {
            edits.push(Edit::control(id).item().note(says));
        }
        if item.evidence.iter().all(|said| said.what != shows.what) {
            edits.push(Edit::control(id).item().evidence(item.evidence.into_iter().chain([shows]).collect()));
        }
        edits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Timestamp;

    #[test]
    fn every_control_of_a_group_is_one_of_the_catalogue() {
        let catalogue = Catalogue::english();
        for group in SERVICES.iter().flat_map(|service| service.groups) {
            assert_eq!(group.controls(&catalogue).len(), group.controls.len(), "{group:?}");
        }
    }

    #[test]
    fn what_is_confirmed_is_said_of_its_controls_and_nothing_that_was_said_is_lost() {
        let catalogue = Catalogue::english();
        let (mut assessment, now) = (Assessment::default(), Timestamp::default());
        let [login, secure] = ["A.5.17", "A.8.5"].map(|id| catalogue.parse_control(id).expect("a control"));
        let out = Decision::Excluded { justification: "No such thing.".to_owned() };
        assessment.apply(&Edit::control(login).decision(&out), &now);
        assessment.apply(&Edit::control(secure).item().level(Some(Level::Planned)), &now);
        let before = assessment.clone();
        let group = &SERVICES[0].groups[0];
        assert!(!group.is_confirmed(&catalogue, &assessment));
        let edit = group.confirm(&catalogue, &assessment);
        let undo = assessment.apply(&edit, &now);
        assert!(group.is_confirmed(&catalogue, &assessment));
        assert_eq!(assessment.controls.get(&login), before.controls.get(&login), "an exclusion stands");
        let entry = assessment.controls.get(&secure).expect("an entry");
        assert!(entry.decision.is_applicable());
        assert_eq!((entry.item.level, &*entry.item.note), (Some(Level::Planned), group.says(&catalogue)));
        assert_eq!(entry.item.evidence, [Evidence::from(group.evidence(&catalogue))]);
        assessment.apply(&undo, &now);
        assert_eq!(assessment.controls, before.controls);
    }
}
