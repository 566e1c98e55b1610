//! Work with colleagues: copies for them, and bringing in what came back.

mod comparison;
mod hand_over;
mod question;

use crate::browser::{Carrier, carried_text};
use crate::components::{FileDrop, heading, lead};
use crate::route::Route;
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, say, t};
use comparison::Comparison;
use hand_over::HandOver;
use readiness::catalogue::Word;
use readiness::{Assessment, report};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

thread_local! {
    /// A copy that was opened elsewhere, on its way to this page.
    static STAGED: RefCell<Option<Assessment>> = const { RefCell::new(None) };
}

/// Lays a file's text ready for this page, if it is a copy of the assessment that is open and holds something else.
pub fn stage(text: &str) -> bool {
    let Ok(copy) = report::open(text, catalogue()) else { return false };
    let other = store().read(|open| copy.is_kin_of(open) && copy != *open).unwrap_or(false);
    if other && copy.left_out().is_empty() {
        STAGED.set(Some(copy));
        return true;
    }
    false
}

/// What there is to show.
#[derive(Clone, PartialEq)]
enum State {
    Waiting,
    Problem(String),
    /// A copy, and the states that went out or came in before, each with its digest.
    Staged(Rc<(Assessment, Vec<(String, Assessment)>)>),
}

/// The page.
#[component]
pub fn Colleagues() -> Html {
    use_topic(Topic::Opened);
    let state = use_state_eq(|| State::Waiting);
    let show = {
        let state = state.setter();
        Callback::from(move |copy: Assessment| {
            let state = state.clone();
            spawn_local(async move {
                let kept = store().copies().await;
                state.set(match refusal(&copy) {
                    Some(problem) => State::Problem(problem),
                    None => State::Staged(Rc::new((copy, kept))),
                });
            });
        })
    };
    use_effect_with((), {
        let show = show.clone();
        move |()| {
            if let Some(copy) = STAGED.take() {
                show.emit(copy);
            }
        }
    });
    let onfile = {
        let (show, state) = (show.clone(), state.setter());
        Callback::from(move |file: File| {
            let (show, state) = (show.clone(), state.clone());
            spawn_local(async move {
                match read(&file).await {
                    Ok(copy) => show.emit(copy),
                    Err(problem) => state.set(State::Problem(problem)),
                }
            });
        })
    };
    let done = {
        let state = state.setter();
        Callback::from(move |()| state.set(State::Waiting))
    };
    html! {
        <>
            { heading(t(Word::MergeTitle)) }
            if let State::Staged(staged) = &*state {
                <Comparison staged={staged.clone()} {done} />
            } else {
                { lead(t(Word::MergeLead)) }
                <HandOver />
                <section class="card">
                    <h2>{ t(Word::MergeBringIn) }</h2>
                    <p>{ t(Word::MergeBringInText) }</p>
                    <FileDrop label={Word::MergeDrop} testid="copy-file" {onfile} />
                    if let State::Problem(problem) = &*state {
                        <div class="trouble" role="alert" data-testid="copy-problem">
                            <p>{ problem.clone() }</p>
                            <p><a href={Route::Library.href()}>{ t(Word::MergeOtherFile) }</a></p>
                        </div>
                    }
                </section>
            }
        </>
    }
}

async fn read(file: &File) -> Result<Assessment, String> {
    let text = carried_text(file).await.map_err(|carrier: Carrier| super::verify::refused(carrier).to_owned())?;
    report::open(&text, catalogue()).map_err(|error| say(Word::MergeProblem, &[("problem", &error.to_string())]))
}

/// Why a file can't be brought in.
fn refusal(copy: &Assessment) -> Option<String> {
    if !copy.left_out().is_empty() {
        return Some(t(Word::MergeExtract).to_owned());
    }
    let title = store().read(|open| (!copy.is_kin_of(open)).then(|| open.title.clone())).flatten()?;
    Some(say(Word::MergeNoKin, &[("title", &title)]))
}
