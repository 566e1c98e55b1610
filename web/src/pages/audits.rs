//! Audits and reviews: what was found, what internal audits look at, what management decides.

mod audit;
mod fields;
mod meeting;
mod nonconformity;

use crate::browser::{focus, today};
use crate::components::{heading, lead, use_unfolded_print};
use crate::store::{store, use_assessment};
use crate::text::{catalogue, t};
use audit::AuditCard;
use meeting::MeetingCard;
use nonconformity::{Compared, NonconformityCard};
use readiness::assessment::{Part, Series};
use readiness::catalogue::Word;
use readiness::{Assessment, Edit, Outcome};
use yew::prelude::*;

/// The page.
#[component]
pub fn Audits() -> Html {
    use_unfolded_print();
    let (found, audits, reviews) = use_assessment(|assessment| {
        let found: Vec<_> = assessment.nonconformities.iter().map(|(id, one)| (one.closed.is_some(), *id)).collect();
        let audits: Vec<_> = assessment.internal_audits.keys().copied().collect();
        (found, audits, assessment.management_reviews.keys().copied().collect::<Vec<_>>())
    });
    let added = use_mut_ref(|| None::<Part>);
    let fresh = *added.borrow();
    // Whoever adds one goes on there, once it is shown.
    use_effect_with((found.len(), audits.len(), reviews.len()), {
        let added = added.clone();
        move |_| {
            if let Some(part) = *added.borrow() {
                focus::focus(&format!("#{} :is(input, textarea)", part.id(catalogue())));
            }
        }
    });
    let button = |series: Series, word: Word, testid: &'static str| {
        let added = added.clone();
        let add = move |_| match store().read(|assessment| assessment.next_of(series)).flatten() {
            Some(part) => {
                added.replace(Some(part));
                store().apply(store().read(|assessment| begun(assessment, part)).unwrap_or(Edit::Add(part)));
            }
            None => store().notify(t(Word::RisksNoNumber).to_owned(), None),
        };
        html! { <button type="button" class="button" onclick={add} data-testid={testid}>{ t(word) }</button> }
    };
    let (open, closed): (Vec<_>, Vec<_>) = found.into_iter().partition(|(closed, _)| !closed);
    let last = reviews.last().copied();
    html! {
        <>
            { heading(t(Word::MenuAudits)) }
            { lead(t(Word::AuditsLead)) }
            { abouts() }
            <section>
                <h2>{ t(Word::RegisterTitle) }</h2>
                <p>{ t(Word::AuditsRegister) }</p>
                <Compared />
                { for open.into_iter().chain(closed).map(|(_, id)| html! {
                    <NonconformityCard key={id.to_string()} {id} open={fresh == Some(Part::Nonconformity(id))} />
                }) }
                { button(Series::Nonconformities, Word::AuditsAddFinding, "add-nonconformity") }
            </section>
            <section>
                <h2>{ t(Word::AuditTitle) }</h2>
                <p>{ t(Word::AuditsAudit) }</p>
                { for audits.into_iter().rev().map(|id| html! {
                    <AuditCard key={id.to_string()} {id} open={fresh == Some(Part::Audit(id))} />
                }) }
                { button(Series::Audits, Word::AuditsAddAudit, "add-audit") }
            </section>
            <section>
                <h2>{ t(Word::MeetingTitle) }</h2>
                <p>{ t(Word::AuditsReview) }</p>
                { for reviews.into_iter().rev().map(|id| html! {
                    <MeetingCard key={id.to_string()} {id} open={fresh == Some(Part::ManagementReview(id))} last={last == Some(id)} />
                }) }
                { button(Series::ManagementReviews, Word::AuditsAddReview, "add-review") }
            </section>
        </>
    }
}

/// The edit that adds a record; an audit comes with its working paper.
fn begun(assessment: &Assessment, part: Part) -> Edit {
    match part {
        Part::Audit(id) => {
            let outcome = Outcome::new(catalogue(), assessment, today());
            readiness::audits::begin(catalogue(), assessment, &outcome.findings, id)
        }
        part => Edit::Add(part),
    }
}

/// What something can be about, to choose from while it is typed.
fn abouts() -> Html {
    let catalogue = catalogue();
    let subclauses = catalogue.subclauses.iter().map(|it| (it.id, it.title));
    let controls = catalogue.controls.iter().map(|it| (it.id, it.name));
    let option = |(id, title): (&'static str, &'static str)| html! { <option value={id}>{ title }</option> };
    html! { <datalist id="abouts">{ for subclauses.chain(controls).map(option) }</datalist> }
}

/// The button that removes a record.
fn removal(part: Part) -> Html {
    let id = part.id(catalogue());
    let said = crate::text::say(Word::AuditsRemove, &[("id", &id)]);
    let remove = move |_| {
        let Some(removal) = store().read(|assessment| assessment.removal(part)) else { return };
        store().apply(removal);
        store().notify_done(crate::text::say(Word::AuditsRemoved, &[("id", &id)]));
    };
    html! { <button type="button" class="quiet" onclick={remove} data-testid="record-remove">{ said }</button> }
}
