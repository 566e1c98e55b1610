//! Where the person's work is, and how to take it away.

mod copies;
mod removal;
mod versions;

use crate::browser::{persist, persisted};
use crate::components::{heading, lead};
use crate::store::{Topic, store, use_topic};
use crate::text::t;
use copies::Copies;
use readiness::catalogue::Word;
use removal::Removal;
use versions::Versions;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The page.
#[component]
pub fn Data() -> Html {
    use_topic(Topic::Save);
    // Where nothing is kept, there is neither a place to speak of, nor a version, nor anything to remove.
    let keeps = !store().keeps_nothing();
    html! {
        <>
            { heading(t(Word::MenuData)) }
            { lead(t(if keeps { Word::DataLead } else { Word::DataLeadUnkept })) }
            if keeps { <Where /> }
            <Copies />
            if keeps { <Versions /><Removal /> }
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
                if !kept {
                    <button type="button" class="button second" data-testid="ask-persistent" onclick={ask}>{ t(Word::DataAsk) }</button>
                }
            }
        </section>
    }
}
