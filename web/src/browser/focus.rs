//! Focus and scrolling after a change of the page.

use super::window;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Moves the focus to the first element that fits a selector, and brings it into view.
pub fn focus(selector: &str) {
    first(selector).map(|element| element.focus());
}

/// Moves the focus to the heading of the page; whether there is one.
pub fn heading() -> bool {
    first("h1").is_some_and(|heading| heading.focus().is_ok())
}

fn first(selector: &str) -> Option<HtmlElement> {
    window().document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Brings the element with an id into view, at the top, and gives it the focus.
pub fn show(id: &str) {
    let Some(element) = window().document().and_then(|document| document.get_element_by_id(id)) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Scrolls to the top of the page.
pub fn top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
