//! What to do first.

use crate::route::Route;
use crate::store::use_assessment;
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// The ways to a first answer, on pages that have nothing to say before there is one; nothing after that.
#[component]
pub fn GetStarted() -> Html {
    if use_assessment(|assessment| assessment.answered() > 0) {
        return html! {};
    }
    html! {
        <div class="card" data-testid="begin">
            <p>{ t(Word::BeginText) }</p>
            <div class="actions">
                <a class="button" href={Route::Quick.href()}>{ t(Word::BeginQuick) }</a>
                <a class="button" href={Route::Clauses.href()}>{ t(Word::BeginAll) }</a>
            </div>
        </div>
    }
}
