//! What the drafts of today say that those of an earlier state did not say.

use crate::browser::making::Making;
use crate::browser::today;
use crate::components::ChooseFile;
use crate::components::opener::{Carried, Wants, use_opener};
use crate::store::{store, use_answer};
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::draft::{Change, Redraft};
use readiness::job::{Event, Job};
use yew::prelude::*;

/// How far a comparison is.
#[derive(Clone, PartialEq)]
enum State {
    Idle,
    Comparing,
    Told(Vec<(String, Redraft)>),
    Failed(String),
}

/// The last snapshot or a file, and what changed since then.
#[component]
pub fn Changed() -> Html {
    let state = use_state_eq(|| State::Idle);
    let making = use_mut_ref(|| None::<Making>);
    let id = store().read(|assessment| assessment.id.clone());
    let kept = use_answer(id, |_| async { store().snapshots().await });
    let compare = {
        let (state, making) = (state.setter(), making.clone());
        Callback::from(move |before: String| {
            let assessment = store().read(|assessment| assessment.to_file(catalogue())).unwrap_or_default();
            let job = Job::Redraft { language: catalogue().spoken(), today: today(), before, assessment };
            let (heard, done) = (state.clone(), making.clone());
            let hear = move |event, _| {
                let next = match event {
                    Some(Event::Ready | Event::Progress(..)) => return,
                    Some(Event::Redrafted(drafts)) => State::Told(drafts),
                    Some(Event::Failed(why)) => State::Failed(say(Word::MakingFailed, &[("why", &why)])),
                    _ => State::Failed(t(Word::MakingNoProgram).to_owned()),
                };
                done.borrow_mut().take();
                heard.set(next);
            };
            state.set(State::Comparing);
            match Making::start(job, None, hear) {
                Ok(started) => *making.borrow_mut() = Some(started),
                Err(_) => state.set(State::Failed(t(Word::MakingNoProgram).to_owned())),
            }
        })
    };
    let has_snapshot = (*kept).iter().flatten().next().is_some();
    let with_snapshot = {
        let compare = compare.clone();
        move |_| {
            let last = (*kept).iter().flatten().next_back();
            last.into_iter().for_each(|state| compare.emit(state.assessment.to_file(catalogue())));
        }
    };
    let opener = use_opener(Wants::Text, {
        let (compare, state) = (compare.clone(), state.setter());
        Callback::from(move |opened: Result<Carried, String>| {
            match opened.and_then(|carried| carried.what.assessment()) {
                Ok(before) if before.left_out().is_empty() => compare.emit(before.to_file(catalogue())),
                Ok(_) => state.set(State::Failed(t(Word::DraftChangedExtract).to_owned())),
                Err(why) => state.set(State::Failed(why)),
            }
        })
    });
    html! {
        <section data-testid="drafts-changed">
            <h2>{ t(Word::DraftChanged) }</h2>
            <p>{ t(Word::DraftChangedText) }</p>
            <p class="actions">
                if has_snapshot {
                    <button type="button" class="button second" onclick={with_snapshot} data-testid="changed-snapshot">{ t(Word::DraftChangedSnapshot) }</button>
                }
                <ChooseFile label={Word::DraftChangedFile} testid="changed-file" onfile={opener.onfile()} />
            </p>
            { opener.view() }
            <div aria-live="polite">{ told(&state) }</div>
        </section>
    }
}

fn told(state: &State) -> Html {
    match state {
        State::Idle => html! {},
        State::Comparing => html! { <p role="status"><progress aria-label={t(Word::DraftChanged)} /></p> },
        State::Failed(why) => {
            html! { <p class="warning" role="alert" data-testid="changed-problem">{ why.clone() }</p> }
        }
        State::Told(drafts) if drafts.is_empty() => {
            html! { <p data-testid="changed-none">{ t(Word::DraftChangedNone) }</p> }
        }
        State::Told(drafts) => drafts.iter().map(draft).collect(),
    }
}

fn draft((title, redraft): &(String, Redraft)) -> Html {
    let how = match redraft {
        Redraft::New => html! { <p>{ t(Word::DraftChangedNew) }</p> },
        Redraft::Gone => html! { <p>{ t(Word::DraftChangedGone) }</p> },
        Redraft::Changed(changes) => html! {
            <ul data-testid="changed">
                { for changes.iter().map(|change| match change {
                    Change::Gone(line) => html! { <li><del>{ line.clone() }</del></li> },
                    Change::Came(line) => html! { <li><ins>{ line.clone() }</ins></li> },
                }) }
            </ul>
        },
    };
    html! { <><h3>{ title.clone() }</h3>{ how }</> }
}
