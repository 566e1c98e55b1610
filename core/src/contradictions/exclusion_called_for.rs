//! `exclusion-called-for`: a control is excluded that a fact of the profile calls for, or the number of people.

use super::{Check, Contradiction};
use crate::catalogue::When;
use crate::item_ref::ItemRef;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> impl Iterator<Item = Contradiction> {
    let excluded = standing.catalogue.control_ids().filter(|id| standing.decision(*id).is_excluded());
    excluded.filter_map(|id| {
        let assessment = standing.assessment;
        let against: Vec<ItemRef> = match &standing.catalogue.control(id)?.when {
            // That most organisations need a control is no fact about this one.
            When::Always => return None,
            When::MorePeopleThan(limit) => {
                let many = assessment.profile.people.is_some_and(|people| people > *limit);
                many.then_some(ItemRef::People).into_iter().collect()
            }
            When::AnyOf(facts) => {
                let is_true = |fact: &&_| assessment.facts.get(fact) == Some(&true);
                facts.iter().filter(is_true).map(|fact| (*fact).into()).collect()
            }
        };
        (!against.is_empty()).then(|| Contradiction::new(Check::ExclusionCalledFor, id, against))
    })
}
