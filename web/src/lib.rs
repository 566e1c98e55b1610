//! The site: a thin Yew shell around [`readiness`]. It formats; it never decides.
//!
//! Two programs are made of it. [`shell`] is what the first view loads: the frame, the start page and the questions.
//! [`more`] holds all other pages and is loaded when the first of them is opened, so that the first view stays small.
//! Each has a store of its own; they tell each other of every change through the window, see
//! `store::programs`, so that they agree even where nothing can be stored.
#![forbid(unsafe_code)]

pub mod app;
pub mod browser;
pub mod components;
pub mod more;
pub mod pages;
mod palette;
pub mod route;
pub mod storage;
pub mod store;
pub mod text;

use browser::language;
use readiness::Catalogue;
use wasm_bindgen_futures::spawn_local;

/// What hands out memory: in constant time, and smaller than the standard library's.
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Starts the program that the first view loads.
pub fn shell() {
    browser::on_panic();
    spawn_local(async {
        let other = language::load(language::chosen().first_view).await;
        text::speak(other.unwrap_or_else(Catalogue::english_first_view));
        language::tell(text::catalogue().language);
        start::<app::App>("app").await;
    });
}

/// Starts the program with all other pages.
pub fn rest() {
    browser::on_panic();
    spawn_local(async {
        let other = language::load(language::spoken().whole).await;
        text::speak(other.unwrap_or_else(Catalogue::english));
        components::serve_guidance();
        count_on();
        start::<more::More>("more").await;
    });
}

/// Yew counts its trees in each program anew, and hands an event to the tree with the number that it finds above the
/// target. The first tree of both had the same number, so a click in one was heard by the other too, as a click on
/// something else. This takes the number of the first.
fn count_on() {
    let nowhere = browser::window().document().and_then(|document| document.create_element("div").ok());
    if let Some(nowhere) = nowhere {
        yew::Renderer::<Nothing>::with_root(nowhere).render();
    }
}

/// Shows nothing.
#[yew::component]
fn Nothing() -> yew::Html {
    yew::Html::default()
}

async fn start<Root: yew::BaseComponent<Properties = ()>>(place: &'static str) {
    store::store().start(place).await;
    let place = browser::window().document().and_then(|document| document.get_element_by_id(place));
    if let Some(place) = place {
        yew::Renderer::<Root>::with_root(place).render();
    }
}
