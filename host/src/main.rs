//! Reads what the host says of themselves, in the browser: loaded only where they say something.
//!
//! `web/boot/host.js` puts the text of the file into the window, and finds there what it means once this has run.
#![forbid(unsafe_code)]

fn main() {
    #[cfg(target_arch = "wasm32")]
    in_browser();
}

#[cfg(target_arch = "wasm32")]
fn in_browser() {
    use js_sys::{JSON, Reflect};
    let window = js_sys::global();
    let text =
        Reflect::get(&window, &"stageZeroHostFile".into()).ok().and_then(|text| text.as_string()).unwrap_or_default();
    // Everything in it is text, numbers and lists, so it is JSON.
    let told = host::told(&text).ok().and_then(|told| JSON::parse(&told).ok());
    let _ = Reflect::set(&window, &"stageZeroHost".into(), &told.unwrap_or_default());
}
