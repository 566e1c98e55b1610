//! The answered items of a sub-clause, as the rules about sub-clauses see them.

use super::{Finding, Grade, Grounds, Place, Rule};
use crate::assessment::Level;
use crate::catalogue::{Catalogue, ItemRef, RequirementId};
use crate::standing::Standing;
use crate::target::Stage;

/// An answered item.
pub(super) struct Said {
    pub id: RequirementId,
    /// Whether it is at 0 or 1.
    pub is_undecided: bool,
    /// Whether it is below its stage 2 target.
    pub is_below: bool,
    /// Whether it falls well short of it.
    pub is_short: bool,
}

/// The answered items of one sub-clause. Open items are nobody's fault yet: no rule counts them.
pub(super) struct Answered {
    /// The position of the sub-clause.
    pub subclause: usize,
    /// How many requirements the sub-clause has, open ones included.
    pub of: usize,
    /// All answered items.
    pub items: Vec<Said>,
}

impl Answered {
    pub fn of(standing: &Standing<'_>, subclause: usize) -> Self {
        let requirements = standing.catalogue.subclauses[subclause].requirements.clone();
        let of = requirements.len();
        let mut items = Vec::with_capacity(of);
        items.extend(standing.catalogue.requirement_ids_in(requirements).filter_map(|id| {
            let level = standing.level(id)?;
            Some(Said {
                id,
                is_undecided: level <= Level::Planned,
                is_below: level < standing.target(id, Stage::Two),
                is_short: level < standing.catalogue.requirement(id).passable(),
            })
        }));
        Self { subclause, of, items }
    }

    /// How many of the items are like this.
    pub fn count(&self, is_so: impl Fn(&Said) -> bool) -> usize {
        self.items.iter().filter(|said| is_so(said)).count()
    }

    /// Those that are below their stage 2 target.
    pub fn below(&self) -> impl Iterator<Item = RequirementId> {
        self.items.iter().filter(|said| said.is_below).map(|said| said.id)
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
    pub fn by_subclause<'a, I: Iterator<Item = RequirementId>>(
        &'a self,
        rule: &'static Rule,
        grade: impl Fn(&Catalogue, usize) -> Grade,
        named: impl Fn(&'a Answered) -> Option<I>,
    ) -> Vec<Finding> {
        let found = self.answered.iter().filter_map(|answered| {
            let items: Vec<ItemRef> = named(answered)?.map(ItemRef::from).collect();
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
    let mut short: Vec<_> = answered.items.iter().filter(|said| said.is_short).map(|said| said.id).collect();
    let needed = short.len().saturating_sub(bearable).max(1);
    let value = |level: Level| level.value();
    short.sort_by_key(|id| value(standing.target(*id, Stage::Two)) - standing.level(*id).map_or(0, value));
    short.truncate(needed);
    short.sort();
    short.into_iter().map(ItemRef::from).collect()
}
