//! Files that take a while to make or to take apart: the program for them runs beside the page, in a web worker, so that
//! the page stays free and can stop it. It is loaded when the first of them is wanted.

use super::window;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, Function, Reflect, Uint8Array};
use web_sys::{Event, MessageEvent, Worker};

/// What is heard of a job.
#[derive(Debug, Clone)]
pub enum News {
    /// So many of so many parts are done.
    Progress(u32, u32),
    /// It is made.
    Made {
        /// Its name.
        name: String,
        /// Its media type.
        media_type: String,
        /// What is in it.
        bytes: Uint8Array,
    },
    /// The file takes a passphrase; whether the one that was given is wrong.
    Locked(bool),
    /// It can't be done, and why; `None` if the program could not be loaded.
    Failed(Option<String>),
}

/// A job that is being done. It is stopped when this is dropped.
#[derive(Debug)]
pub struct Making {
    worker: Worker,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(Event)>,
}

impl Making {
    /// Starts a job, whose texts and bytes `worker/src/job.rs` explains.
    ///
    /// # Errors
    /// When the browser starts no worker, for example for a page that was opened from a file.
    pub fn start(job: Array, tell: impl Fn(News) + Clone + 'static) -> Result<Self, JsValue> {
        // The page's script defines it: only that knows the program's address.
        let start: Function = Reflect::get(&window(), &"stageZeroWorker".into())?.dyn_into()?;
        let worker: Worker = start.call0(&JsValue::UNDEFINED)?.dyn_into()?;
        let mut job = Some(job);
        let (to, hear) = (worker.clone(), tell.clone());
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message = Array::from(&event.data());
            if let Some(news) = news(&message) {
                hear(news);
            } else if let Some(job) = job.take()
                && to.post_message(&job).is_err()
            {
                hear(News::Failed(None));
            }
        });
        let failed = Closure::<dyn FnMut(Event)>::new(move |_| tell(News::Failed(None)));
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Ok(Self { worker, _heard: heard, _failed: failed })
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// What a message says; `None` if it is that the program is ready.
fn news(message: &Array) -> Option<News> {
    let text = |index| message.get(index).as_string().unwrap_or_default();
    let number = |index| message.get(index).as_f64().unwrap_or_default() as u32;
    match &*text(0) {
        "progress" => Some(News::Progress(number(1), number(2))),
        "done" => {
            let bytes = message.get(3).dyn_into().ok()?;
            Some(News::Made { name: text(1), media_type: text(2), bytes })
        }
        "locked" => Some(News::Locked(message.get(1).is_truthy())),
        "error" => Some(News::Failed(Some(text(1)))),
        _ => None,
    }
}
