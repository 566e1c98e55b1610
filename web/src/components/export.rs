//! A file that is made beside the page: how far it is, a button that stops it, and what went wrong.

use crate::browser::making::Making;
use crate::browser::{download, download_bytes};
use crate::store::store;
use crate::text::{say, t};
use readiness::catalogue::Word;
use readiness::job::{Event, Job};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::wasm_bindgen::JsValue;
use yew::prelude::*;

/// How far a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum State {
    Idle,
    /// So many of so many parts; none of none before the first is known.
    Making(u32, u32),
    Failed(String),
}

/// The files that a component has made, one at a time.
#[derive(Clone)]
pub struct Export {
    state: UseStateHandle<State>,
    making: Rc<RefCell<Option<Making>>>,
}

/// Lets a component have files made.
#[hook]
pub fn use_export() -> Export {
    Export { state: use_state_eq(|| State::Idle), making: use_mut_ref(|| None) }
}

impl Export {
    /// Whether a file is being made.
    pub fn is_busy(&self) -> bool {
        matches!(*self.state, State::Making(..))
    }

    /// Has a file made and saved, and calls back once it is.
    pub fn start(&self, job: Job, saved: impl Fn() + Clone + 'static) {
        self.state.set(State::Making(0, 0));
        let (state, making) = (self.state.setter(), self.making.clone());
        let hear = move |event, bytes| {
            let next = match event {
                Some(Event::Progress(done, of)) => State::Making(done, of),
                Some(Event::Made { name, media_type }) => {
                    if tell(&name, download_bytes(&name, &media_type, &bytes)) {
                        saved();
                    }
                    State::Idle
                }
                Some(Event::Failed(why)) => failed(Some(&why)),
                // Nothing is opened to make a file.
                _ => failed(None),
            };
            if !matches!(next, State::Making(..)) {
                making.borrow_mut().take();
            }
            state.set(next);
        };
        match Making::start(job, None, hear) {
            Ok(making) => *self.making.borrow_mut() = Some(making),
            Err(_) => self.state.set(failed(None)),
        }
    }

    /// How far it is, with a button that stops it; or what went wrong.
    pub fn progress(&self) -> Html {
        let (making, state) = (self.making.clone(), self.state.setter());
        let stop = move |_| {
            making.borrow_mut().take();
            state.set(State::Idle);
        };
        match &*self.state {
            State::Idle => html! {},
            State::Making(done, of) => html! {
                <div class="making" role="status" data-testid="making">
                    <label>
                        { t(Word::MakingFile) }
                        if *of > 0 {
                            <progress value={done.to_string()} max={of.to_string()} />
                        } else {
                            <progress />
                        }
                    </label>
                    <button type="button" class="link" data-testid="making-stop" onclick={stop}>{ t(Word::MakingStop) }</button>
                </div>
            },
            State::Failed(why) => html! {
                <p class="warning" role="alert" data-testid="making-problem">{ why.clone() }</p>
            },
        }
    }
}

fn failed(why: Option<&str>) -> State {
    State::Failed(
        why.map_or_else(|| t(Word::MakingNoProgram).to_owned(), |why| say(Word::MakingFailed, &[("why", why)])),
    )
}

/// Lets the browser save a text as a file, says how that went, and returns whether it went well.
pub fn save(name: &str, media_type: &str, content: &str) -> bool {
    tell(name, download(name, media_type, content))
}

/// Says how a download went, and returns whether it went well.
pub fn tell(name: &str, result: Result<(), JsValue>) -> bool {
    let words = match result {
        Ok(()) => say(Word::ExportDone, &[("name", name)]),
        Err(_) => t(Word::ExportFailed).to_owned(),
    };
    store().notify(words, None);
    result.is_ok()
}
