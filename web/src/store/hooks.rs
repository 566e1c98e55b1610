//! Hooks by which components follow the store.

use super::{Topic, store};
use readiness::{Assessment, assessment::Part};
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
