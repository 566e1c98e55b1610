//! Where the person's work is, and how to take it away.

mod downloads;
mod in_file;
mod removal;
mod versions;

use crate::browser::{can_persist, forgets, persist, persisted};
use crate::components::{calendar_entry, heading, lead};
use crate::own_file;
use crate::store::{Topic, store, use_answer, use_topic};
use crate::text::{say, t};
use downloads::Downloads;
use in_file::OwnFile;
use readiness::catalogue::Word;
use removal::Removal;
use versions::Versions;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The page.
#[component]
pub fn Data() -> Html {
    use_topic(Topic::Save);
    let before = use_answer(store().is_in_memory_only(), |_| async { store().stored_before().await });
    let before = (*before).clone().unwrap_or_default();
    // Where nothing is kept, there is neither a place to speak of, nor a version, nor anything to remove.
    let keeps = !store().is_in_memory_only();
    let words = match own_file::present() {
        _ if !keeps => t(Word::DataLeadUnkept).to_owned(),
        Some((name, _)) => say(Word::DataLeadOwnFile, &[("name", &name)]),
        None => t(Word::DataLead).to_owned(),
    };
    html! {
        <>
            { heading(t(Word::MenuData)) }
            { lead(words) }
            if keeps { <Where /> }
            <Downloads />
            <OwnFile />
            if keeps { <Versions /><Removal /> }
            if !keeps && !before.is_empty() {
                <section class="card" data-testid="stored-before">
                    <h2>{ t(Word::DataBefore) }</h2>
                    <p>{ say(Word::DataBeforeText, &[("n", &before.len().to_string())]) }</p>
                    <ul>{ for before.iter().map(|summary| html! { <li>{ summary.title.clone() }</li> }) }</ul>
                </section>
                <Removal />
            }
        </>
    }
}

/// Where the work is, and whether the browser has promised to keep it.
#[component]
fn Where() -> Html {
    let kept = use_state_eq(|| None::<bool>);
    use_effect_with((), {
        let kept = kept.setter();
        move |()| spawn_local(async move { kept.set(Some(persisted().await)) })
    });
    let ask = {
        let kept = kept.setter();
        move |_| {
            let kept = kept.clone();
            spawn_local(async move {
                let granted = persist().await;
                kept.set(Some(granted));
                if !granted {
                    store().notify(t(Word::DataNotPromised).to_owned(), None);
                }
            });
        }
    };
    html! {
        <section class="card">
            <h2>{ t(Word::DataWhere) }</h2>
            <p>{ t(Word::DataWhereText) }</p>
            if let Some(kept) = *kept {
                <p role="status" data-testid="persistent" data-state={kept.to_string()}>{ t(if kept { Word::DataKept } else { Word::DataNotKept }) }</p>
                if !kept && forgets() {
                    <p class="warning" data-testid="forgets">{ t(Word::SaveForgetsText) }</p>
                    <p>{ calendar_entry() }</p>
                }
                if !kept && can_persist() {
                    <button type="button" class="button second" data-testid="ask-persistent" onclick={ask}>{ t(Word::DataAsk) }</button>
                }
            }
        </section>
    }
}
