//! What the header shows of the open assessment: its name, and where the last change is.

use super::SaveMark;
use crate::store::use_assessment;
use crate::text::catalogue;
use yew::prelude::*;

/// The part of the header that is about an assessment.
#[component]
pub fn Header() -> Html {
    let title = use_assessment(|assessment| Some(assessment.name(catalogue()).to_owned()));
    html! {
        <>
            <span class="open-title">{ title.unwrap_or_default() }</span>
            <SaveMark />
        </>
    }
}
