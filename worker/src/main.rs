//! The program that makes files and takes them apart, in a web worker of the site: the page stays free while it works,
//! and stops it by ending the worker.
//!
//! It is loaded when the first file needs it. A job is a message, an array of texts, and of bytes at its end if it is
//! about a file; what comes back are arrays as well:
//!
//! - `["ready"]`, once, when jobs may come;
//! - `["progress", done, of]`, as often as there is something to tell;
//! - `["done", name, media type, bytes]`, `["error", message]`, or `["locked", whether a passphrase was wrong]`, at the
//!   end of a job.
#![forbid(unsafe_code)]

mod job;

use formats::age::RANDOM;
use job::{Job, Made, Refusal};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    // A panic ends the program; the page is told why before it does, and ends the worker.
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        tell(&["error".into(), info.payload_as_str().unwrap_or_default().into()]);
    }));
    let work = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        let mut progress = |done: usize, of: usize| {
            tell(&["progress".into(), (done as f64).into(), (of as f64).into()]);
        };
        match job::run(&received(&Array::from(&event.data())), &mut progress) {
            Ok(Made { name, media_type, bytes }) => {
                tell(&["done".into(), name.into(), media_type.into(), Uint8Array::from(&bytes[..]).into()]);
            }
            Err(Refusal::Locked { wrong }) => tell(&["locked".into(), wrong.into()]),
            Err(Refusal::Told(message)) => tell(&["error".into(), message.into()]),
        }
    });
    scope().set_onmessage(Some(work.as_ref().unchecked_ref()));
    work.forget();
    tell(&["ready".into()]);
}

fn received(message: &Array) -> Job {
    let texts = message.iter().filter_map(|part| part.as_string()).collect();
    let bytes = message.iter().find_map(|part| part.dyn_into::<Uint8Array>().ok()).map(|bytes| bytes.to_vec());
    Job { texts, bytes: bytes.unwrap_or_default(), random: Box::new(random) }
}

/// Bytes from the system's source of randomness.
fn random() -> Option<[u8; RANDOM]> {
    let mut bytes = [0; RANDOM];
    scope().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn tell(message: &[JsValue]) {
    // It fails only for what can't be copied, and all of this can.
    let _ = scope().post_message(&message.iter().collect::<Array>());
}
