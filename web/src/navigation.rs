//! Where the person is and arrives: the page of the address, its name, focus and view.

use crate::browser::{focus, host, window};
use crate::route::Route;
use crate::store::store;
use gloo_events::EventListener;
use std::cell::Cell;
use yew::prelude::*;

thread_local! {
    /// Whether this is no longer the first view of the visit.
    static MOVED: Cell<bool> = const { Cell::new(false) };
    /// Whether the page where one has arrived had no heading yet.
    static LATE: Cell<bool> = const { Cell::new(false) };
}

/// The route of the address, as it is now.
pub fn route() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// The route of the address.
#[hook]
pub fn use_route() -> Route {
    let route = use_state_eq(self::route);
    let set = route.setter();
    use_effect_with((), move |()| {
        let heard = set.clone();
        let listener = EventListener::new(&window(), "hashchange", move |_| {
            store().dismiss_earlier();
            heard.set(self::route());
        });
        // Whoever went elsewhere between the first drawing and this moment is followed, too.
        set.set(self::route());
        move || drop(listener)
    });
    *route
}

/// Names the page, and moves focus and view to where the person went; the first view of a visit keeps its place.
#[hook]
pub fn use_arrival(route: Route, title: fn(Route) -> String) {
    use_effect_with(format!("{} – {}", title(route), host::name()), |title| {
        if let Some(document) = window().document() {
            document.set_title(title);
        }
    });
    use_effect_with(route, move |route| {
        let first = !MOVED.replace(true);
        match route.target() {
            Some(id) => focus::show(&id),
            None if first => {}
            None => {
                focus::top();
                LATE.set(!focus::heading());
            }
        }
    });
}

/// Gives the focus to the heading of a page that has come after one had arrived there.
#[hook]
pub fn use_late_heading() {
    use_effect_with((), |()| {
        if LATE.take() {
            focus::heading();
        }
    });
}
