//! The open assessment: in memory, on its way to the database, and with its history.
//!
//! A change goes one way: a component calls [`Store::apply`]; the edit changes the memory at once, the components that
//! show that part are told, and the edit waits in a queue until a transaction has stored it. What the transaction read
//! of other tabs' work is taken over into the memory.

mod connection;
mod copies;
mod copy_taken;
mod history;
mod hooks;
mod library;
mod listen;
mod notice;
mod opened;
mod programs;
mod save;
mod snapshots;
mod tabs;
mod versions;

pub use history::Way;
pub use hooks::{use_assessment, use_part, use_topic};
pub use library::Opening;
pub use listen::Topic;
pub use save::SaveState;

use crate::browser::now;
use crate::storage::{Database, StorageError};
use history::History;
use listen::Listeners;
use readiness::{Assessment, Edit, Timestamp, assessment::Part};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The one store of the page. Clones are handles to the same.
#[derive(Clone)]
pub struct Store(Rc<State>);

struct State {
    assessment: RefCell<Option<Assessment>>,
    /// The database, or why there is none: then work goes on in memory, and the page says so.
    database: RefCell<Result<Database, StorageError>>,
    listeners: Listeners,
    history: RefCell<History>,
    /// Whether one of the page's programs has something to take back, and something to make again.
    steps: Cell<(bool, bool)>,
    /// Changes that no transaction has stored yet.
    queue: RefCell<Vec<(Edit, Timestamp)>>,
    saving: Cell<bool>,
    /// When the stored state was last looked at to be kept as a version, in milliseconds.
    backed_up: Cell<f64>,
    /// Whether the person has the open assessment as a file, as it is now.
    taken: Cell<bool>,
    /// Whether the browser was asked to keep what is stored.
    asked: Cell<bool>,
    save_state: RefCell<SaveState>,
    notice: RefCell<Option<notice::Notice>>,
    tabs: tabs::Tabs,
    programs: programs::Programs,
}

thread_local! {
    static STORE: Store = Store(Rc::new(State {
        assessment: RefCell::new(None),
        database: RefCell::new(Err(StorageError::Missing)),
        listeners: Listeners::default(),
        history: RefCell::default(),
        steps: Cell::default(),
        queue: RefCell::default(),
        saving: Cell::new(false),
        backed_up: Cell::new(0.0),
        taken: Cell::new(true),
        asked: Cell::new(false),
        save_state: RefCell::new(SaveState::Saved),
        notice: RefCell::new(None),
        tabs: tabs::Tabs::open(),
        programs: programs::Programs::new(),
    }));
}

/// The store of this page.
pub fn store() -> Store {
    STORE.with(Clone::clone)
}

impl Store {
    /// Reads from the open assessment; `None` if none is open.
    pub fn read<T>(&self, read: impl FnOnce(&Assessment) -> T) -> Option<T> {
        self.0.assessment.borrow().as_ref().map(read)
    }

    /// Makes a change. Text is stored a moment after the last keystroke, everything else once it is shown.
    pub fn apply(&self, edit: Edit) {
        let moment = now();
        let Some(undo) = self.change(&edit, &moment) else { return };
        self.outdate_notice();
        self.0.history.borrow_mut().did(&edit, undo);
        self.0.steps.set((true, false));
        self.0.programs.tell_did();
        self.enqueue(edit, moment);
    }

    /// Makes a change that goes on from the last one: both are taken back together.
    pub fn apply_more(&self, edit: Edit) {
        let moment = now();
        if self.change(&edit, &moment).is_some() {
            self.enqueue(edit, moment);
        }
    }

    /// Whether there is something to take back, or to make again, in either program of the page.
    pub fn can_step(&self, way: Way) -> bool {
        let (back, forward) = self.0.steps.get();
        if way == Way::Back { back } else { forward }
    }

    /// Takes the last change back, or makes the last one again that was taken back, in whichever program of the page it
    /// was made; returns whether there was one.
    pub(super) fn step(&self, way: Way) -> bool {
        let here = self.0.history.borrow_mut().since(way);
        if self.0.programs.step_since(way) > here {
            self.0.programs.ask_to_step(way);
            return true;
        }
        self.step_here(way)
    }

    fn step_here(&self, way: Way) -> bool {
        let Some(edit) = self.0.history.borrow_mut().next(way) else { return false };
        let moment = now();
        let Some(inverse) = self.change(&edit, &moment) else { return false };
        self.0.history.borrow_mut().put(way.other(), inverse);
        self.look_for_steps();
        self.0.programs.tell_stepped();
        self.enqueue(edit, moment);
        true
    }

    /// Looks what there is to take back and to make again, here and in the other program. Whoever shows it renders when
    /// the state of saving changes, which follows each step.
    fn look_for_steps(&self) {
        let has = |way| self.0.history.borrow_mut().since(way) > 0.0 || self.0.programs.step_since(way) > 0.0;
        self.0.steps.set((has(Way::Back), has(Way::Forward)));
    }

    /// Changes the memory and tells who shows it; returns the change that takes it back.
    fn change(&self, edit: &Edit, moment: &Timestamp) -> Option<Edit> {
        let undo = self.0.assessment.borrow_mut().as_mut()?.apply(edit, moment);
        self.0.taken.set(false);
        let parts = edit.parts();
        if let Some(assessment) = &*self.0.assessment.borrow() {
            self.0.programs.tell_parts(assessment, &[&[Part::Meta], parts.as_slice()].concat());
        }
        self.tell_parts(parts);
        Some(undo)
    }

    fn tell_parts(&self, parts: impl IntoIterator<Item = Part>) {
        for part in parts {
            self.0.listeners.tell(Topic::Part(part));
        }
        self.0.listeners.tell(Topic::Assessment);
    }
}
