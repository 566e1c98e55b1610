//! The assessments of this browser: open, rename, duplicate, delete; bring one in from a file, or look at an example.

mod rename;

use super::colleagues::stage;
use crate::browser::{fetch_text, host};
use crate::components::opener::{Carried, use_opener};
use crate::components::{ChooseFile, heading, lead, trouble};
use crate::route::Route;
use crate::storage::Summary;
use crate::store::{Opening, Topic, store, use_topic};
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::{Timestamp, Told, figures};
use rename::RenameField;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The examples: file and name.
const EXAMPLES: [(&str, Word); 3] = [
    ("software-firm", Word::HomeExampleSoftware),
    ("manufacturer", Word::HomeExampleManufacturer),
    ("consultancy", Word::HomeExampleConsultancy),
];

/// The page.
#[component]
pub fn Library() -> Html {
    let list = use_list();
    let unkept = open_one().filter(|_| store().keeps_nothing());
    let problem = use_state(|| None::<String>);
    let onopen = {
        let problem = problem.setter();
        Callback::from(move |carried: Result<Carried, String>| match carried {
            Ok(carried) if stage(&carried.text) => Route::Colleagues.go(),
            Ok(carried) => bring_in(carried.text, problem.clone()),
            Err(what) => problem.set(Some(what)),
        })
    };
    let opener = use_opener(false, onopen);
    let onfile = {
        let (opener, problem) = (opener.clone(), problem.setter());
        Callback::from(move |file| {
            problem.set(None);
            opener.open(file);
        })
    };
    html! {
        <>
            { heading(t(Word::MenuLibrary)) }
            { lead(t(Word::LibraryLead)) }
            <div class="actions">
                <button type="button" class="button second" data-testid="start"
                    onclick={|_| spawn_local(async {
                        store().create(t(Word::HomeNewTitle)).await;
                        Route::Organisation.go();
                    })}>{ t(Word::HomeStart) }</button>
                <ChooseFile label={Word::HomeOpenFile} testid="open-file" {onfile} />
            </div>
            { opener.view() }
            if store().read(|_| ()).is_some() {
                <p><a href={Route::Colleagues.href()} data-testid="colleagues">{ t(Word::MergeTitle) }</a></p>
            }
            if let Some(problem) = (*problem).clone() {
                { trouble("file-problem", problem, html! {}) }
            }
            if let Some(open) = unkept {
                <section>
                    <h2>{ t(Word::HomeYours) }</h2>
                    <ul class="plain library">{ only(open) }</ul>
                </section>
            } else if !list.is_empty() {
                <section>
                    <h2>{ t(Word::HomeYours) }</h2>
                    <ul class="plain library">{ for list.iter().map(|summary| html! { <Entry key={summary.id.clone()} summary={summary.clone()} /> }) }</ul>
                </section>
            }
            if !host::hides("examples") {
                <section>
                    <h2>{ t(Word::HomeExamples) }</h2>
                    <p>{ t(Word::HomeExamplesText) }</p>
                    <ul class="plain">
                        { for EXAMPLES.into_iter().map(|(file, name)| {
                            let problem = problem.setter();
                            html! {
                                <li><button type="button" class="link" data-testid={format!("example-{file}")} onclick={move |_| {
                                    let problem = problem.clone();
                                    spawn_local(async move {
                                        match fetch_text(&format!("examples/{file}.json")).await {
                                            Ok(text) => bring_in(text, problem),
                                            Err(_) => problem.set(Some(t(Word::FileUnreadable).to_owned())),
                                        }
                                    });
                                }}>{ t(name) }</button></li>
                            }
                        }) }
                    </ul>
                </section>
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct EntryProps {
    summary: Summary,
}

/// One assessment: open, rename, duplicate, delete.
#[component]
fn Entry(props: &EntryProps) -> Html {
    let renaming = use_state(|| false);
    let rename_button = use_node_ref();
    let Summary { id, title, updated } = props.summary.clone();
    let open = store().read(|assessment| assessment.id == id).unwrap_or(false);
    let open_it = {
        let id = id.clone();
        move |_| {
            let id = id.clone();
            spawn_local(async move {
                store().open(&id).await;
                Route::Clauses.go();
            });
        }
    };
    let duplicate = {
        let id = id.clone();
        move |_| {
            let id = id.clone();
            spawn_local(async move {
                let copied = store().duplicate(&id, |title| say(Word::HomeCopyTitle, &[("title", title)])).await;
                store().notify_failure(copied);
            });
        }
    };
    let remove = {
        let id = id.clone();
        move |_| {
            let id = id.clone();
            spawn_local(async move {
                match store().remove(&id).await {
                    Err(error) => store().notify_failure(Err(error)),
                    Ok(removed) => {
                        let text = say(Word::HomeRemoved, &[("title", &removed.title)]);
                        let put_back = Callback::from(move |()| {
                            let removed = removed.clone();
                            spawn_local(async move {
                                store().notify_failure(store().put_back(&removed).await);
                                if open && store().read(|_| ()).is_none() {
                                    store().open(&removed.id).await;
                                }
                            });
                        });
                        store().notify(text, Some((t(Word::NoticeUndo), put_back)));
                    }
                }
            });
        }
    };
    let set_renaming = |on| {
        let renaming = renaming.clone();
        move || renaming.set(on)
    };
    let (start_renaming, stop_renaming) = (set_renaming(true), set_renaming(false));
    let about = |word| say(word, &[("title", &title)]);
    html! {
        <li class="entry" data-testid="assessment">
            if *renaming {
                <RenameField id={id.clone()} title={title.clone()} back_to={rename_button.clone()} onleave={move |()| stop_renaming()} />
            } else {
                <button type="button" class="link" onclick={open_it} data-testid="open">{ title.clone() }</button>
            }
            if open { <span class="tag done">{ t(Word::HomeOpenNow) }</span> }
            { changed_on(&updated) }
            <span class="row">
                <button type="button" class="quiet" aria-label={about(Word::HomeRenameOf)} ref={rename_button} onclick={move |_| start_renaming()} data-testid="rename">{ t(Word::HomeRename) }</button>
                <button type="button" class="quiet" aria-label={about(Word::HomeDuplicateOf)} onclick={duplicate} data-testid="duplicate">{ t(Word::HomeDuplicate) }</button>
                <button type="button" class="quiet" aria-label={about(Word::HomeDeleteOf)} onclick={remove} data-testid="delete">{ t(Word::HomeDelete) }</button>
            </span>
        </li>
    }
}

/// The one that is in this page only: there is nothing to do about it but to go on.
fn only(Summary { title, updated, .. }: Summary) -> Html {
    html! {
        <li class="entry" data-testid="unkept">
            <a class="link" href={Route::Clauses.href()}>{ title }</a>
            <span class="tag done">{ t(Word::HomeOpenNow) }</span>
            { changed_on(&updated) }
        </li>
    }
}

/// When an assessment was last changed.
fn changed_on(updated: &Timestamp) -> Html {
    let day = updated.day().map(|day| figures::date(catalogue(), day));
    html! { <span class="hint">{ day.map(|day| say(Word::HomeUpdated, &[("day", &day)])) }</span> }
}

/// The assessment that is open, as a line of a list.
pub fn open_one() -> Option<Summary> {
    store().read(|open| Summary { id: open.id.clone(), title: open.title.clone(), updated: open.updated.clone() })
}

/// The list of assessments, read again whenever it changes.
#[hook]
pub fn use_list() -> Vec<Summary> {
    use_topic(Topic::Library);
    use_topic(Topic::Assessment);
    let list = use_state_eq(Vec::new);
    let set = list.setter();
    use_effect(move || spawn_local(async move { set.set(store().list().await.unwrap_or_default()) }));
    (*list).clone()
}

/// Brings in a file's text, and says what came of it.
fn bring_in(text: String, problem: UseStateSetter<Option<String>>) {
    spawn_local(async move {
        match store().import(&text, |title| say(Word::HomeCopyTitle, &[("title", title)])).await {
            Opening::Unreadable(_) if text.contains(readiness::review::FORMAT) => {
                problem.set(Some(t(Word::FileIsReview).to_owned()));
            }
            Opening::Unreadable(error) => {
                problem.set(Some(say(Word::FileProblem, &[("problem", &error.told(catalogue()))])))
            }
            Opening::NotStored(_) => Route::Clauses.go(),
            Opening::Opened { unknown } => {
                if !unknown.is_empty() {
                    store().notify(say(Word::FileUnknown, &[("ids", &unknown.join(", "))]), None);
                }
                Route::Results.go();
            }
        }
    });
}
