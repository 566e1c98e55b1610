//! Review and return: an auditor or a consultant comments on an assessment, and the organisation answers.

mod beside;
mod groups;
mod received;
mod remark;
mod requests;
mod writing;

use crate::browser::arriving::Pace;
use crate::browser::{new_id, now};
use crate::components::opener::{Carried, Wants, What, use_opener};
use crate::components::{self, FileDrop, heading, lead};
use crate::route::Route;
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t, tell};
use readiness::catalogue::Word;
use readiness::review::{Fit, Mark, Review, ReviewError};
use readiness::{Assessment, Told};
use received::Received;
use wasm_bindgen_futures::spawn_local;
use writing::Writing;
use yew::prelude::*;

/// The page.
#[component]
pub fn ReviewPage() -> Html {
    let reviews = use_assessment(|assessment| assessment.reviews(catalogue()));
    let mut shown = Vec::new();
    let writes = reviews.iter().any(|review| review.draft);
    html! {
        <>
            { heading(t(Word::MenuReview)) }
            { lead(t(Word::ReviewLead)) }
            { reviews.iter().filter(|review| review.draft).map(|review| html! { <Writing key={review.id.to_string()} review={review.clone()} /> }).collect::<Html>() }
            { reviews.iter().filter(|review| !review.draft).map(|review| {
                // A link to an item leads to the first remark about it.
                let first: Vec<_> = review.remarks.keys().copied().filter(|item| !shown.contains(item)).collect();
                shown.extend(&first);
                html! { <Received key={review.id.to_string()} review={review.clone()} {first} /> }
            }).collect::<Html>() }
            if !writes {
                <BringIn />
                <section class="card">
                    <h2>{ t(Word::ReviewBegin) }</h2>
                    <p>{ t(Word::ReviewBeginText) }</p>
                    <button type="button" class="button second" data-testid="begin-review" onclick={|_| begin_here()}>{ t(Word::ReviewBeginButton) }</button>
                </section>
            }
            <requests::Requests />
        </>
    }
}

/// Begins to review a file that somebody sent, once it is brought in: what is reviewed is the file, even if it became a copy
/// beside another state of the same assessment here.
pub fn begin(file: &Assessment) {
    start(file);
    Route::Review(None).go();
}

fn begin_here() {
    if let Some(assessment) = store().read(Clone::clone) {
        start(&assessment);
    }
}

fn start(of: &Assessment) {
    let writes = store().read(|open| open.reviews(catalogue()).iter().any(|review| review.draft));
    if writes == Some(false) {
        store().apply(Review::begin(new_id(), catalogue(), of, now()).keep(catalogue()));
    }
}

/// Changes a review of the open assessment; `goes_on` if it is one step with the last change.
fn change(id: &str, goes_on: bool, change: impl FnOnce(&mut Review, &Assessment)) {
    let edit = store().read(|assessment| {
        let mut review = assessment.reviews(catalogue()).into_iter().find(|review| *review.id == *id)?;
        change(&mut review, assessment);
        Some(review.keep(catalogue()))
    });
    match edit.flatten() {
        Some(edit) if goes_on => store().apply_more(edit),
        Some(edit) => store().apply(edit),
        None => {}
    }
}

/// Who reviews, in a line.
pub fn name(review: &Review) -> String {
    let names = [&review.reviewer.name, &review.reviewer.organisation];
    let names: Vec<_> = names.into_iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    if names.is_empty() { t(Word::ReviewUnnamed).to_owned() } else { names.join(", ") }
}

/// How many remarks of each kind there are.
fn counts(review: &Review) -> String {
    let n = |mark| review.marked(mark).to_string();
    let args = [("agree", n(Mark::Agree)), ("question", n(Mark::Question)), ("disagree", n(Mark::Disagree))];
    tell(Word::ReviewCounts, args)
}

/// What is wrong with a file, or that it is about something else: then it can be shown anyway.
#[derive(Clone, PartialEq)]
enum Trouble {
    Problem(String),
    Other(Box<Review>),
}

impl Trouble {
    fn wrong(error: &ReviewError) -> Self {
        Self::Problem(say(Word::ReviewProblem, &[("problem", &error.told(catalogue()))]))
    }
}

/// A place to open a review that was sent.
#[component]
fn BringIn() -> Html {
    let trouble = use_state_eq(|| None::<Trouble>);
    let onopen = {
        let trouble = trouble.setter();
        Callback::from(move |carried: Result<Carried, String>| {
            let trouble = trouble.clone();
            spawn_local(async move {
                trouble.set(match carried {
                    Ok(Carried { what: What::Text(text) | What::Review(text), .. }) => bring_in(&text).await.err(),
                    Ok(_) => Some(Trouble::wrong(&ReviewError::NotReview)),
                    Err(problem) => Some(Trouble::Problem(problem)),
                });
            });
        })
    };
    let opener = use_opener(Wants::Text, onopen);
    let clear = {
        let trouble = trouble.setter();
        move || trouble.set(None)
    };
    html! {
        <section>
            <h2>{ t(Word::ReviewOpen) }</h2>
            <p>{ t(Word::ReviewOpenText) }</p>
            <FileDrop label={Word::ReviewDrop} testid="review-file" onfile={opener.onfile()} />
            { opener.view() }
            { match (*trouble).clone() {
                None => html! {},
                Some(Trouble::Problem(problem)) => components::trouble("review-problem", problem, html! {}),
                Some(Trouble::Other(review)) => html! {
                    <div class="warning" role="alert" data-testid="review-other">
                        <p>{ say(Word::ReviewOther, &[("title", &review.about.title)]) }</p>
                        <button type="button" class="button second" data-testid="review-anyway" onclick={move |_| {
                            keep((*review).clone());
                            clear();
                        }}>{ t(Word::ReviewAnyway) }</button>
                    </div>
                },
            } }
        </section>
    }
}

/// Takes a review in, in steps between which the page hears what a person does.
async fn bring_in(text: &str) -> Result<(), Trouble> {
    let mut pace = Pace::begin();
    let review = Review::from_file(text, catalogue()).map_err(|error| Trouble::wrong(&error))?;
    pace.rest().await;
    let other = store().read(|open| review.fit(catalogue(), open) == Fit::Other).unwrap_or(true);
    // It may be about another assessment of this browser.
    if other && !store().open(&review.about.id).await {
        return Err(Trouble::Other(review.into()));
    }
    pace.rest().await;
    keep(review);
    Ok(())
}

/// Keeps a review with the open assessment.
pub fn keep(review: Review) {
    let edit = store().read(|open| {
        let known = open.reviews(catalogue()).into_iter().find(|known| known.id == review.id);
        review.received(known.as_ref()).keep(catalogue())
    });
    if let Some(edit) = edit {
        store().apply(edit);
        store().notify_done(t(Word::ReviewKept).to_owned());
    }
}
