//! Who wants to know of what.

use readiness::assessment::Part;
use std::cell::{Cell, RefCell};
use yew::Callback;

/// What a component may want to know of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// What it listens to, a number to forget it by, and what to call.
type Listener = (Topic, u32, Callback<()>);

/// All listeners. A page has some hundred at most: a list is searched faster than a person can see.
#[derive(Default)]
pub struct Listeners {
    next: Cell<u32>,
    all: RefCell<Vec<Listener>>,
}

/// Ends its subscription when dropped.
pub struct Subscription(u32);

impl Listeners {
    /// Calls back whenever there is news of a topic.
    pub fn listen(&self, topic: Topic, callback: Callback<()>) -> Subscription {
        let id = self.next.replace(self.next.get().wrapping_add(1));
        self.all.borrow_mut().push((topic, id, callback));
        Subscription(id)
    }

    /// Tells the listeners of a topic.
    pub fn tell(&self, topic: Topic) {
        self.tell_if(|known| known == topic);
    }

    /// Tells everybody: another assessment is open.
    pub fn tell_all(&self) {
        self.tell_if(|_| true);
    }

    fn tell_if(&self, wanted: impl Fn(Topic) -> bool) {
        // A listener may begin or end another subscription, so the list is not held while they are called.
        let all = self.all.borrow();
        let callbacks: Vec<_> =
            all.iter().filter(|(topic, ..)| wanted(*topic)).map(|(.., callback)| callback.clone()).collect();
        drop(all);
        for callback in callbacks {
            callback.emit(());
        }
    }

    fn forget(&self, id: u32) {
        self.all.borrow_mut().retain(|(_, known, _)| *known != id);
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        super::store().0.listeners.forget(self.0);
    }
}
