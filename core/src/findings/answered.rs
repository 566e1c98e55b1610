//! The answered items of a sub-clause, as the rules about sub-clauses see them.

use crate::assessment::Level;
use crate::catalogue::RequirementId;
use crate::scoring::Stage;
use crate::standing::Standing;

/// The answered items of one sub-clause. Open items are nobody's fault yet: no rule counts them.
pub(super) struct Answered {
    /// The position of the sub-clause.
    pub subclause: usize,
    /// All answered items.
    pub items: Vec<RequirementId>,
    /// How many of them are at 0 or 1.
    pub undecided: usize,
    /// Those of them that are below their stage 2 target.
    pub below: Vec<RequirementId>,
}

impl Answered {
    pub fn of(standing: &Standing<'_>, subclause: usize) -> Self {
        let requirements = standing.catalogue.subclauses[subclause].requirements.clone();
        let mut answered =
            Self { subclause, items: Vec::with_capacity(requirements.len()), undecided: 0, below: Vec::new() };
        for id in standing.catalogue.requirement_ids_in(requirements) {
            let Some(level) = standing.level(id) else { continue };
            answered.items.push(id);
            if level <= Level::Planned {
                answered.undecided += 1;
            }
            if level < standing.target(id, Stage::Two) {
                answered.below.push(id);
            }
        }
        answered
    }
}
