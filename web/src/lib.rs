//! The site: a thin Yew shell around [`readiness`]. It formats; it never decides.
//!
//! It is one program in several [`parts`]: the first view loads the first of them, with the frame, the start page and the
//! one store; the others hold pages, and come when the first of those is opened.
#![forbid(unsafe_code)]

pub mod app;
pub mod browser;
pub mod components;
pub mod own_file;
pub mod pages;
mod palette;
pub mod part;
pub mod parts;
pub mod route;
pub mod storage;
pub mod store;
pub mod text;

use browser::{arrival, language};
use gloo_timers::future::TimeoutFuture;
use part::Part;
use readiness::catalogue::FIRST_VIEW;
use std::convert::identity;
use wasm_bindgen_futures::spawn_local;

/// What hands out memory: in constant time, and smaller than the standard library's.
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// How long the first view is left alone before what keeps work comes beside it, in milliseconds.
const QUIET: u32 = 1000;

/// Starts the program.
pub fn start() {
    browser::on_panic();
    spawn_local(async {
        // English is inside.
        let other = match language::chosen().first_view {
            "" => None,
            pack => language::load(pack).await,
        };
        if other.and_then(|pack| text::speak(0, vec![pack], identity)).is_none() {
            text::speak(0, vec![FIRST_VIEW], identity);
        }
        language::tell(text::catalogue().language);
        browser::look_whether_it_forgets().await;
        // Whoever has worked here goes on with that, on the page that is opened: all that it needs is asked for at once.
        let begun = store::has_begun();
        if begun {
            let part = arrival::route().row().part;
            parts::load(if part == Part::Frame { Part::Work } else { part }).await;
        }
        let place = browser::window().document().and_then(|document| document.get_element_by_id("app"));
        if let Some(place) = place {
            yew::Renderer::<app::App>::with_root(place).render();
        }
        if !begun && !browser::saves_data() {
            TimeoutFuture::new(QUIET).await;
            parts::load(Part::Quick).await;
        }
    });
}
