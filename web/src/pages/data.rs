//! Where the person's work is, and how to take it away.

use crate::browser::{persist, persisted, window};
use crate::components::{heading, lead, save_file};
use crate::route::Route;
use crate::store::store;
use crate::text::t;
use readiness::catalogue::Word;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The page.
#[component]
pub fn Data() -> Html {
    let kept = use_state_eq(|| None::<bool>);
    let asking = use_state(|| false);
    use_effect_with((), {
        let kept = kept.setter();
        move |()| spawn_local(async move { kept.set(Some(persisted().await)) })
    });
    let ask = {
        let kept = kept.setter();
        move |_| {
            let kept = kept.clone();
            spawn_local(async move { kept.set(Some(persist().await)) });
        }
    };
    let (show, hide) = (asking.setter(), asking.setter());
    html! {
        <>
            { heading(t(Word::MenuData)) }
            { lead(t(Word::DataLead)) }
            <section class="card">
                <h2>{ t(Word::DataWhere) }</h2>
                <p>{ t(Word::DataWhereText) }</p>
                if let Some(kept) = *kept {
                    <p data-testid="persistent" data-state={kept.to_string()}>{ t(if kept { Word::DataKept } else { Word::DataNotKept }) }</p>
                    if !kept {
                        <button type="button" class="button second" onclick={ask}>{ t(Word::DataAsk) }</button>
                    }
                }
            </section>
            <section class="card">
                <h2>{ t(Word::DataBackup) }</h2>
                <p>{ t(Word::DataBackupText) }</p>
                if store().read(|_| ()).is_some() {
                    <button type="button" class="button" onclick={|_| save_file()} data-testid="backup">{ t(Word::SaveDownload) }</button>
                }
                <p><a href={Route::Library.href()}>{ t(Word::MenuLibrary) }</a></p>
            </section>
            <section class="card">
                <h2>{ t(Word::DataRemove) }</h2>
                <p>{ t(Word::DataRemoveText) }</p>
                if *asking {
                    <div class="trouble" role="alert">
                        <p>{ t(Word::DataRemoveSure) }</p>
                        <button type="button" data-testid="remove-all-sure" onclick={|_| spawn_local(async {
                            match store().remove_everything().await {
                                Ok(()) => drop(window().location().reload()),
                                Err(error) => store().notify(error.to_string(), None),
                            }
                        })}>{ t(Word::DataRemoveYes) }</button>
                        { " " }
                        <button type="button" onclick={move |_| hide.set(false)}>{ t(Word::DataRemoveNo) }</button>
                    </div>
                } else {
                    <button type="button" class="button second" data-testid="remove-all" onclick={move |_| show.set(true)}>{ t(Word::DataRemove) }</button>
                }
            </section>
        </>
    }
}
