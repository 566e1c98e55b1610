//! `review-not-held`: 9.3.3-document, evidence of the results of management reviews is kept, is done in practice, while
//! nothing exists yet for 9.3.1-interval, the reviews themselves.

use super::{Check, Contradiction, in_practice};
use crate::assessment::Level;
use crate::standing::Standing;

pub(super) fn find(standing: &Standing<'_>) -> Option<Contradiction> {
    let kept = in_practice(standing, "9.3.3-document")?;
    let (held, level) = standing.level_of("9.3.1-interval")?;
    (level == Level::NotStarted).then(|| Contradiction::new(Check::ReviewNotHeld, kept, vec![held.into()]))
}
