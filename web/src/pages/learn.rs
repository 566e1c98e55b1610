//! To be written.

use crate::components::heading;
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// The page.
#[component]
pub fn Learn() -> Html {
    heading(t(Word::MenuLearn))
}

/// Properties of [`Reading`].
#[derive(PartialEq, Properties)]
pub struct ReadingProps {
    /// The page's id.
    pub id: &'static str,
}

/// A reading page.
#[component]
pub fn Reading(props: &ReadingProps) -> Html {
    heading(props.id)
}
