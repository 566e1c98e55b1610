//! What is listened to once there is work: the keys that take back and make again, and leaving.

use super::{Direction, store};
use crate::browser::window;
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// Of a listener that may keep the browser from doing what it would.
const ACTIVE: EventListenerOptions = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };

/// Listens, for as long as the page lives, to what matters once there is work: keys that take back and make again on every
/// page, outside text fields, where the browser has its own; and leaving, which is asked about where that would lose work.
pub(super) fn watch_over_work() {
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
    let direction = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Direction::Undo,
        ("z", true) | ("y", false) => Direction::Redo,
        _ => return,
    };
    if store().undo_or_redo(direction) {
        event.prevent_default();
    }
}
