//! The answered items of a sub-clause, as the rules about sub-clauses see them.

use super::{Finding, Grade, Grounds, Place, Rule};
use crate::assessment::Level;
use crate::catalogue::{Catalogue, ItemRef, RequirementId};
use crate::standing::Standing;
use crate::target::Stage;

/// The answered items of one sub-clause. Open items are nobody's fault yet: no rule counts them.
pub(super) struct Answered {
    /// The position of the sub-clause.
    pub subclause: usize,
    /// How many requirements the sub-clause has, open ones included.
    pub of: usize,
    /// All answered items.
    pub items: Vec<RequirementId>,
    /// How many of them are at 0 or 1.
    pub undecided: usize,
    /// Those of them that are below their stage 2 target.
    pub below: Vec<RequirementId>,
    /// Those of them that fall well short of it.
    pub short: Vec<RequirementId>,
}

impl Answered {
    pub fn of(standing: &Standing<'_>, subclause: usize) -> Self {
        let requirements = standing.catalogue.subclauses[subclause].requirements.clone();
        let mut answered = Self {
            subclause,
            of: requirements.len(),
            items: Vec::with_capacity(requirements.len()),
            undecided: 0,
            below: Vec::new(),
            short: Vec::new(),
        };
        for id in standing.catalogue.requirement_ids_in(requirements) {
            let Some(level) = standing.level(id) else { continue };
            answered.items.push(id);
            if level <= Level::Planned {
                answered.undecided += 1;
            }
            if level < standing.target(id, Stage::Two) {
                answered.below.push(id);
            }
            if level < standing.catalogue.requirement(id).passable() {
                answered.short.push(id);
            }
        }
        answered
    }

    /// The one that a finding is about; none for a finding about something else.
    pub fn of_finding(standing: &Standing<'_>, finding: &Finding) -> Option<Self> {
        match finding.place {
            Place::Subclause(subclause) => Some(Self::of(standing, subclause)),
            Place::Document(_) => None,
        }
    }
}

impl Grounds<'_> {
    /// A finding for each sub-clause of which a rule names some items.
    pub fn by_subclause(
        &self,
        rule: &'static Rule,
        grade: impl Fn(&Catalogue, usize) -> Grade,
        named: impl Fn(&Answered) -> Vec<RequirementId>,
    ) -> Vec<Finding> {
        let found = self.answered.iter().filter_map(|answered| {
            let items: Vec<ItemRef> = named(answered).into_iter().map(ItemRef::from).collect();
            let grade = grade(self.standing.catalogue, answered.subclause);
            (!items.is_empty()).then_some(Finding { rule, grade, place: Place::Subclause(answered.subclause), items })
        });
        found.collect()
    }
}

/// The fewest answered items of a sub-clause that have to reach their stage 2 target so that it is neither `absent` nor
/// `systemic`: those nearest to their target, which are the least work.
pub(super) fn fewest_to_lift_a_major(standing: &Standing<'_>, finding: &Finding) -> Vec<ItemRef> {
    let Some(answered) = Answered::of_finding(standing, finding) else { return Vec::new() };
    // Two may fall short wherever they stand, and half of them where there are more.
    let bearable = (answered.items.len() / 2).max(2);
    let needed = answered.short.len().saturating_sub(bearable).max(1);
    let value = |level: Level| level.value();
    let mut short = answered.short;
    short.sort_by_key(|id| value(standing.target(*id, Stage::Two)) - standing.level(*id).map_or(0, value));
    short.truncate(needed);
    short.sort();
    short.into_iter().map(ItemRef::from).collect()
}
