//! What arrives from another program is taken in step by step, and between the steps the page hears what a person does.

use super::making::{Making, SHORT};
use crate::text::catalogue;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Date, Function, Promise, Uint8Array};
use readiness::file::FileError;
use readiness::job::{Event, Handed, Job};
use readiness::{Assessment, Told, report};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys;

/// How long a step takes as a rule, in milliseconds.
const STEP: f64 = 20.0;

/// Long work of the page, which rests between its steps.
pub struct Pace(f64);

impl Pace {
    /// The first step begins.
    pub fn begin() -> Self {
        Self(Date::now())
    }

    /// A step may end here: then what a person has done meanwhile comes before the next one.
    pub async fn rest(&mut self) {
        if Date::now() - self.0 > STEP {
            TimeoutFuture::new(0).await;
            self.0 = Date::now();
        }
    }
}

/// The assessment that arrives; `None` as soon as nobody wants it any more.
pub async fn taken_in(handed: Handed, is_wanted: impl Fn() -> bool) -> Option<Assessment> {
    let mut pace = Pace::begin();
    let (mut assessment, records) = handed.arrive();
    for (place, text) in records {
        // It was read and checked already.
        let _ = assessment.set_record(&place, &text, catalogue());
        pace.rest().await;
        if !is_wanted() {
            return None;
        }
    }
    Some(assessment)
}

/// Why a text was not read.
pub enum Unread {
    /// It was stopped.
    Stopped,
    /// It is no assessment, in words.
    Wrong(String),
}

impl From<FileError> for Unread {
    fn from(error: FileError) -> Self {
        Self::Wrong(error.told(catalogue()))
    }
}

/// Stops what is being read.
#[derive(Clone, Default)]
pub struct Stop(Rc<RefCell<Option<Function>>>);

impl Stop {
    /// Now.
    pub fn now(&self) {
        let end = self.0.take();
        let _ = end.map(|end| end.call0(&JsValue::UNDEFINED));
    }

    fn is_open(&self) -> bool {
        self.0.borrow().is_some()
    }
}

/// The assessment that a text is or carries. A long one is read beside the page; where no program runs there, the page reads
/// it.
pub async fn read(text: &str, stop: &Stop) -> Result<Assessment, Unread> {
    let here = || Ok(report::open(text, catalogue())?.assessment);
    if text.len() <= SHORT {
        return here();
    }
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
        stop.0.replace(Some(end));
    });
    let _ = JsFuture::from(ended).await;
    drop(making);
    let read = match heard.take() {
        _ if !stop.is_open() => Err(Unread::Stopped),
        Some(Event::Opened(handed)) => taken_in(handed, || stop.is_open()).await.ok_or(Unread::Stopped),
        Some(Event::Failed(why)) => Err(Unread::Wrong(why)),
        Some(Event::Locked { .. } | Event::Review(_)) => Err(FileError::NotAssessment.into()),
        _ => here(),
    };
    stop.0.take();
    read
}
