//! Checking a report that somebody sent: it is made again beside the page, and compared byte by byte.

mod evidence;
mod outcome;

use crate::components::opener::{Carried, Wants, What, use_opener};
use crate::components::{FileDrop, heading, lead, trouble};
use crate::text::t;
use evidence::Evidence;
use outcome::{Outcome, words};
use readiness::Assessment;
use readiness::catalogue::Word;
use readiness::report::verify::{Answer, Verified};
use std::rc::Rc;
use yew::prelude::*;

/// A file that was checked.
#[derive(PartialEq)]
pub struct Checked {
    /// Its name.
    name: String,
    /// The assessment in it.
    assessment: Rc<Assessment>,
    /// What the check found.
    verified: Verified,
}

/// What there is to show.
#[derive(Clone, PartialEq)]
enum State {
    Waiting,
    Problem(String),
    Checked(Rc<Checked>),
}

/// The page.
#[component]
pub fn Verify() -> Html {
    let state = use_state_eq(|| State::Waiting);
    let onopen = {
        let state = state.setter();
        Callback::from(move |carried: Result<Carried, String>| {
            state.set(match carried {
                Ok(Carried { name, what: What::Checked(assessment, Some(verified)) }) => {
                    State::Checked(Rc::new(Checked { name, assessment, verified: *verified }))
                }
                Ok(_) => State::Problem(t(Word::OpenNoProgram).to_owned()),
                Err(problem) => State::Problem(problem),
            });
        })
    };
    let opener = use_opener(Wants::Check, onopen);
    let onfile = {
        let (state, opener) = (state.setter(), opener.clone());
        Callback::from(move |file| {
            // What was found in another file is no answer about this one.
            state.set(State::Waiting);
            opener.open(file);
        })
    };
    html! {
        <>
            { heading(t(Word::MenuVerify)) }
            { lead(t(Word::VerifyLead)) }
            <FileDrop label={Word::VerifyDrop} testid="verify-file" {onfile} />
            { opener.view() }
            <div aria-live="polite">
                { match &*state {
                    State::Waiting => html! {},
                    State::Problem(problem) => trouble("verify-problem", problem.clone(), html! {
                        <p><strong>{ t(Word::VerifyUnreadableTag) }</strong>{ ". " }{ t(Word::VerifyUnreadableMeans) }</p>
                    }),
                    State::Checked(checked) => html! { <><Outcome checked={checked.clone()} /><Evidence checked={checked.clone()} /></> },
                } }
            </div>
            <section class="card">
                <h2>{ t(Word::VerifyShows) }</h2>
                <p>{ t(Word::VerifyShowsText) }</p>
                <p>{ t(Word::VerifyShowsNot) }</p>
                <h3>{ t(Word::VerifyAnswers) }</h3>
                <dl class="facts" data-testid="answers">
                    { for Answer::ALL.map(words).iter().map(|[tag, _, means]| answer(*tag, *means)) }
                    { answer(Word::VerifyUnreadableTag, Word::VerifyUnreadableMeans) }
                </dl>
            </section>
        </>
    }
}

fn answer(tag: Word, means: Word) -> Html {
    html! { <div><dt>{ t(tag) }</dt><dd>{ t(means) }</dd></div> }
}
