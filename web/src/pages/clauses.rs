//! The task list: every sub-clause with its progress.

use crate::components::{heading, item_links, lead, use_slices};
use crate::route::Route;
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t};
use readiness::catalogue::{RequirementId, Word};
use readiness::{Assessment, ItemRef};
use yew::prelude::*;

/// How many clauses are drawn when the page is opened, as many as a window shows.
const FIRST: usize = 3;

/// All clauses.
#[component]
pub fn Clauses() -> Html {
    let catalogue = catalogue();
    let (answered, next, unsure) = use_assessment(|assessment| {
        let answered: Vec<_> = (0..catalogue.subclauses.len()).map(|index| answered_in(assessment, index)).collect();
        (answered, first_open(assessment), unsure(assessment))
    });
    let drawn = use_slices(catalogue.clauses.len(), FIRST, usize::MAX);
    html! {
        <>
            { heading(t(Word::MenuClauses)) }
            { lead(t(Word::ClausesLead)) }
            if !store().is_in_memory_only() {
                <p>{ t(Word::ClausesSaved) }</p>
            }
            if let Some(next) = next {
                <p><a class="button" href={Route::requirement(next).href()} data-testid="next-open">{ t(Word::ClausesNextOpen) }</a></p>
                <p><a href={Route::Ask(None).href()} data-testid="ask">{ t(Word::AskTitle) }</a></p>
            }
            if !unsure.is_empty() {
                <section data-testid="find-out">
                    <h2>{ say(Word::FindOutTitle, &[("n", &unsure.len().to_string())]) }</h2>
                    <p>{ t(Word::FindOutText) }</p>
                    { item_links(unsure) }
                </section>
            }
            { catalogue.clauses.iter().take(drawn).map(|clause| html! {
                <section class="tasks">
                    <h2>{ clause.id }{ " " }{ clause.title }</h2>
                    <ul class="plain">
                        { for clause.subclauses.clone().map(|index| task(index, answered.get(index).copied().unwrap_or(0))) }
                    </ul>
                </section>
            }).collect::<Html>() }
        </>
    }
}

/// What somebody did not know: requirements, then controls.
fn unsure(assessment: &Assessment) -> Vec<ItemRef> {
    let controls = assessment.controls.iter().filter(|(_, entry)| entry.is_unsure()).map(|(id, _)| (*id).into());
    catalogue().requirement_ids().filter(|id| assessment.is_unsure(*id)).map(ItemRef::from).chain(controls).collect()
}

fn task(index: usize, answered: usize) -> Html {
    let subclause = &catalogue().subclauses[index];
    let all = subclause.requirements.len();
    let (class, status) = match answered {
        0 => ("tag none", t(Word::TaskNone).to_owned()),
        n if n == all => ("tag done", t(Word::TaskDone).to_owned()),
        n => ("tag some", say(Word::TaskSome, &[("n", &n.to_string()), ("all", &all.to_string())])),
    };
    html! {
        <li class="task">
            <a href={Route::Subclause(index, None).href()} data-testid="task">
                <span class="number">{ subclause.id }</span>{ " " }{ subclause.title }
            </a>
            <span class="count">{ say(Word::TaskCount, &[("n", &all.to_string())]) }</span>
            <span {class}>{ status }</span>
        </li>
    }
}

/// How many requirements of a sub-clause are answered.
fn answered_in(assessment: &Assessment, index: usize) -> usize {
    let items = catalogue().requirement_ids_in(catalogue().subclauses[index].requirements.clone());
    items.filter(|id| assessment.level(*id).is_some()).count()
}

/// The first requirement without an answer; those that the person is not sure about come last.
pub fn first_open(assessment: &Assessment) -> Option<RequirementId> {
    let mut open = catalogue().requirement_ids().filter(|id| assessment.level(*id).is_none());
    let first = open.next()?;
    std::iter::once(first).chain(open).find(|id| !assessment.is_unsure(*id)).or(Some(first))
}
