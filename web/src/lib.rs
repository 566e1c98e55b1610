//! The site: a thin Yew shell around [`readiness`]. It formats; it never decides.
//!
//! It is one program in several [`parts`]: the first view loads the first of them, with the frame, the start page and the
//! one store; the others hold pages, and come when the first of those is opened.
#![forbid(unsafe_code)]

pub mod app;
pub mod browser;
pub mod components;
pub mod loader;
mod navigation;
pub mod own_file;
pub mod pages;
mod palette;
pub mod part;
pub mod parts;
pub mod route;
pub mod storage;
pub mod store;
pub mod text;

use browser::language;
use part::Part;
use readiness::catalogue::LANGUAGES;
use std::convert::identity;
use wasm_bindgen_futures::spawn_local;

/// What hands out memory: in constant time, and smaller than the standard library's.
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Starts the program.
pub fn start() {
    browser::on_panic();
    spawn_local(async {
        let chosen = language::chosen();
        let pack = match chosen.inside {
            "" => language::load(chosen.first_view).await,
            inside => Some(inside),
        };
        if pack.and_then(|pack| text::speak(0, vec![pack], identity)).is_none() {
            text::speak(0, vec![LANGUAGES[0].inside], identity);
        }
        language::tell(text::catalogue().language);
        browser::look_whether_it_forgets().await;
        loader::fetch_by(parts::fetch);
        // Whoever has worked here goes on with that; the part of the page comes beside what the frame waits for.
        let begun = store::has_begun();
        if begun {
            spawn_local(load(navigation::route().row().part));
            loader::load(Part::Work).await;
        }
        // What comes next is on its way while the first view is drawn.
        if browser::page_says("stageZeroPressed") {
            pages::begin(false);
        } else if !begun && !browser::page_says("stageZeroSaves") {
            spawn_local(load(Part::Quick));
        }
        let place = browser::window().document().and_then(|document| document.get_element_by_id("app"));
        if let Some(place) = place {
            yew::Renderer::<app::App>::with_root(place).render();
        }
    });
}

/// Loads a part that is not waited for; whoever wants something of it says so if it can't be had.
async fn load(part: Part) {
    loader::load(part).await;
}
