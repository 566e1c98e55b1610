//! Hooks by which components follow the store.

use super::{Topic, store};
use readiness::{Assessment, assessment::Part};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Renders the component again whenever there is news of a topic.
#[hook]
pub fn use_topic(topic: Topic) {
    let update = use_force_update();
    use_effect_with(topic, move |topic| {
        let subscription = store().0.listeners.listen(*topic, Callback::from(move |()| update.force_update()));
        move || drop(subscription)
    });
}

/// What a component reads of one part, kept up to date. The default if no assessment is open.
#[hook]
pub fn use_part<T: Default>(part: Part, read: impl FnOnce(&Assessment) -> T) -> T {
    use_topic(Topic::Part(part));
    store().read(read).unwrap_or_default()
}

/// What a component reads of the whole assessment, kept up to date. The default if none is open.
#[hook]
pub fn use_assessment<T: Default>(read: impl FnOnce(&Assessment) -> T) -> T {
    use_topic(Topic::Assessment);
    store().read(read).unwrap_or_default()
}

/// What came of asking for something, asked again whenever what it is about changes; `None` until the first answer. What
/// was asked for earlier may come later: it is older, and not taken.
#[hook]
pub fn use_answer<D, T, F>(about: D, ask: impl FnOnce(&D) -> F + 'static) -> UseStateHandle<Option<T>>
where
    D: PartialEq + 'static,
    T: PartialEq + 'static,
    F: Future<Output = T> + 'static,
{
    let answer = use_state_eq(|| None);
    let set = answer.setter();
    use_effect_with(about, move |about| {
        let wanted = Rc::new(Cell::new(true));
        let (asked, still) = (ask(about), wanted.clone());
        spawn_local(async move {
            let answer = asked.await;
            if still.get() {
                set.set(Some(answer));
            }
        });
        move || wanted.set(false)
    });
    answer
}
