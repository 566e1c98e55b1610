//! A file of the person's own, on their disk or in a folder that they share: chosen once, it holds every change a moment
//! later. What somebody else has written into it meanwhile is merged, or asked about; it is never overwritten.
//!
//! The browser's database stays the first place; this is a second one, where browsers can write files.

mod handle;
mod mark;

pub use handle::Handle;
pub use mark::Mark;

use crate::browser::arriving::{Stop, Unread, read};
use crate::browser::making::SHORT;
use crate::storage::StorageError;
use crate::store::{SaveState, merged, store};
use crate::text::{catalogue, say};
use readiness::catalogue::Word;
use readiness::{Assessment, Id, Told};
use std::cell::{Cell, RefCell};

/// How the file of the open assessment is.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    /// It has none.
    None,
    /// It is on its way.
    Writing,
    /// It holds what is stored.
    Written,
    /// Somebody else has written into it, and that is being read.
    Reading,
    /// The person has stopped that: it stays as it is until they want it read again.
    Stopped,
    /// The person has to allow it again, as after a restart of the browser.
    Asleep,
    /// Somebody else has changed the same as here: the person decides.
    Asks,
    /// It holds something else than this assessment, for this reason.
    Foreign(String),
    /// It can't be read or written.
    Failed(StorageError),
}

/// The file of an assessment.
#[derive(Debug, Clone)]
struct Kept {
    id: Option<Id>,
    handle: Option<Handle>,
    state: State,
}

/// What somebody else has written, while the person decides about it.
#[derive(Debug, Clone)]
struct Asked {
    copy: Assessment,
    /// What was in the file before.
    before: Option<Assessment>,
    text: String,
}

thread_local! {
    static KEPT: RefCell<Kept> = const { RefCell::new(Kept { id: None, handle: None, state: State::None }) };
    static BUSY: Cell<bool> = const { Cell::new(false) };
    static AGAIN: Cell<bool> = const { Cell::new(false) };
    static ASKED: RefCell<Option<Asked>> = const { RefCell::new(None) };
    static STOP: Stop = Stop::default();
}

/// Stops what is being read.
pub fn stop_reading() {
    STOP.with(Stop::now);
}

/// The name of the file of the open assessment, and how it is.
pub fn present() -> Option<(String, State)> {
    KEPT.with_borrow(|kept| {
        let is_of_open = store().read(|open| Some(&open.id) == kept.id.as_ref()).unwrap_or(false);
        kept.handle.as_ref().filter(|_| is_of_open).map(|handle| (handle.name(), kept.state.clone()))
    })
}

/// Lets the person choose the file of the open assessment, and writes it.
///
/// # Errors
/// When the browser lets the page ask for none, or can't remember it.
pub async fn choose() -> Result<(), StorageError> {
    let Some((id, name)) = store().read(|open| (open.id.clone(), open.name(catalogue()).to_owned())) else {
        return Ok(());
    };
    if let Some(handle) = Handle::choose(&format!("{name}.stage-zero.json")).await? {
        stop_reading();
        store().keep_own_file(&id, Some(&handle.0)).await?;
        // Whatever was in it, the person has said that it is to be replaced.
        let found = handle.read().await?;
        store().note_in_own_file(&id, &found.text).await?;
        KEPT.set(Kept { id: Some(id), handle: Some(handle), state: State::Writing });
        sync().await;
    }
    Ok(())
}

/// Goes on, if the browser, and with it the person, lets the page write.
pub async fn allow() {
    let handle = KEPT.with_borrow(|kept| kept.handle.clone());
    if let Some(handle) = handle
        && handle.request().await
    {
        set_state(State::Writing);
        sync().await;
    }
}

/// Stops writing; the file stays as it is.
///
/// # Errors
/// When the browser can't forget it.
pub async fn stop() -> Result<(), StorageError> {
    let Some(id) = KEPT.with_borrow(|kept| kept.id.clone()) else { return Ok(()) };
    stop_reading();
    store().keep_own_file(&id, None).await?;
    KEPT.set(Kept { id: Some(id), handle: None, state: State::None });
    store().say_own_file();
    Ok(())
}

/// What somebody else has written into the file, and what was there before, while the person is to decide about it.
pub fn asks() -> Option<(Assessment, Option<Assessment>)> {
    let is_asked = present().is_some_and(|(_, state)| state == State::Asks);
    ASKED.with_borrow(|asked| {
        asked.as_ref().filter(|_| is_asked).map(|asked| (asked.copy.clone(), asked.before.clone()))
    })
}

