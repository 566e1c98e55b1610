//! Who wants to know of what.

use readiness::assessment::Part;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use yew::Callback;

/// What a component may want to know of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// This part of the open assessment changed.
    Part(Part),
    /// Anything in the open assessment changed, or another one was opened.
    Assessment,
    /// Another assessment was opened, or none is open any more.
    Opened,
    /// The list of assessments changed.
    Library,
    /// Saving began, ended or failed.
    Save,
    /// There is something to say to the person.
    Notice,
}

/// A number to forget it by, and what to call.
type Listener = (u32, Callback<()>);

/// The listeners by topic.
#[derive(Default)]
pub struct Listeners {
    next: Cell<u32>,
    by_topic: RefCell<HashMap<Topic, Vec<Listener>>>,
}

/// Ends its subscription when dropped.
pub struct Subscription {
    topic: Topic,
    id: u32,
}

impl Listeners {
    /// Calls back whenever there is news of a topic.
    pub fn listen(&self, topic: Topic, callback: Callback<()>) -> Subscription {
        let id = self.next.replace(self.next.get().wrapping_add(1));
        self.by_topic.borrow_mut().entry(topic).or_default().push((id, callback));
        Subscription { topic, id }
    }

    /// Tells the listeners of a topic.
    pub fn tell(&self, topic: Topic) {
        let callbacks: Vec<_> =
            self.by_topic.borrow().get(&topic).into_iter().flatten().map(|(_, callback)| callback.clone()).collect();
        for callback in callbacks {
            callback.emit(());
        }
    }

    /// Tells everybody: another assessment is open.
    pub fn tell_all(&self) {
        let topics: Vec<_> = self.by_topic.borrow().keys().copied().collect();
        for topic in topics {
            self.tell(topic);
        }
    }

    fn forget(&self, subscription: &Subscription) {
        let mut by_topic = self.by_topic.borrow_mut();
        if let Some(listeners) = by_topic.get_mut(&subscription.topic) {
            listeners.retain(|(id, _)| *id != subscription.id);
            if listeners.is_empty() {
                by_topic.remove(&subscription.topic);
            }
        }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        super::store().0.listeners.forget(self);
    }
}
