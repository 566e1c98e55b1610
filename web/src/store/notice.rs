//! What there is to say to the person in passing.

use super::{Direction, Store, Topic, store};
use crate::storage::StorageError;
use crate::text::{say, t};
use js_sys::Date;
use readiness::catalogue::Word;
use readiness::file::{FileError, LONGEST_TEXT, Limit, MOST_ENTRIES, Misfit};
use yew::Callback;

/// A message, and what can be done about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// The message.
    pub text: String,
    /// What it is about, and the link to that.
    pub link: Option<(String, String)>,
    /// The name of the button and what it does.
    pub action: Option<(&'static str, Callback<()>)>,
    /// When it was said, in milliseconds.
    moment: f64,
}

/// How long after a message its page may change because of what it is about, in milliseconds.
const SAME_MOVE: f64 = 1000.0;

impl Store {
    /// Says something; it takes the place of what was said before.
    pub fn notify(&self, text: String, action: Option<(&'static str, Callback<()>)>) {
        self.notify_about(text, None, action);
    }

    fn notify_about(&self, text: String, link: Option<(String, String)>, action: Option<(&'static str, Callback<()>)>) {
        self.0.notice.replace(Some(Notice { text, link, action, moment: Date::now() }));
        self.0.listeners.tell(Topic::Notice);
    }

    /// Says what was just changed, and offers to take it back.
    pub fn notify_done(&self, text: String) {
        self.offer(text, None, Direction::Undo);
    }

    /// Says something about a change, and offers to take it back or to make it again.
    pub(super) fn offer(&self, text: String, link: Option<(String, String)>, direction: Direction) {
        let action = Callback::from(move |()| _ = store().undo_or_redo(direction));
        self.notify_about(text, link, Some((t(direction.name()), action)));
    }

    /// Says that something was not taken over because no file has room for it.
    pub fn refuse(&self, error: &FileError) {
        let (place, most) = match error {
            FileError::Value { place, misfit: Misfit::LongText } => (place.as_str(), LONGEST_TEXT),
            FileError::Value { place, .. } => (place.as_str(), MOST_ENTRIES),
            _ => ("", Limit::ASSESSMENT.longest),
        };
        self.notify(say(Word::NoticeNoRoom, &[("place", place), ("most", &most.to_string())]), None);
    }

    /// Says that something could not be stored; nothing if it could.
    pub fn notify_failure(&self, result: Result<(), StorageError>) {
        if let Err(error) = result {
            self.notify(error.advice(), None);
        }
    }

    /// What was said last.
    pub fn notice(&self) -> Option<Notice> {
        self.0.notice.borrow().clone()
    }

    /// Stops offering to take back a change that is no longer the last one.
    pub(super) fn outdate_notice(&self) {
        if self.notice().is_some_and(|notice| notice.action.is_some()) {
            self.dismiss();
        }
    }

    /// Stops saying what was said before the person moved to another page.
    pub fn dismiss_earlier(&self) {
        if self.notice().is_some_and(|notice| Date::now() - notice.moment > SAME_MOVE) {
            self.dismiss();
        }
    }

    /// Stops saying it.
    pub fn dismiss(&self) {
        self.0.notice.replace(None);
        self.0.listeners.tell(Topic::Notice);
    }
}
