//! Arriving at a page: which one, its name, focus and view.

use crate::browser::{focus, host, window};
use crate::pages;
use crate::route::Route;
use crate::store::{Way, store};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Of a listener that may keep the browser from doing what it would.
pub const ACTIVE: EventListenerOptions = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };

/// Says on the page's root that this is no longer the first view of the visit, so that both programs know.
const MOVED: &str = "data-moved";

fn root() -> Option<Element> {
    window().document()?.document_element()
}

/// The route of the address.
#[hook]
pub fn use_route() -> Route {
    let read = || Route::parse(&window().location().hash().unwrap_or_default());
    let route = use_state(read);
    let set = route.setter();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&window(), "hashchange", move |_| {
            store().moved();
            set.set(read());
        });
        move || drop(listener)
    });
    *route
}

/// Names the page, and moves focus and view to where the person went; the first view of a visit keeps its place.
/// Does so only on a page that is `mine`: each program looks after its own.
#[hook]
pub fn use_arrival(route: Route, mine: bool, leave: impl FnOnce() + 'static) {
    // The second program comes to a page that the person has been led to, unless the visit began there.
    let first = use_mut_ref(|| !root().is_some_and(|root| root.has_attribute(MOVED)));
    use_effect_with((route, mine), move |(route, mine)| {
        let first = first.replace(false);
        if let (false, Some(root)) = (first, root()) {
            let _ = root.set_attribute(MOVED, "");
        }
        if !mine {
            return leave();
        }
        let title = format!("{} – {}", pages::title(*route), host::name());
        if let Some(document) = window().document() {
            document.set_title(&title);
        }
        match route.target() {
            Some(id) => focus::show(&id),
            None if first => {}
            None => {
                leave();
                focus::top();
                focus::focus("h1");
            }
        }
    });
}

/// Keys that work on every page that is `mine`: undo and redo, outside text fields, where the browser has its own.
#[hook]
pub fn use_keys(mine: bool) {
    use_effect_with(mine, |mine| {
        let listener = mine.then(|| {
            EventListener::new_with_options(&window(), "keydown", ACTIVE, |event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                    on_key(event);
                }
            })
        });
        move || drop(listener)
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
