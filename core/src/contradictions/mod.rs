//! Contradictions: two things that a person said and that can't both hold. One file a check, under the check's name.
//!
//! They are not findings. They come first, since answers that contradict each other can't be trusted. Something that
//! was not said contradicts nothing: an open item, an unanswered fact and a document without a status are left alone.

mod audit_not_held;
mod check;
mod controls_not_in_place;
mod controls_undecided;
mod document_approved;
mod document_missing;
mod documents_required;
mod excluded_in_practice;
mod exclusion_called_for;
mod exclusion_treats_risk;
mod exclusion_unjustified;
mod facts_disagree;
mod inclusion_unjustified;
mod nothing_to_control;
mod plan_carried_out;
mod plan_without_treatment;
mod policy_communicated;
mod residual_unaccepted;
mod review_not_held;
mod review_without_audit;
mod risk_owner_missing;
mod risk_unassessed;
mod status_unknown;
mod words;

pub use check::Check;
pub use words::why;

use crate::assessment::Level;
use crate::catalogue::RequirementId;
use crate::item_ref::ItemRef;
use crate::standing::Standing;

/// Two things that can't both hold.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Contradiction {
    /// The check that found it.
    pub check: Check,
    /// What was said; never empty.
    pub said: Vec<ItemRef>,
    /// What was said against it; empty where both are about the same item.
    pub against: Vec<ItemRef>,
}

impl Contradiction {
    fn new(check: Check, said: impl Into<ItemRef>, against: Vec<ItemRef>) -> Self {
        Self { check, said: vec![said.into()], against }
    }

    /// All that it is between: what was said, then what was said against it.
    pub fn between(&self) -> impl Iterator<Item = ItemRef> {
        self.said.iter().chain(&self.against).copied()
    }
}

/// All contradictions, in the order of the standard by what was said.
pub fn all(standing: &Standing<'_>) -> Vec<Contradiction> {
    let mut found = Vec::new();
    found.extend(document_missing::find(standing));
    found.extend(document_approved::find(standing));
    found.extend(documents_required::find(standing));
    found.extend(policy_communicated::find(standing));
    found.extend(risk_owner_missing::find(standing));
    found.extend(risk_unassessed::find(standing));
    found.extend(controls_undecided::find(standing));
    found.extend(inclusion_unjustified::find(standing));
    found.extend(status_unknown::find(standing));
    found.extend(exclusion_unjustified::find(standing));
    found.extend(plan_without_treatment::find(standing));
    found.extend(residual_unaccepted::find(standing));
    found.extend(plan_carried_out::find(standing));
    found.extend(controls_not_in_place::find(standing));
    found.extend(audit_not_held::find(standing));
    found.extend(review_not_held::find(standing));
    found.extend(review_without_audit::find(standing));
    found.extend(exclusion_called_for::find(standing));
    found.extend(exclusion_treats_risk::find(standing));
    found.extend(excluded_in_practice::find(standing));
    found.extend(nothing_to_control::find(standing));
    found.extend(facts_disagree::find(standing));
    found.sort_by_key(|contradiction| (contradiction.said[0], contradiction.check));
    found
}

/// The requirement, if it is said to be done in practice at least.
fn in_practice(standing: &Standing<'_>, id: &str) -> Option<RequirementId> {
    standing.level_of(id).filter(|(_, level)| *level >= Level::Operating).map(|(id, _)| id)
}

/// The contradiction of a requirement that is said to be done in practice with whatever speaks against it.
fn unless_empty(
    check: Check,
    standing: &Standing<'_>,
    said: &str,
    against: impl FnOnce(&Standing<'_>) -> Vec<ItemRef>,
) -> Option<Contradiction> {
    let said = in_practice(standing, said)?;
    let against = against(standing);
    (!against.is_empty()).then(|| Contradiction::new(check, said, against))
}
