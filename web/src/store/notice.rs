//! What there is to say to the person in passing.

use super::{Store, Topic, Way, store};
use crate::storage::StorageError;
use crate::text::t;
use js_sys::Date;
use readiness::catalogue::Word;
use yew::Callback;

/// A message, and what can be done about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// The message.
    pub text: String,
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
        self.0.notice.replace(Some(Notice { text, action, moment: Date::now() }));
        self.0.listeners.tell(Topic::Notice);
    }

    /// Says what was just changed, and offers to take it back.
    pub fn notify_done(&self, text: String) {
        self.offer(text, Way::Back);
    }

    /// Takes a change back or makes it again, says so, and offers the way back; returns whether there was one.
    pub fn step_and_say(&self, way: Way) -> bool {
        let done = self.step(way);
        if done {
            self.offer(
                t(if way == Way::Back { Word::NoticeUndone } else { Word::NoticeRedone }).to_owned(),
                way.other(),
            );
        }
        done
    }

    fn offer(&self, text: String, way: Way) {
        self.notify(text, Some((t(way.name()), Callback::from(move |()| _ = store().step_and_say(way)))));
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
    pub fn moved(&self) {
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
