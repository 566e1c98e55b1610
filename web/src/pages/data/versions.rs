//! Earlier versions, which the site keeps by itself: restore one, download it, or remove them.

use super::downloads::{in_file_name, report, save};
use crate::browser::local_minute;
use crate::pages::library::use_list;
use crate::storage::{StorageError, Summary, Version};
use crate::store::store;
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use std::future::Future;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The earlier versions of all assessments, those of deleted ones too.
#[component]
pub fn Versions() -> Html {
    let present = use_list();
    let versions = use_state_eq(Vec::new);
    let read = {
        let set = versions.setter();
        Callback::from(move |()| {
            let set = set.clone();
            spawn_local(async move { set.set(store().versions().await.unwrap_or_default()) });
        })
    };
    // The list changes whenever an assessment is changed, replaced or deleted.
    use_effect_with(present.clone(), {
        let read = read.clone();
        move |_| read.emit(())
    });
    html! {
        <section class="card" data-testid="versions">
            <h2>{ t(Word::DataVersions) }</h2>
            <p>{ t(Word::DataVersionsText) }</p>
            if versions.is_empty() {
                <p class="empty">{ t(Word::DataVersionsNone) }</p>
            }
            { for versions.chunk_by(|a, b| a.assessment.id == b.assessment.id).map(|of_one| one(of_one, &present, &read)) }
        </section>
    }
}

/// The versions of one assessment.
fn one(versions: &[Version], present: &[Summary], read: &Callback<()>) -> Html {
    let newest = &versions[0].assessment;
    let here = present.iter().find(|summary| summary.id == newest.id);
    let title = here.map_or(&newest.title, |summary| &summary.title).clone();
    let remove = {
        let (versions, title, read) = (versions.to_vec(), title.clone(), read.clone());
        move |_| {
            let (versions, title, read) = (versions.clone(), title.clone(), read.clone());
            attempt(async move {
                store().remove_versions(&versions[0].assessment.id).await?;
                read.emit(());
                let undo = Callback::from(move |()| {
                    let (versions, read) = (versions.clone(), read.clone());
                    attempt(async move {
                        store().put_back_versions(&versions).await?;
                        read.emit(());
                        Ok(())
                    });
                });
                store().notify(say(Word::DataVersionsRemoved, &[("name", &title)]), Some((t(Word::NoticeUndo), undo)));
                Ok(())
            });
        }
    };
    html! {
        <div class="scroll" key={newest.id.to_string()} data-testid="versions-of">
            <table>
                <caption>
                    { say(Word::DataVersionsOf, &[("name", &title)]) }
                    if here.is_none() { { " " }<span class="tag">{ t(Word::DataVersionsDeleted) }</span> }
                </caption>
                <thead><tr>
                    <th scope="col">{ t(Word::DataVersionMoment) }</th>
                    <th scope="col">{ t(Word::DataVersionActions) }</th>
                </tr></thead>
                <tbody>{ for versions.iter().map(|version| row(version, &title)) }</tbody>
            </table>
            <button type="button" class="quiet" data-testid="remove-versions" onclick={remove}>{ t(Word::DataVersionsRemove) }</button>
        </div>
    }
}

fn row(version: &Version, title: &str) -> Html {
    let moment = local_minute(&version.moment);
    let (answered, all) = (version.assessment.answered().to_string(), catalogue().requirements.len().to_string());
    let about = |word| say(word, &[("name", title), ("moment", &moment)]);
    let restore = {
        let (version, done) = (version.assessment.clone(), about(Word::DataVersionRestored));
        move |_| {
            let (version, done) = (version.clone(), done.clone());
            attempt(async move {
                let before = store().exchange(&version).await?;
                let undo = Callback::from(move |()| {
                    let (before, id) = (before.clone(), version.id.clone());
                    attempt(async move {
                        match before {
                            Some(before) => store().exchange(&before).await.map(drop),
                            None => store().remove(&id).await.map(drop),
                        }
                    });
                });
                store().notify(done, Some((t(Word::NoticeUndo), undo)));
                Ok(())
            });
        }
    };
    let download = {
        let (state, moment) = (version.assessment.clone(), in_file_name(&version.moment));
        move |_| {
            let (state, moment) = (state.clone(), moment.clone());
            report(async move { save(&state, &moment).map(|()| 1) });
        }
    };
    html! {
        <tr key={version.moment.as_str().to_owned()} data-testid="version">
            <th scope="row">
                { moment.clone() }
                <div class="hint">{ say(Word::TaskSome, &[("n", &answered), ("all", &all)]) }</div>
            </th>
            <td><span class="row">
                <button type="button" class="link" aria-label={about(Word::DataVersionRestoreOf)} data-testid="restore" onclick={restore}>{ t(Word::DataVersionRestore) }</button>
                <button type="button" class="link" aria-label={about(Word::DataVersionDownloadOf)} data-testid="download-version" onclick={download}>{ t(Word::ExportDownload) }</button>
            </span></td>
        </tr>
    }
}

/// Does something with the storage, and says so if it fails.
fn attempt(work: impl Future<Output = Result<(), StorageError>> + 'static) {
    spawn_local(async move { store().notify_failure(work.await) });
}
