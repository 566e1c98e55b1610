//! Annex A: which controls apply, why, and how far they are.

mod card;
mod filter;
mod own;
mod services;
mod statement;

use crate::browser::focus;
use crate::components::{heading, lead, use_printed, use_slices};
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t, tell};
use card::ControlCard;
use filter::{Filter, Filters};
use own::OwnControls;
use readiness::Edit;
use readiness::applicability::accept;
use readiness::catalogue::{ControlId, Word};
use readiness::figures::percent;
use readiness::scoring::soa;
use readiness::way::Step;
use services::Services;
use statement::Heading;
use yew::prelude::*;

/// Properties of [`Controls`].
#[derive(PartialEq, Properties)]
pub struct ControlsProps {
    /// The control to show, whatever the filter says.
    pub shown: Option<ControlId>,
}

/// How many cards are there when the page is opened, more than a window shows. The others are listed a moment later; each has
/// its fields once it comes near the window, or is to be printed.
const FIRST: usize = 2;

/// All controls.
#[component]
pub fn Controls(props: &ControlsProps) -> Html {
    let catalogue = catalogue();
    let filter = use_state(Filter::default);
    // The list follows the filter, not each decision: a control does not vanish under the hand that decides it.
    let listed = use_memo((filter.clone(), props.shown), |(filter, shown)| {
        let fits = |id: &ControlId| {
            *shown == Some(*id) || store().read(|assessment| filter.fits(assessment, *id)).unwrap_or(true)
        };
        catalogue.control_ids().filter(fits).collect::<Vec<_>>()
    });
    let drawn = use_slices(listed.len(), FIRST, listed.len());
    let printed = use_printed();
    // What the address names is whole at once, with its neighbours, and where it stays.
    let shown = props.shown.and_then(|shown| listed.iter().position(|id| *id == shown));
    let is_whole = |index: usize| printed || index < FIRST || shown.is_some_and(|shown| index.abs_diff(shown) < FIRST);
    let is_listed = |index: usize| index < drawn || props.shown.is_some();
    let set = {
        let filter = filter.clone();
        Callback::from(move |changed| filter.set(changed))
    };
    html! {
        <>
            { heading(t(Word::MenuControls)) }
            { lead(t(Word::ControlsLead)) }
            <Completeness onfilter={set.clone()} />
            <Heading />
            <Services />
            <Filters filter={(*filter).clone()} onchange={set} shown={listed.len()} />
            <Accept listed={listed.clone()} />
            { for catalogue.themes.iter().map(|theme| {
                let cards: Vec<_> = listed
                    .iter()
                    .enumerate()
                    .filter(|(index, id)| is_listed(*index) && id.annex().is_some_and(|index| theme.controls.contains(&index)))
                    .map(|(index, id)| html! { <ControlCard key={id.name(catalogue)} id={*id} whole={is_whole(index)} /> })
                    .collect();
                html! {
                    if !cards.is_empty() {
                        <section><h2>{ theme.title }</h2>{ cards.into_iter().collect::<Html>() }</section>
                    }
                }
            }) }
            if listed.is_empty() {
                <p class="empty">{ t(Word::ControlsNoneFit) }</p>
            }
            <OwnControls />
        </>
    }
}

#[derive(PartialEq, Properties)]
struct CompletenessProps {
    onfilter: Callback<Filter>,
}

/// How complete the Statement of Applicability is, and what is left to do in it.
#[component]
fn Completeness(props: &CompletenessProps) -> Html {
    let catalogue = catalogue();
    let all_decided = |decided: usize| decided == catalogue.controls.len();
    let (soa, whole, filter, left) = use_assessment(|assessment| {
        let soa = soa(catalogue, assessment);
        let filter = Filter::left(!all_decided(soa.decided));
        let left = catalogue.control_ids().filter(|id| filter.fits(assessment, *id)).count();
        (soa, Step::Controls.done(catalogue, assessment).done, filter, left)
    });
    let show = if all_decided(soa.decided) { Word::ControlsShowUnrated } else { Word::ControlsShowUndecided };
    let onclick = props.onfilter.reform(move |_: MouseEvent| filter.clone());
    let words = if soa.decided == 0 { Word::ControlsNoneDecided } else { Word::ControlsCompleteness };
    let args = [
        ("decided", soa.decided.to_string()),
        ("justified", soa.justified.to_string()),
        ("all", catalogue.controls.len().to_string()),
        ("whole", whole.to_string()),
        ("complete", percent(catalogue, soa.complete)),
        ("implementation", percent(catalogue, soa.implementation)),
    ];
    html! {
        <>
            <p id="completeness" tabindex="-1" data-testid="soa-completeness">{ tell(words, args) }</p>
            if soa.decided > 0 && left > 0 {
                <p><button type="button" class="link" {onclick} data-testid="show-left">{ tell(show, [("n", left.to_string())]) }</button></p>
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct AcceptProps {
    listed: std::rc::Rc<Vec<ControlId>>,
}

/// Accepts the suggestions of the listed controls that are undecided: one step, which can be taken back.
#[component]
fn Accept(props: &AcceptProps) -> Html {
    let edits = use_assessment(|assessment| accept(catalogue(), assessment, &props.listed));
    if edits.is_empty() {
        return html! {};
    }
    let count = edits.len().to_string();
    let onclick = move |_| {
        let count = edits.len().to_string();
        store().apply(Edit::Batch(edits.clone()));
        store().notify_done(say(Word::ControlsAccepted, &[("n", &count)]));
        // The button goes; what it has changed is said there.
        focus::focus("#completeness");
    };
    html! {
        <div class="accept">
            <button type="button" class="button second" data-testid="accept-suggestions" {onclick}>{ say(Word::ControlsAccept, &[("n", &count)]) }</button>
            <p class="hint">{ t(Word::ControlsAcceptHint) }</p>
        </div>
    }
}
