//! Which controls treat which risk.

use crate::assessment::{Assessment, ControlChange, Decision, Edit, Reason};
use crate::catalogue::{ControlId, RiskId};

/// The controls that are linked to a risk, those of Annex A first.
pub fn linked_controls(assessment: &Assessment, risk: RiskId) -> Vec<ControlId> {
    let linked = assessment.controls.iter().filter(|(_, entry)| entry.risks.contains(&risk));
    linked.map(|(id, _)| *id).collect()
}

/// The edit that links a risk to a control or takes the link away. A control that applies gets the reason `risk` with
/// its first link; whether another one applies stays the person's decision.
pub fn link_risk(assessment: &Assessment, control: ControlId, risk: RiskId, linked: bool) -> Edit {
    let mut risks = assessment.controls.get(&control).map(|entry| entry.risks.clone()).unwrap_or_default();
    risks.retain(|known| *known != risk);
    if linked {
        risks.push(risk);
        risks.sort_unstable();
    }
    let mut edits = vec![Edit::Control(control, ControlChange::Risks(risks))];
    if let (true, Decision::Applicable { reasons, justification }) = (linked, assessment.decision(control)) {
        let decision =
            Decision::Applicable { reasons: reasons.with(Reason::Risk, true), justification: justification.clone() };
        edits.push(Edit::Control(control, ControlChange::Decision(decision)));
    }
    Edit::Batch(edits)
}

/// The edit that removes a risk and its links: the next risk may get the same id, and must not inherit them.
pub fn remove_risk(assessment: &Assessment, risk: RiskId) -> Edit {
    let links =
        linked_controls(assessment, risk).into_iter().map(|control| link_risk(assessment, control, risk, false));
    Edit::Batch(links.chain([Edit::Risk(risk, None)]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Reasons, Risk};
    use crate::{Catalogue, Timestamp};

    fn setting() -> (Assessment, ControlId, ControlId, RiskId) {
        let catalogue = Catalogue::english();
        let (backup, cloud) = (catalogue.parse_control("A.8.13").unwrap(), catalogue.parse_control("A.5.23").unwrap());
        let risk = RiskId::parse("R1").unwrap();
        let mut assessment = Assessment::default();
        let law =
            Decision::Applicable { reasons: Reasons::default().with(Reason::Legal, true), justification: "".into() };
        do_it(&mut assessment, &Edit::Control(backup, ControlChange::Decision(law)));
        do_it(&mut assessment, &Edit::Risk(risk, Some(Risk::default())));
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
        let removal = remove_risk(&assessment, risk);
        let undo = do_it(&mut assessment, &removal);
        assert_eq!(RiskId::next(assessment.risks.keys()), risk);
        assert_eq!(linked_controls(&assessment, risk), []);
        do_it(&mut assessment, &undo);
        assert_eq!(assessment, before);
    }
}
