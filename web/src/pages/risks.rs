//! The risk register: small and honest.

mod entry;
mod scales;
mod starters;

use crate::browser::focus;
use crate::components::{framed, heading, lead, use_slices};
use crate::store::{store, use_assessment};
use crate::text::{catalogue, t};
use entry::RiskCard;
use readiness::assessment::{Part, Risk};
use readiness::catalogue::{RiskId, Word};
use readiness::picture::risk_grid;
use readiness::{Assessment, Edit};
use scales::Scales;
use starters::Starters;
use std::cmp::Reverse;
use yew::prelude::*;

/// How many risks are drawn when the page is opened, more than a window shows beside the grid. The others come together:
/// each slice draws the grid again.
const FIRST: usize = 2;

/// The page.
#[component]
pub fn Risks() -> Html {
    let ids = use_assessment(|assessment| assessment.risks.keys().copied().collect::<Vec<_>>());
    // A grid without a risk on it says nothing.
    let grid = use_assessment(|assessment| {
        let is_rated = |risk: &Risk| risk.likelihood.is_some() && risk.impact.is_some();
        assessment.risks.values().any(is_rated).then(|| framed(&risk_grid(catalogue(), assessment)))
    });
    // Sorted when the page is opened and when one comes or goes: none moves away under the hand that rates it.
    let sorted = use_memo(ids, |_| store().read(gravest_first).unwrap_or_default());
    let drawn = use_slices(sorted.len(), FIRST, sorted.len());
    let added = use_mut_ref(|| None::<RiskId>);
    let add = {
        let added = added.clone();
        move |_| match store().read(Assessment::next_risk).flatten() {
            Some(id) => {
                added.replace(Some(id));
                store().apply(Edit::Add(Part::Risk(id)));
            }
            None => store().notify(t(Word::RisksNoNumber).to_owned(), None),
        }
    };
    // Whoever adds one goes on there, once it is shown.
    let fresh = *added.borrow();
    use_effect_with(sorted.clone(), move |_| {
        if let Some(id) = added.borrow().as_ref() {
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
                <p class="hint">{ t(Word::RisksGrid) }</p>
            } else if sorted.is_empty() {
                <p class="empty">{ t(Word::RisksNone) }</p>
            }
            <Starters />
            { sorted.iter().take(drawn).map(|id| html! { <RiskCard key={id.to_string()} id={*id} open={fresh == Some(*id)} /> }).collect::<Html>() }
            <button type="button" class="button" onclick={add} data-testid="add-risk">{ t(Word::RisksAdd) }</button>
            <Scales />
        </>
    }
}

/// The risks by likelihood times impact, the gravest first; before them those that still have to be rated.
fn gravest_first(assessment: &Assessment) -> Vec<RiskId> {
    let level = |risk: &Risk| Some(risk.likelihood? * risk.impact?);
    let mut all: Vec<_> = assessment.risks.iter().map(|(id, risk)| (level(risk), *id)).collect();
    all.sort_by_key(|(level, id)| (level.is_some(), Reverse(*level), *id));
    all.into_iter().map(|(_, id)| id).collect()
}
