//! `facts-disagree`: a fact is true that can only be so if another one is, and that one is false.

use super::{Check, Contradiction};
use crate::standing::Standing;

/// The first can't be without the second.
const NEEDS: [(&str, &str); 3] =
    [("secure_areas", "has_premises"), ("own_cabling", "has_premises"), ("cloud_workloads", "uses_cloud")];

pub(super) fn find(standing: &Standing<'_>) -> impl Iterator<Item = Contradiction> {
    NEEDS.into_iter().filter_map(|(narrow, wide)| {
        let fact = |id, expected| {
            let id = standing.catalogue.parse_fact(id)?;
            (standing.assessment.facts.get(&id) == Some(&expected)).then_some(id)
        };
        Some(Contradiction::new(Check::FactsDisagree, fact(narrow, true)?, vec![fact(wide, false)?.into()]))
    })
}
