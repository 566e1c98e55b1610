//! Which controls treat which risk.

use crate::assessment::{Assessment, Decision, Edit, Reason};
use crate::catalogue::{ControlId, RiskId};

/// The controls that are linked to a risk, those of Annex A first.
pub fn linked_controls(assessment: &Assessment, risk: RiskId) -> Vec<ControlId> {
    let linked = assessment.controls.iter().filter(|(_, entry)| entry.risks.contains(&risk));
    linked.map(|(id, _)| *id).collect()
}

/// The edit that links a risk to a control or takes the link away. A control that applies gets the reason `risk` with
/// its first link; whether another one applies stays the person's decision.
pub fn link_risk(assessment: &Assessment, control: ControlId, risk: RiskId, linked: bool) -> Edit {
    let mut edits = vec![Edit::Link(control, risk, linked)];
    if let (true, Decision::Applicable { reasons, .. }) = (linked, assessment.decision(control)) {
        edits.push(Edit::control(control).reasons(reasons.with(Reason::Risk, true)));
    }
    Edit::Batch(edits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Part, Reasons};
    use crate::catalogue::CustomId;
    use crate::{Catalogue, Timestamp};

    fn setting() -> (Assessment, ControlId, ControlId, RiskId) {
        let catalogue = Catalogue::english();
        let (backup, cloud) = (catalogue.parse_control("A.8.13").unwrap(), catalogue.parse_control("A.5.23").unwrap());
        let risk = RiskId::parse("R1").unwrap();
        let mut assessment = Assessment::default();
        let law =
            Decision::Applicable { reasons: Reasons::default().with(Reason::Legal, true), justification: "".into() };
        do_it(&mut assessment, &Edit::control(backup).decision(&law));
        do_it(&mut assessment, &Edit::Add(Part::Risk(risk)));
        (assessment, backup, cloud, risk)
    }

    fn do_it(assessment: &mut Assessment, edit: &Edit) -> Edit {
        assessment.apply(edit, &Timestamp::default())
    }

    #[test]
    fn a_linked_control_that_applies_gets_the_reason_risk_and_keeps_its_others() {
        let (mut assessment, backup, _, risk) = setting();
        let link = link_risk(&assessment, backup, risk, true);
        do_it(&mut assessment, &link);
        let reasons = Reasons::default().with(Reason::Legal, true).with(Reason::Risk, true);
        assert_eq!(assessment.decision(backup).reasons(), reasons);
    }

    #[test]
    fn a_linked_control_that_is_undecided_stays_undecided() {
        let (mut assessment, _, cloud, risk) = setting();
        let link = link_risk(&assessment, cloud, risk, true);
        do_it(&mut assessment, &link);
        assert_eq!(linked_controls(&assessment, risk), [cloud]);
        assert_eq!(*assessment.decision(cloud), Decision::Undecided);
    }

    #[test]
    fn a_new_risk_does_not_inherit_the_controls_of_a_removed_one() {
        let (mut assessment, backup, cloud, risk) = setting();
        for control in [backup, cloud] {
            let link = link_risk(&assessment, control, risk, true);
            do_it(&mut assessment, &link);
        }
        let before = assessment.clone();
        let removal = assessment.removal(Part::Risk(risk));
        let undo = do_it(&mut assessment, &removal);
        assert_eq!(assessment.next_risk(), RiskId::parse("R2"), "a number is given once");
        assert_eq!(linked_controls(&assessment, risk), []);
        do_it(&mut assessment, &undo);
        assert_eq!(assessment, before);
    }

    #[test]
    fn a_removed_control_of_ones_own_takes_all_along_that_was_said_about_it() {
        let (mut assessment, _, _, risk) = setting();
        let own = CustomId::parse("C.1").unwrap();
        do_it(&mut assessment, &Edit::Add(Part::Custom(own)));
        do_it(&mut assessment, &Edit::custom(own).name("Lock up".to_owned()));
        let control = ControlId::Custom(own);
        do_it(
            &mut assessment,
            &Edit::control(control).decision(&Decision::Excluded { justification: "No".to_owned() }),
        );
        do_it(&mut assessment, &Edit::control(control).item().owner("Ben".to_owned()));
        let link = link_risk(&assessment, control, risk, true);
        do_it(&mut assessment, &link);
        let before = assessment.clone();
        let removal = assessment.removal(Part::Custom(own));
        let undo = do_it(&mut assessment, &removal);
        assert_eq!(assessment.controls.get(&control), None);
        assert_eq!(linked_controls(&assessment, risk), []);
        assert_eq!(assessment.remains(&Catalogue::english()), [""; 0]);
        assert_eq!(assessment.next_custom(), CustomId::parse("C.2"));
        do_it(&mut assessment, &undo);
        assert_eq!(assessment, before);
    }

    #[test]
    fn no_number_is_given_twice_whatever_became_of_what_had_it() {
        let (catalogue, mut assessment) =
            (Catalogue::english(), Assessment::new("1".parse().expect("an id"), "", Timestamp::default()));
        for _ in 0..3 {
            let id = assessment.next_risk().unwrap();
            do_it(&mut assessment, &Edit::Add(Part::Risk(id)));
        }
        for number in ["R3", "R1"] {
            let removal = assessment.removal(Part::Risk(RiskId::parse(number).unwrap()));
            do_it(&mut assessment, &removal);
        }
        let read = Assessment::from_file(&assessment.to_file(&catalogue), &catalogue).unwrap();
        assert_eq!(read, assessment);
        assert_eq!(read.next_risk(), RiskId::parse("R4"));
        // What a file still says about a number that is gone is nothing that a new one begins with.
        let mut remains = Assessment::new("2".parse().expect("an id"), "", Timestamp::default());
        do_it(&mut remains, &Edit::Link(catalogue.parse_control("C.7").unwrap(), RiskId::parse("R5").unwrap(), true));
        assert_eq!(remains.remains(&catalogue), ["C.7", "C.7: R5"]);
        assert_eq!((remains.next_risk(), remains.next_custom()), (RiskId::parse("R6"), CustomId::parse("C.8")));
    }

    #[test]
    fn after_the_last_number_there_is_none() {
        let mut assessment = Assessment::default();
        do_it(&mut assessment, &Edit::Add(Part::Risk(RiskId::parse("R999999").unwrap())));
        assert_eq!(assessment.next_risk(), None);
        assert_eq!(RiskId::parse("R0"), None);
    }
}
