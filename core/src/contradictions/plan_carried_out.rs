//! `plan-carried-out`: 8.3-implement, the risk treatment plan is implemented, is done in practice, while 6.1.3-e, the
//! plan itself, is at 0 or 1.

use super::{Check, Contradiction, in_practice};
use crate::assessment::Level;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    let carried_out = in_practice(standing, "8.3-implement")?;
    let (plan, level) = standing.level_of("6.1.3-e")?;
    (level <= Level::Planned).then(|| Contradiction::new(Check::PlanCarriedOut, carried_out, vec![plan.into()]))
}
