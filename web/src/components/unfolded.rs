//! What is folded away on a screen is whole on paper.

use crate::browser::window;
use gloo_events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What is to be opened.
const FOLDED: &str = "main details:not([open]) > summary";

/// Opens everything on the page that is folded away before it is printed, and folds it away again after that.
#[hook]
pub fn use_unfolded_print() {
    use_effect_with((), |()| {
        let opened = Rc::new(RefCell::new(Vec::<HtmlElement>::new()));
        let to_fold = opened.clone();
        let before = EventListener::new(&window(), "beforeprint", move |_| {
            let next = || window().document()?.query_selector(FOLDED).ok()??.dyn_into::<HtmlElement>().ok();
            while let Some(summary) = next() {
                summary.click();
                opened.borrow_mut().push(summary);
            }
        });
        let after = EventListener::new(&window(), "afterprint", move |_| {
            to_fold.take().iter().for_each(HtmlElement::click);
        });
        move || drop((before, after))
    });
}
