//! What a visit leaves in the browser besides the database.

use super::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Promise};
use web_sys::{ServiceWorkerRegistration, Storage};

/// How everything of this site is named. Other sites of the same host keep theirs.
const OURS: &str = "stage-zero";

/// Removes what this site has in the local and session storage, its service workers, and its caches.
///
/// # Errors
/// When the browser refuses one of them.
pub async fn remove_site_data() -> Result<(), JsValue> {
    let window = window();
    for storage in [window.local_storage(), window.session_storage()].into_iter().filter_map(|it| it.ok().flatten()) {
        remove_items(&storage)?;
    }
    let (host, page) = (window.location().origin()?, window.location().pathname()?);
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let folder = format!("{folder}/");
    // A page without https has neither service workers nor caches, whatever the types say. A worker that lives on keeps nothing
    // for which it finds no cache.
    let workers = window.navigator().service_worker();
    if !workers.is_undefined() {
        for worker in list(workers.get_registrations()).await?.iter() {
            let worker: ServiceWorkerRegistration = worker.unchecked_into();
            if worker.scope() == format!("{host}{folder}") {
                JsFuture::from(worker.unregister()?).await?;
            }
        }
    }
    if let Some(caches) = window.caches().ok().filter(|caches| !caches.is_undefined()) {
        for name in list(caches.keys()).await?.iter().filter_map(|name| name.as_string()) {
            // The folder is part of the name, see `web/boot/service.js`. Another copy of the site keeps its files.
            if name.starts_with(OURS) && name.split_once(' ').is_none_or(|(_, path)| path == folder) {
                JsFuture::from(caches.delete(&name)).await?;
            }
        }
    }
    Ok(())
}

fn remove_items(storage: &Storage) -> Result<(), JsValue> {
    let names: Vec<_> = (0..storage.length()?).filter_map(|index| storage.key(index).ok().flatten()).collect();
    names.iter().filter(|name| name.starts_with(OURS)).try_for_each(|name| storage.remove_item(name))
}

async fn list(promise: Promise) -> Result<Array, JsValue> {
    Ok(JsFuture::from(promise).await?.unchecked_into())
}
