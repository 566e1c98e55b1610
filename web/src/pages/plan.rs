//! To be written.

use crate::components::heading;
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// The page.
#[component]
pub fn PlanPage() -> Html {
    heading(t(Word::MenuPlan))
}
