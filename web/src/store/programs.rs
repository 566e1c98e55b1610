//! The other program of this page. Each holds the open assessment in a memory of its own; what happens in one reaches
//! the other at once, through the window, so that they agree even while nothing can be stored.

use super::{SaveState, Store, Topic, history::Way};
use crate::browser::window;
use crate::storage::{StorageError, key, parse_key, written};
use crate::text::catalogue;
use readiness::{Assessment, assessment::Part};
use std::cell::{Cell, RefCell};
use std::fmt::Write;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{CustomEvent, CustomEventInit};

/// The event that carries what they say: who says it, what kind of news it is, and the news, a line each.
const EVENT: &str = "stage-zero-program";

/// What is known of the other program.
pub struct Programs {
    /// The name of this one.
    me: Cell<&'static str>,
    /// Where its last change is.
    save_state: RefCell<SaveState>,
    /// Since when it has a step to make, as it has just said.
    step: Cell<f64>,
}

impl Programs {
    /// Knows nothing yet.
    pub fn new() -> Self {
        Self { me: Cell::new(""), save_state: RefCell::new(SaveState::Saved), step: Cell::new(0.0) }
    }

    /// Where the other program's last change is.
    pub fn save_state(&self) -> SaveState {
        self.save_state.borrow().clone()
    }

    /// Tells that an assessment is open now, or none.
    pub fn tell_opened(&self, assessment: Option<&Assessment>) {
        self.say("opened", &assessment.map(|it| records(it, &it.parts())).unwrap_or_default());
    }

    /// Tells what some parts of the open assessment are now.
    pub fn tell_parts(&self, assessment: &Assessment, parts: &[Part]) {
        self.say("parts", &records(assessment, parts));
    }

    /// Tells where the last change is.
    pub fn tell_save_state(&self, state: &SaveState) {
        self.say("saving", &spell(state));
    }

    /// Tells that the person has taken the open assessment away as a file.
    pub fn tell_taken(&self) {
        self.say("taken", "");
    }

    /// Tells that a change was made, so that nothing that was taken back can be made again.
    pub fn tell_did(&self) {
        self.say("did", "");
    }

    /// Since when the other program has something to take back or to make again, in milliseconds; 0 if it has nothing.
    pub fn step_since(&self, way: Way) -> f64 {
        self.step.set(0.0);
        // The answer is here before `say` returns.
        self.say("step?", spell_way(way));
        self.step.get()
    }

    /// Asks it to take back or to make again its last change.
    pub fn ask_to_step(&self, way: Way) {
        self.say("step!", spell_way(way));
    }

    /// Tells that there may be something else now to take back or to make again.
    pub fn tell_stepped(&self) {
        self.say("stepped", "");
    }

    /// Asks it to store what waits there.
    pub fn ask_to_store(&self) {
        self.say("store", "");
    }

    fn say(&self, kind: &str, news: &str) {
        let init = CustomEventInit::new();
        init.set_detail(&format!("{}\n{kind}\n{news}", self.me.get()).into());
        if let Ok(event) = CustomEvent::new_with_event_init_dict(EVENT, &init) {
            let _ = window().dispatch_event(&event);
        }
    }
}

impl Store {
    /// Begins to listen to the other program, and asks what is open there.
    pub(super) fn follow_other_program(&self, me: &'static str) {
        self.0.programs.me.set(me);
        let store = self.clone();
        // It hears itself too, and while it is still hearing the other: a closure that may be called again meanwhile.
        let listen = Closure::<dyn Fn(CustomEvent)>::new(move |event: CustomEvent| {
            let text = event.detail().as_string().unwrap_or_default();
            let mut lines = text.splitn(3, '\n');
            if lines.next() != Some(me) {
                store.hear(lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
            }
        });
        let _ = window().add_event_listener_with_callback(EVENT, listen.as_ref().unchecked_ref());
        listen.forget();
        self.0.programs.say("started", "");
    }

    fn hear(&self, kind: &str, news: &str) {
        match kind {
            "started" => {
                // Cloned first: the other program answers before `tell` returns.
                let (open, state) = (self.read(Clone::clone), self.0.save_state.borrow().clone());
                self.0.programs.tell_opened(open.as_ref());
                self.0.programs.tell_save_state(&state);
                self.0.programs.tell_stepped();
            }
            "opened" => self.replace(read_records(news).map(|(assessment, _)| assessment)),
            "parts" => {
                if let Some((assessment, parts)) = read_records(news) {
                    self.0.taken.set(false);
                    self.adopt(&assessment, &parts);
                }
            }
            "saving" => {
                let state = read_spelling(news);
                self.0.programs.save_state.replace(state.clone());
                if state == SaveState::Failed(StorageError::Unwanted) {
                    self.keep_nothing();
                }
                self.0.listeners.tell(Topic::Save);
            }
            "did" => {
                self.outdate_notice();
                self.0.history.borrow_mut().other_did();
                self.0.steps.set((true, false));
            }
            "step?" => {
                let since = self.0.history.borrow_mut().since(read_way(news));
                self.0.programs.say("step", &(since as u64).to_string());
            }
            "step" => self.0.programs.step.set(news.parse::<u64>().unwrap_or_default() as f64),
            "step!" => drop(self.step_here(read_way(news))),
            "stepped" => self.look_for_steps(),
            "store" => self.flush(),
            "taken" => self.0.taken.set(true),
            _ => {}
        }
    }
}

/// The id, then each part's key and what it holds, if it holds something.
fn records(assessment: &Assessment, parts: &[Part]) -> String {
    let mut text = assessment.id.clone();
    for part in parts {
        let _ = write!(text, "\n{}\t", key("", *part));
        if let Some(value) = assessment.part_value(*part, catalogue()) {
            text.push_str(&written(&value));
        }
    }
    text
}

fn read_records(text: &str) -> Option<(Assessment, Vec<Part>)> {
    let mut lines = text.lines();
    let id = lines.next()?.to_owned();
    let mut assessment = Assessment { id, ..Assessment::default() };
    let mut parts = Vec::new();
    for line in lines {
        let (key, value) = line.split_once('\t')?;
        let part = parse_key(key)?;
        if !value.is_empty() {
            assessment.set_part(part, &serde_json::from_str(value).ok()?, catalogue()).ok()?;
        }
        parts.push(part);
    }
    Some((assessment, parts))
}

fn spell_way(way: Way) -> &'static str {
    if way == Way::Back { "back" } else { "forward" }
}

fn read_way(text: &str) -> Way {
    if text == "back" { Way::Back } else { Way::Forward }
}

fn spell(state: &SaveState) -> String {
    match state {
        SaveState::Saved => "saved",
        SaveState::Saving => "saving",
        SaveState::Failed(StorageError::Missing) => "missing",
        SaveState::Failed(StorageError::Silent) => "silent",
        SaveState::Failed(StorageError::Full) => "full",
        SaveState::Failed(StorageError::Newer) => "newer",
        SaveState::Failed(StorageError::Gone) => "gone",
        SaveState::Failed(StorageError::Unwanted) => "unwanted",
        SaveState::Failed(StorageError::Other(what)) => what,
    }
    .to_owned()
}

fn read_spelling(text: &str) -> SaveState {
    SaveState::Failed(match text {
        "saved" => return SaveState::Saved,
        "saving" => return SaveState::Saving,
        "missing" => StorageError::Missing,
        "silent" => StorageError::Silent,
        "full" => StorageError::Full,
        "newer" => StorageError::Newer,
        "gone" => StorageError::Gone,
        "unwanted" => StorageError::Unwanted,
        what => StorageError::Other(what.to_owned()),
    })
}
