//! The programs that make files and take them apart, each in a web worker of the site: the page stays free while it works,
//! and stops it by ending the worker.
//!
//! There is one for reports and one for what only few want; each is loaded when the first job for it comes. What the page
//! asks and hears is in `readiness::job`: each message is an array of texts, with the bytes of a file and, in arrays of
//! their own, the texts of languages behind them.
#![forbid(unsafe_code)]

pub mod job;
pub mod rare;
pub mod reports;

use formats::age::RANDOM;
use job::{Task, Work};
use js_sys::{Array, Uint8Array};
use readiness::Catalogue;
use readiness::catalogue::Language;
use readiness::job::{Event, Job};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Does what the page asks for, by what a program can do.
pub fn listen(can: Work) {
    // A panic ends the program; the page is told why before it does, and ends the worker.
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        tell(Event::Failed(info.payload_as_str().unwrap_or_default().to_owned()), &[]);
    }));
    let work = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let mut progress = |done: usize, of: usize| {
            tell(Event::Progress(done as u32, of as u32), &[]);
        };
        let (event, bytes) = job::run(can, &received(&Array::from(&event.data())), &mut progress);
        tell(event, &bytes);
    });
    scope().set_onmessage(Some(work.as_ref().unchecked_ref()));
    work.forget();
    tell(Event::Ready, &[]);
}

fn received(message: &Array) -> Task {
    let texts: Vec<String> = message.iter().filter_map(|part| part.as_string()).collect();
    let bytes = message.iter().find_map(|part| part.dyn_into::<Uint8Array>().ok()).map(|bytes| bytes.to_vec());
    let languages: Vec<Array> = message.iter().filter_map(|part| part.dyn_into().ok()).collect();
    let speaks = move |language: &Language| {
        let texts = languages.iter().find(|texts| texts.get(0) == language.code)?;
        // The program lives for one file, and its texts as long.
        let packs: Vec<_> = texts.iter().skip(1).filter_map(|text| Some(&*text.as_string()?.leak())).collect();
        Catalogue::of_packs(language, &packs).ok()
    };
    Task {
        job: Job::from_texts(&texts),
        bytes: bytes.unwrap_or_default(),
        random: Box::new(random),
        speaks: Box::new(speaks),
    }
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

fn tell(event: Event, bytes: &[u8]) {
    let message: Array = event.into_texts().into_iter().map(JsValue::from).collect();
    message.push(&Uint8Array::from(bytes));
    // It fails only for what can't be copied, and all of this can.
    let _ = scope().post_message(&message);
}
