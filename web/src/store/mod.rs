//! The open assessment: in memory, on its way to the database, and with its history.
//!
//! A change goes one way: a component calls [`Store::apply`]; the edit changes the memory at once, the components that
//! show that part are told, and the edit waits in a queue until a transaction has stored it. What the transaction read
//! of other tabs' work is taken over into the memory.

mod colleagues;
mod connection;
mod copy_taken;
mod history;
mod hooks;
mod left;
mod library;
mod listen;
mod notice;
mod opened;
mod own_file;
mod save;
mod snapshots;
mod step;
mod tabs;
mod versions;
mod watch;

pub use colleagues::merged;
pub use history::{Direction, Step};
pub use hooks::{use_answer, use_assessment, use_part, use_topic};
pub use library::Opening;
pub use listen::Topic;
pub use opened::has_begun;
pub use save::SaveState;
pub use step::InWords;

use crate::browser::now;
use crate::storage::{Database, StorageError};
use crate::text::catalogue;
use history::History;
use listen::Listeners;
use readiness::{Assessment, Edit, Timestamp, assessment::Part};
use std::cell::{Cell, RefCell};

/// The one store of the page, for as long as that lives. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Store(&'static State);

struct State {
    assessment: RefCell<Option<Assessment>>,
    /// The database, or why there is none: then work goes on in memory, and the page says so.
    database: RefCell<Result<Database, StorageError>>,
    listeners: Listeners,
    history: RefCell<History>,
    /// Changes that no transaction has stored yet.
    queue: RefCell<Vec<save::Waiting>>,
    /// Under which name the browser notes what is left as the page goes.
    left: RefCell<String>,
    /// Whether there is such a note.
    is_noted: Cell<bool>,
    saving: Cell<bool>,
    /// When the stored state was last looked at to be kept as a version, in milliseconds.
    backed_up: Cell<f64>,
    /// Whether the person has the open assessment as a file, as it is now.
    taken: Cell<bool>,
    /// Whether the browser was asked to keep what is stored.
    asked: Cell<bool>,
    /// Whether the person was told that what they take back was changed since.
    asked_to_step: Cell<bool>,
    save_state: RefCell<SaveState>,
    /// Why the last change could not be stored, until one is.
    trouble: RefCell<Option<StorageError>>,
    notice: RefCell<Option<notice::Notice>>,
    tabs: tabs::Tabs,
}

thread_local! {
    static STORE: Store = Store(Box::leak(Box::new(State {
        assessment: RefCell::new(None),
        database: RefCell::new(Err(StorageError::Missing)),
        listeners: Listeners::default(),
        history: RefCell::default(),
        queue: RefCell::default(),
        left: RefCell::default(),
        is_noted: Cell::new(false),
        saving: Cell::new(false),
        backed_up: Cell::new(0.0),
        taken: Cell::new(true),
        asked: Cell::new(false),
        asked_to_step: Cell::new(false),
        save_state: RefCell::new(SaveState::Saved),
        trouble: RefCell::default(),
        notice: RefCell::new(None),
        tabs: tabs::Tabs::default(),
    })));
}

/// The store of this page.
pub fn store() -> Store {
    STORE.with(|store| *store)
}

impl Store {
    /// Reads from the open assessment; `None` if none is open.
    pub fn read<T>(&self, read: impl FnOnce(&Assessment) -> T) -> Option<T> {
        self.0.assessment.borrow().as_ref().map(read)
    }

    /// Makes a change. Text is stored a moment after its first keystroke, everything else once it is shown.
    ///
    /// What a file has no room for is not taken over, and the person is told: it could not be read again.
    pub fn apply(&self, edit: Edit) {
        if let Some(Err(error)) = self.read(|assessment| assessment.check(&edit, catalogue())) {
            return self.refuse(&error);
        }
        let moment = now();
        let Some(undo) = self.change(&edit, &moment) else { return };
        self.outdate_notice();
        self.0.asked_to_step.set(false);
        self.0.history.borrow_mut().did(&edit, undo.clone());
        self.enqueue(edit, undo, moment);
    }

    /// Makes a change that goes on from the last one: both are taken back together.
    pub fn apply_more(&self, edit: Edit) {
        if let Some(Err(error)) = self.read(|assessment| assessment.check(&edit, catalogue())) {
            return self.refuse(&error);
        }
        let moment = now();
        if let Some(undo) = self.change(&edit, &moment) {
            self.0.history.borrow_mut().goes_on(&edit);
            self.enqueue(edit, undo, moment);
        }
    }

    /// Whether there is something to take back, or to make again.
    pub fn can(&self, direction: Direction) -> bool {
        self.0.history.borrow().has(direction)
    }

    /// Changes the memory and tells who shows it; returns the change that takes it back.
    fn change(&self, edit: &Edit, moment: &Timestamp) -> Option<Edit> {
        let undo = self.0.assessment.borrow_mut().as_mut()?.apply(edit, moment);
        self.0.taken.set(false);
        self.tell_parts(edit.parts());
        Some(undo)
    }

    fn tell_parts(&self, parts: impl IntoIterator<Item = Part>) {
        for part in parts {
            self.0.listeners.tell(Topic::Part(part));
        }
        self.0.listeners.tell(Topic::Assessment);
    }
}
