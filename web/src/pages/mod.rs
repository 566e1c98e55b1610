//! One page a route: `table.rs` lists them, a row each.

mod ask;
mod audits;
pub mod clauses;
mod colleagues;
mod controls;
mod dashboard;
mod data;
mod documents;
#[cfg(debug_assertions)]
mod gallery;
mod home;
pub mod learn;
mod library;
mod missing;
mod organisation;
mod owner;
mod plan;
mod quick;
mod quote;
mod report;
mod results;
pub mod review;
mod risks;
mod shown;
mod snapshots;
pub mod spine;
mod steps;
mod subclause;
pub mod verify;

pub use dashboard::Dashboard;
pub use home::begin;
pub use missing::{missing, nothing_open};
pub use quick::Estimate;
pub use shown::{How, Shown, above, below};
pub use steps::in_words;

use crate::part::Part;
use crate::route::Route;
use crate::store::store;
use crate::text::{catalogue, t};
use readiness::catalogue::Word;
use yew::prelude::*;

macro_rules! pages {
    ($( $(#[doc = $doc:literal])+ $page:ident $( ( $($field:ident: $type:ty),+ ) )? {
        at: $at:literal, name: $name:ident, menu: $menu:ident, part: $part:ident, about: $about:ident, host: $host:literal,
        view: $($view:tt)*
    } )+) => {
        /// What a route's page shows, where a part of the program has it: `PART` is that part.
        pub fn view<const PART: u8>(route: Route) -> Html {
            match route {
                $( Route::$page $( ( $($field),+ ) )? if const { Part::$part.is_in(PART) } => html! { $($view)* }, )+
                #[cfg(debug_assertions)]
                Route::Gallery if const { Part::Files.is_in(PART) } => gallery::gallery(),
                _ => missing(),
            }
        }
    };
}

include!("table.rs");

/// The title of a route's page.
pub fn title(route: Route) -> String {
    match route {
        Route::Subclause(index, _) => {
            let subclause = &catalogue().subclauses[index];
            format!("{} {}", subclause.id, subclause.title)
        }
        Route::Page(id, _) => learn::title(id),
        _ => title_in_frame(route),
    }
}

/// The same, where nothing but frame and start page is there.
pub fn title_in_frame(route: Route) -> String {
    if route != Route::Home {
        return t(route.row().name).to_owned();
    }
    // Once work has begun, it is about that.
    let begun = store().read(|open| open.is_begun().then(|| open.name(catalogue()).to_owned()));
    begun.flatten().unwrap_or_else(|| t(Word::HomeTitle).to_owned())
}
