//! The site: a thin Yew shell around [`readiness`]. It formats; it never decides.
#![forbid(unsafe_code)]

mod app;
mod browser;
mod components;
mod pages;
mod route;
mod storage;
mod store;
mod text;

use wasm_bindgen_futures::spawn_local;

fn main() {
    browser::on_panic();
    spawn_local(async {
        store::store().start().await;
        let root = browser::window().document().and_then(|document| document.get_element_by_id("app"));
        if let Some(root) = root {
            yew::Renderer::<app::App>::with_root(root).render();
        }
    });
}
