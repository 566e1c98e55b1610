//! The assessments of this browser: open, rename, duplicate, delete; bring one in from a file, or look at an example.

mod deletion;
mod old;
mod rename;

use super::colleagues::stage;
use crate::browser::{fetch_text, host, local_day};
use crate::components::bring_in::use_bring_in;
use crate::components::opener::{Carried, Wants, use_opener};
use crate::components::{ChooseFile, heading, lead, trouble};
use crate::pages::home::Start;
use crate::route::Route;
use crate::storage::Summary;
use crate::store::{Opening, Topic, store, use_answer, use_topic};
use crate::text::{catalogue, say, t};
use deletion::Deletion;
use old::OldNames;
use readiness::catalogue::Word;
use readiness::{Assessment, Timestamp, figures, shown};
use rename::RenameField;
use std::rc::Rc;
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
    let in_memory_only = open_one().filter(|_| store().is_in_memory_only());
    let problem = use_state(|| None::<String>);
    let bring_in = use_bring_in(Callback::from(|(_, opening): (Rc<Assessment>, Opening)| brought_in(opening)));
    let onopen = {
        let (problem, bring_in) = (problem.setter(), bring_in.clone());
        Callback::from(move |carried: Result<Carried, String>| match carried {
            Ok(carried) => match stage(carried) {
                None => Route::Colleagues.go(),
                Some(Ok(file)) => bring_in.start(file),
                Some(Err(what)) => problem.set(Some(what)),
            },
            Err(what) => problem.set(Some(what)),
        })
    };
    let opener = use_opener(Wants::Copy, onopen);
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
                <Start class="button second" />
                <ChooseFile label={Word::HomeOpenFile} testid="open-file" {onfile} />
            </div>
            { opener.view() }
            { bring_in.view() }
            if store().read(|_| ()).is_some() {
                <p><a href={Route::Colleagues.href()} data-testid="colleagues">{ t(Word::MergeTitle) }</a></p>
            }
            if let Some(problem) = (*problem).clone() {
                { trouble("file-problem", problem, html! {}) }
            }
            if let Some(open) = in_memory_only {
                <section>
                    <h2>{ t(Word::HomeYours) }</h2>
                    <ul class="plain library">{ only(open) }</ul>
                </section>
            } else if !list.is_empty() {
                <section>
                    <h2>{ t(Word::HomeYours) }</h2>
                    <ul class="plain library">{ for list.iter().map(|summary| html! { <Entry key={summary.id.to_string()} summary={summary.clone()} /> }) }</ul>
                </section>
            }
            <OldNames {list} />
            if !host::hides("examples") {
                <section>
                    <h2>{ t(Word::HomeExamples) }</h2>
                    <p>{ t(Word::HomeExamplesText) }</p>
                    <ul class="plain">
                        { for EXAMPLES.into_iter().map(|(file, name)| {
                            let (problem, bring_in) = (problem.setter(), bring_in.clone());
                            html! {
                                <li><button type="button" class="link" data-testid={format!("example-{file}")} onclick={move |_| {
                                    let (problem, bring_in) = (problem.clone(), bring_in.clone());
                                    spawn_local(async move {
                                        match example(file).await {
                                            Some(example) => bring_in.start(example.into()),
                                            None => problem.set(Some(t(Word::FileUnreadable).to_owned())),
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
    let (name, example, answered) = use_details(&props.summary).unwrap_or((title.clone(), false, None));
    let set_renaming = |on| {
        let renaming = renaming.clone();
        move || renaming.set(on)
    };
    let (start_renaming, stop_renaming) = (set_renaming(true), set_renaming(false));
    let about = |word| say(word, &[("title", &name)]);
    html! {
        <li class="entry" data-testid="assessment">
            if *renaming {
                <RenameField id={id.clone()} title={name.clone()} back_to={rename_button.clone()} onleave={move |()| stop_renaming()} />
            } else {
                <button type="button" class="link" onclick={open_it} data-testid="open">{ name.clone() }</button>
            }
            if open { <span class="tag done">{ t(Word::HomeOpenNow) }</span> }
            if example { <span class="tag some" data-testid="is-example">{ t(Word::HomeExampleTag) }</span> }
            if let Some(answered) = answered { <span class="hint" data-testid="entry-answered">{ of_all(answered) }</span> }
            { changed_on(&updated) }
            <span class="row">
                <button type="button" class="quiet" aria-label={about(Word::HomeRenameOf)} ref={rename_button} onclick={move |_| start_renaming()} data-testid="rename">{ t(Word::HomeRename) }</button>
                <button type="button" class="quiet" aria-label={about(Word::HomeDuplicateOf)} onclick={duplicate} data-testid="duplicate">{ t(Word::HomeDuplicate) }</button>
                <Deletion {id} name={name.clone()} {answered} {open} />
            </span>
        </li>
    }
}

/// What an assessment is called, whether it is an example, and how much of it is answered.
type Details = (String, bool, Option<usize>);

fn details(of: &Assessment) -> Details {
    (shown::text(of.name(catalogue())), of.example, Some(of.answered()))
}

/// The details of an assessment, once they were read. The open one is here already, and as it is now.
#[hook]
fn use_details(summary: &Summary) -> Option<Details> {
    use_topic(Topic::Assessment);
    let stored = use_answer(summary.clone(), |summary| {
        let id = summary.id.clone();
        async move { store().present(&id).await.ok().as_ref().map(details) }
    });
    let open = store().read(|open| (open.id == summary.id).then(|| details(open))).flatten();
    open.or_else(|| (*stored).clone().flatten())
}

fn of_all(answered: usize) -> String {
    let all = catalogue().requirements.len().to_string();
    say(Word::TaskSome, &[("n", &answered.to_string()), ("all", &all)])
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
    let day = local_day(updated).map(|day| figures::date(catalogue(), day));
    html! { <span class="hint">{ day.map(|day| say(Word::HomeUpdated, &[("day", &day)])) }</span> }
}

/// The assessment that is open, as a line of a list.
pub fn open_one() -> Option<Summary> {
    store().read(|open| Summary {
        id: open.id.clone(),
        title: shown::text(open.name(catalogue())),
        updated: open.updated.clone(),
    })
}

/// The list of assessments, read again whenever it changes.
#[hook]
pub fn use_list() -> Vec<Summary> {
    use_topic(Topic::Library);
    use_topic(Topic::Assessment);
    let turn = use_mut_ref(|| 0_u32);
    *turn.borrow_mut() += 1;
    let about = *turn.borrow();
    let list = use_answer(about, |_| async { store().list().await.unwrap_or_default() });
    (*list).clone().unwrap_or_default()
}

/// An example, marked as one; `None` if it can't be had.
async fn example(file: &str) -> Option<Assessment> {
    let text = fetch_text(&format!("examples/{file}.json")).await.ok()?;
    Some(Assessment { example: true, ..Assessment::from_file(&text, catalogue()).ok()? })
}

/// Says what came of bringing a file in.
fn brought_in(opening: Opening) {
    match opening {
        // That is asked about where the file is brought in.
        Opening::Clash(_) => {}
        Opening::NotStored(_) => Route::Clauses.go(),
        Opening::Opened { unknown, remains } => {
            let lists = [(Word::FileUnknown, unknown), (Word::FileRemains, remains)].into_iter();
            let said = lists.filter(|(_, ids)| !ids.is_empty());
            let said: Vec<_> = said.map(|(word, ids)| say(word, &[("ids", &ids.join(", "))])).collect();
            if !said.is_empty() {
                store().notify(said.join(" "), None);
            }
            Route::Results.go();
        }
    }
}
