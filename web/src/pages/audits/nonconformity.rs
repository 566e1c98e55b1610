//! A finding on its way from open to closed, and what of the certification body's findings was foreseen.

use super::fields::Fields;
use super::removal;
use crate::browser::{local_day, today};
use crate::store::{Topic, store, use_answer, use_part, use_topic};
use crate::text::{catalogue, t, tell};
use readiness::assessment::{FoundIn, Nonconformity, Part};
use readiness::audits::{Count, State, foreseen};
use readiness::catalogue::{NonconformityId, Word};
use readiness::{Date, Outcome, figures};
use yew::prelude::*;

/// Properties of [`NonconformityCard`].
#[derive(PartialEq, Properties)]
pub struct CardProps {
    /// Which one.
    pub id: NonconformityId,
    /// Whether its fields are seen at first.
    pub open: bool,
}

/// One finding.
#[component]
pub fn NonconformityCard(props: &CardProps) -> Html {
    let part = Part::Nonconformity(props.id);
    let Some(one) = use_part(part, |assessment| assessment.nonconformities.get(&props.id).cloned()) else {
        return html! {};
    };
    let state = State::of(&one, today());
    let class = match state {
        State::Late => "bad",
        State::Open | State::ToCheck => "warn",
        State::Checked | State::Closed => "none",
    };
    html! {
        <details class="card risk" open={props.open} data-testid="nonconformity" data-item-id={props.id.to_string()} id={props.id.to_string()}>
            <summary data-testid="record-open">
                <h2>{ props.id.to_string() }{ " " }{ one.finding.clone() }</h2>
                <span class={classes!("tag", class)} data-testid="state">{ state.label(catalogue()) }</span>
            </summary>
            <Fields {part} fields={Nonconformity::FIELDS} />
            { removal(part) }
        </details>
    }
}

/// How the register stands, and what of the certification body's findings was foreseen: by the last snapshot from before
/// the first of them, or else by the answers of today.
#[component]
pub fn Compared() -> Html {
    use_topic(Topic::Assessment);
    let id = store().read(|assessment| assessment.id.clone());
    let kept = use_answer(id, |_| async { store().snapshots().await });
    let said = store().read(|assessment| {
        if assessment.nonconformities.is_empty() {
            return html! { <p class="empty">{ t(Word::AuditsNoFinding) }</p> };
        }
        let external = assessment.nonconformities.values().filter(|one| one.source.is_some_and(FoundIn::is_external));
        let first = external.filter_map(|one| one.found).min();
        let is_before = |day: Option<Date>| day.zip(first).is_some_and(|(day, first)| day <= first);
        let before = (*kept).iter().flatten().rfind(|state| is_before(local_day(&state.moment)));
        let of = before.map_or(assessment, |state| &state.assessment);
        let day = before.and_then(|state| local_day(&state.moment));
        let outcome = Outcome::new(catalogue(), of, day.unwrap_or_else(today));
        let compared = foreseen(catalogue(), assessment, &outcome.findings);
        let with = match day {
            Some(day) => tell(Word::AuditsComparedSnapshot, [("date", figures::date(catalogue(), day))]),
            None => t(Word::AuditsComparedToday).to_owned(),
        };
        let unplaced = compared.unplaced.len();
        html! {
            <>
                <p data-testid="register-count">{ Count::of(assessment, today()).words(catalogue()) }</p>
                if let Some(words) = compared.words(catalogue()) {
                    <p data-testid="foreseen">{ words }{ " " }<span class="hint">{ with }</span></p>
                }
                if unplaced > 0 {
                    <p class="hint">{ tell(Word::AuditsUnplaced, [("n", unplaced.to_string())]) }</p>
                }
            </>
        }
    });
    said.unwrap_or_default()
}
