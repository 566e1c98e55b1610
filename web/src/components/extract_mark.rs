//! The mark of an extract.

use crate::store::use_assessment;
use crate::text::{catalogue, t};
use readiness::catalogue::Word;
use yew::prelude::*;

/// Says that the open assessment is an extract, and what it lacks; nothing if it is whole.
#[component]
pub fn ExtractMark() -> Html {
    let left_out = use_assessment(|assessment| assessment.left_out());
    html! {
        if !left_out.is_empty() {
            <aside class="warning" data-testid="extract">
                <p><strong>{ t(Word::ExtractMark) }</strong>{ " " }{ t(Word::ExtractMarkText) }</p>
                <p>{ t(Word::ReportExtractLacks) }{ ": " }{ left_out.words(catalogue()) }</p>
            </aside>
        }
    }
}
