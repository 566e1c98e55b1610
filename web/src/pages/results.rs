//! To be written.

use crate::components::heading;
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// The page.
#[component]
pub fn Results() -> Html {
    heading(t(Word::MenuResults))
}
