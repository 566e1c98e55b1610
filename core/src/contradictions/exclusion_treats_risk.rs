//! `exclusion-treats-risk`: a control is excluded, while a risk is linked to it.

use super::{Check, Contradiction};
use crate::catalogue::ControlId;
use crate::item_ref::ItemRef;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> impl Iterator<Item = Contradiction> {
    let own = standing.assessment.custom_controls.keys().map(|id| ControlId::Custom(*id));
    let controls = standing.catalogue.control_ids().chain(own);
    controls.filter(|id| standing.decision(*id).is_excluded()).filter_map(|id| {
        let risks: Vec<ItemRef> = standing.assessment.risks_of(id).map(|(risk, _)| risk.into()).collect();
        (!risks.is_empty()).then(|| Contradiction::new(Check::ExclusionTreatsRisk, id, risks))
    })
}
