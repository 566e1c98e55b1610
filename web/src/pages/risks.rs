//! The risk register: small, honest, optional.

mod entry;
mod scales;

use crate::browser::focus;
use crate::components::{framed, heading, lead};
use crate::store::{store, use_assessment};
use crate::text::{catalogue, t};
use entry::RiskCard;
use readiness::Edit;
use readiness::assessment::Risk;
use readiness::catalogue::{RiskId, Word};
use readiness::picture::risk_grid;
use scales::Scales;
use yew::prelude::*;

/// The page.
#[component]
pub fn Risks() -> Html {
    let ids = use_assessment(|assessment| assessment.risks.keys().copied().collect::<Vec<_>>());
    let grid = use_assessment(|assessment| {
        (!assessment.risks.is_empty()).then(|| framed(&risk_grid(catalogue(), assessment)))
    });
    let added = use_mut_ref(|| None::<RiskId>);
    let add = {
        let added = added.clone();
        move |_| {
            if let Some(id) = store().read(|assessment| RiskId::next(assessment.risks.keys())) {
                added.replace(Some(id));
                store().apply(Edit::Risk(id, Some(Risk::default())));
            }
        }
    };
    // Whoever adds one goes on there, once it is shown.
    use_effect_with(ids.clone(), move |_| {
        if let Some(id) = added.take() {
            focus::focus(&format!("#{id} textarea"));
        }
    });
    html! {
        <>
            { heading(t(Word::MenuRisks)) }
            { lead(t(Word::RisksLead)) }
            <p>{ t(Word::RisksElsewhere) }</p>
            if let Some(grid) = grid {
                { grid }
            } else {
                <p class="empty">{ t(Word::RisksNone) }</p>
            }
            <Scales />
            { for ids.into_iter().map(|id| html! { <RiskCard key={id.to_string()} {id} /> }) }
            <button type="button" class="button" onclick={add} data-testid="add-risk">{ t(Word::RisksAdd) }</button>
        </>
    }
}
