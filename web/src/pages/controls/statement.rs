//! What heads the Statement of Applicability: its version, and who approved it when.

use crate::browser::{EARLIEST, day_of, value_of};
use crate::components::use_unfolded;
use crate::store::{store, use_part};
use crate::text::t;
use readiness::Edit;
use readiness::assessment::Part;
use readiness::catalogue::Word;
use yew::prelude::*;

/// The fields, folded away: they are filled in once the statement is.
#[component]
pub fn Heading() -> Html {
    let soa = use_part(Part::Meta, |assessment| assessment.soa.clone());
    let (drawn, draw) = use_unfolded(false);
    let approved = soa.approved.map(|day| day.to_string()).unwrap_or_default();
    html! {
        <details class="card" ontoggle={draw} data-testid="soa-heading">
            <summary>{ t(Word::SoaHeading) }</summary>
            if drawn {
                <p>{ t(Word::SoaHeadingText) }</p>
                <div class="pair">
                    <label class="field">
                        <span>{ t(Word::SoaVersion) }</span>
                        <input type="text" data-testid="soa-version" value={soa.version} oninput={|event: InputEvent| store().apply(Edit::soa().version(value_of(&event)))} />
                    </label>
                    <label class="field">
                        <span>{ t(Word::SoaApproved) }</span>
                        <input type="date" min={EARLIEST} data-testid="soa-approved" value={approved}
                            onchange={|event: Event| day_of(&event).into_iter().for_each(|day| store().apply(Edit::soa().approved(day)))} />
                    </label>
                    <label class="field">
                        <span>{ t(Word::SoaBy) }</span>
                        <input type="text" data-testid="soa-by" value={soa.by} oninput={|event: InputEvent| store().apply(Edit::soa().by(value_of(&event)))} />
                    </label>
                </div>
            }
        </details>
    }
}
