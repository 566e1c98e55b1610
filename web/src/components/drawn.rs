//! What nobody sees is drawn when it is about to be: what is folded away, and what stands far below the window.

use crate::browser::window;
use gloo_events::EventListener;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::js_sys::Array;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

/// How far from the window something is near: the height of the window itself.
const NEAR: &str = "100% 0px";

/// Whether what is folded away is drawn, once it was unfolded or while it is open by itself; and what hears of that.
#[hook]
pub fn use_unfolded(open: bool) -> (bool, Callback<Event>) {
    let drawn = use_state_eq(|| open);
    let set = drawn.setter();
    (*drawn || open, Callback::from(move |_| set.set(true)))
}

/// Whether an element is drawn whole: once it has come near the window, or at once.
#[hook]
pub fn use_near(element: &NodeRef, at_once: bool) -> bool {
    let near = use_state_eq(|| at_once);
    let (is_drawn, set) = (*near || at_once, near.setter());
    use_effect_with((element.clone(), is_drawn), move |(element, is_drawn)| {
        if *is_drawn {
            set.set(true);
        }
        let watched = element.cast::<Element>().filter(|_| !is_drawn).and_then(|element| watch(&element, set));
        move || {
            if let Some((observer, _)) = &watched {
                observer.disconnect();
            }
        }
    });
    is_drawn
}

type Heard = Closure<dyn FnMut(Array)>;

/// A browser that can't tell draws it at once.
fn watch(element: &Element, near: UseStateSetter<bool>) -> Option<(IntersectionObserver, Heard)> {
    let heard: Heard = Closure::new({
        let near = near.clone();
        move |entries: Array| {
            if entries.iter().any(|entry| IntersectionObserverEntry::from(entry).is_intersecting()) {
                near.set(true);
            }
        }
    });
    let options = IntersectionObserverInit::new();
    // Of this document: beyond the edge of a frame in another site's page nothing would count as near.
    options.set_root(element.owner_document().as_ref().map(|document| document.unchecked_ref()));
    options.set_root_margin(NEAR);
    let observer = IntersectionObserver::new_with_options(heard.as_ref().unchecked_ref(), &options);
    let observer = observer.inspect_err(|_| near.set(true)).ok()?;
    observer.observe(element);
    Some((observer, heard))
}

/// Whether the page was to be printed since it was opened: then all of it is drawn.
#[hook]
pub fn use_printed() -> bool {
    let printed = use_state_eq(|| false);
    let set = printed.setter();
    use_effect_with((), move |()| {
        let printing = EventListener::new(&window(), "beforeprint", move |_| set.set(true));
        move || drop(printing)
    });
    *printed
}
