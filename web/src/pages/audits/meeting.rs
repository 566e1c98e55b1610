//! A management review: its agenda, filled with what is known, and what was decided.

use super::fields::Fields;
use super::removal;
use crate::browser::{local_day, today};
use crate::pages::plan::{TasksOf, task_lines};
use crate::store::{Topic, store, use_answer, use_part, use_topic};
use crate::text::{catalogue, t};
use readiness::agenda::{Agenda, agenda};
use readiness::assessment::{ManagementReview, Part};
use readiness::catalogue::{ManagementReviewId, Word};
use readiness::{Outcome, figures};
use yew::prelude::*;

/// Properties of [`MeetingCard`].
#[derive(PartialEq, Properties)]
pub struct CardProps {
    /// Which one.
    pub id: ManagementReviewId,
    /// Whether its fields are seen at first.
    pub open: bool,
    /// Whether it is the last one: the others have been held.
    pub last: bool,
}

/// One management review.
#[component]
pub fn MeetingCard(props: &CardProps) -> Html {
    let id = props.id;
    let part = Part::ManagementReview(id);
    let known = use_part(part, |assessment| assessment.management_reviews.get(&id).cloned());
    let Some(review) = known else { return html! {} };
    html! {
        <details class="card risk" open={props.open} data-testid="meeting" data-item-id={id.to_string()} id={id.to_string()}>
            <summary data-testid="record-open">
                <h2>{ id.to_string() }</h2>
                <span class="tag none">{ review.date.map_or_else(|| t(Word::AuditsNoDate).to_owned(), |day| figures::short_date(catalogue(), day)) }</span>
            </summary>
            if props.last { <Topics {id} /> }
            <Fields {part} fields={ManagementReview::FIELDS} />
            <h3>{ t(Word::MeetingDecisions) }</h3>
            { task_lines(TasksOf::Review(id), &review.decisions.iter().enumerate().collect::<Vec<_>>()) }
            { removal(part) }
        </details>
    }
}

#[derive(PartialEq, Properties)]
struct TopicsProps {
    id: ManagementReviewId,
}

/// What there is to talk about, compared with the last snapshot.
#[component]
fn Topics(props: &TopicsProps) -> Html {
    use_topic(Topic::Assessment);
    let id = store().read(|assessment| assessment.id.clone());
    let kept = use_answer(id, |_| async { store().snapshots().await });
    let last = (*kept).iter().flatten().next_back();
    let inputs = store().read(|assessment| {
        let outcome = Outcome::new(catalogue(), assessment, today());
        let before = last.and_then(|state| Some((&state.assessment, local_day(&state.moment)?)));
        agenda(Agenda { catalogue: catalogue(), assessment, outcome: &outcome, before, review: props.id })
    });
    html! {
        <>
            <h3>{ t(Word::AuditsAgenda) }</h3>
            <dl class="told agenda" data-testid="agenda">
                { for inputs.unwrap_or_default().into_iter().map(|input| html! {
                    <>
                        <dt>{ input.title }</dt>
                        <dd>{ for input.known.into_iter().map(|line| html! { <p>{ line }</p> }) }</dd>
                    </>
                }) }
            </dl>
        </>
    }
}
