//! `nothing-to-control`: a control applies for which the profile says that there is nothing: all facts that would call
//! for it are answered with no, as with secure coding where nobody develops.

use super::{Check, Contradiction};
use crate::catalogue::When;
use crate::item_ref::ItemRef;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> impl Iterator<Item = Contradiction> {
    standing.applicable().filter_map(|(id, _)| {
        // A small number of people makes a control less likely, but never pointless.
        let When::AnyOf(facts) = &standing.catalogue.control(id)?.when else { return None };
        let nothing = facts.iter().all(|fact| standing.assessment.facts.get(fact) == Some(&false));
        nothing.then(|| {
            let against = facts.iter().map(|fact| ItemRef::from(*fact)).collect();
            Contradiction::new(Check::NothingToControl, id, against)
        })
    })
}
