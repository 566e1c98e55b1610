//! Guidance on the pages of the first program, put there by the second: who reads it has mostly loaded that already,
//! and the first view stays small.

use super::{Guidance, GuidanceProps};
use crate::browser::{load_more, window};
use crate::text::t;
use gloo_events::EventListener;
use readiness::catalogue::Word;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, EventInit};
use yew::prelude::*;

/// The event by which a place asks for its guidance; what it wants stands in its attributes.
const EVENT: &str = "stage-zero-guidance";

/// A place for the guidance about one item.
#[component]
pub fn GuidancePlace(props: &GuidanceProps) -> Html {
    let place = use_node_ref();
    let state = use_state_eq(|| Some(Word::GuidanceLoading));
    let (asking, set) = (place.clone(), state.setter());
    use_effect_with((), move |()| {
        spawn_local(async move {
            if load_more().await.is_err() {
                return set.set(Some(Word::GuidanceMissing));
            }
            let options = EventInit::new();
            options.set_bubbles(true);
            if let (Some(place), Ok(event)) =
                (asking.cast::<Element>(), Event::new_with_event_init_dict(EVENT, &options))
            {
                let _ = place.dispatch_event(&event);
            }
            set.set(None);
        });
    });
    html! {
        <>
            if let Some(word) = *state { <p class="hint" role="status">{ t(word) }</p> }
            // Its content is the second program's, and never touched by this one.
            <div ref={place} data-guidance={&props.chunk} data-of={&props.id} data-heading={props.heading}></div>
        </>
    }
}

thread_local! {
    /// The places that have their guidance.
    static PLACES: RefCell<Vec<(Element, AppHandle<Guidance>)>> = RefCell::default();
}

/// Puts guidance where a place asks for it, or has asked already.
pub fn serve_guidance() {
    let asking = window().document().and_then(|document| document.query_selector_all("[data-guidance]").ok());
    for place in asking.iter().flat_map(|list| (0..list.length()).filter_map(|index| list.get(index))) {
        place.dyn_into().into_iter().for_each(serve);
    }
    let listener = EventListener::new(&window(), EVENT, |event| {
        event.target().and_then(|target| target.dyn_into().ok()).into_iter().for_each(serve);
    });
    listener.forget();
}

fn serve(place: Element) {
    let read = |name: &str| place.get_attribute(name).unwrap_or_default();
    let heading = if read("data-heading") == "h3" { "h3" } else { "h4" };
    let props = GuidanceProps { chunk: read("data-guidance").into(), id: read("data-of").into(), heading };
    PLACES.with_borrow_mut(|places| {
        if places.iter().any(|(known, _)| *known == place) {
            return;
        }
        // Those that were closed since have left the page.
        let (kept, gone): (Vec<_>, Vec<_>) =
            std::mem::take(places).into_iter().partition(|(place, _)| place.is_connected());
        *places = kept;
        for (_, handle) in gone {
            handle.destroy();
        }
        let handle = yew::Renderer::<Guidance>::with_root_and_props(place.clone(), props).render();
        places.push((place, handle));
    });
}
