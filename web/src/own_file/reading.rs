//! Reading what somebody has written into the file: a long text beside the page, like every file that is opened, where it
//! can be stopped.

use super::{State, set_state};
use crate::browser::making::{Making, SHORT};
use crate::text::catalogue;
use js_sys::{Function, Promise, Uint8Array};
use readiness::file::FileError;
use readiness::job::{Event, Job};
use readiness::{Assessment, Told, report};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

thread_local! {
    /// What ends the waiting for a text that is being read.
    static END: Cell<Option<Function>> = const { Cell::new(None) };
}

/// Stops what is being read.
pub fn stop() {
    if let Some(end) = END.take() {
        let _ = end.call1(&JsValue::UNDEFINED, &JsValue::TRUE);
    }
}

/// The assessment that a text is; or how the file is, where it is none, or was not read to its end.
pub async fn read(text: &str) -> Result<Assessment, State> {
    let text = if text.len() > SHORT { beside(text).await? } else { text.to_owned() };
    report::open(&text, catalogue()).map(|it| it.assessment).map_err(|error| foreign(&error))
}

fn foreign(error: &FileError) -> State {
    State::Foreign(error.told(catalogue()))
}

/// What is left of a text when the program beside the page has read it.
async fn beside(text: &str) -> Result<String, State> {
    set_state(State::Reading);
    let heard = Rc::new(RefCell::new(None));
    let mut making = None;
    let ended = Promise::new(&mut |end, _| {
        let (heard, done) = (heard.clone(), end.clone());
        let hear = move |event, _| {
            if !matches!(event, Some(Event::Ready | Event::Progress(..))) {
                heard.replace(event);
                let _ = done.call0(&JsValue::UNDEFINED);
            }
        };
        let job = Job::Open { language: catalogue().spoken(), passphrase: String::new() };
        match Making::start(job, Some(Uint8Array::from(text.as_bytes())), hear) {
            Ok(started) => making = Some(started),
            Err(_) => drop(end.call0(&JsValue::UNDEFINED)),
        }
        END.set(Some(end));
    });
    let is_stopped = JsFuture::from(ended).await.is_ok_and(|stopped| stopped.is_truthy());
    drop((making, END.take()));
    match heard.take() {
        _ if is_stopped => Err(State::Stopped),
        Some(Event::Opened(text)) => Ok(text),
        Some(Event::Failed(why)) => Err(State::Foreign(why)),
        Some(Event::Locked { .. }) => Err(foreign(&FileError::NotAssessment)),
        // Where no program runs beside the page, it reads the text itself.
        _ => Ok(text.to_owned()),
    }
}
