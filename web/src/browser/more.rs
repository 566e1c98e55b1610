//! Loading the second program.

use super::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Function, Promise, Reflect};

/// Loads the second program, once; later calls find it there.
///
/// # Errors
/// When it can't be had, for example because the person is offline and never had it.
pub async fn load_more() -> Result<(), JsValue> {
    // The page defines it: a dynamic import is no function that Rust could call.
    let load: Function = Reflect::get(&window(), &"stageZeroMore".into())?.dyn_into()?;
    JsFuture::from(load.call0(&JsValue::UNDEFINED)?.unchecked_into::<Promise>()).await.map(drop)
}
