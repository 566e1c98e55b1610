//! What the facts of the profile say, against each other.

use super::{Check, sides};
use crate::catalogue::Word;

/// The first can't be without the second.
const NEEDS: [(&str, &str); 3] =
    [("secure_areas", "has_premises"), ("own_cabling", "has_premises"), ("cloud_workloads", "uses_cloud")];

pub(super) static CHECKS: [Check; 1] = [
    // A fact is true that can only be so if another one is, and that one is false.
    Check {
        name: "facts-disagree",
        why: Word::ContradictionFactsDisagree,
        find: |standing, _| {
            let fact = |id, expected| {
                let id = standing.catalogue.parse_fact(id)?;
                (standing.assessment.facts.get(&id) == Some(&expected)).then_some(id)
            };
            let found = NEEDS.into_iter().filter_map(|(narrow, wide)| sides([fact(narrow, true)?], fact(wide, false)));
            found.collect()
        },
    },
];
