//! All requirements, one at a time: for whom a list is too much.

use super::spine;
use super::subclause::Requirement;
use crate::components::heading;
use crate::pages::clauses::first_open;
use crate::route::Route;
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t};
use readiness::Assessment;
use readiness::catalogue::{RequirementId, Word};
use yew::prelude::*;

/// Properties of [`Ask`].
#[derive(PartialEq, Properties)]
pub struct AskProps {
    /// The requirement; the first open one if none is named.
    pub at: Option<RequirementId>,
}

/// The page: a requirement with its question, the one before, the one after, and the next one that is open.
#[component]
pub fn Ask(props: &AskProps) -> Html {
    let first = use_memo((), |()| store().read(first_open).flatten().or_else(|| catalogue().requirement_ids().next()));
    let Some(id) = props.at.or(*first) else { return html! {} };
    let catalogue = catalogue();
    let subclause = catalogue.subclause_of(id);
    let chunk: AttrValue = format!("clause-{}", catalogue.clauses[subclause.clause].id).into();
    let (n, all) = ((id.index() + 1).to_string(), catalogue.requirements.len().to_string());
    html! {
        <div class="one">
            { heading(format!("{} {}", subclause.id, subclause.title)) }
            <div class="row">
                <progress value={n.clone()} max={all.clone()} aria-hidden="true"></progress>
                <span data-testid="ask-progress">{ say(Word::QuickProgress, &[("n", &n), ("all", &all)]) }</span>
            </div>
            <Requirement {id} {chunk} key={id.index()} />
            <p class="hint keys">{ t(Word::AskKeys) }</p>
            <Ways {id} />
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct WaysProps {
    id: RequirementId,
}

/// Back, later, next, and back to the list.
#[component]
fn Ways(props: &WaysProps) -> Html {
    let id = props.id;
    let (answered, later) = use_assessment(|open| (is_settled(open, id), open_after(open, id)));
    let mut ids = catalogue().requirement_ids();
    let before = id.index().checked_sub(1).and_then(|index| catalogue().requirement_ids().nth(index));
    let after = ids.nth(id.index() + 1);
    let link = |to: Option<RequirementId>, word, class: &'static str, testid: &'static str| {
        html! { if let Some(to) = to { <a {class} href={Route::Ask(Some(to)).href()} data-testid={testid}>{ t(word) }</a> } }
    };
    html! {
        <nav class="onward" aria-label={t(Word::StepOnward)}>
            { link(before, Word::QuickBack, "previous", "ask-back") }
            <a href={Route::requirement(id).href()} data-testid="ask-list">{ t(Word::AskList) }</a>
            if !answered {
                { link(later, Word::QuickSkip, "next", "ask-later") }
            }
            if after.is_some() {
                { link(if answered { later.or(after) } else { after }, Word::OnwardNext, if answered { "button next" } else { "button second" }, "ask-next") }
            } else {
                { spine::go_on(Route::Documents(None)) }
            }
        </nav>
    }
}

/// Whether a requirement is answered, or put aside as not known.
fn is_settled(open: &Assessment, id: RequirementId) -> bool {
    open.level(id).is_some() || open.is_unsure(id)
}

/// The next requirement that is open, beginning again after the last.
fn open_after(open: &Assessment, id: RequirementId) -> Option<RequirementId> {
    let ids = || catalogue().requirement_ids().filter(|other| !is_settled(open, *other) && *other != id);
    ids().find(|other| *other > id).or_else(|| ids().next())
}