/// The person has decided about a copy and brought it in: if it is what the file holds, the file may be written again.
pub async fn brought_in(copy: &Assessment) {
    let Some(Asked { text, .. }) = ASKED.take().filter(|asked| asked.copy == *copy) else { return };
    let Some(id) = KEPT.with_borrow(|kept| kept.id.clone()) else { return };
    if store().note_in_own_file(&id, &text).await.is_ok() {
        sync().await;
    }
}

/// Has the file hold what is stored, and what is stored what somebody else has written into the file.
pub async fn sync() {
    AGAIN.set(true);
    if BUSY.replace(true) {
        return;
    }
    while AGAIN.replace(false) {
        set_state(look().await.unwrap_or_else(State::Failed));
    }
    BUSY.set(false);
}

fn set_state(state: State) {
    KEPT.with_borrow_mut(|kept| kept.state = state);
    store().say_own_file();
}

async fn look() -> Result<State, StorageError> {
    let Some(open) = store().read(Clone::clone) else { return Ok(State::None) };
    if KEPT.with_borrow(|kept| kept.id.as_ref() != Some(&open.id)) {
        let handle = store().own_file(&open.id).await.map(Handle);
        KEPT.set(Kept { id: Some(open.id.clone()), handle, state: State::Writing });
    }
    let (handle, state) = KEPT.with_borrow(|kept| (kept.handle.clone(), kept.state.clone()));
    let Some(handle) = handle else { return Ok(State::None) };
    if state == State::Stopped {
        return Ok(state);
    }
    if !handle.is_allowed().await {
        return Ok(State::Asleep);
    }
    // It is to hold nothing that is not stored: what waits comes with the next look.
    if store().save_state() != SaveState::Saved {
        return Ok(State::Writing);
    }
    let found = handle.read().await?;
    let text = open.to_file(catalogue());
    if found.text != text {
        let last = store().in_own_file(&open.id).await.unwrap_or_default();
        if found.text != last && !found.text.trim().is_empty() {
            let stays = take_in(&open.id, &last, &found.text).await?;
            if let Some(state) = stays {
                return Ok(state);
            }
        }
        if !handle.write(&text, &found).await? {
            AGAIN.set(true);
            return Ok(State::Writing);
        }
        store().note_in_own_file(&open.id, &text).await?;
    }
    if store().read(|now| *now == open) == Some(true) {
        store().taken();
    }
    Ok(State::Written)
}

/// Takes in what somebody else has written since `last`; `None` if the file may be written now.
async fn take_in(id: &Id, last: &str, found: &str) -> Result<Option<State>, StorageError> {
    let stop = STOP.with(Clone::clone);
    if found.len().max(last.len()) > SHORT {
        set_state(State::Reading);
    }
    let theirs = match read(found, &stop).await {
        Ok(theirs) => theirs,
        Err(Unread::Stopped) => return Ok(Some(State::Stopped)),
        Err(Unread::Wrong(why)) => return Ok(Some(State::Foreign(why))),
    };
    let before = match read(last, &stop).await {
        Err(Unread::Stopped) => return Ok(Some(State::Stopped)),
        before => before.ok(),
    };
    // That may have taken a while, in which the person went on.
    let Some(open) = store().read(Clone::clone).filter(|open| open.id == *id) else {
        AGAIN.set(true);
        return Ok(Some(State::Writing));
    };
    if !theirs.is_kin_of(&open) || !theirs.left_out().is_empty() {
        return Ok(Some(State::Foreign(theirs.name(catalogue()).to_owned())));
    }
    let ancestors: Vec<_> = before.iter().collect();
    let merge = merged(&ancestors, &[&open, &theirs]).await;
    if store().read(|now| *now == open) != Some(true) {
        AGAIN.set(true);
        return Ok(Some(State::Writing));
    }
    if !merge.conflicts.is_empty() {
        ASKED.set(Some(Asked { copy: theirs, before, text: found.to_owned() }));
        return Ok(Some(State::Asks));
    }
    if merge.is_nothing_new() {
        return Ok(None);
    }
    let edit = merge.edit(&[&open, &theirs], &[]);
    if let Some(Err(error)) = store().read(|open| open.check(&edit, catalogue())) {
        return Ok(Some(State::Foreign(error.told(catalogue()))));
    }
    let comes = merge.settled.iter().filter(|it| it.is_news()).count().to_string();
    store().bring_in(&theirs, edit).await?;
    store().note_in_own_file(&open.id, found).await?;
    store().notify_done(say(Word::MergeDone, &[("n", &comes)]));
    Ok(Some(State::Writing))
}
