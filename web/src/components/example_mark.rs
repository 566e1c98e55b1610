//! The mark of an example.

use crate::store::use_assessment;
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// Says that the open assessment is an example; nothing if it is not.
#[component]
pub fn ExampleMark() -> Html {
    let example = use_assessment(|open| open.example);
    html! {
        if example {
            <aside class="warning" data-testid="example"><p><strong>{ t(Word::ExampleMark) }</strong>{ " " }{ t(Word::ExampleMarkText) }</p></aside>
        }
    }
}
