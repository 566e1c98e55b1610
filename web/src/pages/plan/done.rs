//! Saying at a row that it is done: what is true then is shown, and confirmed once for all of it.

use crate::browser::focus;
use crate::components::item_label;
use crate::route::Route;
use crate::store::store;
use crate::text::{t, tell};
use readiness::Edit;
use readiness::catalogue::Word;
use readiness::plan::Said;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Properties of [`Done`].
#[derive(PartialEq, Properties)]
pub struct DoneProps {
    /// What the row says.
    pub title: String,
    /// What is true once it is done.
    pub says: Vec<Said>,
    /// Where its first answer is.
    pub first: Route,
}

/// The button of a row, and what it says; where that takes words of the person's own, the way to the first answer.
#[component]
pub fn Done(props: &DoneProps) -> Html {
    let asked = use_state_eq(|| false);
    let DoneProps { title, says, first } = props;
    if says.is_empty() {
        let label = format!("{}: {title}", t(Word::ActionsOpen));
        return html! { <a href={first.href()} aria-label={label} data-testid="action-open">{ t(Word::ActionsOpen) }</a> };
    }
    let (open, not_yet) = (asked.clone(), asked.clone());
    let edits: Vec<_> = says.iter().map(|said| said.edit.clone()).collect();
    let yes = move |event: MouseEvent| {
        let next = beside(&event);
        let n = edits.len().to_string();
        store().apply(Edit::Batch(edits.clone()));
        store().notify_done(tell(Word::ActionsDoneSaid, [("n", n)]));
        // The row is gone, or says what is left of it: one goes on at the next one.
        match next {
            Some(next) => drop(next.focus()),
            None => focus::focus("main h1"),
        }
    };
    html! {
        <>
            <button type="button" class="quiet" aria-label={format!("{}: {title}", t(Word::ActionsDone))} aria-expanded={asked.to_string()}
                onclick={move |_| open.set(!*open)} data-testid="action-done">{ t(Word::ActionsDone) }{ "…" }</button>
            if *asked {
                <div class="card" data-testid="action-says">
                    <p>{ t(Word::ActionsDoneLead) }</p>
                    <ul>{ for says.iter().map(line) }</ul>
                    <p class="row">
                        <button type="button" class="button" onclick={yes} data-testid="action-yes">{ t(Word::ActionsDoneYes) }</button>
                        <button type="button" class="quiet" onclick={move |_| not_yet.set(false)}>{ t(Word::ActionsDoneNot) }</button>
                    </p>
                </div>
            }
        </>
    }
}

/// What opens the row below, or else the one above.
fn beside(event: &MouseEvent) -> Option<HtmlElement> {
    let row = event.target_dyn_into::<Element>()?.closest("li.do").ok()??;
    let next = row.next_element_sibling().or_else(|| row.previous_element_sibling())?;
    next.query_selector("summary").ok()??.dyn_into().ok()
}

/// An item with how far it is then.
fn line(said: &Said) -> Html {
    html! { <li><a href={Route::from(said.item).href()}>{ item_label(said.item) }</a>{ ": " }<strong>{ said.state }</strong></li> }
}
