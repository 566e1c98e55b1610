//! Work with colleagues: copies for them, and bringing in what came back.

mod comparison;
mod hand_over;
mod question;
mod workbook;

use crate::components::opener::{Carried, Wants, What, use_opener};
use crate::components::{FileDrop, heading, lead, trouble};
use crate::own_file;
use crate::route::Route;
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, say, t};
use comparison::Comparison;
use hand_over::HandOver;
use readiness::Assessment;
use readiness::catalogue::Word;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use workbook::Workbook;
use yew::prelude::*;

/// A copy, and what it can be compared with.
#[derive(Clone, Default, PartialEq)]
pub struct Staged {
    /// The copy.
    pub copy: Rc<Assessment>,
    /// The states that both grew out of, where those are known for sure.
    pub before: Vec<Assessment>,
    /// The workbook that it was filled into, if it comes out of one.
    pub workbook: Option<Workbook>,
    /// The states that went out or came in before, each with its digest.
    pub kept: Vec<(String, Assessment)>,
}

thread_local! {
    /// A copy that was opened elsewhere, on its way to this page.
    static STAGED: RefCell<Option<Staged>> = const { RefCell::new(None) };
}

/// Lays what a file carries ready for this page, if it is a copy of the assessment that is open and holds something else,
/// or a workbook of it; gives it back otherwise, or says why it is none.
pub fn stage(carried: Carried) -> Option<Result<Rc<Assessment>, String>> {
    let staged = match read(carried) {
        Ok(staged) => staged,
        Err(why) => return Some(Err(why)),
    };
    let copy = &staged.copy;
    let other = store().read(|open| copy.is_kin_of(open) && **copy != *open && open.left_out().is_empty());
    if staged.workbook.is_none() && (other != Some(true) || !copy.left_out().is_empty()) {
        return Some(Ok(staged.copy));
    }
    STAGED.set(Some(staged));
    None
}

/// What there is to show.
#[derive(Clone, PartialEq)]
enum State {
    Waiting,
    Problem(String),
    Staged(Rc<Staged>),
}

/// The page.
#[component]
pub fn Colleagues() -> Html {
    use_topic(Topic::Opened);
    let state = use_state_eq(|| State::Waiting);
    let show = {
        let state = state.setter();
        Callback::from(move |staged: Staged| {
            let state = state.clone();
            spawn_local(async move {
                let kept = store().ancestors(&staged.copy).await;
                state.set(match refusal(&staged.copy) {
                    Some(problem) => State::Problem(problem),
                    None => State::Staged(Rc::new(Staged { kept, ..staged })),
                });
            });
        })
    };
    use_topic(Topic::Save);
    use_effect_with(own_file::asks(), {
        let show = show.clone();
        move |asks| {
            let asked = asks.clone().map(|(copy, before)| {
                let before = before.into_iter().collect();
                Staged { copy: copy.into(), before, ..Staged::default() }
            });
            if let Some(staged) = STAGED.take().or(asked) {
                show.emit(staged);
            }
        }
    });
    let onopen = {
        let (show, state) = (show.clone(), state.setter());
        Callback::from(move |carried: Result<Carried, String>| match carried.and_then(read) {
            Ok(staged) => show.emit(staged),
            Err(problem) => state.set(State::Problem(problem)),
        })
    };
    let opener = use_opener(Wants::Copy, onopen);
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
                    <FileDrop label={Word::MergeDropOrWorkbook} testid="copy-file" onfile={opener.onfile()} />
                    { opener.view() }
                    if let State::Problem(problem) = &*state {
                        { trouble("copy-problem", problem.clone(), html! {
                            <p><a href={Route::Library.href()}>{ t(Word::MergeOtherFile) }</a></p>
                        }) }
                    }
                </section>
            }
        </>
    }
}

fn read(carried: Carried) -> Result<Staged, String> {
    match carried.what {
        What::Filled(states, said) => Ok(workbook::staged(carried.name, *states, *said)),
        what => Ok(Staged { copy: what.assessment()?, ..Staged::default() }),
    }
}

/// Why a file can't be brought in.
fn refusal(copy: &Assessment) -> Option<String> {
    if store().read(|open| !open.left_out().is_empty()).unwrap_or(false) {
        return Some(t(Word::MergeIntoExtract).to_owned());
    }
    if !copy.left_out().is_empty() {
        return Some(t(Word::MergeExtract).to_owned());
    }
    let title = store().read(|open| (!copy.is_kin_of(open)).then(|| open.name(catalogue()).to_owned())).flatten()?;
    Some(say(Word::MergeNoKin, &[("title", &title)]))
}
