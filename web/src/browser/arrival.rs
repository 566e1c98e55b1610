//! Arriving at a page: which one, its name, focus and view.

use crate::browser::{focus, host, window};
use crate::route::Route;
use crate::store::{Way, store};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Of a listener that may keep the browser from doing what it would.
const ACTIVE: EventListenerOptions = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };

thread_local! {
    /// Whether this is no longer the first view of the visit.
    static MOVED: Cell<bool> = const { Cell::new(false) };
}

/// The route of the address, as it is now.
pub fn route() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// The route of the address.
#[hook]
pub fn use_route() -> Route {
    let route = use_state(self::route);
    let set = route.setter();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&window(), "hashchange", move |_| {
            store().moved();
            set.set(self::route());
        });
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
                focus::focus("h1");
            }
        }
    });
}

/// Listens, for as long as the page lives, to what matters once there is work: keys that take back and make again on every
/// page, outside text fields, where the browser has its own; and leaving, which is asked about where that would lose work.
pub fn watch_over_work() {
    let listen = |name: &'static str, heard: fn(&Event)| {
        EventListener::new_with_options(&window(), name, ACTIVE, heard).forget();
    };
    listen("keydown", |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            on_key(event);
        }
    });
    listen("beforeunload", |event| {
        if store().would_lose_work() {
            event.prevent_default();
        }
    });
}

fn on_key(event: &KeyboardEvent) {
    let in_text = event.target().is_some_and(|target| {
        target.dyn_ref::<Element>().is_some_and(|element| {
            element.matches("textarea, select, input:not([type=radio], [type=checkbox])").unwrap_or(false)
        })
    });
    if in_text || !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    let way = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Way::Back,
        ("z", true) | ("y", false) => Way::Forward,
        _ => return,
    };
    if store().step_and_say(way) {
        event.prevent_default();
    }
}
