//! Checking a report that somebody sent: everything it prints is computed again here and compared.

mod outcome;

use crate::browser::language;
use crate::components::opener::{Carried, use_opener};
use crate::components::{FileDrop, heading, lead, trouble};
use crate::text::{catalogue, say, t};
use outcome::Outcome;
use readiness::catalogue::Word;
use readiness::extract::Portions;
use readiness::report::verify::{Verified, VerifyError, verify};
use readiness::{Told, file, report};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A file that was checked.
#[derive(PartialEq)]
pub struct Checked {
    /// Its name.
    name: String,
    /// Its text.
    text: String,
    /// The organisation that it is about.
    organisation: String,
    /// What it leaves out, if it is an extract.
    left_out: Portions,
    /// The digest of its assessment.
    digest: String,
    /// What the check found; `None` if it is an assessment without figures.
    verified: Option<Verified>,
}

/// What there is to show.
#[derive(Clone, PartialEq)]
enum State {
    Waiting,
    Checking,
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
            state.set(State::Checking);
            let state = state.clone();
            spawn_local(async move {
                let checked = match carried {
                    Ok(carried) => check(carried).await,
                    Err(problem) => Err(problem),
                };
                state.set(checked.unwrap_or_else(State::Problem));
            });
        })
    };
    let opener = use_opener(true, onopen);
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
                    State::Checking => html! { <p class="hint" role="status">{ t(Word::VerifyChecking) }</p> },
                    State::Problem(problem) => trouble("verify-problem", problem.clone(), html! {}),
                    State::Checked(checked) => html! { <Outcome checked={checked.clone()} /> },
                } }
            </div>
            <section class="card">
                <h2>{ t(Word::VerifyShows) }</h2>
                <p>{ t(Word::VerifyShowsText) }</p>
                <p>{ t(Word::VerifyShowsNot) }</p>
            </section>
        </>
    }
}

async fn check(Carried { name, text, check }: Carried) -> Result<State, String> {
    let unreadable = |problem: String| say(Word::VerifyProblem, &[("problem", &problem)]);
    let assessment = report::open(&text, catalogue()).map_err(|error| unreadable(error.told(catalogue())))?;
    let verified = if let Some(check) = check {
        Verified::from_value(&check)
    } else {
        // A report is checked in its own language: its words are compared too.
        let spoken = language::catalogue_in(report::language(&text)).await;
        let spoken = spoken.as_deref().ok_or_else(|| t(Word::AppLoadingFailed).to_owned())?;
        match verify(&text, spoken) {
            Ok(verified) => Some(verified),
            Err(VerifyError::NoReport) => None,
            Err(error) => return Err(unreadable(error.told(catalogue()))),
        }
    };
    let digest = match &verified {
        Some(verified) => verified.digest.clone(),
        None => file::digest(&assessment.to_value(catalogue())),
    };
    Ok(State::Checked(Rc::new(Checked {
        name,
        text,
        organisation: assessment.profile.organisation.trim().to_owned(),
        left_out: assessment.left_out(),
        digest,
        verified,
    })))
}
