//! What whoever hosts the site says of themselves: `web/boot/host.js` has read it from `site.json` before a program
//! starts. `host/src/settings.rs` lists the names. All of it is text, and is only ever shown as text or as an address.

use super::window;
use crate::text::t;
use readiness::catalogue::Word;
use wasm_bindgen::JsValue;
use web_sys::js_sys::Reflect;

fn entry(name: &str) -> JsValue {
    let host = Reflect::get(&window(), &"stageZeroHost".into());
    host.and_then(|host| Reflect::get(&host, &name.into())).unwrap_or(JsValue::UNDEFINED)
}

/// What the host says under a name; empty where they say nothing.
pub fn says(name: &str) -> String {
    entry(name).as_string().unwrap_or_default()
}

/// The name of the site: the host's, or ours.
pub fn name() -> String {
    let name = says("name");
    if name.is_empty() { t(Word::AppName).to_owned() } else { name }
}

/// Whether the host hides what has this name, such as `quick_start`; what has none stays.
pub fn hides(name: &str) -> bool {
    !name.is_empty() && says("hidden").contains(&format!(" {name} "))
}

/// What the host says about an item: its entry under a name, such as `text`; empty where they say nothing.
pub fn guidance(item: &str, name: &str) -> String {
    let said = Reflect::get(&entry("guidance"), &item.into()).and_then(|said| Reflect::get(&said, &name.into()));
    said.ok().and_then(|said| said.as_string()).unwrap_or_default()
}
