//! Files to keep elsewhere: of one assessment, or of all that is here.

use crate::browser::{download, local_day};
use crate::pages::library::{open_one, use_list};
use crate::route::Route;
use crate::storage::{StorageError, Summary};
use crate::store::store;
use crate::text::{catalogue, say, t};
use gloo_timers::future::TimeoutFuture;
use readiness::catalogue::Word;
use readiness::{Assessment, Timestamp, Told};
use std::future::Future;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The assessments of this browser, to be downloaded one by one or together with their snapshots.
#[component]
pub fn Downloads() -> Html {
    let mut list = use_list();
    // Where nothing can be stored, the open one is in this page only.
    list.extend(open_one().filter(|open| list.iter().all(|stored| stored.id != open.id)));
    let all = list.clone();
    html! {
        <section class="card">
            <h2>{ t(Word::DataBackup) }</h2>
            if list.is_empty() {
                <p data-testid="backup-none">{ t(Word::DataEmpty) }</p>
            } else {
                <p>{ t(Word::DataBackupText) }</p>
                <ul class="plain library">{ for list.iter().map(one) }</ul>
                <button type="button" class="button" data-testid="backup" onclick={move |_| report(save_all(all.clone()))}>{ t(Word::DataEverything) }</button>
                <p class="hint">{ t(Word::DataEverythingText) }</p>
            }
            <p><a href={Route::Library.href()}>{ t(Word::MenuLibrary) }</a></p>
            <p><a href={Route::Colleagues.href()}>{ t(Word::MergeTitle) }</a></p>
        </section>
    }
}

fn one(summary: &Summary) -> Html {
    let Summary { id, title, updated } = summary.clone();
    let label = say(Word::ExportDownloadOf, &[("name", &title)]);
    html! {
        <li class="entry" key={id.to_string()} data-testid="stored">
            <strong>{ title }</strong>
            <span class="hint">{ local_day(&updated).map(|day| say(Word::HomeUpdated, &[("day", &readiness::figures::date(catalogue(), day))])) }</span>
            <button type="button" class="link" aria-label={label} data-testid="download-stored" onclick={move |_| {
                let id = id.clone();
                report(async move { save(&store().present(&id).await?, "").map(|()| 1) });
            }}>{ t(Word::ExportDownload) }</button>
        </li>
    }
}

/// Lets the browser save everything, a file each, and counts the files.
async fn save_all(list: Vec<Summary>) -> Result<usize, StorageError> {
    let mut files = 0;
    for Summary { id, .. } in list {
        let mut states = vec![(String::new(), store().present(&id).await?)];
        for kept in store().snapshots_of(&id).await? {
            states.push((in_file_name(&kept.moment), kept.assessment));
        }
        for (moment, state) in states {
            save(&state, &moment)?;
            files += 1;
            // Browsers drop downloads that come all at once.
            TimeoutFuture::new(250).await;
        }
    }
    Ok(files)
}

/// A moment as a part of a file's name; no system allows every character there.
pub(super) fn in_file_name(moment: &Timestamp) -> String {
    format!(" {}", moment.as_str().replace(':', "-"))
}

pub(super) fn save(assessment: &Assessment, moment: &str) -> Result<(), StorageError> {
    let name = format!("{}{moment}.stage-zero.json", assessment.name(catalogue()));
    download(&name, "application/json", &assessment.to_file(catalogue()))?;
    store().keep_saved(assessment);
    if store().read(|open| open == assessment).unwrap_or(false) {
        store().taken();
    }
    Ok(())
}

/// Says what came of it.
pub(super) fn report(saved: impl Future<Output = Result<usize, StorageError>> + 'static) {
    spawn_local(async move {
        let words = match saved.await {
            Ok(files) => say(Word::DataSaved, &[("n", &files.to_string())]),
            Err(error) => say(Word::DataNotSaved, &[("what", &error.told(catalogue()))]),
        };
        store().notify(words, None);
    });
}
