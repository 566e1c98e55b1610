//! One page a route: `table.rs` lists them, a row each.

mod ask;
mod audits;
pub mod clauses;
mod colleagues;
#[cfg(debug_assertions)]
mod components;
mod controls;
mod dashboard;
mod data;
mod documents;
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
use crate::store::store;
use crate::text::{catalogue, t};
use readiness::catalogue::{ControlId, DocumentId, RequirementId, Word};
use yew::prelude::*;

/// A group of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// What is answered.
    Assess,
    /// What comes of it.
    Judge,
    /// All else.
    More,
    /// No menu has it.
    Nowhere,
}

/// What a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Anything: it needs nothing.
    Anything,
    /// The open assessment.
    Open,
    /// The open assessment; above it stands what there is to say of that.
    Marked,
}

/// What `table.rs` says of a page.
#[derive(Debug)]
pub struct Row {
    /// The address after `#/`; with `/` at its end, an id follows it.
    pub at: &'static str,
    /// What menus and the palette call it.
    pub name: Word,
    /// Who lists it.
    pub menu: Menu,
    /// The part of the program that holds it.
    pub part: Part,
    /// What it needs.
    pub about: About,
    /// The name by which a host can hide it; empty if they can't.
    pub host: &'static str,
}

macro_rules! pages {
    ($( $(#[doc = $doc:literal])+ $page:ident $( ( $($field:ident: $type:ty),+ ) )? {
        at: $at:literal, name: $name:ident, menu: $menu:ident, part: $part:ident, about: $about:ident, host: $host:literal,
        view: $($view:tt)*
    } )+) => {
        /// A place of the site. Ids in it exist: they were parsed.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub enum Route {
            $( $(#[doc = $doc])+ $page $( ( $($type),+ ) )?, )+
            /// Every component in its states, for developers.
            #[cfg(debug_assertions)]
            Components,
            /// There is no such place.
            Missing,
        }

        impl Route {
            /// What the table says of its page.
            pub fn row(self) -> &'static Row {
                match self {
                    $( Self::$page { .. } => &Row {
                        at: $at, name: Word::$name, menu: Menu::$menu, part: Part::$part, about: About::$about, host: $host,
                    }, )+
                    #[cfg(debug_assertions)]
                    Self::Components => &Row {
                        at: "components", name: Word::AppName, menu: Menu::Nowhere, part: Part::Files, about: About::Anything, host: "",
                    },
                    Self::Missing => &Row {
                        at: "", name: Word::MissingTitle, menu: Menu::Nowhere, part: Part::Frame, about: About::Anything, host: "",
                    },
                }
            }

            /// Every page, without an item to show, in the order of the table; those that need an id have no place here.
            pub fn all() -> impl Iterator<Item = Self> {
                [ $( Self::$page $( ( $( <$type>::default() ),+ ) )?, )+ #[cfg(debug_assertions)] Self::Components ]
                    .into_iter()
                    .filter(|route| !route.row().at.ends_with('/'))
            }
        }

        /// What a route's page shows, where a part of the program has it: `PART` is that part.
        pub fn view<const PART: u8>(route: Route) -> Html {
            match route {
                $( Route::$page $( ( $($field),+ ) )? if const { Part::$part.is_in(PART) } => html! { $($view)* }, )+
                #[cfg(debug_assertions)]
                Route::Components if const { Part::Files.is_in(PART) } => components::components(),
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
