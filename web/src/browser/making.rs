//! Files that take a while to make or to take apart: a program for them runs beside the page, in a web worker, so that
//! the page stays free and can stop it. Which one a job needs is its own affair; each is loaded when it is first wanted.

use super::{language, window};
use readiness::job::{Event, Job};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::js_sys::{Array, Function, Reflect, Uint8Array};
use web_sys::{MessageEvent, Worker};

/// The longest text that the page reads itself, in bytes: what takes it a moment (`fuzz/tests/budgets/`).
pub const SHORT: usize = 64_000;

/// Who hears of a job.
type Tell = Rc<dyn Fn(Option<Event>, Uint8Array)>;

/// A job that is being done. It is stopped when this is dropped.
#[derive(Debug)]
pub struct Making {
    worker: Worker,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(web_sys::Event)>,
}

impl Making {
    /// Starts a job about a file, or about none. `tell` hears of it, with the bytes of a file that was made; `None` if the
    /// program could not be loaded.
    ///
    /// # Errors
    /// When the browser starts no worker, for example for a page that was opened from a file.
    pub fn start(
        job: Job,
        file: Option<Uint8Array>,
        tell: impl Fn(Option<Event>, Uint8Array) + 'static,
    ) -> Result<Self, JsValue> {
        Self::start_for(job, file, Rc::new(tell))
    }

    /// Whether somebody still wants what comes of it: nobody does once it is stopped.
    pub fn is_wanted(&self) -> impl Fn() -> bool + use<> {
        let worker = self.worker.clone();
        move || worker.onmessage().is_some()
    }

    /// The same once for all who ask.
    fn start_for(job: Job, file: Option<Uint8Array>, tell: Tell) -> Result<Self, JsValue> {
        // The page's script defines it: only that knows the programs' addresses.
        let start: Function = Reflect::get(&window(), &"stageZeroWorker".into())?.dyn_into()?;
        let worker: Worker = start.call1(&JsValue::UNDEFINED, &job.program().name().into())?.dyn_into()?;
        let message: Array = job.into_texts().into_iter().map(JsValue::from).collect();
        if let Some(bytes) = file {
            message.push(&bytes);
        }
        let (to, hear) = (worker.clone(), tell.clone());
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let (event, bytes) = read(&Array::from(&event.data()));
            match event {
                Some(Event::Ready) if to.post_message(&message).is_ok() => {}
                Some(Event::Ready) => hear(None, bytes),
                Some(Event::Lacks(language)) => {
                    let (to, message, hear) = (to.clone(), message.clone(), hear.clone());
                    spawn_local(async move {
                        // One that was given and can't be read is no better than none.
                        let is_of = |it: JsValue| it.dyn_ref().is_some_and(|it: &Array| it.get(0) == language.code);
                        let is_new = !message.iter().any(is_of);
                        let packs = language::packs(language).await.filter(|_| is_new);
                        let is_told = packs.is_some_and(|packs| {
                            message.push(&packs);
                            to.post_message(&message).is_ok()
                        });
                        // Nobody listens any more once it is stopped.
                        if !is_told && to.onmessage().is_some() {
                            hear(None, nothing());
                        }
                    });
                }
                event => hear(event, bytes),
            }
        });
        let failed = Closure::<dyn FnMut(web_sys::Event)>::new(move |_| tell(None, nothing()));
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

fn nothing() -> Uint8Array {
    Uint8Array::new_with_length(0)
}

/// What a message says, and the bytes that come with it.
fn read(message: &Array) -> (Option<Event>, Uint8Array) {
    let texts: Vec<_> = message.iter().filter_map(|part| part.as_string()).collect();
    let bytes = message.iter().find_map(|part| part.dyn_into().ok());
    (Event::from_texts(&texts), bytes.unwrap_or_else(nothing))
}
