//! An action: what to do, by whom and until when, both changed in place; its steps are folded away.

use crate::browser::{EARLIEST, day_of, value_of};
use crate::components::item_links;
use crate::pages::plan::done::Done;
use crate::route::Route;
use crate::store::store;
use crate::text::{catalogue, t};
use readiness::Assessment;
use readiness::catalogue::Word;
use readiness::findings::Grade;
use readiness::plan::Action;
use yew::prelude::*;

/// A row of the list.
pub fn row(action: &Action, assessment: &Assessment) -> Html {
    let title = action.title(catalogue(), assessment);
    let unlocks = action.unlocks.words(catalogue()).join(", ");
    html! {
        <li class="do" key={action.key(catalogue())} data-testid="action">
            <details>
                <summary>{ title.clone() }{ " " }{ grade(action) }</summary>
                <p class="hint">{ action.place(catalogue()) }</p>
                <ul>{ for action.steps(catalogue(), assessment).into_iter().map(|step| html! { <li>{ step }</li> }) }</ul>
                if !unlocks.is_empty() {
                    <p class="hint">{ t(Word::ActionsUnlocks) }{ ": " }{ unlocks }</p>
                }
                if !action.items().is_empty() { <p class="hint">{ t(Word::ActionsSayDone) }</p> }
                { item_links(action.items()) }
            </details>
            { fields(action, assessment, &title) }
            <span class="hint">{ t(Word::PlanColumnEffort) }{ ": " }{ action.effort.label(catalogue()) }</span>
            { done(action, assessment, title) }
        </li>
    }
}

/// A card of the board.
pub fn card(action: &Action, assessment: &Assessment) -> Html {
    let title = action.title(catalogue(), assessment);
    html! {
        <li class="card do" key={action.key(catalogue())} data-testid="action">
            <p><strong>{ title.clone() }</strong>{ " " }{ grade(action) }</p>
            { fields(action, assessment, &title) }
            { done(action, assessment, title) }
        </li>
    }
}

/// The way to say that it is done.
fn done(action: &Action, assessment: &Assessment, title: String) -> Html {
    let first = action.items().first().map_or(Route::Controls(None), |item| Route::from(*item));
    html! { <Done {title} {first} says={action.done(catalogue(), assessment)} /> }
}

/// How grave what it resolves is; nothing where that is not grave.
fn grade(action: &Action) -> Html {
    let tag = |class, grade: Grade| html! { <span class={classes!("tag", class)}>{ grade.label(catalogue()) }</span> };
    match action.grade() {
        None | Some(Grade::Opportunity) => html! {},
        Some(grade @ Grade::Major) => tag("bad", grade),
        Some(grade @ Grade::Minor) => tag("warn", grade),
    }
}

/// Who does it and until when.
fn fields(action: &Action, assessment: &Assessment, title: &str) -> Html {
    let named = |field| format!("{}: {title}", t(field));
    let late = assessment.profile.target_date.is_some_and(|target| action.is_late(target));
    let own = action.due.filter(|due| due.own).map(|due| due.day.to_string()).unwrap_or_default();
    let blank = own.is_empty().then_some("blank");
    let datable = action.put_off_to(None).is_some();
    let owned = !action.items().is_empty();
    let (giving, dating) = (action.clone(), action.clone());
    let give = move |event: Event| store().apply(giving.give_to(value_of(&event).trim()));
    let date = move |event: Event| {
        if let Some(edit) = day_of(&event).and_then(|day| dating.put_off_to(day)) {
            store().apply(edit);
        }
    };
    html! {
        <>
            if owned {
                <input type="text" list="owners" data-testid="action-owner" aria-label={named(Word::ActionsOwner)}
                    placeholder={t(Word::ActionsOwner)} value={action.owners.join(", ")} onchange={give} />
            } else {
                <span></span>
            }
            if datable {
                <input type="date" min={EARLIEST} data-testid="action-due" aria-label={named(Word::ActionsDue)}
                    class={blank} value={own} onchange={date} />
            } else {
                <span></span>
            }
            if late { <span class="tag warn">{ t(Word::ActionsLate) }</span> }
        </>
    }
}
